import { localDate } from '../core/dates.ts';
import { dateInWords } from './dates-in-words.ts';
import type { Intake } from '../core/intake.ts';
import type { Policy } from '../core/policy/policy.ts';
import { destinationInWords } from './route-in-words.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
import { choiceInShort } from '../core/triage/choice-in-words.ts';
import type { Settings } from '../core/settings.ts';
import { lackingInWords } from './letter-in-words.ts';
import { dangers } from './verdict-in-words.ts';

/** What a message became, for a person to read: the case, its points, its dates with their working, the letter. */
export function intakeInWords(
  { reading, verdict, decision, file, deadlines, letter }: Intake,
  { policy, settings, law }: { readonly policy: Policy; readonly settings: Settings; readonly law: readonly DueDate[] },
): string {
  const day = localDate(file.receivedAt);
  const choice = choiceInShort(verdict.choice);
  return [
    ...dangers({ reading, verdict, settings }, { law, day }),
    `${file.reference}  ${policy.name}: ${destinationInWords(decision.route, decision.route.route)}`,
    ...file.points.map(({ text, quoted }) => `  - ${quoted ? `“${text}”` : text}`),
    ...(file.wants === null ? [] : [`  wants: “${file.wants}”`]),
    ...(choice === null ? [] : [`  choice to complain: ${choice}`]),
    `  handler: ${file.handler ?? 'nobody yet'}`,
    ...(deadlines.dates.length > 0 ? ['', ...deadlines.dates.flatMap((date) => dateInWords(date, day))] : []),
    '',
    ...(letter.draft
      ? [`Letter: ${letter.draft.subject}`, '', letter.draft.text.trimEnd()]
      : ['The letter lacks:', ...letter.missing.map(({ label }) => `  ${label}`)]),
    ...lackingInWords(letter),
    '',
  ].join('\n');
}
