import { expect, test } from 'vitest';

import type { CheckedView } from '../../../core/panel/check/check-view.ts';
import { insertLetter, insertParagraph } from '../../../core/panel/check/insert.ts';
import { isSameReply, type OpenReply, type Placed, type ReplyHost } from '../../../core/panel/check/reply-host.ts';

/* What is put into a reply goes into the one that was checked, and into no other. */

const RUTH = { name: 'Ruth Amankwah', address: 'ruth@mail.example' };
const JO = { name: 'Jo Bell', address: 'jo@mail.example' };
const REPLY: OpenReply = { to: [RUTH], cc: [], subject: 'Re: Bathroom floor', text: 'Dear Ruth', threadId: 'one' };
const OTHERS: readonly (readonly [string, Partial<OpenReply>])[] = [
  ['to somebody else', { to: [JO] }],
  ['to one more', { to: [RUTH, JO] }],
  ['with a copy to somebody', { cc: [JO] }],
  ['in another conversation', { threadId: 'two' }],
  ['about something else', { subject: 'Re: Rent' }],
];

/** A reply beside the pane that is another one by the time that something is put in. */
function host(later: Partial<OpenReply>, after: Placed = { kind: 'placed' }) {
  const put: string[] = [];
  const place = (text: string, into: OpenReply): Promise<Placed> => {
    if (!isSameReply({ ...REPLY, ...later }, into)) return Promise.resolve({ kind: 'another' });
    put.push(text);
    return Promise.resolve(after);
  };
  const beside: ReplyHost = {
    name: 'Outlook',
    read: () => Promise.resolve({ ...REPLY, ...later }),
    insertAtTop: ({ text }, into) => place(text, into),
    insertAtCursor: place,
    replace: ({ by }, into) => place(by, into),
    onReturn: () => () => undefined,
  };
  return { host: beside, put };
}

const view = {
  reply: REPLY,
  checked: { own: { draft: { subject: '', html: '', text: 'The letter' } } },
  at: { file: { id: 'case-1' } },
} as unknown as CheckedView;

const missing = { found: [], insert: 'A paragraph' } as unknown as Parameters<typeof insertParagraph>[2];

test.each(OTHERS)('a reply %s gets neither the letter nor a paragraph', async (_name, other) => {
  const { host: beside, put } = host(other);
  const noted: string[] = [];
  const noteInserted = (caseId: string): Promise<void> => Promise.resolve(void noted.push(caseId));
  expect(await insertLetter({ host: beside, noteInserted }, view)).toContain('Nothing was put in');
  expect(await insertParagraph(beside, REPLY, missing)).toContain('Nothing was put in');
  expect([put, noted]).toEqual([[], []]);
});

test.each<[string, Placed]>([
  ['Another reply was opened meanwhile', { kind: 'elsewhere', open: null, isThere: false }],
  [
    'went into another reply: the one to Jo Bell, “Re: Rent”. Take it out there',
    { kind: 'elsewhere', open: { ...REPLY, to: [JO], subject: 'Re: Rent' }, isThere: true },
  ],
  ['isn’t in this reply, though it was taken', { kind: 'nowhere' }],
])('the letter %s: it is said, and nothing is entered', async (says, placed) => {
  const { host: beside, put } = host({}, placed);
  const noted: string[] = [];
  const noteInserted = (caseId: string): Promise<void> => Promise.resolve(void noted.push(caseId));
  const said = await insertLetter({ host: beside, noteInserted }, view);
  expect(said).toContain(says);
  expect(said).toContain('Nothing was entered on the case.');
  expect([put, noted]).toEqual([['The letter'], []]);
});

test('what was typed meanwhile, and the order of names, are no other reply', async () => {
  const { host: beside, put } = host({
    text: 'Dear Ruth, thank you',
    to: [{ ...RUTH, address: 'RUTH@mail.example' }],
  });
  const noted: string[] = [];
  const noteInserted = (caseId: string): Promise<void> => Promise.resolve(void noted.push(caseId));
  expect(await insertLetter({ host: beside, noteInserted }, view)).toContain('at the top of your reply');
  expect([put, noted]).toEqual([['The letter'], ['case-1']]);
});
