import { localDate } from '../core/dates.ts';
import { clausesInWords, dueInWords, DUTY_WORDS, workingInWords } from '../core/deadlines/words.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Route } from '../core/policy/route.ts';
import type { Confidence } from '../core/triage/verdict.ts';
import type { Triaged } from './triage.ts';

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  clear: 'clear',
  likely: 'likely',
  unsure: 'unsure: somebody should read it',
  'not-read': 'not read: somebody should read it',
};

/** A verdict for a person to read: what shows it, where the policy sends it, in the policy's own words, and by when. */
export function verdictInWords(triaged: Triaged): string {
  const { reading, verdict, policy, route, alternatives, deadlines } = triaged;
  const { found } = verdict.dissatisfaction;
  const day = reading.message.receivedAt === null ? null : localDate(reading.message.receivedAt);
  const lines = [
    `${found ? 'Dissatisfaction' : 'No dissatisfaction'} (${CONFIDENCE[verdict.confidence]}); ${verdict.intent.replaceAll('_', ' ')}`,
    ...verdict.evidence.map(({ text }) => `  “${oneLine(text)}”`),
    ...(verdict.wants ? [`  wants: “${oneLine(verdict.wants.text)}”`] : []),
    ...verdict.hazards.map(
      ({ kind, text, urgency }) =>
        `  hazard${urgency === 'now' ? ', now' : ''}: ${kind.replaceAll('-', ' ')}: “${oneLine(text)}”`,
    ),
    ...(verdict.flags.length > 0
      ? [`  flags: ${verdict.flags.map((flag) => flag.replaceAll('_', ' ')).join(', ')}`]
      : []),
    '',
    `${policy.name}: ${verdict.route.stage?.name ?? route.route}`,
    ...clausesOf(verdict.route, policy),
    ...(verdict.route.to === 'decide' || verdict.route.rule?.confirm ? ['  A person decides.'] : []),
    ...alternatives.map((other) => `  or ${other.route}: ${other.because}`),
  ];
  if (day !== null && deadlines.length > 0) {
    lines.push('');
    for (const date of deadlines) {
      lines.push(
        `${DUTY_WORDS[date.obligation]}${date.notBefore ? ' from' : ' by'} ${dueInWords(date, day)}${date.provisional ? ', projected' : ''} (${clausesInWords(date.clauses)})`,
        ...workingInWords(date, day).map((sentence) => `  ${sentence}`),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The deciding clauses: the policy's own words in quotation marks, a paraphrase without. */
function clausesOf({ rule }: Route, policy: Policy): readonly string[] {
  return (rule?.clause ?? []).map((clause) => {
    const words = policy.clauses[clause];
    return words && 'quote' in words
      ? `  ${clause}: “${words.quote}”`
      : `  ${clause}, in short: ${words?.paraphrase ?? ''}`;
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
