import { CalendarCoverageError } from '../calendar.ts';
import { currentStage, type CaseFile } from '../case/case-file.ts';
import type { Actor, CaseEvent, EventDraft, EventOf } from '../case/event.ts';
import type { PointRecord } from '../case/event-fields.ts';
import { effective } from '../case/correct.ts';
import type { Instant } from '../dates.ts';
import type { Correspondent } from '../message.ts';
import { acknowledgementKindOf } from '../letters/kinds.ts';
import type { Letter } from '../letters/letter.ts';
import { PolicyError } from '../policy/policy.ts';
import type { Settings } from '../settings.ts';
import type { LetterEdits } from './desk.ts';
import type { OpenCase, WriteLetter } from './state.ts';

/** The letter as it stands, or why there is none. */
export type LetterView =
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'uncovered'; readonly error: CalendarCoverageError }
  | { readonly kind: 'none'; readonly because: string };

/** What a letter is written with: which kind (null = the acknowledgement), by what, for whom, when. */
export interface Writing {
  readonly kind: string | null;
  readonly write: WriteLetter;
  readonly settings: Settings;
  readonly now: Instant;
}

/** Writes a letter of an open case with what the officer changed in it. */
export function letterView(opened: OpenCase, edits: LetterEdits, { kind, write, settings, now }: Writing): LetterView {
  const { policy, floor, calendar } = opened.rules;
  const file = withEdits(opened.file, edits);
  try {
    const written = write({
      kind: kind ?? acknowledgementKindOf(opened.file, policy),
      file,
      policy,
      floor,
      calendar,
      settings,
      now,
      responsibility: edits.responsibility,
      entries: edits.entries,
      ...(edits.way ? { way: edits.way } : {}),
    });
    return { kind: 'letter', letter: written };
  } catch (error) {
    if (error instanceof CalendarCoverageError) return { kind: 'uncovered', error };
    // A fault in the policy's words is shown where the letter would be. LetterError goes by its name: its class comes with
    // the letters, which are loaded apart.
    if (error instanceof PolicyError || (error instanceof Error && error.name === 'LetterError'))
      return { kind: 'none', because: error.message };
    throw error;
  }
}

/** The case as the letter would show it; nothing is entered by it. */
export function withEdits(file: CaseFile, { points, wants, handler, name }: LetterEdits): CaseFile {
  return {
    ...file,
    points: (points ?? file.points)
      .filter(({ text }) => text.trim() !== '')
      .map((point) => ({ ...point, answered: file.points.find(({ id }) => id === point.id)?.answered ?? false })),
    wants: wants ?? file.wants,
    handler: handler ?? file.handler,
    complainant: name === null ? file.complainant : { name: name.trim(), address: file.complainant?.address ?? '' },
  };
}

/**
 * The events by which what an officer changed in the letter comes onto the case: corrections of what was logged, the
 * handler as an assignment. Empty where the letter says what the case says.
 */
export function letterChanges(
  { file, events }: OpenCase,
  edits: LetterEdits,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): readonly EventDraft[] {
  const base = { caseId: file.id, actor, occurredAt: now };
  const after = withEdits(file, edits);
  const drafts: EventDraft[] = [];
  const fields: Record<string, unknown> = {};
  const counted = effective(events);
  if (after.wants !== file.wants) fields['wants'] = after.wants?.trim() ?? null;
  const target = logged(counted);
  const isOnTarget = new Set(target?.personal?.points.map(({ id }) => id));
  const plain = after.points.map(({ answered: _answered, ...point }) => point);
  if (edits.points !== null && !isSame(plain, file.points)) {
    // Points that joined later stand in events of their own; those of the complaint are put right as one list.
    fields['points'] = plain.filter(({ id }) => isOnTarget.has(id) || !file.points.some((point) => point.id === id));
    drafts.push(...joinedPoints(counted, { plain, base }));
  }
  if (target && Object.keys(fields).length > 0) drafts.unshift(correction(target.id, fields, base));
  const first = counted.find((event) => event.type === 'logged');
  const complainant = withPostalAddress(after, edits);
  if (first && (complainant?.name !== file.complainant?.name || complainant?.address !== file.complainant?.address))
    drafts.push(correction(first.id, { complainant }, base));
  const stage = currentStage(file);
  if (stage && after.handler !== null && after.handler.trim() !== '' && after.handler !== file.handler) {
    const personal = { name: after.handler.trim() };
    drafts.push({ ...base, type: 'handler-assigned', data: { stage: stage.stage }, personal });
  }
  return drafts;
}

/** Where they can be written to, typed once for this letter and then known, where the case knew no address of theirs. */
function withPostalAddress({ complainant, representative }: CaseFile, { entries }: LetterEdits): Correspondent | null {
  const typed = entries['postal.address']?.trim() ?? '';
  if (!complainant || representative || complainant.address.trim() !== '' || typed === '') return complainant;
  return { ...complainant, address: typed };
}

type Base = Pick<EventDraft, 'caseId' | 'actor' | 'occurredAt'>;

function correction(of: string, fields: Record<string, unknown>, base: Base): EventDraft {
  return {
    ...base,
    type: 'corrected',
    data: { of, occurredAt: null, fields: {} },
    personal: { fields, reason: 'Put right in the letter' },
  };
}

function joinedPoints(
  counted: readonly CaseEvent[],
  { plain, base }: { readonly plain: readonly PointRecord[]; readonly base: Base },
): EventDraft[] {
  return counted.flatMap((event): EventDraft[] => {
    if (event.type !== 'point-added' || !event.personal) return [];
    const { point } = event.personal;
    const now = plain.find(({ id }) => id === point.id);
    if (!now) return [{ ...base, type: 'undone', data: { of: [event.id] }, personal: {} }];
    return now.text === point.text ? [] : [correction(event.id, { point: now }, base)];
  });
}

/** The event that says what is complained of now: the complaint, or the request for the stage where that named points. */
function logged(counted: readonly CaseEvent[]): EventOf<'logged'> | EventOf<'escalated'> | undefined {
  return counted
    .filter((event) => event.type === 'logged' || event.type === 'escalated')
    .findLast(({ type, personal }) => type === 'logged' || (personal !== null && personal.points.length > 0));
}

function isSame(left: readonly PointRecord[], right: readonly PointRecord[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ id, text }, index) => right[index]?.id === id && right[index].text === text)
  );
}
