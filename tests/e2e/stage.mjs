import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBot } from './bot.mjs';
import { startPlayground } from './playground.mjs';
import { TeamsPage } from './teams-page.mjs';

const pictures = process.env.E2E_ARTIFACTS ?? fileURLToPath(new URL('../../artifacts/e2e', import.meta.url));
const timeZone = 'Europe/Zurich';

/**
 * Plays a scene with a bot, a Playground and a browser of its own.
 * When it fails, what the page showed and what the bot logged are printed, and the last picture is kept.
 * @param options what the bot is started with; `between` starts what stands between the Playground and the bot.
 */
export async function play(name, scene, { between, ...options } = {}) {
  await mkdir(pictures, { recursive: true });
  const opened = [];
  const stage = { snap };
  let count = 0;
  try {
    stage.bot = await keep(startBot(options), bot => bot.stop());
    stage.proxy = between && (await keep(between(stage.bot.url), started => started.stop()));
    const playground = await keep(startPlayground({ botUrl: stage.proxy?.url ?? stage.bot.url, timeZone }), started => started.stop());
    stage.teams = await keep(TeamsPage.open(playground.url, { timeZone }), page => page.close());
    await scene(stage);
  } catch (error) {
    console.error(`The page showed:\n${await stage.teams?.transcript()}\n\nThe bot said:\n${stage.bot?.log}`);
    if (stage.teams) await snap('failure');
    throw error;
  } finally {
    for (const close of opened.reverse()) await close();
  }

  async function keep(starting, close) {
    const started = await starting;
    opened.push(() => close(started));
    return started;
  }

  /** A picture of what (the page unless told), e.g. artifacts/e2e/card-03-two-slots.png. */
  function snap(what, shown = stage.teams) {
    count += 1;
    return shown.screenshot(join(pictures, `${name}-${String(count).padStart(2, '0')}-${what}.png`));
  }
}
