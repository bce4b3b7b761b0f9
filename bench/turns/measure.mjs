// Turns a second of one bot, with tokens checked and every reply posted to a stand-in for the Connector; memory afterwards; and, for ours,
// the time of a turn at 100 a second and from start to ready. One JSON line: node measure.mjs ours|botbuilder [FOLDER OF OURS]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, Agent, request as open } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appId, startIssuer } from '../../tests/e2e/issuer.mjs';
import { Program } from '../../tests/e2e/program.mjs';

const [peer, folder] = process.argv.slice(2);
const tenant = '0f0b6a52-6a0c-4f57-9c1c-3b7f3f1d0a01';
const people = 500;
const lanes = 32;
const seconds = Number(process.env.TURNS_SECONDS ?? 10);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const issuer = await startIssuer();
const connector = await startConnector();
const token = issuer.channelToken(connector.serviceUrl);
const scratch = await mkdtemp(join(tmpdir(), 'turns-'));
let sent = 0;
let bot;
try {
  const begun = performance.now();
  bot = peer === 'ours' ? ours() : new Program('node', [fileURLToPath(new URL('echo.mjs', import.meta.url)), issuer.metadata, appId, issuer.botToken]);
  const url = await bot.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  const figures = { peer };
  if (peer === 'ours') {
    while ((await post(`${url}/health/ready`, 'GET')).status !== 200) await pause(5);
    figures.ready_ms = performance.now() - begun;
  }
  await atFullSpeed(url, 3); // the first turns meet people and warm up
  Object.assign(figures, await atFullSpeed(url, seconds));
  if (peer === 'ours') Object.assign(figures, await atRate(url, 100));
  figures.memory_mb = await residentMb(bot.child.pid);
  figures.replies = connector.replies;
  console.log(JSON.stringify(figures));
} finally {
  await bot?.end();
  await issuer.stop();
  connector.server.close();
  connector.server.closeAllConnections();
  agent.destroy();
  await rm(scratch, { recursive: true, force: true });
}

function ours() {
  return new Program('dotnet', [join(folder, 'FollowUpBot.Bot.dll')], {
    cwd: folder,
    env: {
      ...process.env,
      ASPNETCORE_ENVIRONMENT: 'Production',
      Urls: 'http://127.0.0.1:0',
      Storage__Path: join(scratch, 'turns.db'),
      Bot__AppId: appId,
      Bot__TurnsPerSecond: '10000',
      Teams__TenantId: tenant,
      Teams__OpenIdMetadata: issuer.metadata,
      IDENTITY_ENDPOINT: `${issuer.url}/msi/token`,
      IDENTITY_HEADER: issuer.secret,
    },
  });
}

async function startConnector() {
  const stand = { replies: 0 };
  stand.server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method === 'POST' && request.headers.authorization === `Bearer ${issuer.botToken}`) stand.replies += 1;
      const member = decodeURIComponent(request.url.split('/').pop().split('?')[0]);
      response.writeHead(request.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(request.method === 'POST' ? { id: '1' } : { id: member, name: 'Rep', email: `${member.slice(3)}@example.com` }));
    });
  });
  await new Promise(resolve => stand.server.listen(0, '127.0.0.1', resolve));
  stand.serviceUrl = `http://127.0.0.1:${stand.server.address().port}/emea/`;
  return stand;
}

/** As many turns as the bot takes with so many under way. */
async function atFullSpeed(url, forSeconds) {
  const [begun, before] = [performance.now(), sent];
  const end = begun + forSeconds * 1000;
  await Promise.all(Array.from({ length: lanes }, async () => {
    while (performance.now() < end) await turn(url);
  }));
  return { turns_per_second: (sent - before) / ((performance.now() - begun) / 1000) };
}

/** At a fixed rate, each timed from the moment at which it was due, so that a slow answer delays nobody's clock. */
async function atRate(url, rate) {
  const times = [];
  const begun = performance.now();
  const under = [];
  for (let n = 0; n < rate * seconds; n++) {
    const due = begun + (n * 1000) / rate;
    if (due > performance.now()) await pause(due - performance.now());
    const start = performance.now();
    under.push(turn(url).then(() => times.push(performance.now() - start)));
  }
  await Promise.all(under);
  times.sort((a, b) => a - b);
  return { p50_ms: times[Math.floor(times.length * 0.5)], p99_ms: times[Math.floor(times.length * 0.99)] };
}

async function turn(url) {
  const number = sent++;
  const rep = number % people;
  const object = `00000000-0000-4000-8000-${String(rep).padStart(12, '0')}`;
  const { status } = await post(`${url}/api/messages`, 'POST', JSON.stringify({
    type: 'message', id: String(number), text: 'help', channelId: 'msteams', serviceUrl: connector.serviceUrl, locale: 'en-GB',
    timestamp: new Date().toISOString(), from: { id: `29:${rep}`, name: `Rep ${rep}`, aadObjectId: object }, recipient: { id: `28:${appId}`, name: 'Bot' },
    conversation: { id: `a:${rep}`, conversationType: 'personal', tenantId: tenant }, channelData: { tenant: { id: tenant } },
  }));
  if (status !== 200) throw new Error(`A turn was answered with ${status}.`);
}

function post(url, method, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const asked = open(url, { method, agent, headers }, answer => answer.resume().on('end', () => resolve({ status: answer.statusCode })));
    asked.on('error', reject);
    asked.end(body);
  });
}

async function residentMb(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}
