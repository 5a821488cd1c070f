import type { Span } from '../message.ts';
import { domainOf, isOwn, ownDomains } from '../reading/own-domains.ts';
import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';

/** What the neural reader is given of a message: three texts, and where the second one stands in the message. */
export interface ReaderInput {
  /** Who writes to whom, how, and about what. */
  readonly head: string;
  /** The new text. */
  readonly text: string;
  /** The parts of the message that `text` is joined from, by line ends. */
  readonly parts: readonly Span[];
  /** The end of what the message answers, where an answer makes sense only with its question. */
  readonly context: string;
}

const LONGEST_HEAD = 200;
const LONGEST_CONTEXT = 240;

/** The reader's view of a message. The same in training and in use, so it lives here alone. */
export function readerInput(reading: Reading, settings: Settings): ReaderInput {
  const { message, channel, newText, parts, writtenBy } = reading;
  const own = ownDomains(message, settings);
  const address = message.from?.address ?? '';
  const sender = address === '' ? 'nobody named' : isOwn(address, own) ? 'one of us' : 'outside';
  const us = [...own]
    .map((domain) => domain.split('.')[0] ?? '')
    .concat(settings.landlord.name, settings.landlord.otherNames);
  const head = [
    channel,
    sender + (writtenBy ? ', passed on' : ''),
    `${message.from?.name ?? ''} ${domainOf(address)}`,
    `to ${us.filter((name) => name !== '').join(', ')}`,
    message.subject,
  ]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .join(' | ');
  return { head: head.slice(0, LONGEST_HEAD), text: newText, parts, context: contextOf(reading) };
}

function contextOf({ message, leftOut }: Reading): string {
  const quoted = leftOut.find(({ kind }) => kind === 'quoted-message');
  if (!quoted) return '';
  return message.text
    .slice(quoted.start, Math.min(quoted.end, quoted.start + 2_000))
    .replace(/^[ \t]*>+ ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_CONTEXT);
}
