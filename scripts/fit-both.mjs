/*
 * After new weights: fits the numbers by which both readers become one verdict, core/triage/both.json, and records what they
 * make of a few messages.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { run } from './bundle.mjs';

await run('test/bench/fit-both.ts', ['test/bench']);
await run('test/bench/record-scores.ts', ['test/bench']);

const { format } = await import('prettier');
for (const file of ['core/triage/both.json', 'test/core/reader/recorded.json'])
  writeFileSync(file, await format(readFileSync(file, 'utf8'), { parser: 'json', printWidth: 120 }));
