import type { CaseEvent } from '../../case/event.ts';
import type { Act, ActCase, ActGroup } from './act.ts';
import { ANSWER_ACTS } from './acts-answer.ts';
import { DANGER_ACTS } from './acts-danger.ts';
import { END_ACTS } from './acts-end.ts';
import { KNOW_ACTS } from './acts-know.ts';
import { OPENING_ACTS } from './acts-opening.ts';
import { PEOPLE_ACTS } from './acts-people.ts';
import { PROMISE_ACTS } from './acts-promise.ts';
import { RESIDENT_ACTS } from './acts-resident.ts';
import { EXTENSION_ACTS } from './extension.ts';

/** Everything that can be entered about a case by hand. */
export const ACTS: readonly Act[] = [
  ...RESIDENT_ACTS,
  ...ANSWER_ACTS,
  ...EXTENSION_ACTS,
  ...PEOPLE_ACTS,
  ...PROMISE_ACTS,
  ...DANGER_ACTS,
  ...KNOW_ACTS,
  ...END_ACTS,
  ...OPENING_ACTS,
];

/** The groups in the order of the list. */
export const GROUP_NAMES: readonly (readonly [ActGroup, string])[] = [
  ['resident', 'With the resident'],
  ['answer', 'Points and the answer'],
  ['people', 'Who handles it, and the stage'],
  ['promise', 'Promised, paid, dates'],
  ['danger', 'Danger and safeguarding'],
  ['know', 'To know and to keep'],
  ['end', 'End, Ombudsman, other cases'],
];

/** An act by its id. */
export function actNamed(id: string): Act | null {
  return ACTS.find((act) => act.id === id) ?? null;
}

/** What makes sense in a case as it stands, by group; groups without any are left out. */
export function offeredActs(
  about: ActCase,
): readonly { readonly id: ActGroup; readonly name: string; readonly acts: readonly Act[] }[] {
  const offered = ACTS.filter((act) => act.isOffered(about));
  return GROUP_NAMES.map(([id, name]) => ({ id, name, acts: offered.filter(({ group }) => group === id) })).filter(
    ({ acts }) => acts.length > 0,
  );
}

/** The act by which an entry can be put right; null for one that can only be taken back. */
export function actOfEntry(event: CaseEvent): Act | null {
  return ACTS.find((act) => act.answersOf?.(event) != null) ?? null;
}
