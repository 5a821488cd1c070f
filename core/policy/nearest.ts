import { formalStages, stagesUnderBaseline } from './baseline.ts';
import type { Policy } from './policy.ts';
import type { Duty } from './schema.ts';

/*
 * Where a policy says nothing of what the Code asks for, the clauses of its own where it would stand. Found in what the
 * policy's elements cite, so that no other file has to say it; every policy defines a complaint, so there always is one.
 */

/** Where the choice to complain would stand: what happens when somebody asks to complain, else what a complaint is. */
export function nearestToChoice(policy: Policy): readonly string[] {
  const stages = new Set(stagesUnderBaseline(policy).map(({ id }) => `stage:${id}`));
  const onRequest = policy.routes.find(
    ({ to, when }) => (when.all ?? []).includes('asks-formal') && (stages.has(to) || !to.startsWith('stage:')),
  );
  return onRequest?.clause ?? policy.definition.clause;
}

/** Where the contents of an acknowledgement or an answer would stand: with the letter, else with its date. */
export function nearestToLetter(
  policy: Policy,
  letter: string,
  stage: string,
  duties: readonly Duty[],
): readonly string[] {
  const own = policy.letters.find(({ id }) => id === letter)?.clause;
  const dates = policy.timers.filter((timer) => timer.stage === stage && duties.includes(timer.does));
  const usual = dates.find(({ when }) => when?.all === undefined && when?.any === undefined) ?? dates[0];
  return (
    own ?? usual?.clause ?? formalStages(policy).find(({ id }) => id === stage)?.clause ?? policy.definition.clause
  );
}

/** Where a refusal's contents would stand: with the letter, else with what isn't taken on as a complaint. */
export function nearestToRefusal(policy: Policy): readonly string[] {
  const letter = policy.letters.find(({ id }) => id === 'refusal');
  const [asked] = letter?.must ?? [];
  const excluded = policy.routes.find(({ to }) => to === 'excluded');
  return letter?.clause ?? asked?.clause ?? excluded?.clause ?? policy.definition.clause;
}
