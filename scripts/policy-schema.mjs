/* The JSON Schema of a policy, for editors, from the one that the program checks with. */
import { run } from './bundle.mjs';

await run('scripts/write-policy-schema.ts', ['scripts']);
