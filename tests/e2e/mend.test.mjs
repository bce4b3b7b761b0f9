import assert from 'node:assert/strict';
import test from 'node:test';
import { play } from './stage.mjs';

// Nobody waits a day for this scene, nor for Monday: the card comes in the next minutes, and reps are asked at any hour.
const settings = { Digest__RepsFirst: '00:00:00', Reminders__OnlyInWorkingHours: 'false' };
const fabrikam = { deal: 'Fabrikam rollout', rep: 'alexw@example.com', amount: 118000, stage: 'Negotiation', buyer: 'Jo Park (COO)', ended: '144 hours ago' };

test('The weekly card is posted, a row is mended from the rep\'s chat, and the card in the channel shows it', { timeout: 400_000 }, () =>
  play('mend', async ({ bot, teams, snap }) => {
    await teams.openPersonalChat();
    await teams.waitForText('I am FollowUpBot');
    await teams.say('hi');
    await teams.card('What you can say');
    await bot.logMeeting(fabrikam);
    await teams.card('Fabrikam rollout', 'Why do they want it');

    await teams.openChannel('General');
    await teams.waitForText('Nothing is posted yet');
    await teams.sayToBot('digest here');
    await teams.waitForText('This channel gets one card a week');
    await teams.sayToBot(`digest on ${soon()}`);
    await teams.waitForText('The next weekly card comes');
    const digest = await teams.cardWithin(200_000, '1 deal needs a hand this week', 'Fabrikam rollout');
    await snap('posted');
    await digest.press('Mend…');

    const row = await teams.card('Fabrikam rollout', 'Ask for the next step');
    assert.match(await row.text(), /No firm next step since/);
    await snap('row');
    await snap('row-card', row);
    await row.press('Ask for the next step');
    const asked = await teams.card('I ask Alex Wilber for the next step');
    await snap('asked');
    assert.ok((await asked.buttons()).includes('Take the question back'));

    await teams.openPersonalChat();
    const question = await teams.card('from the weekly card in General');
    assert.match(await question.text(), /What is the next step you can agree with Jo\?/);
    await question.choose('How urgent is it', 'High');
    await question.type('What drives it', 'The fuel bill, reported to the board each quarter');
    await question.type('Next step', 'Contract review tomorrow at 14:30');
    await question.typeToStay('Why do they want it', 'Two technicians drive the same route because nobody sees the plan');
    await snap('question');
    await question.press('Save');
    await teams.card('Saved: a firm next step', '14:30');

    await teams.openChannel('General');
    const mended = await teams.card('No deal on this card needs a hand any more');
    assert.match(await mended.text(), /Mended by Alex Wilber: firm, [A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}, 14:30 CES?T/);
    await snap('mended');
    await snap('mended-card', mended);
  }, { settings }));

/** The weekday and the minute after next, on the wall of the stage's zone. */
function soon() {
  const at = new Date(Date.now() + 100_000);
  const on = options => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Zurich', ...options }).format(at);
  return `${on({ weekday: 'long' })} at ${on({ hour: '2-digit', minute: '2-digit' })}`;
}
