import { DUTY_WORDS } from '../deadlines/words.ts';
import type { DueDuty } from '../deadlines/due-row.ts';

/** What is to be done, as a row names it. */
export function dutyWords({ obligation, what }: DueDuty): string {
  return obligation === null ? (what ?? 'Date') : DUTY_WORDS[obligation];
}
