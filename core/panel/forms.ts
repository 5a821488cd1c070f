import type { PageRecord } from '../host.ts';
import {
  EMPTY_PASTE,
  isFormWorthKeeping,
  isNoteChanged,
  isSameRecord,
  keyOfForm,
  named,
  recordName,
  typedInto,
  type PasteForm,
  type RecordName,
} from './paste-form.ts';
import type { Open, PanelState } from './state.ts';

/* Which form is in front. A form of a record goes with its record and comes back with it; none is written over. */

/** The panel with another form in front; the one that was there is put aside where something of it would be lost. */
export function withForm(state: PanelState, next: PasteForm): PanelState {
  const { paste, now } = state;
  const isKept = isFormWorthKeeping(paste) && paste.id !== next.id;
  const forms = state.forms.filter(({ id }) => id !== next.id);
  return {
    ...state,
    paste: named(next, [paste, ...forms], now),
    forms: isKept ? [{ ...paste, error: null }, ...forms] : forms,
    pasteLooked: paste === next ? state.pasteLooked : null,
  };
}

/** The panel after something was typed into the form. */
export function formTyped(state: PanelState, change: Partial<PasteForm>): PanelState {
  return { ...state, paste: typedInto(state.paste, change, state.now) };
}

/** A form of its own beside no record, with what was handed over or read from a file. */
export function newForm(state: PanelState, change: Partial<PasteForm>): PanelState {
  return formTyped(withForm(state, EMPTY_PASTE), change);
}

/** A form that waits, in front; unchanged where there is none of that name. */
export function formOpened(state: PanelState, key: string): PanelState {
  const form = [state.paste, ...state.forms].find((one) => keyOfForm(one) === key);
  return form ? { ...withForm(state, form), screen: 'paste' } : state;
}

/** The panel with the forms that were kept: what was last typed beside no record is in front, unless words came meanwhile. */
export function withKeptForms(state: PanelState, kept: readonly PasteForm[]): PanelState {
  const last = kept.find(({ of }) => of === null);
  if (!last || isFormWorthKeeping(state.paste)) return { ...state, forms: kept };
  return { ...state, paste: last, forms: kept.filter((form) => form !== last) };
}

/** The panel without a form: it was read, or a person drops it. */
export function withoutForm(state: PanelState, key: string): PanelState {
  const { paste, now } = state;
  const isInFront = keyOfForm(paste) === key;
  const forms = state.forms.filter((one) => keyOfForm(one) !== key);
  return {
    ...state,
    ...(isInFront && { paste: named(EMPTY_PASTE, [paste, ...forms], now), pasteLooked: null }),
    forms,
    kept: state.kept.filter((one) => one.key !== key),
  };
}

/** The panel with what another one has kept of forms, or has done with. */
export function formsFollowed(
  state: PanelState,
  { newer, gone }: { readonly newer: readonly PasteForm[]; readonly gone: readonly string[] },
): PanelState {
  const left = gone.reduce(withoutForm, state);
  const inFront = newer.find(({ id }) => id === left.paste.id);
  const others = newer.filter((form) => form !== inFront);
  const isNewer = ({ id }: PasteForm): boolean => others.some((form) => form.id === id);
  return {
    ...left,
    paste: inFront ?? left.paste,
    forms: [...others, ...left.forms.filter((form) => !isNewer(form))],
  };
}

/** What was typed about a record and not yet read; null for nothing. */
export function begunForm({ paste, forms }: PanelState, record: PageRecord): PasteForm | null {
  const name = recordName(record);
  return [paste, ...forms].find((form) => isFormWorthKeeping(form) && form.of && isSurely(form.of, name)) ?? null;
}

/** Whether it is surely the record: a page that says nothing yet may be another one’s at the same address. */
export function isSurely(of: RecordName, record: RecordName): boolean {
  if (!isSameRecord(of, record)) return false;
  return of.whose.length === 0 || of.whose.some(({ field }) => record.whose.some((one) => one.field === field));
}

/** The panel once the host shows something else than before: the form goes, and comes, with its record. */
export function formsFollow(before: PanelState, after: PanelState): PanelState {
  const { open } = after;
  if (open.kind === 'waiting') return after;
  const isOther = !isSamePage(before.open, open);
  const { of } = after.paste;
  let state = after;
  if (of && !isOf(of, open) && (isOther || isOf(of, before.open))) {
    state = withForm(state, EMPTY_PASTE);
    if (state.screen === 'paste') state = { ...state, screen: 'message' };
  }
  // What is pasted of a message that can't be read begins with an empty box.
  if (open.kind === 'unreadable' && isOther && state.screen !== 'paste') state = withForm(state, EMPTY_PASTE);
  if (open.kind !== 'record' || state.screen !== 'message' || isShown(before.open, open)) return state;
  const begun = begunForm(state, open);
  // A form from before the page said something else would hide that: it is gone on with by its button.
  const isOld = begun?.of && isNoteChanged(begun.of, open);
  return begun && !isOld ? { ...withForm(state, begun), screen: 'paste' } : state;
}

function isOf(of: RecordName, open: Open): boolean {
  return open.kind === 'waiting' || (open.kind === 'record' && isSameRecord(of, recordName(open)));
}

/** Whether the record was in front already, and said the same of whose it is. */
export function isShown(before: Open, record: PageRecord): boolean {
  return before.kind === 'record' && JSON.stringify(recordName(before)) === JSON.stringify(recordName(record));
}

function isSamePage(before: Open, after: Open): boolean {
  if (before.kind === 'record' && after.kind === 'record') return isSameRecord(recordName(before), recordName(after));
  if (before.kind === 'message' && after.kind === 'message') return before.key === after.key;
  if (before.kind === 'unreadable' && after.kind === 'unreadable') return before.page === after.page;
  return before.kind === after.kind;
}
