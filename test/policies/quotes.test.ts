import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FLOOR, LAWS, loadPolicy, policyIds } from '../../policies/index.ts';
import { root } from '../support/imports.ts';

/** Where the landlords' documents lie, if they are at hand. They aren't part of the project. */
const DOCUMENTS = join(root, '..', 'shared', 'policy-documents');

/** White space, list bullets, asterisks and link markup are the document's layout, not its words. */
function words(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*#]/g, '')
    .replace(/^\s*[-•–]\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.skipIf(!existsSync(DOCUMENTS))(
  'clauses are the documents’ own words (skipped where the documents aren’t at hand)',
  () => {
    test.each(policyIds.filter((id) => id !== FLOOR && !LAWS.includes(id)))('%s', async (id) => {
      for (const policy of (await loadPolicy(id)).versions) {
        const missing = Object.entries(policy.clauses).flatMap(([clause, text]) => {
          if (!('quote' in text)) return [`${clause}: is no quotation`];
          const document = words(readFileSync(join(DOCUMENTS, text.from), 'utf8'));
          let from = 0;
          for (const part of text.quote.split('[…]').map(words)) {
            const at = document.indexOf(part, from);
            if (at < 0) return [`${clause}: ${part}`];
            from = at + part.length;
          }
          return [];
        });
        expect(missing).toEqual([]);
      }
    });
  },
);

test.each([FLOOR, ...LAWS])(
  '%s is given in short, never in quotation marks, and says what wasn’t checked',
  async (id) => {
    for (const { clauses } of (await loadPolicy(id)).versions) {
      const texts = Object.values(clauses);
      expect(texts.filter((text) => 'quote' in text)).toEqual([]);
      expect(texts.some((text) => 'checked' in text && !text.checked)).toBe(true);
    }
  },
);
