// Reads the measurements, one JSON line each, ours first, and writes the table between the marks in the given page.
import { readFileSync, writeFileSync } from 'node:fs';

const [ours, theirs] = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
const whole = x => Math.round(x).toLocaleString('en-US');
const table = [
  '| | ours | goal | botbuilder 4.23.3 (npm) |',
  '|---|---|---|---|',
  `| turns a second | ${whole(ours.turns_per_second)} (${(ours.turns_per_second / theirs.turns_per_second).toFixed(1)}×) | 1.5× | ${whole(theirs.turns_per_second)} |`,
  `| memory after the run | ${whole(ours.memory_mb)} MB | 200 MB | ${whole(theirs.memory_mb)} MB |`,
  `| a turn at 100 a second, median | ${ours.p50_ms.toFixed(1)} ms | | |`,
  `| a turn at 100 a second, p99 | ${ours.p99_ms.toFixed(1)} ms | 20 ms | |`,
  `| start to ready | ${whole(ours.ready_ms)} ms | 800 ms | |`,
].join('\n');

const [path] = process.argv.slice(2);
const [open, close] = ['<!-- turns table -->', '<!-- /turns table -->'];
const [before, rest] = readFileSync(path, 'utf8').split(open);
writeFileSync(path, `${before}${open}\n${table}\n${close}${rest.split(close)[1]}`);
console.log(table);
