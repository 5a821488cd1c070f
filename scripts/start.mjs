/*
 * npm start: the extension on the demo inbox, also on a fresh machine. Installs what is missing (libraries, Chromium), builds,
 * opens a browser. Without a screen, or with --headless, it goes the same way by itself and says where its pictures are.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, chdir, env, execPath, exit, platform, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

import { ensureBrowser } from './chromium.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));

if (!['vite', 'playwright-core', 'preact'].every((name) => existsSync(join('node_modules', name)))) {
  stderr.write('Installing the libraries with npm ci …\n');
  // npm says where its own program is; its command is a script on Windows, which only a shell starts.
  const [command, words] = env.npm_execpath ? [execPath, [env.npm_execpath, 'ci']] : ['npm', ['ci']];
  orStop(spawnSync(command, words, { stdio: 'inherit', shell: command === 'npm' && platform === 'win32' }));
}
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
