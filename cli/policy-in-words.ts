import type { Policy } from '../core/policy/policy.ts';
import { policyView, type ViewLine } from '../core/policy/policy-view.ts';

/** A whole policy as text, in the words of its page in the panel: each line with its clauses, readings set in below. */
export function policyText(policy: Policy): string {
  const parts = policyView(policy).map(({ title, lines }) => [title.toUpperCase(), ...lines.map(lineText)].join('\n'));
  return `${[`${policy.name}, ${policy.version}`, ...parts].join('\n\n')}\n`;
}

function lineText({ what, value, detail, clauses, readings }: ViewLine): string {
  const said = [what, [value, detail].filter(Boolean).join(' ')].filter(Boolean).join(': ');
  const source = clauses.length > 0 ? ` (${[...new Set(clauses.map(unnamed))].join(', ')})` : '';
  return [`  ${said}${source}`, ...readings.map((reading) => `      ${reading}`)].join('\n');
}

/** A clause without the policy's name, and with the part of it that is meant: an officer looks it up by that. */
function unnamed(clause: string): string {
  return clause.slice(clause.indexOf('/') + 1);
}
