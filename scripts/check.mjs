/* The quick half of the checks, for every save: types, lint, the engine's tests. */
import { exit } from 'node:process';
import { join } from 'node:path';

import { ensureDependencies, root } from './dependencies.mjs';

ensureDependencies();
const { runStep, steps, vitest } = await import('./steps.mjs');
const good = [steps.engineTypes, steps.types, steps.lint].map((step) => runStep(step));
const { status } = vitest(['--project', 'engine'], join(root, '.cache', 'check.json'));
exit(good.every(Boolean) && status === 0 ? 0 : 1);
