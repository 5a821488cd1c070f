import { fileURLToPath } from 'node:url';

import { build } from 'vite';

/** Where the built pane stands for the tests. */
export const TASK_PANE = fileURLToPath(new URL('../../.cache/outlook/', import.meta.url));

/** Builds the add-in as it is shipped, once before its tests. */
export async function setup(): Promise<void> {
  await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    mode: 'outlook',
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: TASK_PANE },
  });
}
