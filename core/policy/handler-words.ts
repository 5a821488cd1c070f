import { listInWords } from '../date-words.ts';
import type { Policy } from './policy.ts';
import type { Stage } from './schema.ts';

/** Who handles a stage: "a named member of Customer Resolution Team, not involved at Stage one". */
export function handlerInWords(handler: NonNullable<Stage['handler']>, policy: Policy): string {
  const { roles = [], team, via, named, members = [], chair, independentOf = [] } = handler;
  const stages = independentOf.map((id) => policy.stages.find((stage) => stage.id === id)?.name ?? id);
  const who = [
    ...(roles.length > 0 ? [listInWords(roles, 'or')] : []),
    ...(team ? [named ? `a named member of ${team}` : team] : []),
    ...(members.length > 0 ? [listInWords(members)] : []),
    ...(chair ? [`${chair} in the chair`] : []),
    ...(via ? [`first contact, through the ${via}`] : []),
  ];
  if (stages.length === 0) return who.join(', ');
  return [...(who.length > 0 ? who : ['somebody']), `not involved at ${listInWords(stages, 'or')}`].join(', ');
}
