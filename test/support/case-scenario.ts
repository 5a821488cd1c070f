import { caseFile, type CaseFile } from '../../core/case/case-file.ts';
import { parseEvent, type EventDraft, type EventType } from '../../core/case/event.ts';
import type { Channel } from '../../core/message.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { draft, entered, openingOfScenario } from './case.ts';

/*
 * Scenarios about a case: `rules` what an action waits for, `extensions` how long an answer may be put off, `records`
 * what is kept of it; and `says`, what the policy itself says beside that. Each line begins with its clauses, `2.3+2.4`.
 */

/** A case, and what happened in it: only what matters to the scenario needs to be said. */
export interface ScenarioCase {
  /** `stage-1` where it isn't given. */
  readonly stage?: string;
  /** `email` where it isn't given. */
  readonly channel?: Channel;
  readonly receivedAt?: string;
  readonly points?: readonly string[];
  readonly wants?: string;
  readonly handler?: string;
  readonly signals?: readonly string[];
  readonly then?: readonly {
    readonly at: string;
    readonly type: EventType;
    readonly data?: object;
    readonly personal?: object;
  }[];
}

export interface RuleScenario {
  readonly name: string;
  readonly case: ScenarioCase;
  readonly action: string;
  /** What is about to be entered with the action: `handler`, `reason`, `recipient`, `reviewOn`. */
  readonly given?: object;
  /** `7.7 waits: By somebody who did not handle Stage one`; or `met`, `may`, `overridden`. All of them, in any order. */
  readonly list: readonly string[];
}

export interface ExtensionScenario {
  readonly name: string;
  readonly case: ScenarioCase;
  readonly now: string;
  /** `7.3#extension discuss by Fri 2026-04-24`, in the policy's order. Empty = the policy knows no extension. */
  readonly options: readonly string[];
  readonly inTime?: boolean;
  /** The Code's own limit: `Fri 2026-04-24`. */
  readonly code?: string;
}

export interface RecordScenario {
  readonly name: string;
  readonly case: ScenarioCase;
  readonly now: string;
  /** `11.1 learning: – required`, among the fields that the policy wants kept. */
  readonly fields: readonly string[];
}

export interface SaysScenario {
  readonly name: string;
  /** `4.2.1#handler Stage One is handled by Complaints officer.`, among what the policy says. */
  readonly lines: readonly string[];
}

export interface CaseSections {
  readonly rules?: readonly RuleScenario[];
  readonly extensions?: readonly ExtensionScenario[];
  readonly records?: readonly RecordScenario[];
  readonly says?: readonly SaysScenario[];
  /**
   * Where the policy falls below the Code, all of it: its own clauses (`–` where it says nothing), what is found, and the
   * Code's clauses: `3.2#six-months age-limit 2.3+2.2#12-months`.
   */
  readonly findings?: readonly string[];
}

/** Every line of the sections about cases. */
export function linesOf({
  rules = [],
  extensions = [],
  records = [],
  says = [],
  findings = [],
}: CaseSections): readonly string[] {
  return [
    ...findings,
    ...rules.flatMap(({ list }) => list),
    ...extensions.flatMap(({ options }) => options),
    ...records.flatMap(({ fields }) => fields),
    ...says.flatMap(({ lines }) => lines),
  ];
}

/** The case of a scenario, folded from its events. Throws EventError for an event that isn't one. */
export function fileOfCase({ channel, then = [], ...given }: ScenarioCase, policy: Policy): CaseFile {
  const opening = openingOfScenario(
    {
      receivedAt: '2026-03-24T18:42:00+00:00',
      points: ['The floor was taken up on 23 February.'],
      wants: 'A date for the floor to be finished',
      handler: 'Priya Nair',
      ...given,
    },
    policy,
  );
  const further = then.map(({ at, type, data = {}, personal = {} }): EventDraft =>
    draft(type, at, data as never, personal as never),
  );
  const drafts = [...opening, ...further].map((event): EventDraft =>
    channel && event.type === 'received' ? { ...event, data: { ...event.data, channel } } : event,
  );
  return caseFile(entered(drafts).map((event) => parseEvent(event)));
}
