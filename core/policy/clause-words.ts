import { listInWords } from '../date-words.ts';
import type { Policy } from './policy.ts';

/** One clause as a page shows it. */
export interface ShownClause {
  /** As people cite it: 5.1, without the part of it that is meant. */
  readonly number: string;
  /** The policy's own words; null where only what it says in short is at hand. */
  readonly quote: string | null;
  readonly inShort: string | null;
  /** What is said in short was never held against the source. */
  readonly isUnchecked: boolean;
}

/** The number of a clause, without the policy's name and without the part that is meant. */
export function clauseNumber(clause: string): string {
  return clause.slice(clause.indexOf('/') + 1).replace(/#.*/, '');
}

/** Clause numbers in brackets, as they stand at the end of a sentence: "(7.2)"; empty for none. */
export function inBrackets(clauses: readonly string[]): string {
  const numbers = numbersOf(clauses);
  return numbers.length > 0 ? `(${listInWords(numbers)})` : '';
}

/** "Clause 3.1", "Clauses 3.1, 3.3 and 3.4"; empty for none. */
export function clausesNamed(clauses: readonly string[]): string {
  const numbers = numbersOf(clauses);
  if (numbers.length === 0) return '';
  return `Clause${numbers.length === 1 ? '' : 's'} ${listInWords(numbers)}`;
}

/** The text of a clause; null where the policy doesn't hold it. */
export function shownClause(policy: Policy, clause: string): ShownClause | null {
  const key = clause.slice(clause.indexOf('/') + 1);
  const found = policy.clauses[key];
  if (!found) return null;
  const number = clauseNumber(clause);
  return 'quote' in found
    ? { number, quote: found.quote, inShort: null, isUnchecked: false }
    : { number, quote: null, inShort: found.paraphrase, isUnchecked: !found.checked };
}

/** Where the clause stands: "West Kent complaints policy, clause 3.1". */
export function clauseSource(policy: Policy, number: string): string {
  return policy.about.baseline
    ? `${policy.name}, clause ${number}`
    : `${policy.shortName} complaints policy, clause ${number}`;
}

const LONGEST = 90;

/**
 * The part of a clause that fits into a line: of a list the item that is meant (the words after the last omission), and of
 * a long sentence its beginning. What is left out is marked.
 */
export function shortened(text: string): string {
  const item = text.split('[…]').at(-1) ?? text;
  // A definition quotes itself: those are the words that count.
  const definition = /\W[‘'](.{30,})[’']/.exec(item)?.[1];
  const plain = (definition ?? item).trim().replace(/[.:;,]$/, '');
  if (plain.length <= LONGEST) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', LONGEST)).replace(/[.,:;]$/, '')} …`;
}

/** Text of a policy with our quotation marks: those within it become single. */
export function quoted(text: string): string {
  return `“${text.replace(/[“”]/g, '’')}”`;
}

function numbersOf(clauses: readonly string[]): string[] {
  return [...new Set(clauses.map(clauseNumber))];
}
