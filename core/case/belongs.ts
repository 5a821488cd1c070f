import { folded } from '../folded.ts';
import { isOwn, ownDomains } from '../reading/own-domains.ts';
import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { referencesIn } from './reference-forms.ts';
import { toReference } from './reference.ts';
import { homesIn, phonesIn, postcodesIn } from './traces.ts';
import type { CaseFile } from './case-file.ts';

/*
 * Which case a message belongs to, and why. A suggestion: what ties them is shown, and a person joins them or doesn't.
 */

/** What a message has in common with a case; `text` is what is quoted or shared, in the message's own words where it has any. */
export interface Tie {
  readonly kind: 'thread' | 'reference' | 'their-reference' | 'sender' | 'phone' | 'home' | 'postcode' | 'name';
  readonly text: string;
}

/** A case that a message may belong to, with everything that speaks for it. */
export interface Belonging {
  readonly caseId: string;
  readonly ties: readonly Tie[];
  /** Thread, reference, sender or telephone: not only a home, a name or a postcode, which several people share. */
  readonly isSure: boolean;
}

const WEIGHT: Readonly<Record<Tie['kind'], number>> = {
  reference: 8,
  thread: 8,
  'their-reference': 6,
  sender: 4,
  phone: 4,
  home: 3,
  name: 2,
  postcode: 1,
};
const SURE = 4;

/** The cases that the message has something in common with, the likeliest first; of two alike the later one. */
export function belongings(files: readonly CaseFile[], reading: Reading, settings: Settings): readonly Belonging[] {
  const traces = tracesOf(reading, settings);
  const strength = ({ ties }: Belonging): number => ties.reduce((sum, { kind }) => sum + WEIGHT[kind], 0);
  const receivedAt = new Map(files.map((file) => [file.id, Date.parse(file.receivedAt)]));
  return files
    .map((file): Belonging => {
      const ties = tiesTo(file, traces, settings);
      return { caseId: file.id, ties, isSure: ties.some(({ kind }) => WEIGHT[kind] >= SURE) };
    })
    .filter(({ ties }) => ties.length > 0)
    .sort(
      (left, right) =>
        strength(right) - strength(left) || (receivedAt.get(right.caseId) ?? 0) - (receivedAt.get(left.caseId) ?? 0),
    );
}

/** What a message is found by again: everything in it that may name a case. */
export interface Traces {
  readonly messageIds: readonly string[];
  readonly threadId: string | null;
  readonly references: readonly string[];
  readonly theirReferences: readonly string[];
  /** Whose words they are: a colleague who passes them on is nobody's complainant. */
  readonly address: string;
  readonly name: string;
  readonly phones: readonly string[];
  readonly homes: readonly string[];
  readonly postcodes: readonly string[];
}

/** The traces of a message, the landlord's own addresses and numbers left out. */
export function tracesOf({ message, newText, leftOut, writtenBy }: Reading, settings: Settings): Traces {
  const writer = writtenBy ?? message.from;
  const isOurs = isOwn(writer?.address ?? '', ownDomains(message, settings)) || isMachine(writer?.address ?? '');
  // What stands in the history below was quoted by somebody: a reference in it counts, an address in it may be ours.
  const whole = `${message.subject}\n${message.text.slice(0, 40_000)}`;
  const own = [message.subject, newText];
  // The history holds the landlord's own numbers; a resident's stands in the new text or under it.
  const signed = [
    ...own,
    ...leftOut.flatMap(({ kind, start, end }) => (kind === 'signature' ? [message.text.slice(start, end)] : [])),
  ];
  const ours = new Set([
    ...phonesIn([settings.landlord.phone, settings.emergencyNumber, settings.officer.phone]),
    ...postcodesIn([settings.landlord.address]),
  ]);
  return {
    messageIds: [message.inReplyTo ?? '', ...message.references].filter((id) => id !== ''),
    threadId: message.threadId,
    references: oursIn(whole),
    theirReferences: referencesIn(whole, settings.referenceFormats),
    address: isOurs ? '' : (writer?.address.toLowerCase() ?? ''),
    name: isOurs ? '' : folded(writer?.name ?? ''),
    phones: phonesIn(signed).filter((number) => !ours.has(number)),
    homes: homesIn(own, settings.streets),
    postcodes: postcodesIn(own).filter((code) => !ours.has(code)),
  };
}

function tiesTo(file: CaseFile, traces: Traces, settings: Settings): readonly Tie[] {
  const { messages, complainant, representative, reference } = file;
  const people = [complainant, representative, ...messages.map(({ from }) => from)].flatMap((one) => one ?? []);
  const texts = messages.map(({ subject, text }) => `${subject}\n${text}`);
  const theirs = new Set([
    ...file.ombudsmanReferences.map((one) => one.toUpperCase()),
    ...texts.flatMap((text) => referencesIn(text, settings.referenceFormats)),
  ]);
  const isSameThread =
    messages.some(({ messageId }) => messageId !== null && traces.messageIds.includes(messageId)) ||
    (traces.threadId !== null && messages.some(({ threadId }) => threadId === traces.threadId));
  return [
    ...tie('thread', isSameThread ? [''] : []),
    ...tie('reference', traces.references.includes(reference) ? [reference] : []),
    ...tie(
      'their-reference',
      traces.theirReferences.filter((one) => theirs.has(one)),
    ),
    ...tie(
      'sender',
      people.some(({ address }) => address !== '' && address.toLowerCase() === traces.address) ? [traces.address] : [],
    ),
    ...tie('phone', shared(traces.phones, phonesIn(texts))),
    ...tie('home', shared(traces.homes, homesIn(texts, settings.streets))),
    ...tie('postcode', shared(traces.postcodes, postcodesIn(texts))),
    ...tie('name', people.some(({ name }) => isFullName(name) && folded(name) === traces.name) ? [traces.name] : []),
  ];
}

/** One tie of a kind says as much as several. */
function tie(kind: Tie['kind'], found: readonly string[]): readonly Tie[] {
  return found.slice(0, 1).map((text) => ({ kind, text }));
}

function shared(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.filter((one) => right.includes(one));
}

/** Our own references in a text, as we write them; the check character keeps chance ones out. */
function oursIn(text: string): readonly string[] {
  const found = text.matchAll(/\b[2-9A-Z]{3}[- ]?[2-9A-Z]{3}[- ]?[2-9A-Z]{3}\b/gi);
  return [...new Set([...found].flatMap(([one]) => toReference(one) ?? []))];
}

/** Many people are called Chris; of a first name alone nothing follows. */
function isFullName(name: string): boolean {
  return name.trim().includes(' ');
}

function isMachine(address: string): boolean {
  return /^(?:no-?reply|do-?not-?reply|web-?forms?|forms?|mailer-daemon|postmaster|voicemail|notifications?|scan\w*)@/i.test(
    address,
  );
}
