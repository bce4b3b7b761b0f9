import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import test from 'node:test';
import { startBot } from './bot.mjs';
import { appId, startIssuer } from './issuer.mjs';

const { ChannelValidation, SimpleCredentialProvider } = createRequire(import.meta.url)('botframework-connector');

const serviceUrl = 'http://127.0.0.1:9/emea/';
const tenant = '0f0b6a52-6a0c-4f57-9c1c-3b7f3f1d0a01';
const hour = 3600;

/** What Microsoft's own library says is the second column; where it says yes and we say no, the third says why. */
const cases = (issuer, now = Math.floor(Date.now() / 1000)) => [
  ['a good token', true, undefined, bearer(issuer)],
  ['a good token of four minutes ahead', true, undefined, bearer(issuer, { nbf: now + 240 })],
  ['a good token that ended four minutes ago', true, undefined, bearer(issuer, { nbf: now - hour, exp: now - 240 })],
  ['the scheme in lower case', false, undefined, bearer(issuer).replace('Bearer', 'bearer')],
  ['no header', false, undefined, ''],
  ['Basic', false, undefined, 'Basic dXNlcjpwYXNz'],
  ['two spaces', false, undefined, bearer(issuer).replace(' ', '  ')],
  ['cut in half', false, undefined, bearer(issuer).slice(0, 300)],
  ['unsigned', false, undefined, unsigned(issuer)],
  ['HMAC with the public key', false, undefined, withPublicKey(issuer)],
  ['a changed claim', false, undefined, forged(issuer)],
  ['an unknown key', false, undefined, bearer(issuer, {}, { kid: 'key-9' })],
  ['another key under a known name', false, undefined, bearer(issuer, {}, { kid: 'key-1' }, 'key-2')],
  ['a key for another channel', false, undefined, bearer(issuer, {}, {}, 'key-webchat')],
  ['a key for no channel', true, 'a key must be endorsed for Teams (teams rule 5)', bearer(issuer, {}, {}, 'key-bare')],
  ['another issuer', false, undefined, bearer(issuer, { iss: 'https://api.botframework.us' })],
  ['Entra, as for an emulator', false, undefined, bearer(issuer, { iss: `https://sts.windows.net/${tenant}/` })],
  ["another bot's", false, undefined, bearer(issuer, { aud: '11111111-2222-4333-8444-555555555555' })],
  ['six minutes ahead', false, undefined, bearer(issuer, { nbf: now + 360 })],
  ['ended six minutes ago', false, undefined, bearer(issuer, { nbf: now - hour, exp: now - 360 })],
  ['without an end', true, 'a token that never ends is none', bearer(issuer, { exp: undefined })],
  ['without a service url', false, undefined, bearer(issuer, { serviceurl: undefined })],
  ['another service url', false, undefined, bearer(issuer, { serviceurl: 'http://127.0.0.1:9/amer/' })],
  ['keys from elsewhere', true, 'no token brings its own keys (RFC 8725)', bearer(issuer, {}, { jku: 'https://evil.example/keys' })],
  ['two audiences', false, undefined, bearer(issuer, { aud: [appId, 'x'] })],
];

/** The scheme's case does not matter to us (RFC 9110); everything else that they refuse we refuse. */
const milder = ['the scheme in lower case'];

test("The bot believes no token that Microsoft's own library does not, and takes the good ones", { timeout: 240_000 }, async context => {
  context.mock.method(console, 'error', () => {}); // the library tells of each refusal
  const issuer = await startIssuer();
  issuer.publish('key-2', ['msteams']);
  issuer.publish('key-webchat', ['webchat']);
  issuer.publish('key-bare', []);
  const bot = await startBot({ issuer, tenant });
  try {
    ChannelValidation.OpenIdMetadataEndpoint = issuer.metadata;
    for (const [name, theirs, stricter, authorization] of cases(issuer)) {
      const status = await ask(bot, authorization);
      assert.equal(await secondOpinion(authorization), theirs, `${name}: the library's answer`);
      const expected = (theirs && !stricter) || milder.includes(name);
      assert.equal(status === 200, expected, `${name}: ${status}`);
      assert.ok([200, 401, 403].includes(status), `${name}: ${status}`);
    }
  } finally {
    await bot.stop();
    await issuer.stop();
  }
});

async function ask(bot, authorization) {
  const activity = {
    type: 'event', id: '1', channelId: 'msteams', serviceUrl, name: 'nothing',
    from: { id: '29:ann' }, recipient: { id: '28:bot' }, conversation: { id: 'a:1', tenantId: tenant },
  };
  const headers = { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) };
  return (await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
}

function secondOpinion(authorization) {
  return ChannelValidation.authenticateChannelTokenWithServiceUrl(authorization, new SimpleCredentialProvider(appId, ''), serviceUrl, 'msteams')
    .then(identity => identity?.isAuthenticated === true, () => false);
}

function bearer(issuer, claims, header, kid) {
  return `Bearer ${issuer.channelToken(serviceUrl, claims, header, kid)}`;
}

function unsigned(issuer) {
  const [, body] = bearer(issuer).split('.');
  return `Bearer ${Buffer.from('{"alg":"none","kid":"key-1"}').toString('base64url')}.${body}.`;
}

function withPublicKey(issuer) {
  const [, body] = bearer(issuer).split('.');
  const text = `${Buffer.from('{"alg":"HS256","typ":"JWT","kid":"key-1"}').toString('base64url')}.${body}`;
  const key = issuer.keys.get('key-1').publicKey.export({ type: 'spki', format: 'pem' });
  return `Bearer ${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

function forged(issuer) {
  const [head, , signature] = bearer(issuer).split('.');
  return `${head}.${bearer(issuer, { aud: appId, extra: true }).split('.')[1]}.${signature}`;
}
