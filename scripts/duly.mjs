/* The command line: builds it when a source is newer than the build, then runs it. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist', 'cli');
const entry = join(built, 'main.js');

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const sources = ['core', 'policies', 'cli', 'vite.config.ts', 'package-lock.json'].map((name) => join(root, name));
if (!existsSync(entry) || sources.some((source) => newest(source) > statSync(entry).mtimeMs)) {
  if (!existsSync(join(root, 'node_modules', 'vite'))) {
    process.stderr.write('duly: the libraries are missing; run "npm ci" first\n');
    process.exit(2);
  }
  const { build } = await import('vite');
  // Built aside and moved into place, so that two runs at once never see half a build.
  const aside = join(root, 'dist', `cli-${process.pid}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  await build({ root, mode: 'cli', configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: aside } });
  rmSync(built, { recursive: true, force: true });
  try {
    renameSync(aside, built);
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
}
await import(pathToFileURL(entry).href);
