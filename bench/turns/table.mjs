// Puts tables into a page between their marks. Run alone, it reads the measurements of turns, one JSON line each, ours first:
// node table.mjs PAGE
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The table, now between the marks of its name. */
export function putTable(page, name, lines) {
  const [open, close] = [`<!-- ${name} table -->`, `<!-- /${name} table -->`];
  const [before, rest] = readFileSync(page, 'utf8').split(open);
  const table = lines.join('\n');
  writeFileSync(page, `${before}${open}\n${table}\n${close}${rest.split(close)[1]}`);
  return table;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [ours, theirs] = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
  const whole = x => Math.round(x).toLocaleString('en-US');
  console.log(putTable(process.argv[2], 'turns', [
    '| | ours | goal | botbuilder 4.23.3 (npm) |',
    '|---|---|---|---|',
    `| turns a second | ${whole(ours.turns_per_second)} (${(ours.turns_per_second / theirs.turns_per_second).toFixed(1)}×) | 1.5× | ${whole(theirs.turns_per_second)} |`,
    `| memory after the run | ${whole(ours.memory_mb)} MB | 200 MB | ${whole(theirs.memory_mb)} MB |`,
    `| a turn at 100 a second, median | ${ours.p50_ms.toFixed(1)} ms | | |`,
    `| a turn at 100 a second, p99 | ${ours.p99_ms.toFixed(1)} ms | 20 ms | |`,
    `| start to ready | ${whole(ours.ready_ms)} ms | 800 ms | |`,
  ]));
}
