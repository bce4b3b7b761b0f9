// Whether the memory of the published bot stays flat while it does its main job: meetings come in, cards go out, people answer in words.
// Usage: node bench/turns/soak.mjs FOLDER_OF_OURS [MINUTES]    The table goes to docs/performance.md.
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Load } from './load.mjs';
import { putTable } from './table.mjs';

const [folder, minutes = '30'] = process.argv.slice(2);
const answer = 'They want out of spreadsheets before the April audit, it is urgent to them. Demo with Dana next Tuesday at 15:00';
const meetingsASecond = 5;
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const load = await Load.prepare();
try {
  await load.startOurs(resolve(folder));
  for (let rep = 0; rep < 500; rep++) await load.turn('help', rep);
  const memory = [];
  let meetings = 0;
  for (let minute = 0; minute < Number(minutes); minute++) {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      const second = pause(1000);
      for (let n = 0; n < meetingsASecond; n++) {
        await load.meeting(meetings);
        if (meetings >= 100) await load.turn(answer, (meetings - 100) % 500);
        meetings += 1;
      }
      await second;
    }
    memory.push(await load.residentMb());
    console.error(`minute ${minute + 1}: ${memory.at(-1).toFixed(0)} MB, ${meetings} meetings, ${load.posted} posts`);
  }
  const fifth = Math.max(1, Math.floor(memory.length / 5));
  const [early, late] = [mean(memory.slice(fifth, 2 * fifth)), mean(memory.slice(-fifth))];
  console.log(putTable(page, 'soak', [
    '| | measured | goal |',
    '|---|---|---|',
    `| meetings taken, messages answered, posts | ${meetings}, ${load.sent}, ${load.posted} | |`,
    `| resident memory, mean of the second fifth of the time | ${early.toFixed(0)} MB | |`,
    `| resident memory, mean of the last fifth | ${late.toFixed(0)} MB (${(late / early).toFixed(2)}×) | flat |`,
  ]));
} finally {
  await load.end();
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
