import { panelDate } from '../core/date-words.ts';
import { localDate, type IsoDate } from '../core/dates.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
import type { Span } from '../core/message.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Route } from '../core/policy/route.ts';
import { hadBefore } from '../core/reading/first-had.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Settings } from '../core/settings.ts';
import { choiceInShort } from '../core/triage/choice-in-words.ts';
import type { Hazard, Verdict } from '../core/triage/verdict.ts';
import { dateInWords } from './dates-in-words.ts';
import { hadInWords } from './had-in-words.ts';
import { clauseText, destinationInWords } from './route-in-words.ts';
import type { Triaged } from './triage.ts';

/**
 * A verdict for a person to read: danger first with what the law wants of it, what shows it, where the policy sends it, in its
 * own words, and by when.
 */
export function verdictInWords(triaged: Triaged, law: readonly DueDate[]): string {
  const { reading, verdict, policy, route, alternatives, deadlines, uncovered } = triaged;
  const day = reading.message.receivedAt === null ? null : localDate(reading.message.receivedAt);
  const choice = choiceInShort(verdict.choice);
  const lines = [
    ...dangers(triaged, { law, day }),
    foundInWords(verdict),
    ...verdict.evidence.map(({ text }) => `  “${oneLine(text)}”`),
    ...(verdict.recognised ?? []).map(
      ({ text, meaning, language }) =>
        `  recognised (${language}): “${oneLine(text)}”, ${meaning.replaceAll('-', ' ')}`,
    ),
    ...(verdict.wants ? [`  wants: “${oneLine(verdict.wants.text)}”`] : []),
    ...(choice === null ? [] : [`  choice to complain: ${choice}`]),
    ...(verdict.flags.length > 0
      ? [`  flags: ${verdict.flags.map((flag) => flag.replaceAll('_', ' ')).join(', ')}`]
      : []),
    '',
    `${policy.name}: ${destinationInWords(verdict.route, route.route)}`,
    ...clausesOf(verdict.route, policy),
    ...(verdict.route.to === 'decide' || verdict.route.rule?.confirm ? ['  A person decides.'] : []),
    ...alternatives.map(
      (other) =>
        `  or ${destinationInWords(other.to === 'decide' ? { stage: null } : other.entered, other.route)}: ${other.because}`,
    ),
  ];
  if (day === null) lines.push('', '  no dates: the mail bears no day that can be read');
  const had = hadBefore(reading);
  if (had) lines.push('', `  ${hadInWords(had)}`);
  if (had && day !== null && deadlines.length > 0)
    lines.push(
      `  The dates below count from ${panelDate(day, day)}, when it was passed on; the true ones may be earlier.`,
    );
  if (uncovered !== null) lines.push('', `  no dates: ${uncovered}`);
  if (day !== null && deadlines.length > 0) {
    lines.push('');
    for (const date of deadlines) lines.push(...dateInWords(date, day));
  }
  return `${lines.join('\n')}\n`;
}

/** Whether it is dissatisfaction, and how sure that is: of what wasn't read nothing is said. */
function foundInWords({ confidence, dissatisfaction, intent }: Verdict): string {
  if (confidence === 'not-read') return NOT_READ;
  const what = intent.replaceAll('_', ' ');
  if (confidence === 'unsure') return `Dissatisfied or not? Unsure, somebody should read it; ${what}`;
  return `${dissatisfaction.found ? 'Dissatisfaction' : 'No dissatisfaction'} (${confidence}); ${what}`;
}

/** What is said of a message that couldn't be judged. */
export const NOT_READ = 'Not read: nothing was checked, dangers included. Somebody should read it';

/** What can't wait, before all else: harm and danger in the writer's words, whom to tell and whom to ring. */
export function dangers(
  { reading, verdict, settings }: Pick<Triaged, 'reading' | 'verdict' | 'settings'>,
  { law, day }: { readonly law: readonly DueDate[]; readonly day: IsoDate | null },
): readonly string[] {
  const { safeguarding } = verdict;
  const hazards = verdict.hazards.toSorted((left, right) => rank(left) - rank(right));
  const lines = [
    ...sentences(safeguarding, reading).map((text) => `Safeguarding, possible harm: “${text}”`),
    ...(safeguarding.length > 0 ? [`  ${tellTheLead(settings)} Don’t mention it in the reply.`] : []),
    ...hazardsInWords(hazards, reading),
    ...(hazards.length > 0 ? [`  ${ringRepairs(settings)}`] : []),
    ...(day === null ? [] : law.flatMap((date) => dateInWords(date, day).map((line) => `  ${line}`))),
    ...(day !== null && law.length > 0 && hadBefore(reading)
      ? ['  It was passed on: where any of your staff had it before, the true time is earlier.']
      : []),
  ];
  return lines.length > 0 ? [...lines, ''] : [];
}

/** Each sentence once, with the dangers that it names; a possible one only where none of this moment stands in it. */
function hazardsInWords(hazards: readonly Hazard[], reading: Reading): readonly string[] {
  const kinds = new Map<string, { readonly urgency: Hazard['urgency']; readonly kinds: Set<string> }>();
  for (const hazard of hazards) {
    for (const sentence of sentences([hazard], reading)) {
      const known = kinds.get(sentence) ?? { urgency: hazard.urgency, kinds: new Set<string>() };
      if (known.urgency === hazard.urgency) known.kinds.add(hazard.kind.replaceAll('-', ' '));
      kinds.set(sentence, known);
    }
  }
  return [...kinds].map(
    ([sentence, { urgency, kinds: named }]) =>
      `${urgency === 'now' ? 'Danger now' : 'Possible hazard'}: ${[...named].join(', ')}: “${sentence}”`,
  );
}

function rank({ urgency }: Hazard): number {
  return urgency === 'now' ? 0 : 1;
}

function tellTheLead({ safeguardingLead }: Settings): string {
  return `Tell your safeguarding lead today${safeguardingLead === '' ? ' (the settings name nobody).' : `: ${safeguardingLead}.`}`;
}

function ringRepairs({ emergencyNumber }: Settings): string {
  return `Ring emergency repairs${emergencyNumber === '' ? ' (the settings hold no number).' : `: ${emergencyNumber}.`}`;
}

/** The sentences that hold some words, each once; the words themselves where no sentence does. */
function sentences(words: readonly Span[], { sentences: all }: Reading): readonly string[] {
  const around = words.map((one) => all.find(({ start, end }) => start <= one.start && one.end <= end) ?? one);
  return [...new Set(around.map(({ text }) => oneLine(text)))];
}

/** The deciding clauses: the policy's own words in quotation marks, a paraphrase without. */
function clausesOf({ rule }: Route, policy: Policy): readonly string[] {
  return (rule?.clause ?? []).map((clause) => clauseText(clause, policy));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
