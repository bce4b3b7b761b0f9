// Measures one peer on the phrases, as bench/Percentiles.cs measures ours: node measure.mjs chrono|recognizers PHRASES
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const [peer, path] = process.argv.slice(2);
const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
const now = new Date('2026-03-04T15:15:00Z');
const begun = performance.now();
const read = peer === 'chrono' ? await chrono() : await recognizers();
const load_ms = performance.now() - begun;

let start = performance.now();
read('Tuesday at 3', now, 'en-US');
const first_ms = performance.now() - start;

const rounds = peer === 'chrono' ? 40 : 6;
const times = rows.map(() => Infinity);
for (let round = 0; round < rounds; round++) {
  rows.forEach((row, i) => {
    const text = row.text + ' '.repeat(round % 7);
    start = performance.now();
    read(text, new Date(row.reference), row.locale);
    const us = (performance.now() - start) * 1000;
    if (round >= rounds / 2) times[i] = Math.min(times[i], us);
  });
}
times.sort((a, b) => a - b);

// The length that recognizers is given is small: its time grows with the cube of it.
const hostileLength = peer === 'chrono' ? 4000 : 250;
const hostile = '12/12/12/'.repeat(445).slice(0, hostileLength);
start = performance.now();
read(hostile, now, 'en-US');
const hostile_ms = performance.now() - start;

console.log(JSON.stringify({
  peer, median_us: times[Math.floor(times.length * 0.5)], p99_us: times[Math.floor(times.length * 0.99)],
  first_ms: load_ms + first_ms, hostile_ms, hostile_length: hostileLength,
}));

async function chrono() {
  const { en } = await import('chrono-node');
  return (text, ref, locale) => (locale === 'en-US' ? en.casual : en.GB).parse(text, ref, { forwardDate: true });
}

async function recognizers() {
  const { DateTimeRecognizer, Culture } = createRequire(import.meta.url)('@microsoft/recognizers-text-date-time');
  const us = new DateTimeRecognizer(Culture?.English ?? 'en-us').getDateTimeModel();
  return (text, ref) => us.parse(text, ref);
}
