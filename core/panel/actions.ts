import type { CalendarChanges } from '../calendar-changes.ts';
import type { Instant } from '../dates.ts';
import type { CurrentMessage, MessageKey, MessageMark } from '../host.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import type { RecordField } from '../record.ts';
import type { DueFacets, DueFilter } from '../register/due-query.ts';
import type { DueCounts, DueEntry, SavedView } from '../register/register.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { ActProblem, Answers } from './acts/act.ts';
import type { ActsPart } from './acts/part.ts';
import type { CaseAct } from './case-acts.ts';
import type { Decline, Desk, Edits, GivenNeeds, LetterEdits, Placed } from './desk.ts';
import type { CaseFileKind } from './effects/case-files.ts';
import type { DueFind } from './due-find.ts';
import type { FillAct, FillState } from './fill-state.ts';
import type { LeadState } from './lead-state.ts';
import type { LetterCards } from './letter-part.ts';
import type { PasteForm } from './paste-form.ts';
import type { PolicyName } from './ports.ts';
import type { SettingField, Setup } from './setup.ts';
import type { ShelfAction, ShelfResult } from './shelf-state.ts';
import type {
  Changed,
  DueGroup,
  KeptDraft,
  Looked,
  OpenCase,
  OpenMessage,
  Problem,
  RowForm,
  Rules,
  Screen,
  Toast,
  WriteLetter,
} from './state.ts';

/** What a person does in the panel around the message: pages, settings, pasting. */
export type PageAction =
  | { readonly type: 'went'; readonly screen: Screen }
  | { readonly type: 'more-toggled' }
  /** Esc: folds the open row, goes back; nothing typed is lost. */
  | { readonly type: 'escaped' }
  | { readonly type: 'setting-typed'; readonly field: SettingField; readonly text: string }
  | { readonly type: 'landlord-chosen'; readonly id: string | null }
  | { readonly type: 'setup-done' }
  | { readonly type: 'paste-typed'; readonly change: Partial<PasteForm> }
  | { readonly type: 'mail-file-chosen'; readonly bytes: Uint8Array }
  | { readonly type: 'read-pasted' }
  /** Ask the host again; a pasted message is put away for it. */
  | { readonly type: 'asked-again' }
  /** Leave "You opened another message" for the message that is open. */
  | { readonly type: 'read-open' }
  | { readonly type: 'kept-opened'; readonly key: MessageKey }
  /** A draft is dropped for good. */
  | { readonly type: 'kept-dropped'; readonly key: MessageKey }
  /** A message that can't be judged waits under To decide. */
  | { readonly type: 'keep-for-later' }
  /** Point at a field of the record on its page. */
  | { readonly type: 'point-at'; readonly field: RecordField }
  | { readonly type: 'pointing-stopped' }
  /** Take what was found on the record's page into the form, to be looked over there. */
  | { readonly type: 'record-used' }
  /** Let the browser ask whether Duly may read this site whenever the panel is open beside it. */
  | { readonly type: 'site-allowed'; readonly frame?: string };

/** What a person does about the open message before it is logged. */
export type DeskAction =
  | { readonly type: 'picked'; readonly id: string }
  | { readonly type: 'continued' }
  | { readonly type: 'routes-opened' }
  | { readonly type: 'routes-left' }
  | { readonly type: 'reason-typed'; readonly text: string }
  /** What of the message isn't taken up, what was weighed, who decided. */
  | { readonly type: 'decline-edited'; readonly change: Partial<Decline> }
  /** What is so of what the policy wants first, and what is passed over. */
  | { readonly type: 'given'; readonly given: GivenNeeds }
  /** Back to what the verdict says. */
  | { readonly type: 'route-dropped' }
  | { readonly type: 'edit-opened' }
  /** Without `keep` what was typed since the form was opened is dropped. */
  | { readonly type: 'edit-left'; readonly keep: boolean }
  | { readonly type: 'edited'; readonly change: Partial<Edits> }
  | { readonly type: 'received-chosen'; readonly at: Desk['received'] }
  | { readonly type: 'attach-chosen'; readonly caseId: string }
  | { readonly type: 'case-choice'; readonly shown: boolean }
  | { readonly type: 'new-matter' }
  | { readonly type: 'log' }
  | { readonly type: 'report-hazard' }
  | { readonly type: 'tell-lead' };

/** What a person does about a case. */
export type CaseAction =
  | { readonly type: 'case-opened'; readonly caseId: string }
  /** Opens the message of the case, or the copy that the case keeps of it. */
  | { readonly type: 'case-message-opened'; readonly caseId: string; readonly kind?: string }
  /** Without a kind the acknowledgement. */
  | { readonly type: 'write-letter'; readonly kind?: string }
  | { readonly type: 'letter-left' }
  | { readonly type: 'letter-edited'; readonly change: Partial<LetterEdits> }
  | { readonly type: 'letter-fields'; readonly shown: boolean }
  | { readonly type: 'field-wanted'; readonly path: string }
  | { readonly type: 'insert' }
  | { readonly type: 'copy' }
  /** Makes the letter for the post: a page that is printed, or a document for a word processor. */
  | { readonly type: 'post'; readonly how: 'printed' | 'document' }
  | { readonly type: 'act'; readonly caseId: string; readonly act: CaseAct; readonly onMessage: boolean }
  /** A file of the case is saved: everything for the Ombudsman, or its dates for a calendar. */
  | { readonly type: 'case-file-wanted'; readonly caseId: string; readonly kind: CaseFileKind; readonly of?: string }
  /** An entry is taken back, long after its toast has gone. */
  | { readonly type: 'entry-taken-back'; readonly caseId: string; readonly event: string }
  /** The case goes into a page of a CRM, or onto the clipboard for one. */
  | { readonly type: 'into-page'; readonly caseId: string; readonly act: FillAct }
  | { readonly type: 'undo' };

/** What a person does with the forms about a case. */
export type ActAction =
  /** The list of what can be entered. */
  | { readonly type: 'acts-wanted'; readonly caseId: string }
  /** `of` is the entry that is put right. */
  | { readonly type: 'act-chosen'; readonly caseId: string; readonly act: string; readonly of: string | null }
  | { readonly type: 'act-typed'; readonly change: Answers }
  | { readonly type: 'act-entered' }
  | { readonly type: 'act-left' };

/** What a person does with what is to be decided, and with the counts. */
export type LeadAction =
  | { readonly type: 'seen-toggled'; readonly id: string }
  | { readonly type: 'asking-toggled' }
  | { readonly type: 'asking-typed'; readonly change: { readonly whom?: string; readonly note?: string } }
  | { readonly type: 'seen-asked'; readonly id: string }
  /** Not a complaint. */
  | { readonly type: 'seen-decided'; readonly id: string }
  | { readonly type: 'looked-again'; readonly id: string; readonly agrees: boolean }
  | { readonly type: 'months-chosen'; readonly from?: string; readonly to?: string }
  | { readonly type: 'figure-opened'; readonly title: string; readonly caseIds: readonly string[] };

/** What a person does in the due list. */
export type DueAction =
  | { readonly type: 'jumped'; readonly to: DueGroup | null }
  /** Rows further down, up to a place in the list. */
  | { readonly type: 'more-wanted'; readonly upTo: number }
  | { readonly type: 'row-toggled'; readonly caseId: string; readonly timer: string }
  | { readonly type: 'row-form'; readonly form: RowForm | null }
  | { readonly type: 'find-typed'; readonly words: string }
  | { readonly type: 'filters-toggled' }
  | { readonly type: 'filter-changed'; readonly filter: DueFilter }
  /** Null = everything that is due. */
  | { readonly type: 'view-chosen'; readonly name: string | null }
  | { readonly type: 'view-named'; readonly name: string }
  | { readonly type: 'view-kept' }
  | { readonly type: 'view-dropped'; readonly name: string }
  | { readonly type: 'several-toggled' }
  | { readonly type: 'several-ticked'; readonly caseId: string; readonly on: boolean }
  /** Every case of the list as it is narrowed, loaded or not. */
  | { readonly type: 'all-wanted' }
  | { readonly type: 'several-handler'; readonly handler: string }
  | { readonly type: 'several-given' };

/** What came back from the outside. */
export type Result =
  | { readonly type: 'ticked'; readonly now: Instant }
  /** Another panel changed the settings. */
  | { readonly type: 'setup-followed'; readonly setup: Setup }
  | {
      readonly type: 'setup-loaded';
      readonly setup: Setup;
      readonly landlords: readonly PolicyName[];
      readonly kept: readonly KeptDraft[];
      readonly forms: readonly PasteForm[];
    }
  | { readonly type: 'rules-loaded'; readonly rules: Rules; readonly changes: CalendarChanges }
  | { readonly type: 'letters-loaded'; readonly write: WriteLetter; readonly cards: LetterCards }
  | { readonly type: 'slow' }
  | { readonly type: 'host-saw'; readonly current: Exclude<CurrentMessage, { kind: 'message' }>; readonly name: string }
  | { readonly type: 'host-failed'; readonly because: string }
  | { readonly type: 'message-shown'; readonly open: OpenMessage; readonly desk: Desk; readonly name: string }
  | { readonly type: 'looked'; readonly key: MessageKey; readonly looked: Looked }
  | { readonly type: 'kept-for-later'; readonly key: MessageKey }
  | {
      readonly type: 'look-failed';
      readonly key: MessageKey;
      readonly failed: NonNullable<OpenMessage['failed']>;
    }
  /** A person says that the open message is the one in front of them, where the host can't. */
  | { readonly type: 'message-confirmed'; readonly key: MessageKey }
  /** The host was asked to leave a mark on the open message; `failed` says what it couldn't do. */
  | {
      readonly type: 'marked';
      readonly key: MessageKey;
      readonly mark: MessageMark | null;
      readonly failed: string | null;
    }
  | { readonly type: 'case-loaded'; readonly caseId: string; readonly opened: OpenCase | null }
  | {
      readonly type: 'logged';
      readonly key: MessageKey;
      readonly caseId: string;
      readonly toast: Omit<Toast, 'number'>;
    }
  | {
      readonly type: 'recorded';
      readonly caseId: string;
      readonly toast: Omit<Toast, 'number'>;
      /** The act that was meant for the open message, if it was. */
      readonly key: MessageKey | null;
      readonly act: CaseAct['kind'] | 'taken-back';
    }
  | { readonly type: 'acts-loaded'; readonly part: ActsPart }
  | { readonly type: 'others-loaded'; readonly others: readonly CaseFile[] }
  | { readonly type: 'act-refused'; readonly problems: readonly ActProblem[] }
  /** `form` is what was typed for it; `toast` null where nothing was entered. */
  | {
      readonly type: 'act-done';
      readonly form: string;
      readonly caseId: string;
      readonly toast: Omit<Toast, 'number'> | null;
    }
  | { readonly type: 'undone'; readonly caseId: string; readonly isGone: boolean }
  | { readonly type: 'placed'; readonly key: MessageKey; readonly placed: Placed }
  | { readonly type: 'copied' }
  | { readonly type: 'fill-shown'; readonly fill: FillState | null }
  | { readonly type: 'message-changed'; readonly changed: Changed }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'toast-over'; readonly number: number }
  | { readonly type: 'kept-loaded'; readonly kept: readonly KeptDraft[] }
  /** What was entered about messages was erased, with the messages where they were pasted. */
  | { readonly type: 'desks-dropped'; readonly keys: readonly MessageKey[] | 'all' }
  /** The email's file is on its case; `of` is the entry by which the message came. */
  | { readonly type: 'original-kept'; readonly of: string; readonly ids: readonly string[] }
  | { readonly type: 'original-unkept'; readonly key: MessageKey; readonly because: string }
  | { readonly type: 'mail-file-read'; readonly paste: Partial<PasteForm> }
  /** Words that a person selected on a page came. */
  | { readonly type: 'words-handed'; readonly text: string }
  /** A form was read, and is a message now. */
  | { readonly type: 'form-dropped'; readonly key: MessageKey }
  /** Another panel changed forms, or is done with them. */
  | {
      readonly type: 'forms-followed';
      readonly newer: readonly PasteForm[];
      readonly gone: readonly MessageKey[];
    }
  | { readonly type: 'paste-looked'; readonly looked: Looked | null }
  | {
      readonly type: 'due-loaded';
      readonly counts: DueCounts;
      readonly whole: DueCounts;
      readonly first: readonly DueEntry[];
      readonly uncomputed: readonly DueRow[];
      /** Null while the list isn't shown. */
      readonly list: { readonly entries: readonly DueEntry[]; readonly hasMore: boolean } | null;
    }
  | { readonly type: 'due-more'; readonly entries: readonly DueEntry[]; readonly hasMore: boolean }
  | { readonly type: 'due-failed'; readonly because: string }
  | { readonly type: 'lead-loaded'; readonly change: Partial<LeadState> }
  | { readonly type: 'due-beside'; readonly waiting: DueFind['waiting']; readonly others: DueFind['others'] }
  | { readonly type: 'facets-loaded'; readonly facets: DueFacets; readonly views: readonly SavedView[] }
  | { readonly type: 'all-found'; readonly caseIds: readonly string[] }
  | { readonly type: 'several-done'; readonly toast: Omit<Toast, 'number'> | null; readonly problem: Problem | null };

/** Everything that can happen to the panel. */
export type Action =
  PageAction | DeskAction | CaseAction | ActAction | LeadAction | DueAction | ShelfAction | ShelfResult | Result;

/** Says that something happened. */
export type Dispatch = (action: Action) => void;
