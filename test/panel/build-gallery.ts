import { fileURLToPath } from 'node:url';

import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the built gallery stands. */
export const GALLERY = fileURLToPath(new URL('../../.cache/panel-gallery/', import.meta.url));

/** Builds the gallery, and the task pane as it is in a plain tab, once before the panel's tests. */
export async function setup(): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      target: 'chrome120',
      outDir: GALLERY,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: [
          fileURLToPath(new URL('gallery.html', import.meta.url)),
          fileURLToPath(new URL('../../outlook-addin/taskpane.html', import.meta.url)),
        ],
      },
    },
  });
}
