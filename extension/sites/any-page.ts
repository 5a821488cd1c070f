import { RECORD_FIELDS, type RecordField, type RecordValue } from '../../core/record.ts';
import { deepAll, isSeen, tidy, valueOf } from '../record/deep.ts';
import { tidied } from '../record/field-names.ts';
import { documentsIn } from '../record/frames.ts';
import { gathered, guesses, recordOf, type Candidate } from '../record/gather.ts';
import { labelledIn } from '../record/labelled.ts';
import type { PageMapping } from '../record/mapping.ts';
import type { Picker } from '../record/picker.ts';
import type { SiteReading } from './site.ts';

/** What somebody has pointed at on pages of a kind, and what finds it again. */
export interface Pointed extends Pick<Picker, 'elementAt'> {
  readonly mapping: PageMapping;
}

/**
 * A page that nobody knows: fields at the places that somebody has pointed at, and guesses by the words beside values for
 * the rest. Guesses are marked, and nothing of either is used before a person has seen it.
 */
export function readAnyPage(document: Document, at: Pointed | null): SiteReading {
  const pointed = at ? pointedValues(document, at) : [];
  const isPointed = new Set<RecordField>(pointed.map(({ field }) => field));
  const lost = RECORD_FIELDS.filter((field) => at?.mapping.fields[field] !== undefined && !isPointed.has(field));
  const guessed = gathered([
    ...documentsIn(document).flatMap((one) => guesses(labelledIn(one))),
    ...headingGuess(document),
  ]);
  // A field that was pointed at and isn't found is missing: a guess would pass for it.
  const values = [...pointed, ...guessed.filter(({ field }) => !isPointed.has(field) && !lost.includes(field))];
  const { host, pathname, search, hash } = document.location;
  // Some pages name the record behind the # alone; others only where in the page to scroll to.
  const route = /[/=\d]/.test(hash) ? hash : '';
  return recordOf(document, { page: host, key: `page/${host}${pathname}${search}${route}`, values, lost });
}

/** What a known CRM's page says, with what somebody has pointed at on it taken first. */
export function pointedOver(reading: SiteReading, document: Document, at: Pointed | null): SiteReading {
  if (!at || reading.kind !== 'record') return reading;
  const { mapping } = at;
  const pointed = pointedValues(document, at);
  const others = reading.values.filter(({ field }) => mapping.fields[field] === undefined);
  const lost = RECORD_FIELDS.filter(
    (field) => mapping.fields[field] !== undefined && !pointed.some((value) => value.field === field),
  );
  return { ...reading, values: [...pointed, ...others], lost };
}

function pointedValues(document: Document, { mapping, elementAt }: Pointed): readonly RecordValue[] {
  return RECORD_FIELDS.flatMap((field) => {
    const places = mapping.fields[field] ?? [];
    const parts = places.map((place) => elementAt(document, place));
    // Half an address is no address.
    if (places.length === 0 || parts.includes(null)) return [];
    const texts = parts.flatMap((part) => (part ? (valueOf(part.element) ?? []) : []));
    if (texts.length === 0) return [];
    const label = places[0]?.label?.text ?? places[0]?.name ?? null;
    const by = `pointed at: ${parts.flatMap((part) => part?.by ?? []).join(' + ')}`;
    return [
      { field, value: tidied(field, texts.join('\n')), label, by, isGuess: !parts.every((part) => part?.isSure) },
    ];
  });
}

/** The page's first heading, where it reads like a person's name. */
function headingGuess(document: Document): readonly Candidate[] {
  const heading = deepAll(document, 'h1').find(isSeen);
  const text = tidy(heading?.textContent ?? '');
  const isPerson =
    /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|rev|cllr)\.? )?(?:\p{Lu}[\p{L}’'.-]* ){1,3}\p{Lu}[\p{L}’'.-]+$/iu.test(text);
  const isTitled = /^(?:mr|mrs|ms|miss|mx|dr)\.? /i.test(text);
  return isPerson && isTitled
    ? [{ names: ['full name'], label: null, value: text, by: 'guess: first heading', isGuess: true }]
    : [];
}
