import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from './program.mjs';

const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
const team = fileURLToPath(new URL('../../.m365agentsplayground.yml', import.meta.url));

/**
 * Starts the Microsoft 365 Agents Playground in front of a bot. Start the bot first: the page stays empty for up to fifteen
 * seconds while the Playground waits for the bot's endpoint.
 */
export async function startPlayground({ botUrl, timeZone }) {
  const scratch = await mkdtemp(join(tmpdir(), 'playground-'));
  const program = new Program(process.execPath, [cli, 'start', '-e', `${botUrl}/api/messages`, '-c', 'msteams', '--disable-telemetry'], {
    cwd: scratch,
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: team,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(scratch, 'playground.log'),
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      TEAMSAPPTESTER_BROWSER: 'none',
      TZ: timeZone,
    },
  });
  const stop = async () => {
    await program.end();
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    // It moves to a random port when its own is taken, and says which.
    return { url: `http://127.0.0.1:${await program.says(/Listening on (\d+)/)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
