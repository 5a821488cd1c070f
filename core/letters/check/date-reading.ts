import { isoWeekday, type IsoDate } from '../../dates.ts';
import { clauseId } from '../../policy/policy.ts';
import type { Duty } from '../../policy/schema.ts';
import { sentenceAt } from './checked-text.ts';
import { isNear, weekdayName, type WrittenDate } from './dates-in-text.ts';
import type { Checked, Finding } from './finding.ts';

/** A letter and the days in it. */
export interface Read {
  readonly checked: Checked;
  readonly dates: readonly WrittenDate[];
}

/** What stands before a day that something is promised for. */
export const BY =
  /\b(?:by|on|before|until|than|is|for|date)(?: or before)?:? ?(?:the )?(?:(?:good|easter|(?:christmas|new year's) (?:day|eve),?|boxing day,?) )?$/;
const ANSWER =
  /\b(?:answer|respon[ds]e?\w*|repl(?:y|ies)|decision|hear from (?:us|me)|write to you|get back to you|put (?:it|this) right)\b/;
/** Words of what was, and isn't promised now. */
export const BACK =
  /\b(?:said|told|promised|should have|originally|previously|was due|were due|wrote|sent|received|reached)\b/;
const CONTACT = /\b(?:contact|ring|call|phone|telephone|speak|talk|visit|meet|come|inspect|look)\b/;

/** A day by which an answer is promised: not one that was promised before, nor the day of a call or a visit. */
export function isPromise({ start }: WrittenDate, checked: Checked): boolean {
  const words = before(checked, start);
  if (!BY.test(words) || BACK.test(words) || (CONTACT.test(words) && !ANSWER.test(words))) return false;
  return (
    ANSWER.test(words) &&
    /\b(?:we|i|you|us|our)\b/.test(words) &&
    !/\b(?:please|if you|tell (?:me|us)|ask)\b/.test(words)
  );
}

/** A day on which we mean to do something. */
export function isOurs({ start }: WrittenDate, checked: Checked): boolean {
  const words = before(checked, start);
  return (
    /\b(?:will|aim to|hope to|are going to)\b/.test(words) &&
    !BACK.test(words) &&
    !/\b(?:you will|ombudsman|within twelve months)\b/.test(words)
  );
}

/** What stands before a place in its sentence. */
export function before({ text }: Checked, at: number): string {
  const { start } = sentenceAt(text, at);
  return text.ours.slice(Math.max(start, at - 200), at);
}

/** A day that is past. */
export function pastFinding(written: WrittenDate, insert: string | null): Finding {
  return {
    id: 'date-past',
    severity: 'must',
    clauses: [],
    message: `${written.text} is past.`,
    found: [written],
    insert,
  };
}

/** Why nobody is at work on a day; null for a working day, and for one that the calendar doesn't know. */
export function offBecause(date: IsoDate, { calendar, today }: Checked): string | null {
  const { from, to } = calendar.coverage;
  if (date < from || date > to || !isNear(date, today)) return null;
  const off = calendar.dayOff(date);
  return off && (off.kind === 'weekend' ? weekdayName(isoWeekday(date)) : off.name);
}

/** The clauses of the policy's timers for a duty. */
export function clausesOf(policy: Checked['policy'], duty: Duty): readonly string[] {
  return [...new Set(policy.timers.filter(({ does }) => does === duty).flatMap(({ clause }) => clause))].map((one) =>
    clauseId(policy, one),
  );
}
