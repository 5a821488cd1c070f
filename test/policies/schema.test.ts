import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policySchema } from '../../scripts/policy-schema.ts';
import { root } from '../support/imports.ts';

test('the schema for editors is that of the program: npm run policy:schema writes it', () => {
  expect(readFileSync(join(root, 'policies', 'schema.json'), 'utf8')).toBe(policySchema());
});
