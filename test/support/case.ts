import { newChain, seal, type EventSource } from '../../core/case/chain.ts';
import { caseFile, type CaseFile } from '../../core/case/case-file.ts';
import type { CaseEvent, EventData, EventDraft, EventPersonal, EventType } from '../../core/case/event.ts';
import { toInstant, type Instant } from '../../core/dates.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { LetterCase } from './scenario.ts';

/** A source of ids and salts that gives the same ones every time, and a clock that a test sets. */
export function testSource(start = '2026-03-25T09:26:00+00:00'): EventSource & { set(now: string): void } {
  let now = toInstant(start);
  let counter = 0;
  return {
    now: () => now,
    set: (next) => {
      now = toInstant(next);
    },
    random: (bytes) => {
      counter++;
      return Uint8Array.from({ length: bytes }, (_, index) => (counter * 31 + index * 7) % 256);
    },
  };
}

const CASE = '0195c7a0-0000-7000-8000-000000000001';

/** One event of the test's case: its type, when it happened, its data, its personal data. */
export function draft<Type extends EventType>(
  type: Type,
  at: string,
  data: EventData<Type>,
  personal: EventPersonal<Type>,
): EventDraft {
  return {
    type,
    caseId: CASE,
    actor: { name: 'Joanna Marsh' },
    occurredAt: toInstant(at),
    data,
    personal,
  } as unknown as EventDraft;
}

export const RECEIVED = '2026-03-24T18:42:00+00:00';

/** A complaint of Ruth Amankwah’s, received on Tue 24 Mar 2026 at 18:42 and logged the next morning. */
export function opening({
  receivedAt = RECEIVED,
  handler = 'Priya Nair',
  wants = 'A date for the floor to be finished',
  signals = ['dissatisfaction'],
  policy = 'west-kent',
} = {}): EventDraft[] {
  return [
    draft(
      'received',
      receivedAt,
      {
        channel: 'email',
        receivedAtSource: 'displayed',
        messageId: null,
        siteMessageId: '1a0a',
        threadId: '1a0a',
        identity: 'aa',
      },
      {
        from: { name: 'Ruth Amankwah', address: 'ruth.amankwah@mail.example' },
        to: [{ name: '', address: 'help@landlord.example' }],
        cc: [],
        subject: 'Bathroom floor',
        text: 'The floor was taken up on 23 February. Nobody came back.',
        attachments: [],
      },
    ),
    draft(
      'logged',
      '2026-03-25T09:26:00+00:00',
      {
        policy: { id: policy, version: policy === 'west-kent' ? 'undated' : '2024-04-01' },
        route: {
          to: 'stage:stage-1',
          route: 'stage-1',
          stage: 'stage-1',
          rule: 'complaint',
          clauses: ['west-kent/3.1'],
        },
        track: null,
        enteredBy: 'complaint',
        overruled: false,
        reading: {
          found: true,
          probability: 0.97,
          confidence: 'clear',
          intent: 'complaint',
          flags: [],
          signals,
          hazards: [],
          route: {
            to: 'stage:stage-1',
            route: 'stage-1',
            stage: 'stage-1',
            rule: 'complaint',
            clauses: ['west-kent/3.1'],
          },
        },
      },
      {
        complainant: { name: 'Ruth Amankwah', address: 'ruth.amankwah@mail.example' },
        points: [
          { id: '1', text: 'The floor was taken up on 23 February.', quoted: true },
          { id: '2', text: 'Nobody came back.', quoted: true },
        ],
        wants,
        handler,
        reason: null,
      },
    ),
  ];
}

/** The opening of the case that a letter scenario describes. */
export function openingOfScenario(given: Omit<LetterCase, 'then'>, policy: Policy): EventDraft[] {
  const { stage = 'stage-1', receivedAt, points, wants, handler, signals = [] } = given;
  const route = { to: `stage:${stage}`, route: stage, stage, rule: null, clauses: [] };
  return opening({ receivedAt, wants, handler, signals: ['dissatisfaction', ...signals] }).map((event): EventDraft => {
    if (event.type !== 'logged') return event;
    const enteredBy = stage === 'stage-1' ? 'complaint' : 'escalation';
    return {
      ...event,
      data: { ...event.data, route, enteredBy, policy: { id: policy.id, version: policy.version } },
      personal: {
        ...event.personal,
        points: points.map((text, index) => ({ id: String(index + 1), text, quoted: true })),
      },
    };
  });
}

/** Drafts as entered on one device. */
export function entered(drafts: readonly EventDraft[], source: EventSource = testSource()): readonly CaseEvent[] {
  return seal(drafts, newChain('device-1'), source).events;
}

export function fileOf(...drafts: readonly EventDraft[]): CaseFile {
  return caseFile(entered(drafts));
}

export function acknowledged(at: string): EventDraft {
  return draft(
    'acknowledged',
    at,
    { stage: 'stage-1', channel: 'email', known: 'as-inserted', promisedBy: null, corrects: null },
    { text: 'Dear Ruth Amankwah' },
  );
}

export function moment(text: string): Instant {
  return toInstant(text);
}
