import type { CaseFile } from '../case/case-file.ts';
import { chainEnds } from '../case/chain-check.ts';
import { takenBack } from '../case/correct.ts';
import { inOrder } from '../case/order.ts';
import type { CaseEvent } from '../case/event.ts';
import { ANY_YEAR, panelDate, panelMoment } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { deadlines, type Deadline } from '../deadlines/deadlines.ts';
import type { RowPolicies } from '../deadlines/due-row.ts';
import { clausesInWords, DUTY_WORDS, dueInWords, workingInWords } from '../deadlines/words.ts';
import { htmlDocument, originalName, type Block } from './document.ts';

/** An entry as the case view tells it: in plain words, and what a person wrote into it. */
export type Tell = (event: CaseEvent) => { readonly words: string; readonly written: string };

/** What a bundle is made of. */
export interface BundleRequest {
  readonly file: CaseFile;
  readonly events: readonly CaseEvent[];
  /** The emails that are kept as files, by the event that each came by. */
  readonly originals?: ReadonlyMap<string, Uint8Array>;
  readonly policies: RowPolicies;
  readonly tell: Tell;
  readonly now: Instant;
  /** Who made it. */
  readonly by: string;
}

/**
 * Everything about one case for the Ombudsman, as one file: what the case is, every entry with who and when, each message
 * and letter as it was, every date with its working day by day, the clauses in the policy's own words, and the hash of
 * each entry, by which it can be shown later that none was changed.
 */
export function evidenceBundle(request: BundleRequest): string {
  const { file, events, now, by } = request;
  const ordered = inOrder(events);
  return htmlDocument(`Case ${file.reference}`, [
    { kind: 'text', text: `Made on ${panelMoment(now, ANY_YEAR)} by ${by}.` },
    ...factsOf(request),
    ...timelineOf(ordered, request),
    ...messagesOf(request),
    ...lettersOf(file),
    ...datesOf(request),
    ...clausesOf(request),
    ...proofOf(ordered),
  ]);
}

function factsOf({ file, policies }: BundleRequest): readonly Block[] {
  const { complainant, representative, handler, points, wants, closed, policy, receivedAt } = file;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Complainant', complainant && [complainant.name, complainant.address].filter(Boolean).join(', ')],
    ['Representative', representative && `${representative.name}, authority: ${representative.authority}`],
    ['Received', panelMoment(receivedAt, ANY_YEAR)],
    [
      'Policy',
      policy &&
        `${nameOf(policy.id, policies)}, ${policy.version === 'undated' ? 'which bears no date' : `version ${policy.version}`}`,
    ],
    ['Handler', handler ?? 'nobody yet'],
    ['Outcome wanted', wants],
    [
      'Closed',
      closed && `${panelMoment(closed.at, ANY_YEAR)}, ${closed.how}${closed.reason === '' ? '' : `: ${closed.reason}`}`,
    ],
    ['Ombudsman’s reference', file.ombudsmanReferences.join(', ') || null],
  ];
  return [
    { kind: 'facts', facts: facts.flatMap(([name, value]) => (value ? [[name, value] as const] : [])) },
    ...(points.length > 0
      ? [
          { kind: 'heading', level: 3, text: 'Points' } as const,
          { kind: 'list', items: points.map(({ text, quoted }) => (quoted ? `“${text}”` : text)) } as const,
        ]
      : []),
  ];
}

function nameOf(id: string, policies: RowPolicies): string {
  return policies.find(({ policy }) => policy.id === id)?.policy.name ?? id;
}

function timelineOf(events: readonly CaseEvent[], { tell }: BundleRequest): readonly Block[] {
  const undone = takenBack(events);
  const rows = events.map((event) => {
    const { words, written } = tell(event);
    const back = undone.get(event.id);
    const gone = back ? `Taken back ${panelMoment(back.occurredAt, ANY_YEAR)} by ${back.actor.name}.` : '';
    const late = localDate(event.recordedAt) === localDate(event.occurredAt);
    return [
      panelMoment(event.occurredAt, ANY_YEAR),
      [words, written, gone].filter(Boolean).join('\n'),
      event.actor.name,
      late ? '' : panelMoment(event.recordedAt, ANY_YEAR),
    ];
  });
  return [
    { kind: 'heading', level: 2, text: 'What happened' },
    { kind: 'table', heads: ['When', 'What', 'Entered by', 'Entered on'], rows },
  ];
}

function messagesOf({ file: { reference, messages }, originals }: BundleRequest): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Messages, as they were received' },
    ...messages.flatMap((message, index): Block[] => {
      const { eventId, from, subject, text, receivedAt, channel, attachments, messageId } = message;
      return [
        { kind: 'heading', level: 3, text: subject === '' ? 'Without a subject' : subject },
        {
          kind: 'text',
          text: [
            panelMoment(receivedAt, ANY_YEAR),
            from ? `from ${[from.name, from.address].filter(Boolean).join(', ')}` : '',
            `by ${channel}`,
            attachments.length > 0 ? `attachments: ${attachments.join(', ')}` : '',
            messageId ?? '',
          ]
            .filter(Boolean)
            .join('; '),
        },
        { kind: 'quoted', text },
        ...fileOf(originals?.get(eventId), originalName(reference, index + 1)),
      ];
    }),
  ];
}

/** The email as it came, to be saved from the document. */
export function fileOf(bytes: Uint8Array | undefined, name: string): readonly Block[] {
  if (!bytes) return [];
  return [
    { kind: 'text', text: 'The email as it came, with its attachments, as a file to save:' },
    { kind: 'file', name, bytes },
  ];
}

function lettersOf({ stages, drafts }: CaseFile): readonly Block[] {
  const sent = stages.flatMap(({ acknowledgements }) =>
    acknowledgements.map(({ at, text, known }) => ({
      at,
      text,
      what: known === 'as-sent' ? 'Acknowledgement, as sent' : 'Acknowledgement, as inserted; it may have been edited',
    })),
  );
  const inserted = drafts.map(({ at, text, kind, way }) => ({
    at,
    text,
    what: `${kind.replaceAll('-', ' ')}, as ${way === 'post' ? 'made for the post' : 'inserted'}`,
  }));
  const all = [...sent, ...inserted].filter(({ text }) => text !== '');
  if (all.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Letters' },
    ...all.flatMap(({ at, text, what }): Block[] => [
      { kind: 'heading', level: 3, text: `${panelMoment(at, ANY_YEAR)}: ${what}` },
      { kind: 'quoted', text },
    ]),
  ];
}

function datesOf({ file, policies }: BundleRequest): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Every date, with its working' },
    ...policies.flatMap(({ policy, calendar }) =>
      deadlines(file, policy, calendar).dates.flatMap((date): Block[] => [
        { kind: 'heading', level: 3, text: `${DUTY_WORDS[date.obligation]}: ${dueInWords(date, ANY_YEAR)}` },
        { kind: 'text', text: `${policy.name}, ${clausesInWords(date.clauses)}. ${metInWords(date)}` },
        { kind: 'list', items: workingInWords(date, ANY_YEAR) },
      ]),
    ),
  ];
}

function metInWords({ metAt, lapsed, provisional, extendedFrom }: Deadline): string {
  const was = extendedFrom === null ? '' : ` Extended from ${panelDate(extendedFrom, ANY_YEAR)}.`;
  if (metAt) return `Done ${panelMoment(metAt, ANY_YEAR)}.${was}`;
  if (lapsed) return `No longer owed.${was}`;
  return `${provisional ? 'May still move. ' : ''}Not done.${was}`;
}

/** The clauses that the dates, the route and the refusal rest on, in the documents' own words. */
function clausesOf({ file, policies }: BundleRequest): readonly Block[] {
  const blocks = policies.flatMap(({ policy, calendar }): Block[] => {
    const cited = new Set([
      ...deadlines(file, policy, calendar).dates.flatMap(({ clauses }) => clauses),
      ...(file.route?.clauses ?? []),
      ...(file.refusal?.clauses.map((clause) => `${policy.id}/${clause}`) ?? []),
    ]);
    return [...cited].sort().flatMap((id): Block[] => {
      const slash = id.indexOf('/');
      const number = id.slice(slash + 1);
      const clause = id.slice(0, slash) === policy.id ? policy.clauses[number] : undefined;
      if (!clause) return [];
      return [
        { kind: 'heading', level: 3, text: `${policy.name}, ${number.replace(/#.*/, '')}` },
        'quote' in clause
          ? { kind: 'quoted', text: clause.quote }
          : { kind: 'text', text: `In short: ${clause.paraphrase}` },
      ];
    });
  });
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: 'Clauses' }, ...blocks];
}

function proofOf(events: readonly CaseEvent[]): readonly Block[] {
  const ends = chainEnds();
  for (const event of events) ends.take(event);
  return [
    { kind: 'heading', level: 2, text: 'Proof' },
    {
      kind: 'text',
      text: `Each entry has a hash over itself and the one before it on the same computer. Of all below together: ${ends.digest().slice(0, 16)}.`,
    },
    {
      kind: 'table',
      heads: ['Computer, number', 'Entry', 'Hash'],
      rows: events.map(({ deviceId, sequence, id, hash }) => [
        `${deviceId.slice(0, 8)}, ${String(sequence)}`,
        id,
        hash,
      ]),
    },
  ];
}
