import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * Stands between the Playground, which knows no tokens, and a bot that wants them: adds Teams' token to every activity, and lets
 * through to the Playground only what carries the bot's own token.
 */
export async function startTokenProxy({ botUrl, issuer }) {
  const proxy = new TokenProxy(botUrl, issuer);
  proxy.server.listen(0, '127.0.0.1');
  await once(proxy.server, 'listening');
  proxy.url = `http://127.0.0.1:${proxy.server.address().port}`;
  return proxy;
}

class TokenProxy {
  serviceUrl = undefined;
  toBot = [];
  toTeams = [];

  constructor(botUrl, issuer) {
    Object.assign(this, { botUrl, issuer });
    this.server = createServer((request, response) => this.#pass(request, response).catch(error => response.writeHead(502).end(String(error))));
  }

  async stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  async #pass(request, response) {
    const body = await read(request);
    const answer = await (request.url === '/api/messages' ? this.#deliver(body) : this.#connect(request, body));
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  /** The bot must answer to this proxy, so that its token is seen. */
  async #deliver(body) {
    const activity = JSON.parse(body);
    this.serviceUrl = activity.serviceUrl;
    activity.serviceUrl = `${this.url}/teams/`;
    const answer = await fetch(`${this.botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.issuer.channelToken(activity.serviceUrl)}` },
      body: JSON.stringify(activity),
    });
    this.toBot.push(answer.status);
    return answer;
  }

  #connect(request, body) {
    const isProven = request.headers.authorization === `Bearer ${this.issuer.botToken}`;
    this.toTeams.push(isProven);
    if (!isProven) return new Response('{}', { status: 401 });
    const path = request.url.replace(/^\/teams/, '');
    return fetch(this.serviceUrl.replace(/\/$/, '') + path, {
      method: request.method,
      headers: { 'Content-Type': 'application/json' },
      body: request.method === 'GET' ? undefined : body,
    });
  }
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
