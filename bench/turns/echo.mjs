// An echo bot of Microsoft's own library with its full check of tokens. node echo.mjs METADATA APP_ID BOT_TOKEN
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { CloudAdapter } = require('botbuilder');
const { BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory } = require('botframework-connector');
const [metadata, appId, botToken] = process.argv.slice(2);

/** The bot's own token is at hand, as it is for ours after the first turn. */
class TokenAtHand extends ServiceClientCredentialsFactory {
  isValidAppId = async id => id === appId;
  isAuthenticationDisabled = async () => false;
  createCredentials = async () => ({
    signRequest: async request => {
      request.headers.set('authorization', `Bearer ${botToken}`);
      return request;
    },
  });
}

const cloud = 'https://login.microsoftonline.com/botframework.com';
const authentication = BotFrameworkAuthenticationFactory.create(
  '', true, cloud, 'https://api.botframework.com', 'https://api.botframework.com', 'https://token.botframework.com',
  metadata, 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration', '', new TokenAtHand(),
  { requiredEndorsements: [] }, undefined, {});
const adapter = new CloudAdapter(authentication);
const echo = context => (context.activity.type === 'message' ? context.sendActivity(`Echo: ${context.activity.text}`) : undefined);

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  request.body = JSON.parse(Buffer.concat(parts).toString());
  let status = 200;
  await adapter.process(request, {
    socket: request.socket,
    status: code => (status = code),
    header: (name, value) => response.setHeader(name, value),
    send: body => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => (response.statusCode = status, response.end()),
  }, async context => { await echo(context); });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
