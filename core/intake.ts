import type { WorkingCalendar } from './calendar.ts';
import { caseFile, type CaseFile } from './case/case-file.ts';
import { supposed } from './case/chain.ts';
import { suggestedDecision, type Decision } from './case/decision.ts';
import type { Actor, EventDraft } from './case/event.ts';
import { logCase } from './case/log-case.ts';
import type { Instant } from './dates.ts';
import { deadlines, type Deadlines } from './deadlines/deadlines.ts';
import { letter, type Letter } from './letters/letter.ts';
import type { Message } from './message.ts';
import type { Policy } from './policy/policy.ts';
import type { Signal } from './policy/signals.ts';
import type { Reading } from './reading/reading.ts';
import { read } from './reading/read.ts';
import type { Settings } from './settings.ts';
import { triage } from './triage/triage.ts';
import type { NeuralScores, Verdict } from './triage/verdict.ts';

/** What the engine knows beside the message. Everything is handed in: the same input gives the same output in every host. */
export interface IntakeContext {
  readonly settings: Settings;
  readonly policy: Policy;
  /** The Code: what every landlord owes, and who is reached where. */
  readonly floor: Policy;
  readonly calendar: WorkingCalendar;
  /** What the register knows of the sender's cases. */
  readonly known: ReadonlySet<Signal>;
  /** The neural reader's scores; null while it isn't there. */
  readonly neural: NeuralScores | null;
  readonly caseId: string;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Everything that follows from one message and one decision. */
export interface Intake {
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly decision: Decision;
  readonly events: readonly EventDraft[];
  readonly file: CaseFile;
  readonly deadlines: Deadlines;
  readonly letter: Letter;
}

/** The first half, before anybody has decided: what was written, and what the policy makes of it. */
export function look(
  message: Message,
  { settings, policy, known, neural }: Pick<IntakeContext, 'settings' | 'policy' | 'known' | 'neural'>,
): {
  readonly reading: Reading;
  readonly verdict: Verdict;
} {
  const reading = read(message, settings);
  const verdict = triage(reading, { settings, policy, known, neural });
  return { reading, verdict };
}

/**
 * The whole way: message → reading → triage → case → deadlines → letter. Without a decision it supposes that the person
 * agrees with the verdict. Nothing is entered: the events are drafts, which a register enters when a person says so.
 */
export function intake(message: Message, decided: Decision | null, context: IntakeContext): Intake {
  const { settings, policy, floor, calendar, caseId, actor, now } = context;
  const { reading, verdict } = look(message, context);
  const decision = decided ?? suggestedDecision(reading, verdict, policy);
  const events = logCase(decision, { caseId, message, reading, verdict, policy, actor, now });
  const file = caseFile(supposed(events, now));
  const dates = deadlines(file, policy, calendar);
  const acknowledgement = letter({ kind: 'acknowledgement', file, policy, floor, calendar, settings, now });
  return { reading, verdict, decision, events, file, deadlines: dates, letter: acknowledgement };
}
