import { CalendarCoverageError } from '../calendar.ts';
import type { EventDraft } from '../case/event.ts';
import { identityOf } from '../case/match.ts';
import type { LogContext } from '../case/decision.ts';
import { localDate, type IsoDate } from '../dates.ts';
import type { Signal } from '../policy/signals.ts';
import { wantedBy } from '../reading/wanted-by.ts';
import type { Desk } from './desk.ts';
import type { Looked } from './state.ts';

/* Mail that brings a day of its own, whatever the policy's clocks say: the Ombudsman's, the regulator's, an MP's. */

const WRITERS: readonly (readonly [Signal, string])[] = [
  ['ombudsman', 'the Ombudsman'],
  ['regulator', 'the regulator'],
  ['mp', 'the MP'],
  ['councillor', 'the councillor'],
];

/** Who wants an answer by a day of their own; null for everybody else. */
export function ownDateOf({ verdict }: Pick<Looked, 'verdict'>): string | null {
  return WRITERS.find(([signal]) => verdict.signals.has(signal))?.[1] ?? null;
}

/** The day as they write it; null where they don't, or it can't be read for certain. */
export function suggestedOwnDate({
  reading,
  verdict,
  rules,
}: Pick<Looked, 'reading' | 'verdict' | 'rules'>): IsoDate | null {
  const { receivedAt } = reading.message;
  if (ownDateOf({ verdict }) === null || receivedAt === null) return null;
  const received = localDate(receivedAt);
  const wanted = wantedBy(reading.newText, received);
  if (wanted === null || 'day' in wanted) return wanted?.day ?? null;
  try {
    return rules.calendar.addWorkingDays(received, wanted.workingDays);
  } catch (error) {
    if (error instanceof CalendarCoverageError) return null;
    throw error;
  }
}

/** The day as the person has it, else as suggested; null = none. */
export function ownDate({ edits }: Pick<Desk, 'edits'>, looked: Looked): IsoDate | null {
  if (ownDateOf(looked) === null) return null;
  return edits.answerBy === '' ? null : (edits.answerBy ?? suggestedOwnDate(looked));
}

/** What is entered with the message: the day, and that the Ombudsman has the case, under their reference where it names one. */
export function ownDateDrafts(
  desk: Pick<Desk, 'edits'>,
  looked: Looked,
  { caseId, actor, now, message }: LogContext,
): readonly EventDraft[] {
  const { reading, verdict } = looked;
  const who = ownDateOf(looked);
  const due = ownDate(desk, looked);
  const base = { caseId, actor, occurredAt: now };
  const reference = verdict.signals.has('ombudsman') ? referenceIn(`${message.subject}\n${reading.newText}`) : null;
  const drafts: EventDraft[] = [];
  if (reference !== null)
    drafts.push({ ...base, type: 'referred-to-ombudsman', data: { ombudsmanReference: reference }, personal: {} });
  if (who !== null && due !== null)
    drafts.push({
      ...base,
      type: 'date-set',
      data: {
        date: `asked-${identityOf(message, reading.newText).identity}`,
        due,
        clauses: [],
        ...(verdict.signals.has('ombudsman') && { asker: 'ombudsman' }),
      },
      personal: { what: `Answer ${who}` },
    });
  return drafts;
}

/** The Housing Ombudsman numbers its cases by year and five figures: 202699001. Null for none, and for several. */
function referenceIn(text: string): string | null {
  const [only, ...others] = new Set(text.match(/\b20[2-9]\d{6}\b/g));
  return only !== undefined && others.length === 0 ? only : null;
}
