import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { once } from 'node:events';

export const appId = '3b0c1f6e-6c5f-4a3e-9a55-7b1e0d9b4c21';
export const feedAppId = '6f1c1f9a-5a1f-4b7e-8d0e-2f0b1d1c9a10';
export const issuerName = 'https://api.botframework.com';

const encode = part => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/**
 * A stand-in for Microsoft's identity services on this machine: publishes keys as OpenID metadata, signs what it is asked to, and
 * gives the bot its own token as App Service does for a managed identity.
 */
export async function startIssuer() {
  const issuer = new Issuer();
  issuer.server.listen(0, '127.0.0.1');
  await once(issuer.server, 'listening');
  issuer.url = `http://127.0.0.1:${issuer.server.address().port}`;
  return issuer;
}

class Issuer {
  keys = new Map();
  secret = encode(String(Math.random()));
  botToken = `bot-${this.secret}`;
  given = 0;

  constructor() {
    this.publish('key-1', ['msteams', 'webchat']);
    this.server = createServer((request, response) => this.#answer(request, response));
  }

  get metadata() {
    return `${this.url}/openid`;
  }

  publish(kid, endorsements) {
    this.keys.set(kid, { ...generateKeyPairSync('rsa', { modulusLength: 2048 }), endorsements });
  }

  /** A token with these claims; a header or claim that is undefined is left out. */
  sign(claims, header = {}, kid = 'key-1') {
    const now = Math.floor(Date.now() / 1000);
    const text = `${encode({ alg: 'RS256', typ: 'JWT', kid, ...header })}.${encode({ nbf: now, exp: now + 3600, ...claims })}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(this.keys.get(kid).privateKey).toString('base64url')}`;
  }

  /** What Teams sends. */
  channelToken(serviceurl, claims = {}, header = {}, kid = 'key-1') {
    return this.sign({ iss: issuerName, aud: appId, serviceurl, ...claims }, header, kid);
  }

  /** What a flow or a CRM gets from Entra to call the feed. */
  appToken(tenant) {
    return this.sign({ iss: `https://login.microsoftonline.com/${tenant}/v2.0`, aud: feedAppId, tid: tenant, azp: appId, roles: ['Meetings.Log'] });
  }

  async stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.url);
    const answer = {
      '/openid': () => ({ issuer: issuerName, jwks_uri: `${this.url}/keys`, id_token_signing_alg_values_supported: ['RS256'] }),
      '/keys': () => ({ keys: [...this.keys].map(([kid, key]) => ({ ...key.publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: key.endorsements })) }),
      '/msi/token': () => this.#managedIdentity(request, searchParams),
    }[pathname]?.();
    response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  }

  #managedIdentity(request, query) {
    if (request.headers['x-identity-header'] !== this.secret || query.get('client_id') !== appId) return undefined;
    this.given += 1;
    return {
      access_token: this.botToken,
      expires_on: String(Math.floor(Date.now() / 1000) + 86_400),
      resource: query.get('resource'),
      token_type: 'Bearer',
      client_id: appId,
    };
  }
}
