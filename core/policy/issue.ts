import * as v from 'valibot';

/** Something in a document that doesn't fit its schema: where, as keys and numbers, and what is wrong, in plain words. */
export interface Issue {
  readonly keys: readonly (string | number)[];
  readonly reason: string;
}

/** Everything that doesn't fit, in the order of the document. */
export function issuesOf(schema: v.GenericSchema, input: unknown): readonly Issue[] {
  const result = v.safeParse(schema, input);
  return (result.issues ?? []).map((issue) => ({
    keys: (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    reason: reasonOf(issue),
  }));
}

function reasonOf({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never') return `is no key that is known here: ${received}`;
  if ((type === 'strict_object' || type === 'object') && received === 'undefined') return 'is missing';
  // Our own messages stand as they are; the library's begin so.
  if (!message.startsWith('Invalid')) return message;
  if (type === 'non_empty') return 'is empty';
  if (type === 'integer') return `${received} is no whole number`;
  if (type === 'min_value') return `${received} is too small: ${bound(expected)} is the least`;
  if (type === 'max_value') return `${received} is too great: ${bound(expected)} is the most`;
  return `${received} is not ${kindOf(expected)}`;
}

/** ">=1" names 1. */
function bound(expected: string | null): string {
  return (expected ?? '').replace(/^[<>]=/, '');
}

/** What is wanted, in words; of several words that may stand there, all of them. */
function kindOf(expected: string | null): string {
  if (expected === null) return 'allowed';
  const choices = expected.replace(/^\((.*)\)$/, '$1').split(' | ');
  const named = choices.map((choice) => KINDS[choice] ?? choice);
  return named.length > 1 ? `one of ${named.join(', ')}` : named.join('');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
};

/** Where it is, as a person reads it: `timers[2].within`. */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${String(key)}]` : index === 0 ? key : `.${key}`))
    .join('');
}
