import { localDate } from '../dates.ts';
import type { PageRecord } from '../host.ts';
import { POINTED_FIELDS, type RecordField, type RecordValue } from '../record.ts';
import type { DockView } from './dock-words.ts';
import { EMPTY_PASTE, recordName, type PasteForm } from './paste-form.ts';
import { begunForm } from './forms.ts';
import type { PanelState } from './state.ts';

/** What a field is called, alone and in a sentence. */
export const FIELD_WORDS: Readonly<Record<RecordField, { readonly name: string; readonly the: string }>> = {
  name: { name: 'Name', the: 'the name' },
  address: { name: 'Address', the: 'the address' },
  reference: { name: 'Reference', the: 'the reference' },
  tenancy: { name: 'Tenancy', the: 'the tenancy reference' },
  phone: { name: 'Phone', the: 'the phone number' },
  phone2: { name: 'Phone 2', the: 'the second phone number' },
  email: { name: 'Email', the: 'the email address' },
  notes: { name: 'Note', the: 'the note' },
  stage: { name: 'Stage', the: 'the stage' },
  priority: { name: 'Priority', the: 'the priority' },
  status: { name: 'Status', the: 'the status' },
  due: { name: 'Due', the: 'the due date' },
  alert: { name: 'Alert', the: 'the alert' },
  tenancyType: { name: 'Tenancy type', the: 'the type of tenancy' },
  rentAccount: { name: 'Rent account', the: 'the rent account' },
  vulnerability: { name: 'Vulnerability', the: 'the vulnerability' },
  subject: { name: 'Subject', the: 'the subject' },
  received: { name: 'Received', the: 'the date received' },
};

/** A line of a record: a field, and what was found for it. */
export interface RecordLine {
  readonly field: RecordField;
  /** Null where it wasn't found. */
  readonly found: RecordValue | null;
}

/** The fields that are wanted of every record, and whatever else of use was found. */
export function recordLines({ values }: PageRecord): readonly RecordLine[] {
  const wanted = POINTED_FIELDS.map((field) => ({ field, found: valueOf(values, field) }));
  const others = values.filter(({ field }) => !isWanted(field)).map((found) => ({ field: found.field, found }));
  return [...wanted, ...others];
}

/** "4 of 5 found". */
export function foundInWords({ values }: PageRecord): string {
  const found = POINTED_FIELDS.filter((field) => valueOf(values, field) !== null);
  return `${String(found.length)} of ${String(POINTED_FIELDS.length)} found`;
}

/** Where a value was found, as a person checks it. */
export function originInWords({ label, isGuess }: RecordValue): string {
  if (isGuess) return label === null ? 'a guess, by its look' : `a guess, from “${label}”`;
  return label === null ? 'from its place on the page' : `from “${label}”`;
}

/** What is done next with a record: what was found is used, or the note pointed at where it wasn't found. */
export function recordDock(state: PanelState, record: PageRecord): DockView {
  const { pointing } = state;
  const name = valueOf(record.values, 'name')?.value;
  const line: DockView['line'] =
    name === undefined ? [`Reads ${record.page}`] : ['Reads ', { theirs: name }, '’s record'];
  if (pointing !== null) {
    return {
      line: [`Point at ${FIELD_WORDS[pointing].the} on the page. Esc stops.`],
      primary: { label: 'Stop pointing', action: { type: 'pointing-stopped' } },
      quiet: null,
    };
  }
  if (begunForm(state, record)) {
    return { line, primary: { label: 'Go on with your draft', action: { type: 'record-used' } }, quiet: null };
  }
  if (valueOf(record.values, 'notes') === null) {
    return {
      line,
      primary: { label: 'Point at the note', action: { type: 'point-at', field: 'notes' } },
      quiet: { label: 'Type it', action: { type: 'record-used' } },
    };
  }
  const missing = POINTED_FIELDS.find((field) => valueOf(record.values, field) === null);
  return {
    line,
    primary: { label: 'Use what was found', action: { type: 'record-used' } },
    quiet:
      missing === undefined
        ? null
        : { label: `Point at ${FIELD_WORDS[missing].the}`, action: { type: 'point-at', field: missing } },
  };
}

/** The form with what was found on the page: each of it can be changed before Duly reads it. */
export function pasteOfRecord(record: PageRecord): PasteForm {
  const { values, receivedAt } = record;
  const text = (field: RecordField): string => valueOf(values, field)?.value ?? '';
  const particulars = PARTICULARS.flatMap((field) => {
    const value = text(field);
    return value === '' ? [] : [`${FIELD_WORDS[field].name}: ${value}`];
  });
  return {
    ...EMPTY_PASTE,
    of: recordName(record),
    channel: 'crm-note',
    name: text('name'),
    address: text('email'),
    subject: text('subject'),
    day: receivedAt === null ? '' : localDate(receivedAt),
    receivedAt,
    text: [text('notes'), particulars.join('\n')].filter((part) => part !== '').join('\n\n'),
  };
}

/** What goes with the note, so that the case says whose it is. */
const PARTICULARS: readonly RecordField[] = ['address', 'phone', 'phone2', 'tenancy', 'reference'];

function valueOf(values: readonly RecordValue[], field: RecordField): RecordValue | null {
  return values.find((value) => value.field === field) ?? null;
}

function isWanted(field: RecordField): boolean {
  return POINTED_FIELDS.some((wanted) => wanted === field);
}
