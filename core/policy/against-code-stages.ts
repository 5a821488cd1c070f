import { listInWords } from '../date-words.ts';
import { baselineStage, formalStages, stagesUnderBaseline } from './baseline.ts';
import { finding, type Compared, type Finding } from './finding.ts';
import type { Policy } from './policy.ts';
import type { STANDARDS, Stage } from './schema.ts';

/** The clauses of one of the baseline's standards; empty where it has none such, and then nothing is compared. */
export function standard(floor: Policy, id: (typeof STANDARDS)[number]): readonly string[] {
  return floor.standards?.find((one) => one.id === id)?.clause ?? [];
}

/** More stages than the Code has, an informal one, the same person twice, reasons asked for. */
export function stagesAgainst(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  const formal = formalStages(policy);
  const most = formalStages(floor).length;
  const twoStages = standard(floor, 'two-stages');
  const noInformal = standard(floor, 'no-informal-stage');
  return [
    ...formal.slice(most).flatMap((stage) =>
      twoStages.length === 0
        ? []
        : [
            finding(compared, 'third-stage', `${stage.name} is one stage more than the Code allows.`, {
              own: [...stage.clause, ...comesAfter(stage, policy)],
              code: twoStages,
            }),
          ],
    ),
    ...stagesUnderBaseline(policy)
      .filter((stage) => !stage.formal && noInformal.length > 0)
      .map((stage) =>
        finding(compared, 'informal-stage', `“${stage.name}” is a stage before the first; the Code allows none.`, {
          own: stage.clause,
          code: noInformal,
        }),
      ),
    ...formal.flatMap((stage) => [...samePerson(stage, compared), ...reasonsAsked(stage, compared)]),
  ];
}

function comesAfter(stage: Stage, policy: Policy): readonly string[] {
  return policy.stages.flatMap(({ next }) => (next?.stage === stage.id ? next.clause : []));
}

/** The second stage is somebody else's: said outright, or by naming other roles. */
function samePerson(stage: Stage, compared: Compared): readonly Finding[] {
  const code = baselineStage(stage, compared.policy, compared.floor)?.handler;
  if (!code?.independentOf || stage.handler?.independentOf) return [];
  const before = compared.policy.stages.filter(({ next }) => next?.stage === stage.id);
  const people = ({ handler }: Stage): readonly string[] => [
    ...(handler?.roles ?? []),
    ...(handler?.members ?? []),
    ...(handler?.team ? [handler.team] : []),
  ];
  const own = people(stage);
  const isOther = own.length > 0 && !before.some((earlier) => people(earlier).some((who) => own.includes(who)));
  if (isOther) return [];
  const says = `${stage.name}: nothing says that it is somebody else’s than the stage before.`;
  return [
    finding(compared, 'same-person', says, {
      own: stage.handler?.clause ?? stage.clause,
      code: code.clause,
      weight: 'unsaid',
    }),
  ];
}

function reasonsAsked({ name, id, next }: Stage, compared: Compared): readonly Finding[] {
  const code = formalStages(compared.floor).find((stage) => stage.next?.reasonsNeeded === false)?.next;
  const isFormal = formalStages(compared.policy).some((stage) => stage.id === next?.stage && stage.id !== id);
  if (!code || !next?.asks || next.reasonsNeeded === false || !isFormal) return [];
  const asked = listInWords(next.asks.map((what) => what.replaceAll('-', ' ')));
  const says = `After ${name} the resident is asked for ${asked}; nothing says that it goes on without.`;
  return [finding(compared, 'reasons-asked', says, { own: next.clause, code: code.clause, weight: 'unsaid' })];
}
