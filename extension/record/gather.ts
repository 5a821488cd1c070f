import { toInstant, type Instant } from '../../core/dates.ts';
import type { MessageKey, PageRecord } from '../../core/host.ts';
import { RECORD_FIELDS, type RecordField, type RecordValue } from '../../core/record.ts';
import { asLanguageWrites, displayedDays } from '../sites/displayed-date.ts';
import { fieldNamed, tidied } from './field-names.ts';
import { closedFrames } from './frames.ts';
import type { Labelled } from './labelled.ts';

/** A value of the page that may be one of the fields. */
export interface Candidate {
  /** Names by which it may be known, the surest first: what a programmer calls it, what the page calls it. */
  readonly names: readonly string[];
  readonly label: string | null;
  readonly value: string | null;
  readonly by: string;
  readonly isGuess: boolean;
}

/** The first that says something for each field; a second telephone number is kept as such. */
export function gathered(candidates: readonly Candidate[]): readonly RecordValue[] {
  const values = new Map<RecordField, RecordValue>();
  for (const { names, label, value, by, isGuess } of candidates) {
    const named = names.map(fieldNamed).find((field) => field !== null);
    if (named == null || value === null) continue;
    const isSecond = named === 'phone' && values.has('phone') && values.get('phone')?.value !== tidied('phone', value);
    const field = isSecond ? 'phone2' : named;
    if (!values.has(field)) values.set(field, { field, value: tidied(field, value), label, by, isGuess });
  }
  return RECORD_FIELDS.flatMap((field) => values.get(field) ?? []);
}

/** What stands beside a word on a page that nobody knows may be what the word says: a guess. */
export function guesses(labelled: readonly Labelled[]): readonly Candidate[] {
  const single = labelled.filter(({ kind }) => kind !== 'column');
  // A column is of a list, in which others stand too: only a reference is taken from it.
  const columns = labelled.filter(({ kind, label }) => kind === 'column' && fieldNamed(label) === 'reference');
  return [...withLowerLines(single), ...columns].map(({ kind, label, value }) => ({
    names: [label],
    label,
    value,
    by: `guess: ${kind} “${label}”`,
    isGuess: true,
  }));
}

/** What the boxes below the first line of an address are called, where each has a word of its own. */
const LOWER =
  /^(?:address(?: line)? ?[2-5]|(?:post ?)?town|city|town ?(?:or|\/|&|and) ?city|county|locality|village)$/i;

/** An address in several boxes: the lines below the first have no word of their own, the postcode has one. */
function withLowerLines(labelled: readonly Labelled[]): readonly Labelled[] {
  const postcode = labelled.find(({ label }) => /^post\s?code$/i.test(label))?.value ?? null;
  return labelled
    .filter(({ below }) => below === 0)
    .map((first) => {
      if (fieldNamed(first.label) !== 'address' || first.value === null) return first;
      const { label: word, value: top } = first;
      const lower = labelled
        .filter(({ label, below }) => (below > 0 && label === word) || (/1$/.test(word) && LOWER.test(label)))
        .flatMap(({ value }) => (value === null || top.includes(value) ? [] : value));
      const lines = [top, ...lower];
      const isWhole = postcode === null || lines.join(' ').includes(postcode);
      return { ...first, value: [...lines, ...(isWhole ? [] : [postcode])].join('\n') };
    });
}

/** A record from the values that were found on its page. */
export function recordOf(
  document: Document,
  {
    page,
    key,
    values,
    lost = [],
  }: Pick<PageRecord, 'page' | 'values'> & { readonly key: MessageKey; readonly lost?: readonly RecordField[] },
): PageRecord {
  const received = values.find(({ field }) => field === 'received')?.value ?? '';
  const closed = closedFrames(document);
  return {
    kind: 'record',
    key,
    page,
    values,
    lost,
    isAllowed: null,
    ...(closed.length > 0 && { closedFrames: closed }),
    ...receivedOn(received, document.documentElement.lang),
  };
}

/** A record's date follows its page's language where it is written as that language writes dates; else it is asked. */
function receivedOn(displayed: string, language: string): Pick<PageRecord, 'receivedAt' | 'receivedAtChoices'> {
  const moments = displayedDays(displayed, language);
  const meant = moments.length > 1 ? asLanguageWrites(displayed, language, moments) : (moments[0] ?? null);
  if (meant !== null) return { receivedAt: instant(meant), receivedAtChoices: [] };
  return { receivedAt: null, receivedAtChoices: moments.map(instant) };
}

function instant(milliseconds: number): Instant {
  return toInstant(new Date(milliseconds).toISOString());
}
