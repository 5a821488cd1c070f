/* The quick half of the checks, for every save: types, lint, the engine's tests. */
import { exit } from 'node:process';
import { join } from 'node:path';

import { ensureDependencies, root } from './dependencies.mjs';

ensureDependencies();
const { runLanes, steps, vitest } = await import('./steps.mjs');
const { failed } = await runLanes([[steps.lint], [steps.types, steps.engineTypes]]);
const { status } = vitest(['--project', 'engine'], join(root, '.cache', 'check.json'));
exit(failed === 0 && status === 0 ? 0 : 1);
