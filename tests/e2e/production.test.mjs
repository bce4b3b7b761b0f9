import assert from 'node:assert/strict';
import test from 'node:test';
import { startIssuer } from './issuer.mjs';
import { play } from './stage.mjs';
import { startTokenProxy } from './token-proxy.mjs';

const tenant = '0f0b6a52-6a0c-4f57-9c1c-3b7f3f1d0a01'; // of .m365agentsplayground.yml

test('The way of production runs: tokens of Teams, of the bot and of the feed', { timeout: 240_000 }, async () => {
  const issuer = await startIssuer();
  try {
    await play('production', async ({ bot, proxy, teams, snap }) => {
      await teams.openPersonalChat();
      await teams.waitForText('I am FollowUpBot');
      await teams.say('hi');
      await teams.card('What you can say');
      assert.equal(await feed(bot, `Bearer ${issuer.appToken(tenant)}x`), 401);
      assert.equal(await feed(bot, `Bearer ${issuer.appToken(tenant)}`), 202);

      const card = await teams.card('Contoso renewal', 'Why do they want it');
      await snap('the-card');
      await card.type('Why do they want it', 'Their close takes three weeks in spreadsheets');
      await card.choose('How urgent is it', 'High');
      await card.type('Next step', 'Demo tomorrow at 10:00');
      await card.press('Save');
      await teams.card('Saved: a firm next step');
      await snap('saved');

      assert.ok(proxy.toBot.length > 3 && proxy.toBot.every(status => status === 200), `the bot took all with a token: ${proxy.toBot}`);
      assert.ok(proxy.toTeams.length > 3 && proxy.toTeams.every(isProven => isProven), 'the bot proved itself each time');
      assert.equal(issuer.given, 1, 'its own token was asked for once');
      const activity = { type: 'message', text: 'hi', channelId: 'msteams', serviceUrl: `${proxy.url}/teams/`, conversation: { id: 'a', tenantId: tenant } };
      const stranger = await fetch(`${bot.url}/api/messages`, { method: 'POST', body: JSON.stringify(activity) });
      assert.equal(stranger.status, 401, 'nobody else gets in');
    }, { issuer, tenant, between: botUrl => startTokenProxy({ botUrl, issuer }) });
  } finally {
    await issuer.stop();
  }
});

async function feed(bot, authorization) {
  const end = new Date(Date.now() - 60_000);
  const meeting = {
    id: 'meeting-1', revision: 0, rep: 'alexw@example.com', kind: 'video',
    start: new Date(end - 1_800_000).toISOString(), end: end.toISOString(),
    deal: { id: 'contoso', name: 'Contoso renewal', amount: 42000, currency: 'USD' },
  };
  const answer = await fetch(`${bot.url}/api/meetings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: authorization },
    body: JSON.stringify(meeting),
  });
  return answer.status;
}
