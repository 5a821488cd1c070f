import type { WorkingCalendar } from '../calendar.ts';
import type { Belonging } from '../case/belongs.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { CaseEvent } from '../case/event.ts';
import type { MatchReason } from '../case/match.ts';
import type { Instant, IsoDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import type { BesideMessage, CurrentMessage, Host, MessageKey, PageRecord } from '../host.ts';
import type { Message } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import type { RecordField } from '../record.ts';
import type { Reading } from '../reading/reading.ts';
import type { DueCounts, DueEntry } from '../register/register.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { Letter, LetterRequest } from '../letters/letter.ts';
import type { ActProblem, Answers } from './acts/act.ts';
import type { ActsPart } from './acts/part.ts';
import type { DeclineGap, Desk } from './desk.ts';
import { NO_LEAD, type LeadState } from './lead-state.ts';
import type { FillState } from './fill-state.ts';
import { NOTHING_SOUGHT, type DueFind } from './due-find.ts';
import type { LetterCards } from './letter-part.ts';
import { EMPTY_PASTE, named, type PasteForm, type RecordName } from './paste-form.ts';
import type { PolicyName } from './ports.ts';
import type { Setup } from './setup.ts';
import { EMPTY_SHELF, type ShelfState } from './shelf-state.ts';

/** The page that is shown. */
export type Screen =
  | 'message'
  | 'due'
  | 'case'
  | 'act'
  | 'to-decide'
  | 'figures'
  | 'person'
  | 'settings'
  | 'policy'
  | 'calendar'
  | 'first-run'
  | 'paste';

/** What a case or a message is judged by: the landlord's policy, the Code under it, and the law beside it. */
export interface Rules {
  readonly policy: Policy;
  readonly floor: Policy;
  readonly calendar: WorkingCalendar;
  readonly laws: readonly { readonly policy: Policy; readonly calendar: WorkingCalendar }[];
}

/** A case as the panel shows it. */
export interface OpenCase {
  readonly events: readonly CaseEvent[];
  readonly file: CaseFile;
  readonly rules: Rules;
}

/** What Duly makes of the open message. */
export interface Looked {
  readonly reading: Reading;
  readonly verdict: Verdict;
  readonly rules: Rules;
  /** Open cases that the message surely belongs to or that are its sender's, the likeliest first. */
  readonly cases: readonly CaseFile[];
  /** Cases that it may belong to, open and closed ones, with what they have in common; the likeliest first. */
  readonly belongs?: readonly (Belonging & { readonly file: CaseFile })[];
  /** The sender's closed complaints, latest first, where a further stage is asked for and no open case could be meant. */
  readonly earlier?: readonly CaseFile[];
  /** The case that the message is on already. */
  readonly found: { readonly caseId: string; readonly reason: MatchReason } | null;
  /** The register could not be asked: it isn't known whether the message is logged already. */
  readonly registerFailed: string | null;
  readonly second: SecondReading;
}

/**
 * The second, closer reading: `differs` = it came to something else after the person had begun, and changed nothing;
 * `none` = this host has no second reader.
 */
export type SecondReading = 'none' | 'awaited' | 'done' | 'differs' | 'failed';

/** What is looked for whatever the policy says. */
export type Alarms = Pick<Looked, 'reading' | 'verdict'>;

/** Where the shown message comes from: `case` is the copy that a case keeps. Only the host's own can take an insertion. */
export type Source = 'host' | 'pasted' | 'case';

/** What the host has open, as far as the panel knows. */
export type Open =
  /** The host is being asked, or opens a message; `slow` once 300 ms have passed, `isFirst` until it has answered once. */
  | { readonly kind: 'waiting'; readonly slow: boolean; readonly isFirst: boolean }
  | { readonly kind: 'none' }
  | Extract<CurrentMessage, { kind: 'paste-only' }>
  /** A record of a CRM: what was found on its page. */
  | PageRecord
  | {
      readonly kind: 'unreadable';
      readonly page: string;
      readonly found: readonly string[];
      readonly missing: readonly string[];
      readonly because?: string;
    }
  /** The host failed. */
  | { readonly kind: 'failed'; readonly because: string }
  | {
      readonly kind: 'message';
      readonly source: Source;
      readonly key: MessageKey;
      readonly message: Message;
      /** What the host knows beside it; nothing for a message that isn't the host's. */
      readonly beside?: BesideMessage | null;
      /** Why it couldn't be marked when it was logged. */
      readonly unmarked?: string | null;
      /** Why its file isn't kept with the case. */
      readonly unkept?: string;
      /** Null until it is read. */
      readonly looked: Looked | null;
      readonly slow: boolean;
      /** The policy didn't load: no verdict, no dates; dangers are looked for all the same. Or the message can't be read. */
      readonly failed: {
        readonly what: 'policy' | 'message';
        readonly because: string;
        readonly alarms: Alarms | null;
        /** Somebody put it under To decide. */
        readonly isKept?: boolean;
      } | null;
    };

/** A message that is open. */
export type OpenMessage = Extract<Open, { kind: 'message' }>;

/** Writes a letter: `letter` of core/letters. */
export type WriteLetter = (request: LetterRequest) => Letter;

/** A draft that waits for its message, by name. */
export interface KeptDraft {
  readonly key: MessageKey;
  readonly who: string;
  readonly subject: string;
  readonly changedAt: Instant;
  /** It came by paste, so no page can show it again: it is opened from here. */
  readonly isPasted: boolean;
  /** The record of a CRM that it was begun from: it comes back with it. Null for none. */
  readonly of?: RecordName | null;
}

/** Another message was open than the one that the press was meant for (state 33). */
export interface Changed {
  readonly act: 'logged' | 'inserted' | 'recorded' | 'undone';
  readonly desk: Desk;
  /** The message that the press met; null where none was open, or it was still being opened. */
  readonly other: MessageKey | null;
  /** The draft of the letter, where there was one, to be copied. */
  readonly draft: { readonly text: string; readonly html: string; readonly subject: string } | null;
  readonly reference: string | null;
}

/** How urgent: the groups of the due list. */
export type DueGroup = 'overdue' | 'today' | 'week' | 'later';

/** A form within an open row. */
export type RowForm = 'reassign' | 'sent';

/** The due list as far as it is loaded. */
export interface DueState {
  /** Of the list as it is narrowed. */
  readonly counts: DueCounts | null;
  /** Of everything that is due. */
  readonly whole: DueCounts | null;
  /** The group that the list begins with; null = the most urgent. */
  readonly from: DueGroup | null;
  readonly entries: readonly DueEntry[];
  readonly hasMore: boolean;
  readonly uncomputed: readonly DueRow[];
  /** Case and number of the duty whose row is open. */
  readonly open: { readonly caseId: string; readonly timer: string } | null;
  readonly form: RowForm | null;
  readonly find: DueFind;
  /** Several cases are being chosen, to be given to somebody else; null = not. */
  readonly several: { readonly chosen: readonly string[]; readonly handler: string } | null;
  /** The first three, for pages that have nothing else to show. */
  readonly first: readonly DueEntry[];
  readonly failed: string | null;
}

/** What is being entered about a case. */
export interface OpenAct {
  readonly caseId: string;
  /** Null = the list of what can be entered. */
  readonly act: string | null;
  /** The entry that is put right; null for a new one. */
  readonly of: string | null;
  /** The page that it leads back to. */
  readonly from: Screen;
  readonly isFromList: boolean;
}

/** The forms about cases. */
export interface ActsState {
  /** Null until the first form is wanted: they are many, and fetched apart. */
  readonly part: ActsPart | null;
  readonly open: OpenAct | null;
  /** What was typed and not yet entered, form by form. */
  readonly typed: Readonly<Record<string, Answers>>;
  /** What was wrong on the last press. */
  readonly problems: readonly ActProblem[];
  /** Other open cases of the same people. */
  readonly others: readonly CaseFile[];
}

/** A press that is being carried out: a second one is ignored. */
export type Busy = 'log' | 'insert' | 'copy' | 'post' | 'act' | 'undo';

/** Something went wrong or is missing; stands above the dock. */
export interface Problem {
  readonly title: string;
  readonly body: string;
  readonly isAlert: boolean;
}

/** What was just done, for ten seconds, with the way to take it back. */
export interface Toast {
  readonly words: string;
  /** The case that the words end with. */
  readonly reference: string | null;
  /** The events that Undo takes back; empty = it can't be undone. */
  readonly undo: readonly string[];
  /** What was entered on other cases with it, and is taken back with it. */
  readonly others?: readonly { readonly caseId: string; readonly undo: readonly string[] }[];
  readonly caseId: string | null;
  /** The message that it was done for; gone from view when another is open. */
  readonly key: MessageKey | null;
  readonly number: number;
}

/** The heading that takes the focus next; `number` tells two requests for the same one apart. */
export interface FocusRequest {
  readonly target: string;
  readonly number: number;
}

/** Everything that the panel shows follows from this value. */
export interface PanelState {
  readonly host: Pick<Host, 'kind' | 'name' | 'about'>;
  readonly now: Instant;
  readonly screen: Screen;
  /** Null until it is loaded. */
  readonly setup: Setup | null;
  readonly landlords: readonly PolicyName[];
  /** The rules in force today, for lists over many cases; null until they are loaded. */
  readonly rules: Rules | null;
  readonly open: Open;
  /** The field of a record that is being pointed at on the page. */
  readonly pointing: RecordField | null;
  /** The case that is being brought into the page's fields; null while none is. */
  readonly fill: FillState | null;
  readonly desk: Desk | null;
  /** The writer of letters; null until the first letter is wanted, since its templates' engine is large. */
  readonly writeLetter: WriteLetter | null;
  /** The cards of letters, which come with it. */
  readonly letterCards: LetterCards | null;
  /** The day on which the shown letter was written: its dates are counted from it. */
  readonly letterDay: IsoDate | null;
  readonly kept: readonly KeptDraft[];
  readonly changed: Changed | null;
  /** The cases that are shown somewhere, by id. */
  readonly cases: Readonly<Record<string, OpenCase>>;
  /** The case on the case screen. */
  readonly caseId: string | null;
  readonly acts: ActsState;
  readonly lead: LeadState;
  readonly due: DueState;
  readonly paste: PasteForm;
  /** Forms that were begun and put aside for another. */
  readonly forms: readonly PasteForm[];
  /** What Duly makes of what is typed there so far; null while that is too little. */
  readonly pasteLooked: Looked | null;
  readonly shelf: ShelfState;
  readonly busy: Busy | null;
  readonly problem: Problem | null;
  /** An action that the policy holds back on a case, as its rules name it: `respond:stage-1`. */
  readonly held: { readonly caseId: string; readonly action: string } | null;
  /** A choice is missing; the words stand under its legend. */
  readonly missingChoice: 'choice' | 'received' | 'case' | DeclineGap | null;
  readonly toast: Toast | null;
  readonly isMoreOpen: boolean;
  readonly focus: FocusRequest;
  readonly spoken: { readonly polite: string; readonly alert: string };
}

/** The panel before anything is known. */
export function initialState(host: PanelState['host'], now: Instant): PanelState {
  return {
    host,
    now,
    screen: 'message',
    setup: null,
    landlords: [],
    rules: null,
    open: { kind: 'waiting', slow: false, isFirst: true },
    pointing: null,
    fill: null,
    desk: null,
    writeLetter: null,
    letterCards: null,
    letterDay: null,
    kept: [],
    changed: null,
    cases: {},
    caseId: null,
    lead: NO_LEAD,
    acts: { part: null, open: null, typed: {}, problems: [], others: [] },
    due: {
      counts: null,
      whole: null,
      from: null,
      entries: [],
      hasMore: false,
      uncomputed: [],
      open: null,
      form: null,
      find: NOTHING_SOUGHT,
      several: null,
      first: [],
      failed: null,
    },
    paste: named(EMPTY_PASTE, [], now),
    forms: [],
    pasteLooked: null,
    shelf: EMPTY_SHELF,
    busy: null,
    problem: null,
    held: null,
    missingChoice: null,
    toast: null,
    isMoreOpen: false,
    focus: { target: '', number: 0 },
    spoken: { polite: '', alert: '' },
  };
}
