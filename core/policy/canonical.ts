import * as v from 'valibot';
import { PolicyDocument } from './schema.ts';

/**
 * What a policy says, in its one form: keys in the order of the schema, one element a line, so that the same policy is
 * always the same text and a change of it is a change of the lines that it means. Throws valibot's error for no policy.
 */
export function canonicalPolicy(document: unknown): string {
  return canonicalForm(v.parse(PolicyDocument, document));
}

/** Any plain JSON object in that form, such as clauses; the order of its keys is kept. */
export function canonicalForm(document: object): string {
  return `${objectOfLines(document)}\n`;
}

/** An object, a key a line, and its lists of elements an element a line; each line after the first begins with `indent`. */
export function objectOfLines(document: object, indent = ''): string {
  const lines = Object.entries(document).map(([key, value]: [string, unknown]) => {
    const isList = Array.isArray(value) && value.some((item) => typeof item === 'object');
    const body = isList ? listOfLines(value, `${indent}  `) : spaced(value);
    return `${indent}  ${JSON.stringify(key)}: ${body}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** A list, an item a line. */
export function listOfLines(items: readonly unknown[], indent = ''): string {
  return `[\n${items.map((item) => `${indent}  ${spaced(item)}`).join(',\n')}\n${indent}]`;
}

/** JSON on one line with a space after each comma and colon. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}
