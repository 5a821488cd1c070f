import { currentStage, type Acknowledgement, type CaseFile } from '../case/case-file.ts';
import { wayBackTo, type Way } from '../case/way-back.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { addDays, isoDateOrNull, localDate, toInstant, type Instant, type IsoDate } from '../dates.ts';
import { answerIfAcknowledged } from '../deadlines/deadlines.ts';
import type { Draft } from '../host.ts';
import type { Policy } from '../policy/policy.ts';
import type { Settings } from '../settings.ts';
import { demandsOn, mergedDemands, type Demand } from './demands.ts';
import { fieldNamed, type Field } from './fields.ts';
import type { Entries } from './field-sources.ts';
import { fieldValues, type FieldValues } from './field-values.ts';
import { orderOf, sourcesOf, stageOf } from './kinds.ts';
import { letterDates, type LetterDates } from './letter-dates.ts';
import { gapsOf, htmlOf, textOf, type Part } from './markup.ts';
import { oneLine } from './plain-line.ts';
import { sheetOf, type Sheet } from './sheet.ts';
import { blocksOf, fill } from './template.ts';

/** One block of a letter as filled, with the clauses that demand it. */
export interface LetterBlock {
  readonly id: string;
  /** All that the block is, where it does several things the policy asks for. */
  readonly names: readonly string[];
  readonly parts: readonly Part[];
  /** With the policy's name; empty for words that no clause demands. */
  readonly clauses: readonly string[];
}

/** Until when the letter's answer date is right, and what it becomes after that. */
export interface DatesHold {
  readonly until: IsoDate;
  readonly then: IsoDate;
}

/** A field that an officer types for this letter: the case doesn't hold it. */
export interface AskedField extends Field {
  /** As typed so far. */
  readonly typed: string;
  /** The letter can't go in without it; the others it may have. */
  readonly isMissing: boolean;
}

/** A letter: ready, lacking fields, or already sent once. */
export interface Letter {
  /** The kind that was asked for; on a track of its own, or for a plain `acknowledgement`, that which it stands for. */
  readonly kind: string;
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
  /** What must be filled in before the letter can go in; empty = ready. */
  readonly missing: readonly Field[];
  /** What can be typed for it (`LetterRequest.entries`), in the order of the letter. */
  readonly asks: readonly AskedField[];
  /** What the policy and the Code ask for in it, and that is in it. */
  readonly checked: readonly Demand[];
  /** What the policy or the Code asks for and the words lack. */
  readonly lacking: readonly Demand[];
  /** The answer date that the letter gives; null for a letter that gives none. */
  readonly promisedBy: IsoDate | null;
  /** Null where sending it later changes nothing. */
  readonly holds: DatesHold | null;
  /** The earlier letter that this one corrects. */
  readonly corrects: Acknowledgement | null;
  /** Address, date and head, for the page that is printed and the document. */
  readonly sheet: Sheet;
  /** Null while a field is missing: a letter with a gap can't go in. */
  readonly draft: Draft | null;
}

export interface LetterRequest {
  readonly kind: string;
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly floor: Policy;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
  /** The moment at which it would go out: the answer date is counted from its day. */
  readonly now: Instant;
  /** What of it is the landlord's to answer, in an officer's words; null = as the template says. */
  readonly responsibility?: string | null;
  /** What an officer typed, by the path of the field; counts where the case doesn't hold it. */
  readonly entries?: Entries;
  /** How it goes out; a resident who wrote by post gets post where nothing else is said. */
  readonly way?: Way;
}

/** A letter that can't be written: the policy has no words for it, or the case is not where it would be sent. */
export class LetterError extends Error {
  override readonly name = 'LetterError';
}

/**
 * Writes a letter from the case, its dates and the landlord's words. Throws LetterError for a kind that the policy
 * doesn't have or a stage that the case isn't at, CalendarCoverageError where a date can't be counted, PolicyError where
 * a template is at fault.
 */
export function letter(request: LetterRequest): Letter {
  const { file, policy, floor, settings, entries = {} } = request;
  const sources = sourcesOf(request.kind, file, policy, floor);
  const kind = sources.id;
  const blocks = blocksOf(policy, kind, floor);
  if (!blocks) throw new LetterError(`${policy.name} has no words for the letter “${request.kind}”`);
  checkStage(kind, request);

  const stage = currentStage(file);
  const way = request.way ?? wayBackTo(file);
  const dates = letterDates({ ...request, way });
  const fields = fieldValues({
    file,
    policy,
    floor,
    settings,
    dates,
    responsibility: request.responsibility ?? null,
    entries,
    isUnderCode: sources.isUnderCode,
  });

  const demands = demandsOn(sources, { file, policy, floor });
  const { parts: filledParts, used } = fill(blocks, fields, policy);
  const filled = blocks.map(({ id, names }, index): LetterBlock => {
    const clauses = demands.filter(({ block }) => names.includes(block)).flatMap((demand) => demand.clauses);
    return { id, names, parts: filledParts[index] ?? [], clauses };
  });
  const shown = filled.filter(({ parts }) => parts.length > 0);
  const needed = way === 'post' && fields.values['postal.address'] === undefined ? ['postal.address'] : [];
  const gaps = [...new Set([...needed, ...shown.flatMap(({ parts }) => gapsOf(parts))])];
  const missing = gaps.flatMap((path) => fields.each.get(path) ?? fieldNamed(path) ?? []);
  const inIt = new Set(shown.flatMap(({ names }) => names));
  const merged = mergedDemands(demands);
  const parts = shown.flatMap((block) => block.parts);
  const corrects = kind.includes('acknowledgement') ? (stage?.acknowledgements[0] ?? null) : null;
  const subject = subjectOf(kind, file);
  return {
    kind,
    subject,
    blocks: shown,
    missing,
    asks: asked([...(way === 'post' ? ['postal.address'] : []), ...used], { fields, entries, gaps }),
    checked: merged.filter(({ block }) => inIt.has(block)),
    lacking: merged.filter(({ block }) => !inIt.has(block)),
    promisedBy: promisedBy(kind, dates, entries),
    holds: corrects || !kind.includes('acknowledgement') ? null : datesHold(request, dates),
    corrects,
    sheet: sheetOf({ file, policy, settings, dates, entries, way }),
    draft: missing.length > 0 ? null : { subject, html: htmlOf(parts), text: textOf(parts) },
  };
}

/** A stage's letter goes out at that stage. */
function checkStage(kind: string, { file, policy }: LetterRequest): void {
  const order = orderOf(kind);
  if (order === null) return;
  const stage = stageOf(file, policy);
  if (stage?.formal && stage.order === order) return;
  const at = stage ? `is at ${stage.name.toLowerCase()}` : 'is at no stage';
  throw new LetterError(`The case ${at}: there is no “${kind.replaceAll('-', ' ')}” to write`);
}

/**
 * Which day the letter promises: that of the answer for an acknowledgement, the new one for an extension. Where the
 * answer's own day is past, the one that was typed.
 */
function promisedBy(kind: string, { answer, extension, sentOn }: LetterDates, entries: Entries): IsoDate | null {
  if (kind === 'extension') return extension.newDate;
  if (!kind.includes('acknowledgement') || !answer) return null;
  return answer.day >= sentOn ? answer.day : isoDateOrNull((entries['dates.respondBy'] ?? '').trim());
}

function asked(
  used: readonly string[],
  {
    fields,
    entries,
    gaps,
  }: { readonly fields: FieldValues; readonly entries: Entries; readonly gaps: readonly string[] },
): readonly AskedField[] {
  return used.flatMap((path): AskedField[] => {
    const field = fields.each.get(path) ?? fieldNamed(path);
    if (field?.input === undefined || fields.known.has(path)) return [];
    return [{ ...field, typed: entries[path] ?? '', isMissing: gaps.includes(path) }];
  });
}

/** The first later day on which sending would promise another date; a late acknowledgement moves nothing any more. */
function datesHold({ file, policy, calendar, now }: LetterRequest, { answer }: LetterDates): DatesHold | null {
  const today = localDate(now);
  if (!answer || answer.day < today) return null;
  // A week without a change: the date no longer hangs on the day of sending.
  for (let days = 1; days <= 7; days++) {
    const day = addDays(today, days);
    const then = answerIfAcknowledged(file, policy, calendar, toInstant(`${day}T12:00:00Z`));
    if (then && then.day !== answer.day) return { until: addDays(day, -1), then: then.day };
  }
  return null;
}

/** A reply keeps the message's subject; what is shown in public names no case. */
function subjectOf(kind: string, { messages, reference }: CaseFile): string {
  const plain = oneLine(messages[0]?.subject ?? '');
  const reply = /^re:/i.test(plain) ? plain : `Re: ${plain}`;
  return kind === 'social-media' ? reply.slice(0, 200) : `${reply.slice(0, 200)} (${reference})`;
}
