import type { WorkingCalendar } from './calendar.ts';
import { caseFile, type CaseFile } from './case/case-file.ts';
import { supposed } from './case/chain.ts';
import { suggestedDecision, type Decision } from './case/decision.ts';
import type { Actor, EventData, EventDraft } from './case/event.ts';
import { logCase } from './case/log-case.ts';
import type { Instant } from './dates.ts';
import { deadlines, type Deadlines } from './deadlines/deadlines.ts';
import { acknowledgementKindOf } from './letters/kinds.ts';
import { letter, type Letter } from './letters/letter.ts';
import { look, type LookContext } from './look.ts';
import type { Message } from './message.ts';
import type { Policy } from './policy/policy.ts';
import type { Reading } from './reading/reading.ts';
import type { Verdict } from './triage/verdict.ts';

/** What the engine knows beside the message. Everything is handed in: the same input gives the same output in every host. */
export interface IntakeContext extends LookContext {
  /** The Code: what every landlord owes, and who is reached where. */
  readonly floor: Policy;
  readonly calendar: WorkingCalendar;
  readonly caseId: string;
  readonly actor: Actor;
  readonly now: Instant;
  /** What somebody said of what the policy's rules ask for. */
  readonly needs?: readonly EventData<'need-recorded'>[];
}

/** Everything that follows from one message and one decision. */
export interface Intake {
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly decision: Decision;
  readonly events: readonly EventDraft[];
  readonly file: CaseFile;
  readonly deadlines: Deadlines;
  /** The first letter that the case is owed: an acknowledgement, or what a request or an enquiry gets instead. */
  readonly letter: Letter;
}

/**
 * The whole way: message → reading → triage → case → deadlines → letter. `decide` is the person; null supposes one who
 * agrees with the verdict. Nothing is entered: the events are drafts, which a register enters when a person says so.
 */
export function intake(
  message: Message,
  decide: ((reading: Reading, verdict: Verdict) => Decision) | null,
  context: IntakeContext,
): Intake {
  const { settings, policy, floor, calendar, caseId, actor, now, needs = [] } = context;
  const { reading, verdict } = look(message, context);
  const decision = decide?.(reading, verdict) ?? suggestedDecision(reading, verdict, policy);
  const events = [
    ...logCase(decision, { caseId, message, reading, verdict, policy, actor, now }),
    ...needs.map((data): EventDraft => {
      return { type: 'need-recorded', caseId, actor, occurredAt: now, data, personal: { note: '' } };
    }),
  ];
  const file = caseFile(supposed(events, now));
  const dates = deadlines(file, policy, calendar);
  const first = letter({ kind: acknowledgementKindOf(file, policy), file, policy, floor, calendar, settings, now });
  return { reading, verdict, decision, events, file, deadlines: dates, letter: first };
}
