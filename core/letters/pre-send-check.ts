import { localDate } from '../dates.ts';
import { checkBlocks } from './check/check-blocks.ts';
import { checkDates } from './check/check-dates.ts';
import { checkActions, checkPoints, checkSecond, checkStage } from './check/check-points.ts';
import { checkOmbudsman } from './check/check-ombudsman.ts';
import { checkPeople } from './check/check-people.ts';
import { checkWords } from './check/check-words.ts';
import { checkedText } from './check/checked-text.ts';
import type { Checked, Finding } from './check/finding.ts';
import { letterDates } from './letter-dates.ts';
import { letter, type LetterRequest } from './letter.ts';

export type { Finding, FindingId } from './check/finding.ts';

/** A letter that is about to go out, as text: one of ours, or typed by somebody. */
export interface CheckRequest extends LetterRequest {
  readonly text: string;
}

/** No letter is longer; what is, is cut here. */
const LONGEST = 200_000;

/**
 * Reads a complaint letter before it is sent, and lists what the policy and the Code want and it lacks, and what is wrong
 * in it: what must be put right first, each in the order of the letter. It changes nothing and stops nothing. Linear in
 * the length of the letter. Throws as `letter` does.
 */
export function preSendCheck({ text, ...request }: CheckRequest): readonly Finding[] {
  const { file, policy, floor, calendar, settings, now, entries = {} } = request;
  const own = letter(request);
  const checked: Checked = {
    text: checkedText(text.slice(0, LONGEST)),
    kind: own.kind,
    own,
    dates: letterDates({ file, policy, calendar, now, way: own.sheet.way }),
    file,
    policy,
    floor,
    calendar,
    settings,
    entries,
    today: localDate(now),
  };
  const findings = CHECKS.flatMap((check) => check(checked));
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((left, right) => order(left.finding) - order(right.finding) || left.index - right.index)
    .map(({ finding }) => finding);
}

const CHECKS: readonly ((checked: Checked) => readonly Finding[])[] = [
  checkPeople,
  checkStage,
  checkSecond,
  checkPoints,
  checkDates,
  checkBlocks,
  checkOmbudsman,
  checkActions,
  checkWords,
];

/** What must be put right comes first; then by place, and what isn't there last. */
function order({ severity, found }: Finding): number {
  return (severity === 'must' ? 0 : 1_000_000) + (found[0]?.start ?? 500_000);
}
