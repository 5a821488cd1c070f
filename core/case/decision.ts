import type { Instant, IsoDate } from '../dates.ts';
import type { Correspondent } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import { trackOf, type Route } from '../policy/route.ts';
import type { Reading } from '../reading/reading.ts';
import type { Verdict } from '../triage/verdict.ts';
import { adjustmentsIn } from './adjustments.ts';
import type { Actor, EventPersonal } from './event.ts';
import type { PointRecord } from './event-fields.ts';
import type { Message } from '../message.ts';

/** What a person decided about a message, and what is to be logged. */
export interface Decision {
  readonly route: Route;
  /** The person chose another route than the machine. */
  readonly overruled: boolean;
  readonly reason: string | null;
  readonly complainant: Correspondent | null;
  readonly points: readonly PointRecord[];
  readonly wants: string | null;
  readonly handler: string | null;
  readonly track: string | null;
  /** West Kent 3.4, Code 1.3: offered in the letter, or the resident has asked already. */
  readonly choice: 'offer-in-letter' | 'asked-already';
  readonly adjustments: readonly string[];
  readonly representative: EventPersonal<'representative-recorded'> | null;
  /** For a service request: when to look whether it was done. */
  readonly checkBackOn: IsoDate | null;
}

/** Who decides, when, and on which message: everything an entry needs beside the decision. */
export interface LogContext {
  readonly caseId: string;
  readonly message: Message;
  readonly reading: Reading;
  readonly verdict: Verdict | null;
  readonly policy: Policy;
  readonly actor: Actor;
  /** Now; the message itself is entered at its day of receipt. */
  readonly now: Instant;
}

/**
 * What Duly would log if the person agreed with the verdict as it stands: the resident's own sentences as the points, the
 * outcome in their words, and nobody's name that isn't known. The person can change all of it first.
 */
export function suggestedDecision(reading: Reading, verdict: Verdict, policy: Policy): Decision {
  const { route, signals, ageMonths, points, wants, people } = verdict;
  const onBehalf = verdict.speaker === 'on-behalf' && reading.message.from;
  return {
    route,
    overruled: false,
    reason: null,
    complainant: reading.writtenBy ?? reading.message.from,
    points: points.map(({ text }, index) => ({ id: String(index + 1), text: text.trim(), quoted: true })),
    wants: wants === null ? null : wants.text.trim(),
    handler: null,
    track: trackOf(policy, { signals, ageMonths }),
    choice: verdict.choice === 'asked' ? 'asked-already' : 'offer-in-letter',
    adjustments: adjustmentsIn(
      reading.sentences,
      people.filter(({ kind }) => kind === 'adjustment'),
    ),
    representative: onBehalf ? { name: onBehalf.name, address: onBehalf.address, relationship: '' } : null,
    checkBackOn: null,
  };
}
