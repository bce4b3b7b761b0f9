import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { startBot } from './bot.mjs';

const page = await readFile(new URL('../../docs/connect.md', import.meta.url), 'utf8');

test('The code that docs/connect.md gives for HubSpot logs a meeting', { timeout: 120_000 }, async () => {
  const bot = await startBot();
  try {
    const main = action(bot.url);
    const inputFields = {
      meeting_id: 4711, modified: Date.now(), owner_email: 'alexw@example.com', outcome: 'COMPLETED', title: 'Review',
      start: Date.now() - 3_600_000, end: Date.now() - 1_800_000, deal_id: 12, deal_name: 'Contoso renewal',
    };
    assert.deepEqual(await main({ inputFields }), { outputFields: { status: '202' } });
    assert.deepEqual(await main({ inputFields }), { outputFields: { status: '200' } });
  } finally {
    await bot.stop();
  }
});

/** The page's first block of JavaScript, as HubSpot runs it, with the secret that Development knows. */
function action(botUrl) {
  const code = /```js\n([\s\S]*?)```/.exec(page)[1].replace('https://bot.example.com', botUrl);
  const environment = { env: { FEED_SECRET: 'whsec_Zm9sbG93dXBib3QtZGV2ZWxvcG1lbnQtb25seQ==' } };
  const exports = {};
  new Function('require', 'exports', 'process', code)(createRequire(import.meta.url), exports, environment);
  return exports.main;
}
