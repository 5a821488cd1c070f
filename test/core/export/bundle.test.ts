import { expect, test } from 'vitest';
import { caseFile } from '../../../core/case/case-file.ts';
import type { CaseEvent, EventDraft } from '../../../core/case/event.ts';
import { withoutPersonal } from '../../../core/case/chain.ts';
import { originalDraft, recordOf } from '../../../core/case/original.ts';
import { evidenceBundle } from '../../../core/export/evidence-bundle.ts';
import { personData, type SeenOfPerson } from '../../../core/export/person-data.ts';
import { toIsoDate } from '../../../core/dates.ts';
import { calendarOf, policyOn } from '../../../policies/index.ts';
import { acknowledged, draft, entered, moment, opening } from '../../support/case.ts';

const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
const policies = [{ policy, calendar: calendarOf(policy) }];
const now = moment('2026-03-26T09:00:00Z');
const tell = (event: CaseEvent) => ({ words: `It was ${event.type}.`, written: '' });

const hostile = `<script>alert(1)</script>"'&<img src=x onerror=alert(1)>`;
const wild = opening().map((event): EventDraft =>
  event.type === 'received'
    ? { ...event, personal: { ...event.personal, subject: hostile, text: `The floor. ${hostile}` } }
    : event,
);

test('a bundle holds the timeline, the messages, every date with its working, the clauses and the hashes', () => {
  const events = entered([...opening(), acknowledged('2026-03-25T10:00:00+00:00')]);
  const html = evidenceBundle({ file: caseFile(events), events, policies, tell, now, by: 'Joanna Marsh' });
  expect(html).toContain('It was acknowledged.');
  expect(html).toContain('The floor was taken up on 23 February. Nobody came back.');
  expect(html).toContain('10 working days after Wed 25 Mar 2026, the day it was acknowledged.');
  expect(html).toContain('Fri 3 Apr 2026, Good Friday');
  expect(html).toMatch(/<h2>Clauses<\/h2>/);
  for (const { hash } of events) expect(html).toContain(hash);
});

test('what somebody wrote stands in it as text, and it fetches and runs nothing', () => {
  const events = entered(wild);
  const html = evidenceBundle({ file: caseFile(events), events, policies, tell, now, by: hostile });
  expect(html).not.toMatch(/<script|<img/i);
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<[^>]*\b(src|href)=/);
});

test('everything held about a person is handed over, value by value, and what was erased is said to be', () => {
  const events = entered(opening());
  const file = caseFile(events);
  const html = personData({ name: 'Ruth Amankwah', cases: [{ file, events, tell }], seen: [], drafts: [], now });
  for (const words of ['ruth.amankwah@mail.example', 'A date for the floor to be finished', 'help@landlord.example'])
    expect(html).toContain(words);
  const erased = personData({
    name: '',
    cases: [{ file, events: events.map(withoutPersonal), tell }],
    seen: [
      { from: { address: 'ruth@mail.example' }, subject: hostile, receivedAt: null, firstSeenAt: now } as SeenOfPerson,
    ],
    drafts: [{ pasted: { text: 'It floods again' } }],
    now,
  });
  expect(erased).toContain('1 case, 1 message seen and not logged, 1 draft kept.');
  expect(erased).toContain('ruth@mail.example');
  expect(erased).toContain('It floods again');
  expect(erased).not.toMatch(/Nobody came back|<script/);
  expect(erased).toContain('Its personal data was erased.');
});

test('an email’s file stands in both to be saved, and nothing in it is shown or run', () => {
  const bytes = new TextEncoder().encode(hostile.repeat(100));
  const [received, ...rest] = entered(wild);
  if (!received) throw new Error('there is no message');
  const original = { of: received.id, bytes };
  const kept = entered([...wild, originalDraft(original, { caseId: received.caseId, actor: { name: 'Pat' }, now })]);
  const file = caseFile(kept);
  expect(rest).toHaveLength(1);
  expect(file.messages[0]?.original).toEqual({ digest: recordOf(bytes).digest, bytes: bytes.length });
  const originals = new Map([[received.id, bytes]]);
  const bundle = evidenceBundle({ file, events: kept, originals, policies, tell, now, by: 'Pat' });
  const handedOver = personData({
    name: 'Ruth',
    cases: [{ file, events: kept, tell, originals }],
    seen: [],
    drafts: [],
    now,
  });
  for (const html of [bundle, handedOver]) {
    expect(html).not.toMatch(/<script|<img/i);
    const [link] = /<a [^>]*>/.exec(html) ?? [];
    const start = `<a download="${file.reference}-email-1.eml" href="data:application/octet-stream;base64,`;
    expect(link).toBe(`${start}${Buffer.from(bytes).toString('base64')}">`);
  }
});

test('it is read in any year: each day has its own; what was taken back is said to be; the policy has its name', () => {
  const made = entered([...opening(), acknowledged('2026-03-25T10:00:00+00:00')]);
  const of = made.flatMap(({ id, type }) => (type === 'acknowledged' ? [id] : []));
  const events = entered([
    ...opening(),
    acknowledged('2026-03-25T10:00:00+00:00'),
    draft('undone', '2026-03-25T11:00:00+00:00', { of }, {}),
  ]);
  const bundle = evidenceBundle({ file: caseFile(events), events, policies, tell, now, by: 'Joanna Marsh' });
  const handedOver = personData({
    name: 'Ruth',
    cases: [{ file: caseFile(events), events, tell }],
    seen: [],
    drafts: [],
    now,
  });
  for (const html of [bundle, handedOver])
    expect(html.match(/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]{2}(?! \d{4})/g)).toBeNull();
  expect(bundle).toMatch(/It was acknowledged\.\nTaken back Wed 25 Mar 2026, 11:00 by Joanna Marsh\./);
  expect(bundle).toContain(`<dd>${policy.name}, which bears no date</dd>`);
  expect(handedOver).toContain('1 case, 0 messages seen and not logged, 0 drafts kept.');
});
