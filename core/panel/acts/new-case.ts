import type { EventDraft, EventOf } from '../../case/event.ts';
import type { PointRecord } from '../../case/event-fields.ts';
import type { CaseFile } from '../../case/case-file.ts';
import type { Entering } from './act.ts';

/** The events that open a case of their own for some points of another: with the same message, under the same policy. */
export function splitDrafts(
  points: readonly PointRecord[],
  { base, file, events, newId }: Entering,
): readonly EventDraft[] {
  const received = events.find((event) => event.type === 'received');
  const logged = events.find((event) => event.type === 'logged');
  if (!received || !logged || points.length === 0) return [];
  const caseId = newId();
  return [
    { ...base, type: 'split', data: { into: caseId }, personal: { points: [...points] } },
    { ...plain(received), caseId, actor: base.actor },
    {
      ...base,
      caseId,
      type: 'logged',
      data: { ...logged.data, overruled: false, reading: null },
      personal: {
        complainant: file.complainant,
        points: points.map((point, index) => ({ ...point, id: String(index + 1) })),
        wants: null,
        handler: null,
        reason: null,
      },
    },
  ];
}

/** The events that carry a case's messages and points over to another one, which goes on for both. */
export function mergeDrafts(into: CaseFile, { base, file, events }: Entering): readonly EventDraft[] {
  const known = new Set(into.messages.map(({ identity }) => identity));
  const messages = events.filter(
    (event): event is EventOf<'received'> | EventOf<'joined'> =>
      (event.type === 'received' || event.type === 'joined') && !known.has(event.data.identity),
  );
  const last = Math.max(0, ...into.points.map(({ id }) => Number(id) || 0));
  const onInto = { ...base, caseId: into.id };
  return [
    { ...base, type: 'merged', data: { into: into.id }, personal: {} },
    ...messages.map((event): EventDraft => ({ ...plain(event), type: 'joined', caseId: into.id, actor: base.actor })),
    ...file.points.map(({ text, quoted }, index): EventDraft => ({
      ...onInto,
      type: 'point-added',
      data: {},
      personal: { point: { id: String(last + index + 1), text, quoted } },
    })),
  ];
}

/** A message's event as a draft, without what the register gave it. */
function plain({ type, occurredAt, data, personal }: EventOf<'received'> | EventOf<'joined'>): Pick<
  EventOf<'received'>,
  'occurredAt' | 'data'
> & {
  readonly type: 'received' | 'joined';
  readonly personal: NonNullable<EventOf<'received'>['personal']>;
} {
  return { type, occurredAt, data, personal: personal ?? ERASED_MESSAGE };
}

const ERASED_MESSAGE = { from: null, to: [], cc: [], subject: '', text: '', attachments: [] };
