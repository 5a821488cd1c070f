/* Installs the libraries when they are missing or older than the lock file. Needs nothing but Node and npm. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, platform, stderr, version } from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the program with what to do where the libraries can't be had. */
export function ensureDependencies() {
  const [major, minor] = version.slice(1).split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stderr.write(`Duly needs Node 20.19 or newer; this is ${version}. Get it from nodejs.org.\n`);
    exit(1);
  }
  if (isCurrent()) return;
  stderr.write('Installing the libraries (npm ci) …\n');
  const { status } = npm(['ci', '--no-audit', '--no-fund']);
  if (status !== 0) {
    stderr.write('npm ci failed. Duly needs the npm registry once; then run this again.\n');
    exit(1);
  }
}

/** Runs npm, on Windows too, where it is a script. */
export function npm(args, options = {}) {
  return spawnSync(platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: platform === 'win32',
    ...options,
  });
}

/** Whether what npm says it installed is what the lock file asks for, package by package. */
function isCurrent() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, { version: asked, optional }]) => path === '' || optional || installed[path]?.version === asked,
    );
  } catch {
    return false;
  }
}
