import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';

const folder = fileURLToPath(new URL('../../artifacts/calendar/', import.meta.url));

/** `dotnet test --filter CalendarFile` writes the files; the number in a name is the moment of the start. */
test("A calendar that knows only the file's own zone finds the right moment", () => {
  const names = readdirSync(folder).filter(name => name.endsWith('.ics'));
  assert.ok(names.length >= 6, `only ${names.length} files in ${folder}`);
  for (const name of names) {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(folder + name, 'utf8')));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
    assert.equal(event.component.getFirstProperty('dtstart').getParameter('tzid'), zone.tzid);
    event.startDate.zone = zone;
    event.endDate.zone = zone;
    assert.equal(event.startDate.toUnixTime(), Number(name.split('-')[0]), name);
    assert.equal(event.endDate.toUnixTime() - event.startDate.toUnixTime(), 1800, name);
    assert.equal(event.summary, 'Demo with Dana, "Ümläut"; 漢字 and a subject that is long enough to be folded more than once on its way');
    assert.equal(event.sequence, 3);
    assert.equal(event.attendees.length, 0);
  }
});
