import { expect, test } from 'vitest';

import type { CheckedView } from '../../../core/panel/check/check-view.ts';
import { insertLetter, insertParagraph } from '../../../core/panel/check/insert.ts';
import type { OpenReply, ReplyHost } from '../../../core/panel/check/reply-host.ts';

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

/** A reply beside the pane that becomes another one after so many readings. */
function host(later: Partial<OpenReply>, readings: number): { readonly host: ReplyHost; readonly put: string[] } {
  const put: string[] = [];
  let read = 0;
  return {
    put,
    host: {
      name: 'Outlook',
      read: () => Promise.resolve(read++ < readings ? REPLY : { ...REPLY, ...later }),
      insertAtTop: ({ text }) => Promise.resolve(void put.push(text)),
      insertAtCursor: (text) => Promise.resolve(void put.push(text)),
      replace: (_words, by) => Promise.resolve(put.push(by) > 0),
      onReturn: () => () => undefined,
    },
  };
}

const view = {
  reply: REPLY,
  checked: { own: { draft: { subject: '', html: '', text: 'The letter' } } },
  at: { file: { id: 'case-1' } },
} as unknown as CheckedView;

const missing = { found: [], insert: 'A paragraph' } as unknown as Parameters<typeof insertParagraph>[2];

test.each(OTHERS)('a reply %s gets neither the letter nor a paragraph', async (_name, other) => {
  const { host: beside, put } = host(other, 0);
  const noted: string[] = [];
  const noteInserted = (caseId: string): Promise<void> => Promise.resolve(void noted.push(caseId));
  expect(await insertLetter({ host: beside, noteInserted }, view)).toContain('Nothing was put in');
  expect(await insertParagraph(beside, REPLY, missing)).toContain('Nothing was put in');
  expect([put, noted]).toEqual([[], []]);
});

test('another reply was opened while the letter was on its way: it is said, and nothing is entered', async () => {
  const { host: beside, put } = host({ to: [JO] }, 1);
  const noted: string[] = [];
  const noteInserted = (caseId: string): Promise<void> => Promise.resolve(void noted.push(caseId));
  expect(await insertLetter({ host: beside, noteInserted }, view)).toContain('Another reply was opened meanwhile');
  expect([put, noted]).toEqual([['The letter'], []]);
});

test('what was typed meanwhile, and the order of names, are no other reply', async () => {
  const { host: beside, put } = host(
    { text: 'Dear Ruth, thank you', to: [{ ...RUTH, address: 'RUTH@mail.example' }] },
    0,
  );
  const noted: string[] = [];
  const noteInserted = (caseId: string): Promise<void> => Promise.resolve(void noted.push(caseId));
  expect(await insertLetter({ host: beside, noteInserted }, view)).toContain('at the top of your reply');
  expect([put, noted]).toEqual([['The letter'], ['case-1']]);
});
