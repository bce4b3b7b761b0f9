// Reads the measurements, one JSON line each, ours first, and writes the table between the marks in the given page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [ours, chrono, recognizers] = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
const number = (x, unit) => `${x < 10 ? x.toFixed(x < 1 ? 3 : 1) : Math.round(x).toLocaleString('en-US')} ${unit}`;
const cell = (peer, key, unit) => `${number(peer[key], unit)} (${(peer[key] / ours[key]).toFixed(peer[key] < 10 * ours[key] ? 1 : 0)}×)`;
const row = (name, key, unit, limit) =>
  `| ${name} | ${number(ours[key], unit)} | ${limit} | ${cell(chrono, key, unit)} | ${cell(recognizers, key, unit)} |`;

const table = [
  '| | ours | at most | chrono-node 2.10.3 | @microsoft/recognizers-text-date-time 1.3.2 |',
  '|---|---|---|---|---|',
  row('median a phrase', 'median_us', 'µs', '8 µs'),
  row('p99 a phrase', 'p99_us', 'µs', '60 µs'),
  row('first call in a fresh process', 'first_ms', 'ms', '15 ms'),
  `| … of which before it: loading zone data | ${number(ours.zone_data_ms, 'ms')} | | | |`,
  `| memory a phrase, median | ${number(ours.median_bytes, 'bytes')} | 1,024 bytes | | |`,
  `| 4,000 hostile characters, worst of twelve kinds | ${number(ours.hostile_ms, 'ms')} | 1 ms | ${cell(chrono, 'hostile_ms', 'ms')} | `
    + `${number(recognizers.hostile_ms, 'ms')} for ${recognizers.hostile_length} characters; the time grows with the cube of the length |`,
].join('\n');

const [path] = process.argv.slice(2);
const [open, close] = ['<!-- next-step table -->', '<!-- /next-step table -->'];
const page = existsSync(path) ? readFileSync(path, 'utf8') : `# Performance\n\n${open}\n${close}\n`;
const [before, rest] = page.split(open);
writeFileSync(path, `${before}${open}\n${table}\n${close}${rest.split(close)[1]}`);
console.log(table);
