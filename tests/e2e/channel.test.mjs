import assert from 'node:assert/strict';
import test from 'node:test';
import { play } from './stage.mjs';

const fabrikam = { deal: 'Fabrikam rollout', rep: 'alexw@example.com', amount: 118000, stage: 'Negotiation', buyer: 'Jo Park (COO)', ended: '144 hours ago' };

test('The manager looks at the coming week, and chooses in the channel what its card is about', { timeout: 400_000 }, () =>
  play('channel', async ({ bot, teams, snap }) => {
    await teams.openPersonalChat();
    await teams.waitForText('I am FollowUpBot');
    await teams.say('hi');
    await teams.card('What you can say');
    await bot.logMeeting(fabrikam);

    await teams.openChannel('General');
    await teams.waitForText('Nothing is posted yet');
    await teams.sayToBot('digest here');
    await teams.waitForText('This channel gets one card a week');
    await teams.sayToBot('preview week');
    await teams.waitForText(/I would send (nothing )?in week 20\d\d-W\d\d|In week 20\d\d-W\d\d I would send nothing/);
    await teams.sayToBot('preview next week');
    await teams.waitForText(/Mon \d{1,2} [A-Z][a-z]{2}, 08:00 CES?T \(Europe\/Zurich\) · to the channel General: 1 deal needs a hand this week/);
    await snap('preview');

    await teams.sayToBot('digest settings');
    const settings = await teams.card("Settings of this channel's weekly card");
    await snap('settings');
    await snap('settings-card', settings);
    await settings.choose('How you sell', 'In one call');
    await settings.type('Deals on the card', '3');
    await snap('chosen', settings);
    await settings.press('Save');
    const saved = await teams.card('Saved. The next weekly card comes');
    assert.equal(await saved.value('Deals on the card'), '3');
    await snap('saved', saved);
    await saved.press('Undo the last change');
    const undone = await teams.card('Taken back. The next weekly card comes');
    assert.equal(await undone.value('Deals on the card'), '');
    await snap('undone', undone);
  }, { settings: { Digest__RepsFirst: '00:00:00' } }));
