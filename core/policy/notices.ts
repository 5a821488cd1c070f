import type { Policy } from './policy.ts';

/** What can be read and still can't be meant: for whoever brings a policy in. Empty for nothing. */
export function noticesOf({ routes, stages, timers }: Pick<Policy, 'routes' | 'stages' | 'timers'>): readonly string[] {
  const formal = stages.filter(({ formal: isFormal }) => isFormal);
  const leadsTo = (stage: Policy['stages'][number]): boolean =>
    routes.some(({ to }) => to === `stage:${stage.id}` || to === 'first-formal-stage' || to === 'next-stage');
  return [
    ...(formal.length > 0 && !formal.some(leadsTo)
      ? ['No route leads to a formal stage: nothing would be taken as a complaint.']
      : []),
    ...formal.flatMap(({ id, name }) =>
      timers.some(({ stage, does }) => stage === id && (does === 'respond' || does === 'panel'))
        ? []
        : [`${name} has no date for an answer: none would ever be due there.`],
    ),
  ];
}
