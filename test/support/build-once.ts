import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the extension before the browser tests, unless the build is as new as its sources. */
export function setup(): void {
  const build = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [build, '--if-stale'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the extension does not build');
}
