import type { CaseFile } from '../case/case-file.ts';
import type { Traces } from '../case/belongs.ts';
import { toReference } from '../case/reference.ts';
import { plainLetters } from '../folded.ts';
import { homesIn, phonesIn, postcodesIn } from '../case/traces.ts';

/*
 * What an old case is found by without any index in memory: its reference, a name, an address of mail, a postcode, the
 * Ombudsman's reference; and by what ties a message to it: thread, home, telephone. Each is a term that a register keeps an index of.
 */

/** A person, as far as known; both are sought, and a case fits that has one of them. */
export interface Person {
  readonly name?: string;
  readonly addresses?: readonly string[];
}

/** The terms under which a case is found. */
export function termsOf(file: CaseFile): readonly string[] {
  const { complainant, representative, messages, reference, ombudsmanReferences } = file;
  const texts = messages.map(({ text, subject }) => `${subject}\n${text}`);
  const people = [complainant, representative, ...messages.map(({ from }) => from)].flatMap((person) => person ?? []);
  return [
    ...new Set([
      referenceTerm(reference),
      ...ombudsmanReferences.map((text) => `ext ${compact(text)}`),
      ...people.flatMap(({ name, address }) => termsOfPerson({ name, addresses: [address] })),
      ...messages.flatMap(({ threadId }) => (threadId === null ? [] : [`thread ${threadId}`])),
      ...termsOfPlaces({ postcodes: postcodesIn(texts), homes: homesIn(texts), phones: phonesIn(texts) }),
    ]),
  ];
}

/** The terms under which a case is found that a message may belong to. */
export function termsTied(traces: Traces): readonly string[] {
  const { references, theirReferences, threadId, name, address } = traces;
  return [
    ...references.map(referenceTerm),
    ...theirReferences.map((text) => `ext ${compact(text)}`),
    ...(threadId === null ? [] : [`thread ${threadId}`]),
    ...termsOfPerson({ name, addresses: [address] }),
    ...termsOfPlaces(traces),
  ];
}

function termsOfPlaces({
  postcodes,
  homes,
  phones,
}: Pick<Traces, 'postcodes' | 'homes' | 'phones'>): readonly string[] {
  return [
    ...postcodes.map((code) => `post ${code}`),
    ...homes.map((home) => `home ${home}`),
    ...phones.map((number) => `tel ${number}`),
  ];
}

/** The term of a reference. */
export function referenceTerm(reference: string): string {
  return `ref ${compact(reference)}`;
}

/**
 * A reference as it is shown where several cases have the same one, which two machines may bring about: the first by its
 * id keeps it, the others get their place behind it. Nothing of a case is changed by that.
 */
export function shownReference(reference: string, place: number): string {
  return place > 1 ? `${reference}-${String(place)}` : reference;
}

/** The terms that a person is found by. */
export function termsOfPerson({ name = '', addresses = [] }: Person): readonly string[] {
  return [
    ...(plainLetters(name) === '' ? [] : [`name ${plainLetters(name)}`]),
    ...addresses.filter((address) => address.trim() !== '').map((address) => `mail ${address.trim().toLowerCase()}`),
  ];
}

/** The terms that somebody may have meant by what they typed: exactly, not word by word. */
export function termsMeant(typed: string): readonly string[] {
  const text = typed.trim().slice(0, 200);
  if (text === '') return [];
  const reference = toReference(text);
  const [postcode] = postcodesIn([text]);
  return [
    ...(reference ? [referenceTerm(reference)] : []),
    `ext ${compact(text)}`,
    ...(text.includes('@') ? [`mail ${text.toLowerCase()}`] : [`name ${plainLetters(text)}`]),
    ...(postcode ? [`post ${postcode}`] : []),
  ];
}

/** What is found exactly or not at all: a whole address of mail, whose words are in everybody's, and a postcode. */
export function isExact(typed: string): boolean {
  const [postcode] = postcodesIn([typed]);
  return isAddress(typed) || (postcode !== undefined && compact(typed) === compact(postcode));
}

/** A whole address of mail: found exactly or not at all, since its words are in everybody's. */
export function isAddress(typed: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim());
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '');
}
