/* The command line: bundles it once for each state of its sources, then runs the bundle. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const builds = join(root, 'dist', 'cli');

function* files(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) for (const name of readdirSync(path).sort()) yield* files(join(path, name));
  else if (found) yield `${path} ${found.size} ${found.mtimeMs}`;
}

const state = createHash('sha256');
for (const source of ['core', 'policies', 'cli', 'vite.config.ts', 'package-lock.json']) {
  for (const file of files(join(root, source))) state.update(file);
}
const built = join(builds, state.digest('hex').slice(0, 16));
const entry = join(built, 'main.js');

if (!existsSync(entry)) {
  if (!existsSync(join(root, 'node_modules', 'vite'))) {
    process.stderr.write('duly: the libraries are missing; run "npm ci" first\n');
    process.exit(2);
  }
  const { build } = await import('vite');
  mkdirSync(builds, { recursive: true });
  // Built aside and moved into place, so that two runs at once never see half a build.
  const aside = join(builds, `building-${process.pid}`);
  await build({ root, mode: 'cli', configFile: join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: aside } });
  try {
    renameSync(aside, built);
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
  for (const old of readdirSync(builds)) {
    const path = join(builds, old);
    // A build that another run may still be reading is left for an hour.
    if (path !== built && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 3_600_000) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}
await import(pathToFileURL(entry).href);
