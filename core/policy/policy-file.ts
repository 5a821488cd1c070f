import * as v from 'valibot';
import { listOfLines, objectOfLines } from './canonical.ts';
import { line } from './schema-base.ts';
import { ClauseDocument, PolicyDocument } from './schema.ts';
import type { PolicyVersions } from './versions.ts';

/*
 * A landlord's own policy as one file, `.duly-policy.json`: all its versions, each with what it says, the document's own
 * words, and the words of the letters line by line. It can be mailed, kept beside the document, and read in a diff.
 */

/** The number that a file bears; a later form gets another. */
export const FILE_FORM = 1;

/** What the file must hold. */
export const PolicyFile = v.strictObject({
  dulyPolicy: v.literal(FILE_FORM, `is not ${String(FILE_FORM)}, the form of file that is read here`),
  versions: v.pipe(
    v.array(
      v.strictObject({
        policy: PolicyDocument,
        clauses: ClauseDocument,
        letters: v.record(v.string(), v.array(line)),
      }),
    ),
    v.nonEmpty('holds no version'),
  ),
});

/** A policy as one file, in its one form: the same policy is always the same text. */
export function exportPolicy({ versions }: PolicyVersions): string {
  const inner = '      ';
  const texts = versions.map(({ version: _version, clauses, templates, ...document }) => {
    const letters = Object.entries(templates)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([letter, words]) => `${inner}  ${JSON.stringify(letter)}: ${listOfLines(words.split('\n'), `${inner}  `)}`);
    return [
      '    {',
      `${inner}"policy": ${objectOfLines(document, inner)},`,
      `${inner}"clauses": ${objectOfLines(clauses, inner)},`,
      `${inner}"letters": ${letters.length === 0 ? '{}' : `{\n${letters.join(',\n')}\n${inner}}`}`,
      '    }',
    ].join('\n');
  });
  return `{\n  "dulyPolicy": ${String(FILE_FORM)},\n  "versions": [\n${texts.join(',\n')}\n  ]\n}\n`;
}
