/* Where the fields of a kind of page stand, as a person pointed at them once: places, never what they say. */
import { FILL_PARTS, RECORD_FIELDS, type FillPart, type RecordField } from '../../core/record.ts';
import type { LabelKind } from './labelled.ts';
import type { Surroundings } from './surroundings.ts';

/** Where one value stands. It is looked for by name, then by the word beside it, then by selector. */
export interface FieldPlace {
  /** `textbox`, `heading`, `cell`: what screen readers call it. */
  readonly role: string;
  /** The name of a control; null for what is named by its own words, since those are what it says. */
  readonly name: string | null;
  readonly label: { readonly kind: LabelKind; readonly text: string; readonly below: number } | null;
  readonly selector: string;
  /** Selectors of the frames and of the components with shadow roots around it, outermost first. */
  readonly within: readonly string[];
  /** Which of several equal names or words is meant. */
  readonly around?: Surroundings;
}

/** The places of a kind of page. A field in several boxes, like an address, has several places. */
export interface PageMapping {
  readonly origin: string;
  /** The path, with * for parts that differ from record to record. */
  readonly path: string;
  readonly fields: Partial<Readonly<Record<RecordField, readonly FieldPlace[]>>>;
  /** Where parts of a case are written to, when somebody presses for it. */
  readonly fills?: Partial<Readonly<Record<FillPart, FieldPlace>>>;
}

/** What a file of mappings holds, for exporting, importing and administrators. */
export interface MappingFile {
  readonly format: 'duly-mappings-1';
  readonly mappings: readonly PageMapping[];
}

/** The path of a kind of page: parts with digits in them name one record. */
export function pathPattern(pathname: string): string {
  return pathname
    .split('/')
    .map((part) => (/\d/.test(part) ? '*' : part))
    .join('/');
}

/** The mapping for a page; null where nobody has pointed at anything on its kind. The last one wins. */
export function mappingFor(mappings: readonly PageMapping[], url: string): PageMapping | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  const path = pathPattern(pathname);
  return mappings.findLast((mapping) => mapping.origin === origin && mapping.path === path) ?? null;
}

/** What can't be used in a file of mappings, and where. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/** Reads a file of mappings. Throws MappingError saying what is wrong and where; nothing of a faulty file is used. */
export function parseMappings(input: unknown): readonly PageMapping[] {
  if (!isObject(input) || input['format'] !== 'duly-mappings-1' || !Array.isArray(input['mappings'])) {
    throw new MappingError('this is no file of Duly’s mappings: it has no format "duly-mappings-1"');
  }
  return input['mappings'].map((one: unknown, at) => mappingFrom(one, `mappings[${at}]`));
}

function mappingFrom(input: unknown, path: string): PageMapping {
  if (!isObject(input)) throw new MappingError(`${path} is no mapping`);
  const origin = textAt(input, 'origin', path);
  if (!/^https?:\/\/[^/\s]+$/.test(origin)) throw new MappingError(`${path}.origin is no origin of a page: ${origin}`);
  const fields = input['fields'];
  if (!isObject(fields)) throw new MappingError(`${path}.fields is missing`);
  const unknown = Object.keys(fields).find((field) => !isField(field));
  if (unknown !== undefined)
    throw new MappingError(`${path}.fields.${unknown} is no field; there are ${RECORD_FIELDS.join(', ')}`);
  const places = RECORD_FIELDS.flatMap((field) => {
    const list: unknown = fields[field];
    if (list === undefined) return [];
    if (!Array.isArray(list)) throw new MappingError(`${path}.fields.${field} is no list of places`);
    return [[field, list.map((one: unknown, at) => placeFrom(one, `${path}.fields.${field}[${at}]`))] as const];
  });
  const fills = fillsFrom(input['fills'], `${path}.fills`);
  return { origin, path: textAt(input, 'path', path), fields: Object.fromEntries(places), ...(fills && { fills }) };
}

function fillsFrom(input: unknown, path: string): PageMapping['fills'] {
  if (input === undefined) return undefined;
  if (!isObject(input)) throw new MappingError(`${path} holds no places`);
  const unknown = Object.keys(input).find((name) => !FILL_PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new MappingError(`${path}.${unknown} is none of ${FILL_PARTS.join(', ')}`);
  const places = FILL_PARTS.flatMap((part) =>
    input[part] === undefined ? [] : [[part, placeFrom(input[part], `${path}.${part}`)] as const],
  );
  return Object.fromEntries(places);
}

const KINDS: readonly LabelKind[] = ['dt', 'label', 'name', 'row header', 'cell', 'column', 'heading', 'pair'];

function placeFrom(input: unknown, path: string): FieldPlace {
  if (!isObject(input)) throw new MappingError(`${path} is no place`);
  const { name, label, within, around } = input;
  if (!Array.isArray(within) || !within.every((one) => typeof one === 'string')) {
    throw new MappingError(`${path}.within is no list of selectors`);
  }
  return {
    role: textAt(input, 'role', path),
    name: name === null ? null : textAt(input, 'name', path),
    label: label === null ? null : labelFrom(label, `${path}.label`),
    selector: textAt(input, 'selector', path),
    within,
    ...(around !== undefined && { around: aroundFrom(around, `${path}.around`) }),
  };
}

function aroundFrom(input: unknown, path: string): Surroundings {
  const { section, beside } = isObject(input) ? input : {};
  const isWord = (one: unknown): one is string | null => one === null || typeof one === 'string';
  if (!isWord(section)) throw new MappingError(`${path}.section is missing`);
  if (beside === undefined) return { section };
  if (!Array.isArray(beside) || !beside.every(isWord)) throw new MappingError(`${path}.beside is no list of words`);
  return { section, beside };
}

function labelFrom(input: unknown, path: string): NonNullable<FieldPlace['label']> {
  if (!isObject(input)) throw new MappingError(`${path} is no label`);
  const kind = KINDS.find((one) => one === input['kind']);
  if (!kind) throw new MappingError(`${path}.kind is none of ${KINDS.join(', ')}`);
  const { below } = input;
  if (typeof below !== 'number') throw new MappingError(`${path}.below is no number`);
  return { kind, text: textAt(input, 'text', path), below };
}

function textAt(input: Readonly<Record<string, unknown>>, key: string, path: string): string {
  const text = input[key];
  if (typeof text !== 'string') throw new MappingError(`${path}.${key} is missing`);
  return text;
}

function isField(name: string): name is RecordField {
  return RECORD_FIELDS.some((field) => field === name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
