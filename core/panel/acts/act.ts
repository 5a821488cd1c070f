import type { Actor, CaseEvent, EventDraft } from '../../case/event.ts';
import type { CaseFile } from '../../case/case-file.ts';
import type { Given } from '../../case/needs-met.ts';
import type { Instant } from '../../dates.ts';
import type { Settings } from '../../settings.ts';
import type { Leg } from '../../deadlines/clock.ts';
import type { OpenCase } from '../state.ts';

/*
 * What an officer can enter about a case. Each act is a description: what it is called, when it makes sense, what is asked,
 * and which events it becomes. One form draws them all, and the same description puts a wrong entry right.
 */

/** What was answered, by the question's id; missing or empty = not answered. Of several ticks, one a line. */
export type Answers = Readonly<Record<string, string>>;

/** One thing to choose from. */
export interface ActOption {
  readonly id: string;
  readonly title: string;
  /** What follows from it; empty for nothing worth saying. */
  readonly note: string;
}

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** One question of a form. */
export type ActField =
  | (Asked & { readonly kind: 'line' | 'text' | 'lines' | 'day' | 'person' | 'money' })
  | (Asked & { readonly kind: 'cards' | 'list' | 'ticks'; readonly options: readonly ActOption[] })
  /** Nothing is asked: something to know before going on. */
  | { readonly kind: 'note'; readonly id: string; readonly label: string; readonly hint: string }
  /** The count behind a date that is offered. */
  | { readonly kind: 'working'; readonly id: string; readonly leg: Leg };

/** The case that an act is about, and who asks when. */
export interface ActCase extends OpenCase {
  readonly settings: Settings;
  readonly now: Instant;
  /** Other open cases of the same people. */
  readonly others: readonly CaseFile[];
}

/** What an entry needs beside the answers. */
export interface Entering extends ActCase {
  readonly base: { readonly caseId: string; readonly actor: Actor; readonly occurredAt: Instant };
  /** A new id; of an entry that is put right, the one that it has. */
  readonly newId: () => string;
}

/** What is wrong with an answer, in words that stand beside the question. */
export interface ActProblem {
  readonly field: string;
  readonly words: string;
}

/** The kinds of acts, as the list of them is divided. */
export type ActGroup = 'resident' | 'answer' | 'people' | 'promise' | 'danger' | 'know' | 'end';

/** What an act does, as the policy's rules name it. */
export interface ActAction {
  readonly name: string;
  /** What it does besides. */
  readonly also?: readonly string[];
  readonly given?: Given;
}

/** One thing that can be entered about a case. */
export interface Act {
  readonly id: string;
  readonly group: ActGroup;
  /** In the list: "Contact made". */
  readonly name: string;
  /** Over the form. */
  readonly title: string;
  /** What the form's button says. */
  readonly button: string;
  /** What is said once it is entered. */
  readonly done: string;
  /** When it happened: to the minute where a clock runs in hours, by the day, or as it is entered. */
  readonly when: 'minute' | 'day' | 'now';
  readonly isOffered: (about: ActCase) => boolean;
  /** Said under the title. */
  readonly lead?: (about: ActCase) => string | null;
  readonly fields: (about: ActCase, answers: Answers) => readonly ActField[];
  /** What is filled in before anybody types. */
  readonly start?: (about: ActCase) => Answers;
  /** What is wrong beyond what is missing. */
  readonly check?: (answers: Answers, about: ActCase) => readonly ActProblem[];
  /** The action by which the policy's rules may hold it back, and what of it is about to be entered. */
  readonly action?: (about: ActCase, answers: Answers) => ActAction | null;
  /** The events of one press, its own first. */
  readonly drafts: (answers: Answers, entering: Entering) => readonly EventDraft[];
  /** The answers by which an entry was made, to put it right; null for an entry of another act. */
  readonly answersOf?: (event: CaseEvent) => Answers | null;
  /** The letter that is written next. */
  readonly letter?: (answers: Answers, about: ActCase) => string | null;
}

/** What was answered to a question; empty where nothing was. */
export function answered(answers: Answers, id: string): string {
  return (answers[id] ?? '').trim();
}

/** The answer, or null where there is none. */
export function answeredOrNull(answers: Answers, id: string): string | null {
  const text = answered(answers, id);
  return text === '' ? null : text;
}

/** The several answers to a question, one a line. */
export function answeredLines(answers: Answers, id: string): string[] {
  return (answers[id] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
