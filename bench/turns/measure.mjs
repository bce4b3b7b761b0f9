// Turns a second of one bot, with tokens checked and every reply posted to a stand-in for the Connector; memory afterwards; and, for ours,
// the time of a turn at 100 a second and from start to ready. One JSON line: node measure.mjs ours|botbuilder [FOLDER OF OURS]
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Load } from './load.mjs';

const [peer, folder] = process.argv.slice(2);
const lanes = 32;
const seconds = Number(process.env.TURNS_SECONDS ?? 10);
const load = await Load.prepare();
try {
  const figures = { peer };
  const begun = performance.now();
  if (peer === 'ours') {
    await load.startOurs(folder);
    figures.ready_ms = performance.now() - begun;
  } else {
    await load.startPeer();
  }
  await atFullSpeed(3); // the first turns meet people and warm up
  Object.assign(figures, await atFullSpeed(seconds));
  if (peer === 'ours') Object.assign(figures, await atRate(100));
  figures.memory_mb = await load.residentMb();
  figures.replies = load.posted;
  console.log(JSON.stringify(figures));
} finally {
  await load.end();
}

/** As many turns as the bot takes with so many under way. */
async function atFullSpeed(forSeconds) {
  const [begun, before] = [performance.now(), load.sent];
  const end = begun + forSeconds * 1000;
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (performance.now() < end) await load.turn();
  }));
  return { turns_per_second: (load.sent - before) / ((performance.now() - begun) / 1000) };
}

/** At a fixed rate, whether or not the turns before were answered. */
async function atRate(rate) {
  const times = [];
  const begun = performance.now();
  const under = [];
  for (let n = 0; n < rate * seconds; n++) {
    const due = begun + (n * 1000) / rate;
    if (due > performance.now()) await pause(due - performance.now());
    const start = performance.now();
    under.push(load.turn().then(() => times.push(performance.now() - start)));
  }
  await Promise.all(under);
  times.sort((a, b) => a - b);
  return { p50_ms: times[Math.floor(times.length * 0.5)], p99_ms: times[Math.floor(times.length * 0.99)] };
}
