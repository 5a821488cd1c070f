/* All that can be put right by machine: lint and format. */
import { exit } from 'node:process';

import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { runStep, steps } = await import('./steps.mjs');
const fixed = runStep(steps.lint, ['--fix']);
const formatted = runStep({
  ...steps.format,
  run: steps.format.run.map((word) => (word === '--check' ? '--write' : word)),
});
exit(fixed && formatted ? 0 : 1);
