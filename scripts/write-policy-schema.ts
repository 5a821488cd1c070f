/* Writes policies/schema.json: `npm run policy:schema`. */
import { writeFileSync } from 'node:fs';
import { policySchema } from './policy-schema.ts';

writeFileSync('policies/schema.json', policySchema());
process.stdout.write('policies/schema.json is written\n');
