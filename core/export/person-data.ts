import type { CaseFile } from '../case/case-file.ts';
import { inOrder } from '../case/order.ts';
import type { CaseEvent } from '../case/event.ts';
import { ANY_YEAR, count, panelMoment } from '../date-words.ts';
import type { Instant } from '../dates.ts';
import { htmlDocument, originalName, type Block } from './document.ts';
import { fileOf, type Tell } from './evidence-bundle.ts';

/** A message that was seen: with whatever else is kept of it. */
export interface SeenOfPerson {
  readonly subject: string;
  /** Null where it isn't known; then it goes by when it was first seen. */
  readonly receivedAt: Instant | null;
  readonly firstSeenAt: Instant;
}

/** Everything held about one person. */
export interface PersonDataRequest {
  readonly name: string;
  readonly cases: readonly {
    readonly file: CaseFile;
    readonly events: readonly CaseEvent[];
    readonly tell: Tell;
    /** The emails that are kept as files, by the event that each came by. */
    readonly originals?: ReadonlyMap<string, Uint8Array>;
  }[];
  /** Messages of theirs that were seen and are on no case, as they are kept. */
  readonly seen: readonly SeenOfPerson[];
  /** What was entered about messages and not logged, as it is stored: whatever shape it has. */
  readonly drafts: readonly unknown[];
  readonly now: Instant;
}

/**
 * Everything that is held about one person, to hand over: each case with every entry, and in each entry every piece of
 * personal data as it is stored, by its name. Other people's data may stand among it; whoever hands it over looks it
 * through first.
 */
export function personData({ name, cases, seen, drafts, now }: PersonDataRequest): string {
  return htmlDocument(`What is held about ${name === '' ? 'a person without a name' : name}`, [
    {
      kind: 'text',
      text: `Made on ${panelMoment(now, ANY_YEAR)}. ${count(cases.length, 'case')}, ${count(seen.length, 'message')} seen and not logged, ${count(drafts.length, 'draft')} kept. Read it through before it is handed over: others may be named in it.`,
    },
    ...cases.flatMap(({ file, events, tell, originals }): Block[] => [
      { kind: 'heading', level: 2, text: `Case ${file.reference}` },
      ...inOrder(events).flatMap((event): Block[] => [
        {
          kind: 'heading',
          level: 3,
          text: `${panelMoment(event.occurredAt, ANY_YEAR)}: ${tell(event).words} (entered by ${event.actor.name})`,
        },
        ...(event.personal === null
          ? [{ kind: 'text', text: 'Its personal data was erased.' } as const]
          : valuesOf(event.personal)),
        ...fileOf(originals?.get(event.id), originalName(file.reference, placeOf(file, event.id))),
      ]),
    ]),
    ...(seen.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Messages seen and not logged' } as const,
          ...seen.flatMap((message): Block[] => [
            {
              kind: 'heading',
              level: 3,
              text: `${panelMoment(message.receivedAt ?? message.firstSeenAt, ANY_YEAR)}: ${message.subject}`,
            },
            ...valuesOf(message),
          ]),
        ]
      : []),
    ...(drafts.length > 0
      ? [
          { kind: 'heading', level: 2, text: 'Entered about messages and not logged' } as const,
          ...drafts.flatMap((draft) => valuesOf({ draft })),
        ]
      : []),
  ]);
}

function placeOf({ messages }: CaseFile, id: string): number {
  return messages.findIndex(({ eventId }) => eventId === id) + 1;
}

/** Every value by the way to it: nothing is left out because nobody thought of it. */
function valuesOf(personal: object): readonly Block[] {
  const facts: (readonly [string, string])[] = [];
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === '' || value === undefined) return;
    if (typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) walk(item, path === '' ? key : `${path}, ${key}`);
      return;
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      facts.push([path, String(value)]);
  };
  walk(personal, '');
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }];
}
