import type { Span } from '../message.ts';
import type { Reading } from '../reading/reading.ts';
import type { Findings } from '../triage/verdict.ts';
import type { CaseFile } from './case-file.ts';

/*
 * What a further message is to a case: a thank-you opens nothing again, an old thread may hold a new matter. A suggestion
 * beside the verdict; where the message goes, the policy says.
 */

/** What it is, and the words that say so, where some do. */
export interface FollowUp {
  readonly kind: 'next-stage' | 'thanks' | 'chaser' | 'new-matter' | 'more';
  readonly because: Span | null;
}

const SAYS_NEW =
  /\b(?:(?:a|an|another|one more|one other) (?:completely |totally |entirely |quite )?(?:separate|different|unrelated|new|other) (?:matter|issue|problem|complaint|query|thing|subject|repair)|another (?:matter|issue|problem|complaint)|(?:separate|unrelated) (?:matter|issue|complaint)|on (?:a|an) (?:separate|different|other|another|unrelated) note|(?:nothing|not) to do with (?:my|the|that|this) (?:last|other|previous|earlier|old|first)|while (?:i am|i'm|i’m|im|i have you|i've got you) (?:writing|here|on|at it)|new (?:complaint|matter|issue))\b/i;
const THANKS = /\b(?:thank(?:s| you)|ta very much|much appreciated|really grateful|cheers|well done|brilliant)\b/i;

/** Letters by which a word is known in another form of it: repair, repaired, repairs. */
const STEM = 5;
/** Fewer words than these say nothing of what a message is about. */
const ENOUGH = 4;

/** What the message is to this case. */
export function followUpOf(
  findings: Pick<Findings, 'dissatisfaction' | 'intent' | 'points' | 'evidence'>,
  reading: Reading,
  file: CaseFile,
): FollowUp {
  const { dissatisfaction, intent } = findings;
  if (intent === 'escalation') return { kind: 'next-stage', because: firstOf(findings) };
  const said = spanOf(SAYS_NEW, reading);
  const asksSomething = dissatisfaction.found || intent === 'service_request' || intent === 'asb_report';
  if (said && asksSomething) return { kind: 'new-matter', because: said };
  if (!dissatisfaction.found && (intent === 'compliment' || intent === 'other')) {
    const thanks = spanOf(THANKS, reading);
    if (thanks) return { kind: 'thanks', because: thanks };
  }
  if (intent === 'chaser') return { kind: 'chaser', because: firstOf(findings) };
  return asksSomething && isAboutElse(reading, file)
    ? { kind: 'new-matter', because: null }
    : { kind: 'more', because: null };
}

/** No word of the matter is in it, where both are long enough to tell. */
function isAboutElse({ newText }: Reading, file: CaseFile): boolean {
  const own = stemsOf(newText);
  const [first] = file.messages;
  const theirs = stemsOf([first?.subject ?? '', first?.text ?? '', ...file.points.map(({ text }) => text)].join('\n'));
  return own.size >= ENOUGH && theirs.size >= ENOUGH && ![...own].some((stem) => theirs.has(stem));
}

/** Words that every such mail has, whatever it is about. */
const EVERYWHERE = new Set(
  'about after again already always answer anyone anything around asked asking because before being came cannot called check complain complaint could council date dear didnt doesnt done email estate every everyone first flat friday from getting given going happened havent hello home hope house housing however just kind know landlord last left letter like made make manager matter maybe meanwhile message monday month months morning more never nobody nothing number office officer other over people phone please point problem properly property really regards repair reply report response right ring said saturday saying says seems sent should since some somebody someone something soon spoke still street sunday sure team tell tenant than thank thanks that their them then there these they thing think this those though three through thursday time today told tomorrow tuesday twice under until very wait waiting want week weeks well went were what when where which while will with without wont work worked would write writing wrong year years yesterday yours'
    .split(' ')
    .map((word) => word.slice(0, STEM)),
);

function stemsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, 8_000)
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/\p{L}{4,24}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, STEM)).filter((stem) => !EVERYWHERE.has(stem)));
}

function spanOf(pattern: RegExp, { sentences }: Reading): Span | null {
  for (const { text, start } of sentences) {
    const match = pattern.exec(text);
    if (match) return { text: match[0], start: start + match.index, end: start + match.index + match[0].length };
  }
  return null;
}

function firstOf({ evidence }: Pick<Findings, 'evidence'>): Span | null {
  const [first] = evidence;
  return first ? { text: first.text, start: first.start, end: first.end } : null;
}
