/* Reads saved pages with the built extension: `npm run -s read-page -- NAME.json… [--mapping FILE]`. See test/pages/README.md. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { run } from './bundle.mjs';
import { root } from './dependencies.mjs';

// What the build says goes beside the answer, not into it.
const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (build.status !== 0) process.exit(1);
await run('test/support/read-page.ts', ['test/support', 'extension', 'scripts']);
