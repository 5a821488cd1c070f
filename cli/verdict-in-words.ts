import { panelDate } from '../core/date-words.ts';
import { localDate, type IsoDate } from '../core/dates.ts';
import type { DueDate } from '../core/deadlines/dates-from.ts';
import type { Span } from '../core/message.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Route } from '../core/policy/route.ts';
import { hadBefore } from '../core/reading/first-had.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Settings } from '../core/settings.ts';
import type { Confidence, Hazard } from '../core/triage/verdict.ts';
import { dateInWords } from './dates-in-words.ts';
import { hadInWords } from './had-in-words.ts';
import { clauseText, destinationInWords } from './route-in-words.ts';
import type { Triaged } from './triage.ts';

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  clear: 'clear',
  likely: 'likely',
  unsure: 'unsure: somebody should read it',
  'not-read': 'not read: somebody should read it',
};

/**
 * A verdict for a person to read: danger first with what the law wants of it, what shows it, where the policy sends it, in its
 * own words, and by when.
 */
export function verdictInWords(triaged: Triaged, law: readonly DueDate[]): string {
  const { reading, verdict, policy, route, alternatives, deadlines, uncovered } = triaged;
  const { found } = verdict.dissatisfaction;
  const day = reading.message.receivedAt === null ? null : localDate(reading.message.receivedAt);
  const lines = [
    ...dangers(triaged, { law, day }),
    `${found ? 'Dissatisfaction' : 'No dissatisfaction'} (${CONFIDENCE[verdict.confidence]}); ${verdict.intent.replaceAll('_', ' ')}`,
    ...verdict.evidence.map(({ text }) => `  “${oneLine(text)}”`),
    ...(verdict.recognised ?? []).map(
      ({ text, meaning, language }) =>
        `  recognised (${language}): “${oneLine(text)}”, ${meaning.replaceAll('-', ' ')}`,
    ),
    ...(verdict.wants ? [`  wants: “${oneLine(verdict.wants.text)}”`] : []),
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
    ...hazards.map(
      ({ kind, text, urgency }) =>
        `${urgency === 'now' ? 'Danger now' : 'Possible hazard'}: ${kind.replaceAll('-', ' ')}: “${oneLine(text)}”`,
    ),
    ...(hazards.length > 0 ? [`  ${ringRepairs(settings)}`] : []),
    ...(day === null ? [] : law.flatMap((date) => dateInWords(date, day).map((line) => `  ${line}`))),
  ];
  return lines.length > 0 ? [...lines, ''] : [];
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
