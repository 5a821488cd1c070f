/*
 * npm start: the extension on the demo inbox, also on a fresh machine. Installs what is missing (libraries, Chromium), builds,
 * opens a browser. Without a screen, or with --headless, it goes the same way by itself and says where its pictures are.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { argv, chdir, env, execPath, exit, platform } from 'node:process';

import { ensureBrowser } from './chromium.mjs';
import { ensureDependencies, root } from './dependencies.mjs';

chdir(root);

ensureDependencies();
const browser = ensureBrowser();
if (!browser) exit(1);
orStop(spawnSync(execPath, [join('scripts', 'build.mjs'), '--if-stale'], { stdio: ['ignore', 'ignore', 'inherit'] }));

const hasScreen = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
if (!hasScreen && !argv.includes('--headless')) argv.push('--headless');
const { run } = await import('./bundle.mjs');
await run('demo/main.ts', ['demo', 'extension', 'test/support', 'scripts']);

function orStop({ status }) {
  if (status !== 0) exit(status ?? 1);
}
