import { CalendarCoverageError } from '../calendar.ts';
import { panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { deadlines } from '../deadlines/deadlines.ts';
import { DUTY_WORDS } from '../deadlines/words.ts';
import { emptyMessage, type Channel, type Message } from '../message.ts';
import { deskFor, type PastedMessage } from './desk.ts';
import { leftInWords } from './left-words.ts';
import { supposedCase } from './log-drafts.ts';
import { noonOf } from './noon.ts';
import type { PasteForm } from './paste-form.ts';
import type { Looked } from './state.ts';

/** How something reaches a landlord that no page shows, in the order in which it is chosen. */
export const TYPED_CHANNELS: readonly (readonly [Channel, string])[] = [
  ['email', 'Email'],
  ['phone', 'Call'],
  ['letter', 'Letter'],
  ['visit', 'Visit'],
  ['social-dm', 'Social media'],
  ['web-form', 'Web form'],
  ['crm-note', 'Note'],
];

/** What the form says, as a message of its own. */
export function pastedOf(paste: PasteForm): PastedMessage {
  const { channel, name, address, subject, text, day, messageId, attachments, takenBy } = paste;
  const isExact = paste.receivedAt !== null && localDate(paste.receivedAt) === day;
  const receivedAt = isExact ? paste.receivedAt : noonOf(day);
  return {
    channel,
    name: name.trim(),
    address: address.trim(),
    subject: subject.trim(),
    text,
    receivedAt,
    receivedAtSource: receivedAt === null ? null : isExact ? 'header' : 'person',
    messageId,
    attachments: [...attachments],
    ...(takenBy.trim() === '' ? {} : { takenBy: takenBy.trim() }),
    ...(paste.of && { of: paste.of }),
  };
}

/** A pasted message as every step after it takes it. Who took a call is the one that it was said to. */
export function messageOf({ name, address, attachments, takenBy, of: _record, ...pasted }: PastedMessage): Message {
  const from = name === '' && address === '' ? null : { name, address };
  const to = takenBy === undefined ? [] : [{ name: takenBy, address: '' }];
  return { ...emptyMessage(), ...pasted, from, to, attachments };
}

/** The form's message before it is sent. */
export function messageOfPaste(paste: PasteForm): Message {
  return messageOf(pastedOf(paste));
}

/** What of it is late already: "Acknowledgement was due Thu 19 Mar, overdue by 4 working days". */
export function lateAlready(paste: PasteForm, looked: Looked, now: Instant): readonly string[] {
  const message = messageOfPaste(paste);
  const file = supposedCase(deskFor('typed', message), message, looked, now);
  if (!file || message.receivedAt === null) return [];
  const { policy, calendar } = looked.rules;
  try {
    return deadlines(file, policy, calendar).dates.flatMap((date) => {
      const { words, isOver } = leftInWords(date, now, calendar);
      return isOver ? [`${DUTY_WORDS[date.obligation]} by ${panelDate(date.day, localDate(now))}: ${words}`] : [];
    });
  } catch (error) {
    if (error instanceof CalendarCoverageError) return [];
    throw error;
  }
}
