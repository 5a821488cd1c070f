import { listInWords } from '../core/date-words.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { PlainRoute, Route } from '../core/policy/route.ts';

/** Where a message goes, for a person to read: the policy's name of the stage, else plain words. */
export function destinationInWords({ stage }: Pick<Route, 'stage'>, route: PlainRoute): string {
  if (stage) return stage.name;
  switch (route) {
    case 'none':
      return 'nothing to log';
    case 'decide':
      return 'a person must decide';
    case 'excluded':
      return 'may be declined';
    case 'attach':
      return 'belongs to an open case';
    case 'enquiry':
      return 'an MP’s or councillor’s enquiry';
    case 'contact':
      return 'contact to follow up';
    case 'contractor-first':
      return 'the contractor answers first';
    case 'signpost':
      return 'goes elsewhere';
    default:
      return route.replaceAll('-', ' ');
  }
}

/** "clause 3.1", "clauses 3.1 and 3.3": ids as people cite them, without the policy's name and the part that is meant. */
export function clausesCited(clauses: readonly string[]): string {
  const numbers = [...new Set(clauses.map((clause) => number(clause.slice(clause.indexOf('/') + 1))))];
  return `${numbers.length === 1 ? 'clause' : 'clauses'} ${listInWords(numbers)}`;
}

/** The text of a clause, named as in its own policy: the policy's words in quotation marks, a paraphrase without. */
export function clauseText(clause: string, policy: Policy): string {
  const words = policy.clauses[clause];
  const cited = `  clause ${number(clause)}`;
  return words && 'quote' in words ? `${cited}: “${words.quote}”` : `${cited}, in short: ${words?.paraphrase ?? ''}`;
}

function number(clause: string): string {
  return clause.replace(/#.*/, '');
}
