/* Trains the linear reader from test/inbox and writes core/triage/linear-weights.json. */
import { run } from './bundle.mjs';

await run('test/bench/train-linear.ts', ['test/bench']);
