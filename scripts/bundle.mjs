/* Bundles a TypeScript entry for Node, once for each state of its sources, and says where the bundle is. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folders that an entry may import from. */
const SOURCES = ['core', 'policies', 'cli', 'vite.config.ts', 'package-lock.json'];

function* states(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) for (const name of readdirSync(path).sort()) yield* states(join(path, name));
  else if (found) yield `${path} ${found.size} ${found.mtimeMs}`;
}

/** Bundles `entry` (a path in the project, with the folders it needs beside the engine's) and runs it in this process. */
export async function run(entry, alsoFrom = []) {
  const state = createHash('sha256').update(entry);
  for (const source of [...SOURCES, ...alsoFrom]) for (const file of states(join(root, source))) state.update(file);
  const name = basename(entry, '.ts');
  const builds = join(root, 'dist', 'node');
  const built = join(builds, `${name}-${state.digest('hex').slice(0, 16)}`);
  const main = join(built, `${name}.js`);
  if (!existsSync(main)) {
    if (!existsSync(join(root, 'node_modules', 'vite'))) {
      process.stderr.write('the libraries are missing; run "npm ci" first\n');
      process.exit(2);
    }
    const { build } = await import('vite');
    mkdirSync(builds, { recursive: true });
    // Built aside and moved into place, so that two runs at once never see half a build.
    const aside = join(builds, `building-${process.pid}`);
    await build({
      root,
      mode: 'node',
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { ssr: join(root, entry), outDir: aside },
    });
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
  await import(pathToFileURL(main).href);
}
