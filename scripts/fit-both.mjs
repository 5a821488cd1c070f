/* Fits the numbers by which both readers become one verdict, and writes core/triage/both.json. */
import { run } from './bundle.mjs';

await run('test/bench/fit-both.ts', ['test/bench']);
