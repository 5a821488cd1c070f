/* Fits the numbers by which both readers become one verdict, and writes core/triage/both.json. */
import { readFileSync, writeFileSync } from 'node:fs';

import { run } from './bundle.mjs';

await run('test/bench/fit-both.ts', ['test/bench']);

const { format } = await import('prettier');
const file = 'core/triage/both.json';
writeFileSync(file, await format(readFileSync(file, 'utf8'), { parser: 'json', printWidth: 120 }));
