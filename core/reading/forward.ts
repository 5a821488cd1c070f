import type { Correspondent, Message } from '../message.ts';
import type { Settings } from '../settings.ts';
import { FORWARD_SUBJECT } from './header-words.ts';
import type { Boundary } from './history.ts';
import { correspondentOf, isOwn, ownDomains } from './own-domains.ts';

/*
 * A colleague, an MP's office or a contractor who passes a resident's words on for action makes those words new. One who
 * shows a case that is dealt with, or asks a colleague about it, doesn't; nor does a resident who sends the landlord its
 * own letter back.
 */

/** By the covering line, the case is in hand already. */
const IN_HAND =
  /\b(?:(?:been|was|is|i.ve|i have|we.ve|one.s|already|now|separately)\s+(?:been\s+)?(?:logged|raised|acknowledged|dealt with)|^logged|[–-] logged|no action (?:for|from|needed|required)|nothing (?:needed|required) from you|for (?:your )?(?:info|information) only|i.ve spoken to (?:her|him|them))\b/i;

/** The covering line asks a colleague for facts, a view or a reading. */
const ASKS_COLLEAGUE =
  /\b(?:(?:can|could) (?:i|we) have your|your (?:view|comments|thoughts|bit|timeline|eye|take)|comments? (?:please|by|back)|draft|sign[ -]?off|need (?:from you|your)|what do you think|does it meet|for the (?:minutes|file copy))\b/i;

const MACHINE_SENDER =
  /\b(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|newsletter|marketing|notifications?|alerts?|bulletin)\b/i;

/**
 * Who wrote the passed-on words at a boundary, where they are passed on for action; null where they are history.
 * `covering` is what stands above them.
 */
export function passedOnBy(
  message: Message,
  boundary: Boundary,
  covering: string,
  settings: Settings,
): Correspondent | null {
  if (!FORWARD_SUBJECT.test(message.subject) && !boundary.isForward && covering !== '') return null;
  const writer = correspondentOf(boundary.from);
  if (covering === '') return boundary.from === '' ? null : writer;

  const own = ownDomains(message, settings);
  const sender = message.from ?? { name: '', address: '' };
  if (isOwn(sender.address, own)) {
    const letter = covering.slice(0, 2_000);
    return IN_HAND.test(letter) || ASKS_COLLEAGUE.test(letter) || isMachine(writer, own) ? null : writer;
  }
  // From outside: words of a third person are passed on; the landlord's, the sender's own or a machine's are shown.
  if (isSame(writer, sender) || isOwn(writer.address, own) || MACHINE_SENDER.test(boundary.from)) return null;
  return writer;
}

/** A system of the landlord's own that hands on what residents send: it does so at once, and nobody had it before. */
const SYSTEM = /\b(?:web-?forms?|forms?|voicemail|website|portal|crm|fax|scan(?:s|ner)?)\b/i;

/** Whether one of the landlord's own staff passed the words of another on, so that the landlord had them before. */
export function isStaff(message: Message, writer: Correspondent, settings: Settings): boolean {
  const { from } = message;
  if (!from || isSame(writer, from) || !isOwn(from.address, ownDomains(message, settings))) return false;
  const mailbox = `${from.name} ${from.address.slice(0, from.address.lastIndexOf('@'))}`;
  return !MACHINE_SENDER.test(mailbox) && !SYSTEM.test(mailbox);
}

/** A machine outside: a newsletter, an alert. The landlord's own voicemail or web form carries a resident's words. */
function isMachine(writer: Correspondent, own: ReadonlySet<string>): boolean {
  return MACHINE_SENDER.test(`${writer.name} ${writer.address}`) && !isOwn(writer.address, own);
}

function isSame(left: Correspondent, right: Correspondent): boolean {
  if (left.address !== '' && left.address.toLowerCase() === right.address.toLowerCase()) return true;
  return left.name !== '' && left.name.toLowerCase() === right.name.toLowerCase();
}
