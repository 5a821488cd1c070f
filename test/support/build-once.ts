import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { BUILT_EXTENSION, EXTENSION_UNDER_TEST, HOST_PAGE } from './extension.ts';

/** Builds the extension before the browser tests, unless the build is as new as its sources, and puts a test page into a copy. */
export async function setup(): Promise<void> {
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script, '--if-stale'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the extension does not build');
  rmSync(EXTENSION_UNDER_TEST, { recursive: true, force: true });
  cpSync(BUILT_EXTENSION, EXTENSION_UNDER_TEST, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'chrome120',
      outDir: EXTENSION_UNDER_TEST,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('./host-page.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'host-page.js',
      },
    },
  });
  writeFileSync(
    join(EXTENSION_UNDER_TEST, HOST_PAGE),
    '<!doctype html><title>Host</title><script type="module" src="host-page.js"></script>',
  );
}
