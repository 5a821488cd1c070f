import type { Looked } from './state.ts';

/** The clause that says best why: of a complaint the policy's example of that failure, else the first that decided. */
export function leadClause({ verdict, rules }: Looked): string | null {
  const example = rules.policy.definition.categories?.find(({ id }) => id === verdict.category)?.clause[0];
  const isComplaint = verdict.route.stage !== null;
  return isComplaint && example !== undefined ? `${rules.policy.id}/${example}` : (verdict.route.clauses[0] ?? null);
}
