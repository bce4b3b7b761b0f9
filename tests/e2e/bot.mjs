import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appId, feedAppId } from './issuer.mjs';
import { Program } from './program.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const assembly = process.env.E2E_BOT ?? join(root, 'artifacts/bin/Bot/debug/FollowUpBot.Bot.dll');

/**
 * Starts the built bot as a developer would, on a free port and with an empty store. With an issuer it runs as in production: it
 * wants tokens from Teams and from the feed, and has its own from the issuer's managed identity.
 * @param settings environment variables over those.
 */
export async function startBot({ issuer, tenant, settings } = {}) {
  if (!existsSync(assembly)) throw new Error(`${assembly} is missing. Build it first: dotnet build`);
  const scratch = await mkdtemp(join(tmpdir(), 'followupbot-'));
  const program = new Program('dotnet', [assembly], {
    cwd: join(root, 'src/Bot'),
    env: {
      ...process.env,
      ASPNETCORE_ENVIRONMENT: issuer ? 'Production' : 'Development',
      Urls: 'http://127.0.0.1:0',
      Storage__Path: join(scratch, 'followupbot.db'),
      Reminders__After: '00:00:00',
      ...(issuer && asInProduction(issuer, tenant)),
      ...settings,
    },
  });
  const bot = new Bot(program, scratch);
  try {
    // With port 0 only the bot knows where it listens; its greeting or its log says so.
    bot.url = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
    await isReady(bot.url);
    return bot;
  } catch (error) {
    await bot.stop();
    throw error;
  }
}

function asInProduction(issuer, tenant) {
  return {
    Bot__AppId: appId,
    Teams__TenantId: tenant,
    Teams__OpenIdMetadata: issuer.metadata,
    Feed__AppId: feedAppId,
    Feed__OpenIdMetadata: issuer.metadata,
    Reminders__OnlyInWorkingHours: 'false',
    IDENTITY_ENDPOINT: `${issuer.url}/msi/token`,
    IDENTITY_HEADER: issuer.secret,
  };
}

class Bot {
  constructor(program, scratch) {
    this.program = program;
    this.scratch = scratch;
  }

  get log() {
    return this.program.said;
  }

  /** Posts a signed meeting as a CRM would; the names are those of the command's options. */
  logMeeting(options) {
    const words = Object.entries({ ...options, url: this.url }).flatMap(([name, value]) => [`--${name}`, String(value)]);
    return new Program('dotnet', [assembly, 'log', ...words]).succeeds();
  }

  async stop() {
    await this.program.end();
    await rm(this.scratch, { recursive: true, force: true });
  }
}

async function isReady(url, patience = 60_000) {
  const limit = AbortSignal.timeout(patience);
  while (!(await fetch(`${url}/health/ready`).then(answer => answer.ok, () => false))) {
    await pause(50, undefined, { signal: limit });
  }
}
