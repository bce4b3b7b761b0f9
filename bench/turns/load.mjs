// The published bot, or a peer, with an issuer of tokens and a stand-in for the Connector; and people who write to it.
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, Agent, request as open } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appId, startIssuer } from '../../tests/e2e/issuer.mjs';
import { Program } from '../../tests/e2e/program.mjs';

const tenant = '0f0b6a52-6a0c-4f57-9c1c-3b7f3f1d0a01';
const people = 500;
const feedKey = Buffer.alloc(32, 7);

/** One bot under load. `start` ours or the peer, then write to it as one of the people. */
export class Load {
  sent = 0;
  posted = 0;
  #agent = new Agent({ keepAlive: true, maxSockets: 256 });

  static async prepare() {
    const load = new Load();
    load.issuer = await startIssuer();
    await load.#startConnector();
    load.token = load.issuer.channelToken(load.serviceUrl);
    load.scratch = await mkdtemp(join(tmpdir(), 'turns-'));
    return load;
  }

  async startOurs(folder) {
    const { issuer, scratch } = this;
    this.bot = new Program('dotnet', [join(folder, 'FollowUpBot.Bot.dll')], {
      cwd: folder,
      env: {
        ...process.env,
        ASPNETCORE_ENVIRONMENT: 'Production',
        Urls: 'http://127.0.0.1:0',
        Storage__Path: join(scratch, 'turns.db'),
        Bot__AppId: appId,
        Bot__TurnsPerSecond: '10000',
        Reminders__After: '00:00:00',
        Reminders__OnlyInWorkingHours: 'false',
        Feed__Sources__0__Name: 'crm',
        Feed__Sources__0__Tenant: tenant,
        Feed__Sources__0__Secrets__0: `whsec_${feedKey.toString('base64')}`,
        Teams__TenantId: tenant,
        Teams__OpenIdMetadata: issuer.metadata,
        IDENTITY_ENDPOINT: `${issuer.url}/msi/token`,
        IDENTITY_HEADER: issuer.secret,
      },
    });
    this.url = await this.bot.says(/(http:\/\/127\.0\.0\.1:\d+)/);
    while ((await this.#ask('/health/ready', 'GET')) !== 200) await pause(5);
  }

  async startPeer() {
    this.bot = new Program('node', [fileURLToPath(new URL('echo.mjs', import.meta.url)), this.issuer.metadata, appId, this.issuer.botToken]);
    this.url = await this.bot.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  }

  /** One message of the next person, checked, dealt with and answered. */
  async turn(text = 'help', rep = this.sent % people) {
    const number = this.sent++;
    const status = await this.#ask('/api/messages', 'POST', { Authorization: `Bearer ${this.token}` }, JSON.stringify({
      type: 'message', id: String(number), text, channelId: 'msteams', serviceUrl: this.serviceUrl, locale: 'en-GB',
      timestamp: new Date().toISOString(), from: { id: `29:${rep}`, name: `Rep ${rep}`, aadObjectId: objectId(rep) }, recipient: { id: `28:${appId}`, name: 'Bot' },
      conversation: { id: `a:${rep}`, conversationType: 'personal', tenantId: tenant }, channelData: { tenant: { id: tenant } },
    }));
    if (status !== 200) throw new Error(`A turn was answered with ${status}.`);
  }

  /** One signed meeting that ended a moment ago. */
  async meeting(number) {
    const now = Date.now();
    const body = JSON.stringify({
      id: `m-${number}`, revision: 1, deal: { id: `d-${number}`, name: `Deal ${number}` }, rep: objectId(number % people), kind: 'video',
      start: new Date(now - 1_860_000).toISOString(), end: new Date(now - 60_000).toISOString(),
    });
    const [id, timestamp] = [`msg-${number}`, String(Math.floor(now / 1000))];
    const signature = createHmac('sha256', feedKey).update(`${id}.${timestamp}.${body}`).digest('base64');
    const status = await this.#ask('/api/meetings', 'POST', { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }, body);
    if (status !== 202) throw new Error(`A meeting was answered with ${status}.`);
  }

  async residentMb() {
    const status = await readFile(`/proc/${this.bot.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
  }

  async end() {
    await this.bot?.end();
    await this.issuer.stop();
    this.connector.close();
    this.connector.closeAllConnections();
    this.#agent.destroy();
    await rm(this.scratch, { recursive: true, force: true });
  }

  async #startConnector() {
    this.connector = createServer((request, response) => {
      request.resume().on('end', () => {
        if (request.method === 'POST' && request.headers.authorization === `Bearer ${this.issuer.botToken}`) this.posted += 1;
        const member = decodeURIComponent(request.url.split('/').pop().split('?')[0]);
        response.writeHead(request.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(request.method === 'POST' ? { id: String(this.posted) } : { id: member, name: 'Rep', email: `${member.slice(3)}@example.com` }));
      });
    });
    await new Promise(resolve => this.connector.listen(0, '127.0.0.1', resolve));
    this.serviceUrl = `http://127.0.0.1:${this.connector.address().port}/emea/`;
  }

  /** The status of the answer. */
  #ask(path, method, headers = {}, body = undefined) {
    return new Promise((resolve, reject) => {
      const asked = open(`${this.url}${path}`, { method, agent: this.#agent, headers: { 'Content-Type': 'application/json', ...headers } }, answer =>
        answer.resume().on('end', () => resolve(answer.statusCode)));
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

function objectId(rep) {
  return `00000000-0000-4000-8000-${String(rep).padStart(12, '0')}`;
}
