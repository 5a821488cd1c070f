import { currentStage, type CaseFile } from './case-file.ts';
import type { Given } from './needs-met.ts';

/*
 * What is done to a case, as the policy's rules name it, by what somebody is about to do. Logging a complaint waits for
 * nothing; what a rule wants before it is accepted, or before its stage is opened, is wanted at the latest before it is
 * answered.
 */

/** By an answer: what is said of the case is also said to whoever writes for the resident, where somebody does. */
export function doneByAnswer(file: CaseFile): readonly string[] {
  const stage = currentStage(file)?.stage;
  const { representative, signals } = file;
  return [
    'respond',
    ...(stage === undefined ? [] : ['accept', `open:${stage}`]),
    ...(representative !== null || signals.includes('group') ? ['disclose-to-representative'] : []),
  ];
}

/** By sending a letter of a kind. */
export function doneByLetter(kind: string, file: CaseFile): readonly string[] {
  return [
    'insert',
    `letter:${kind}`,
    ...(isAnswer(kind) ? doneByAnswer(file) : []),
    // It says when and where somebody takes the complaint in person.
    ...(kind === 'meeting' ? ['appointment'] : []),
    // It gives details of the case to who asked for them.
    ...(kind === 'enquiry' ? ['share'] : []),
  ];
}

/** Whether a letter of this kind answers the complaint. */
export function isAnswer(kind: string): boolean {
  return kind.endsWith('-response');
}

/** Who asked, as rules name those to whom details may be given; nothing where the case doesn't show it. */
export function askedBy({ signals }: CaseFile): Given {
  const recipient = ['mp', 'councillor'].find((who) => signals.includes(who));
  return recipient === undefined ? {} : { recipient };
}
