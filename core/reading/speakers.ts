import type { Line } from './lines.ts';

/*
 * Chats: who says which line. Only the resident's lines count; what the adviser or the robot says is left out.
 */

/** One turn of a conversation: the line's words begin at `start`. */
export interface Turn {
  readonly line: number;
  readonly speaker: string;
  readonly start: number;
}

const TURN =
  /^(?:[[(]?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s)?(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,?\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]m)?[\])]?\s*[-–—]?\s*)?([\p{L}@][^:\n]{0,48}?)\s?:\s+(?=\S)/iu;

const NOTICE =
  /\b(?:joined|has joined|left the chat|session (?:closed|ended)|chat (?:ended|closed|started)|you.re chatting with|transcript|has ended)\b/i;

const STAFF =
  /\b(?:agent|advis[eo]r|bot|assistant|system|operator|support|staff|team|officer|auto|admin|csa|csr|cso|relay|caretaker|concierge|on call|rep)\b|bot$|\((?:auto|adviser|advisor|agent|staff|officer|hub|bot)[^)]{0,20}\)/i;

const CUSTOMER = /\b(?:visitor|customer|tenant|caller|user|guest|client|resident|me|cust|tt)\b/i;

/**
 * The turns of a conversation; null where the text is none. A colon in prose makes no turn: at least three lines must be
 * spoken, by at least two speakers, and most lines must be turns.
 */
export function turnsOf(lines: readonly Line[]): readonly Turn[] | null {
  const turns: Turn[] = [];
  let notices = 0;
  lines.forEach(({ head, start }, line) => {
    const turn = TURN.exec(head);
    if (turn?.[1]) turns.push({ line, speaker: turn[1].trim(), start: start + turn[0].length });
    else if (NOTICE.test(head)) notices++;
  });
  if (turns.length < 3 || turns.length + notices < lines.length * 0.6) return null;
  const speakers = countOf(turns);
  // A form has its labels once each, a conversation its speakers again and again.
  return speakers.size >= 2 && speakers.size <= Math.max(4, turns.length / 2) && Math.max(...speakers.values()) > 1
    ? turns
    : null;
}

/** The names of those whose words are not the customer's. Empty where nothing tells them apart. */
export function otherSpeakers(turns: readonly Turn[], customer: string): ReadonlySet<string> {
  const speakers = [...countOf(turns).keys()];
  const others = speakers.filter((speaker) => STAFF.test(speaker) && !CUSTOMER.test(speaker));
  const named = speakers.filter((speaker) => CUSTOMER.test(speaker) || isNamed(speaker, customer));
  if (named.length > 0) return new Set(speakers.filter((speaker) => !named.includes(speaker)));
  // "Kirkdale Moor (Bex)": an organisation answers with its person in brackets, and later by the name alone.
  const organisations = speakers.filter((speaker) => /\([^)]+\)$/.test(speaker));
  const persons = organisations.map((speaker) => /\(([^)]+)\)$/.exec(speaker)?.[1] ?? '');
  return new Set([...others, ...organisations, ...speakers.filter((speaker) => persons.includes(speaker))]);
}

function isNamed(speaker: string, customer: string): boolean {
  const name = speaker
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  return name.length > 1 && customer.toLowerCase().includes(name);
}

function countOf(turns: readonly Turn[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of turns) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}
