import assert from 'node:assert/strict';
import test from 'node:test';
import { play } from './stage.mjs';

const alex = 'alexw@example.com';
const contoso = { deal: 'Contoso renewal', rep: alex, amount: 42000, stage: 'Proposal', buyer: 'Dana Reed (CFO)' };
const slot = /^(Mon|Tue|Wed) \d{1,2} [A-Z][a-z]{2}, \d\d:\d\d$/;

test('A logged meeting becomes a firm next step on its card', { timeout: 240_000 }, () =>
  play('card', async ({ bot, teams, snap }) => {
    await meet(teams);
    await bot.logMeeting(contoso);
    const card = await teams.card('Contoso renewal', 'Video meeting with Dana Reed (CFO)');
    assert.deepEqual(await titles(card), ['Save', 'Later…', 'Not a sales meeting']);
    await snap('the-card');

    await card.type('Why do they want it', 'Their close takes three weeks in spreadsheets');
    await card.choose('How urgent is it', 'High');
    await card.type('What drives it', 'The board wants it before the April audit');
    await card.type('Next step', 'Demo with Dana sometime early next week');
    await snap('filled-in');
    await card.press('Save');

    const asked = await teams.card('Contoso renewal', 'which day and time?');
    const slots = (await titles(asked)).filter(title => slot.test(title));
    assert.equal(new Set(slots).size, 2, `two different slots, not ${slots}`);
    assert.equal(await asked.value('Why do they want it'), 'Their close takes three weeks in spreadsheets');
    assert.match(await asked.value('How urgent is it'), /^High/);
    assert.equal(await asked.value('What drives it'), 'The board wants it before the April audit');
    assert.equal(await asked.value('Next step'), 'Demo with Dana sometime early next week');
    await snap('two-slots');
    await snap('two-slots-card', asked);
    await asked.press(slots[1]);

    const saved = await teams.card('Saved: a firm next step');
    await snap('saved');
    await snap('saved-card', saved);
    const [day, time] = slots[1].split(', ');
    const text = await saved.text();
    assert.match(text, new RegExp(`${day} 20\\d\\d, ${time} CES?T`));
    assert.match(text, /Their close takes three weeks in spreadsheets/);
    assert.match(text, /High: The board wants it before the April audit/);
    assert.match(text, /Demo with Dana/);
  }));

test('A stalled deal reaches the channel of the manager', { timeout: 240_000 }, () =>
  play('digest', async ({ bot, teams, snap }) => {
    await meet(teams);
    await bot.logMeeting({ ...contoso, ended: 'now' });
    const answered = await teams.card('Contoso renewal');
    await answered.type('Why do they want it', 'Out of spreadsheets');
    await answered.choose('How urgent is it', 'Low');
    await answered.type('Next step', 'Demo tomorrow at 10:00');
    await answered.press('Save');
    await teams.card('Saved: a firm next step');
    await bot.logMeeting({ deal: 'Fabrikam rollout', rep: alex, amount: 118000, stage: 'Negotiation', buyer: 'Jo Park (COO)', ended: '144 hours ago' });
    await bot.logMeeting({ deal: 'Northwind pilot', rep: alex, amount: 9500, stage: 'Discovery', ended: '140 hours ago' });
    await teams.card('Northwind pilot');
    await teams.say('my deals');
    const deals = await teams.card('Your 3 open deals');
    assert.deepEqual(await titles(deals), ['Answer: Fabrikam rollout', 'Answer: Northwind pilot']);
    await snap('three-deals');

    await teams.openChannel('General');
    await teams.waitForText('Nothing is posted yet');
    await teams.sayToBot('digest here');
    await teams.waitForText('This channel gets one card a week');
    await snap('digest-here');
    await teams.sayToBot('digest now');

    const digest = await teams.card('2 deals need a hand this week');
    await snap('stalled-deals');
    await snap('stalled-deals-card', digest);
    const text = await digest.text();
    assert.match(text, /USD 127,500/);
    assert.match(text, /1\. Fabrikam rollout · USD 118,000\s+Alex Wilber · Negotiation/);
    assert.match(text, /Stalled/);
    assert.match(text, /No firm next step since [A-Z][a-z]{2} \d/);
    assert.match(text, /To fix: Agree a day and a time with the buyer\./);
    assert.doesNotMatch(text, /Contoso/);
  }));

test('The same follow-up can be given in typed messages', { timeout: 240_000 }, () =>
  play('words', async ({ bot, teams, snap }) => {
    await meet(teams);
    await bot.logMeeting(contoso);
    await teams.card('Contoso renewal');
    await teams.say('Their close takes three weeks in spreadsheets');
    await teams.waitForText('How urgent is it to them, and what drives it?');
    await teams.say('high, their audit is in April');
    await teams.waitForText('What is the next step, with a day and a time?');
    await teams.say('sometime early next week');
    const asked = await teams.card('which day and time?');
    const slots = (await titles(asked)).filter(title => slot.test(title));
    assert.equal(new Set(slots).size, 2, `two different slots, not ${slots}`);
    await snap('two-slots');
    await teams.say('the first');

    const [day, time] = slots[0].split(', ');
    await teams.waitForText(new RegExp(`Saved\\. Next step with Contoso renewal, firm: ${day} 20\\d\\d, ${time} CES?T`));
    const card = await teams.card('Saved: a firm next step');
    await snap('saved');
    assert.match(await card.text(), /Their close takes three weeks in spreadsheets/);
  }));

test('The commands of the personal chat are answered', { timeout: 240_000 }, () =>
  play('commands', async ({ bot, teams, snap }) => {
    await meet(teams);
    await teams.say('help');
    await teams.card('What you can say', 'snooze until tomorrow 9:00');
    await teams.say('my deals');
    await teams.waitForText('No deal of yours is open just now');
    await snap('help');

    await teams.say('log meeting with Contoso today');
    const unknown = await teams.card('I know no open deal of yours called "Contoso"');
    await unknown.press('Add it and log the meeting');
    await teams.card('Logged. Here come three short questions about Contoso.');
    const card = await teams.card('Contoso', 'Why do they want it');
    await snap('logged-in-words');
    await teams.say('They outgrew spreadsheets');
    await teams.waitForText('How urgent is it to them, and what drives it?');
    await teams.say('cancel');
    await teams.waitForText('All right, I stop here');
    await card.holds('Why do they want it', 'They outgrew spreadsheets');

    await card.type('Next step', 'Contract review tomorrow at 14:30');
    await card.choose('How urgent is it', 'Medium');
    await card.press('Save');
    await teams.card('Saved: a firm next step', '14:30');
    await teams.say('my deals');
    await teams.card('Your open deal', 'Contoso', '14:30');
    await snap('my-deals');
    await teams.say('undo');
    await teams.waitForText('Taken back');
    await teams.card('Contoso', 'Next step, with day and time');
    await snap('undone');
  }));

test('A reminder can be put off, and a meeting that was none of sales is not asked about again', { timeout: 240_000 }, () =>
  play('later', async ({ bot, teams, snap }) => {
    await meet(teams);
    await bot.logMeeting(contoso);
    const card = await teams.card('Contoso renewal');
    await card.press('Later…');
    await card.shows('When shall I ask again?');
    await snap('when-card', card);
    await card.press('Ask me then');
    const postponed = await teams.card("I'll ask again");
    assert.match(await postponed.text(), /I'll ask again [A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} 20\d\d, \d\d:\d\d CES?T/);
    await snap('put-off');
    await postponed.press('Answer now');
    const back = await teams.card('Contoso renewal', 'Why do they want it');
    await back.press('Not a sales meeting');
    const dismissed = await teams.card("Noted: not a sales meeting. I won't ask about it again.");
    await snap('not-a-sales-meeting');
    await dismissed.press('Undo');
    await teams.card('Contoso renewal', 'Why do they want it');
  }));

/** Alex opens the chat and answers the welcome, which tells the bot his time zone. */
async function meet(teams) {
  await teams.openPersonalChat();
  await teams.waitForText('I am FollowUpBot');
  await teams.say('hi');
  await teams.card('What you can say');
}

async function titles(card) {
  return (await card.buttons()).filter(title => title);
}
