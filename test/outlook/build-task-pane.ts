import { join } from 'node:path';

import { build } from 'vite';

/** Where the built pane stands for the tests. */
export const TASK_PANE = join(process.cwd(), '.cache', 'outlook');

/** Builds the add-in as it is shipped, once before its tests. */
export async function setup(): Promise<void> {
  await build({
    root: process.cwd(),
    mode: 'outlook',
    configFile: join(process.cwd(), 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: TASK_PANE },
  });
}
