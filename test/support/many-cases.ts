import { newChain, newId, seal, type ChainTip, type EventSource } from '../../core/case/chain.ts';
import type { CaseEvent, EventDraft } from '../../core/case/event.ts';
import { addDays, toInstant, toIsoDate, type Instant, type IsoDate } from '../../core/dates.ts';
import { draft, opening } from './case.ts';

/* Many invented cases, the same ones every time: one in five open, the others answered and closed, over three years. */

const FIRST = [
  'Ruth',
  'Marek',
  'Femi',
  'Bethan',
  'Tomasz',
  'Aisha',
  'Grace',
  'Iwan',
  'Leila',
  'Oscar',
  'Priya',
  'Sean',
];
const LAST = ['Amankwah', 'Kowalski', 'Adeyemi', 'Price', 'Nowak', 'Rahman', 'Okafor', 'Rees', 'Haddad', 'Lindqvist'];
const MATTERS = ['bathroom floor', 'damp bedroom', 'broken boiler', 'lift out of order', 'missed visit', 'noisy pump'];
const HANDLERS = ['Priya Nair', 'Owen Blackwood', 'Joanna Marsh', null];

/** The last day on which a case is received. */
export const TODAY = toIsoDate('2026-11-27');
/** Of so many cases one is open. */
const OPEN_EACH = 5;

export interface ManyCases {
  readonly cases: number;
  readonly eventsEach: number;
  readonly source: EventSource;
}

/** The drafts of case number `index` of so many. */
export function draftsOf(index: number, { cases, eventsEach, source }: ManyCases): readonly EventDraft[] {
  const isOpen = index % OPEN_EACH === 0;
  // Open ones are of the last weeks, closed ones of three years.
  const age = isOpen ? index % 25 : 30 + Math.floor(((index * 7919) % cases) * (1000 / cases));
  const day = addDays(TODAY, -age);
  const caseId = newId(source);
  const name = `${FIRST[index % FIRST.length] ?? ''} ${LAST[Math.floor(index / FIRST.length) % LAST.length] ?? ''}`;
  const matter = MATTERS[index % MATTERS.length] ?? '';
  const at = (offset: number, hour = 10): Instant =>
    toInstant(`${addDays(day, offset)}T${String(hour).padStart(2, '0')}:15:00+00:00`);
  const handler = HANDLERS[index % HANDLERS.length] ?? null;
  const opened = opening({ receivedAt: at(0, 9) }).map((event): EventDraft => {
    if (event.type === 'received')
      return {
        ...event,
        caseId,
        data: { ...event.data, identity: `${String(index).padStart(8, '0')}ab`, siteMessageId: `m${String(index)}` },
        personal: {
          ...event.personal,
          from: { name, address: addressOf(index) },
          subject: `About the ${matter}, number ${String(index)}`,
          text: `The ${matter} at ${String(1 + (index % 90))} Mill Lane, ${postcodeOf(index)}, has been like this for weeks. Nobody came back.`,
        },
      };
    if (event.type !== 'logged') return event;
    return {
      ...event,
      caseId,
      occurredAt: at(0),
      personal: { ...event.personal, complainant: { name, address: addressOf(index) }, handler },
    };
  });
  const later: EventDraft[] = [
    draft('contact-made', at(1), { stage: 'stage-1', channel: 'phone' }, { note: 'Spoke about it' }),
    draft(
      'acknowledged',
      at(2),
      { stage: 'stage-1', channel: 'email', known: 'as-inserted', promisedBy: null, corrects: null },
      { text: `Dear ${name}, thank you for writing about the ${matter}.` },
    ),
    ...Array.from({ length: Math.max(0, eventsEach - (isOpen ? 4 : 7)) }, (_, note) =>
      draft('note-added', at(3), {}, { text: `Note ${String(note)} about the ${matter}` }),
    ),
    ...(isOpen ? [] : ending(at(index % 9 === 0 ? 25 : 9), name)),
  ];
  return [...opened, ...later.slice(0, eventsEach - 2)].map((event): EventDraft => ({ ...event, caseId }));
}

function ending(at: Instant, name: string): EventDraft[] {
  const data = { stage: 'stage-1', channel: 'email', letterDate: null, outcome: 'upheld' } as const;
  return [
    draft('point-answered', at, { point: '1', outcome: 'upheld' }, { answer: 'It took too long.' }),
    draft('response-sent', at, data, { text: `Dear ${name}, we have put it right.` }),
    draft('resolved', at, { stage: 'stage-1', outcome: 'upheld' }, { note: '' }),
  ];
}

/** The address of mail of case number `index`. */
export function addressOf(index: number): string {
  return `tenant-${String(index)}@mail.example`;
}

export function postcodeOf(index: number): string {
  return `ZZ${String(index % 99)} ${String(index % 10)}${'ABDEFGHJLN'.charAt(Math.floor(index / 99) % 10)}X`;
}

/** All events of all cases, in one device's order, in batches of whole cases; goes on behind those that are done. */
export function* sealedCases(
  many: ManyCases,
  { tip = newChain(newId(many.source)), done = 0 }: { readonly tip?: ChainTip; readonly done?: number } = {},
): Generator<{
  readonly events: readonly CaseEvent[];
  readonly tip: ChainTip;
}> {
  const BATCH = 500;
  for (let from = done; from < many.cases; from += BATCH) {
    const drafts: EventDraft[] = [];
    for (let index = from; index < Math.min(many.cases, from + BATCH); index++) drafts.push(...draftsOf(index, many));
    const sealed = seal(drafts, tip, many.source);
    tip = sealed.tip;
    yield sealed;
  }
}

/** The day after which nothing of the cases happens. */
export function dayAfter(days: number): IsoDate {
  return addDays(TODAY, days);
}
