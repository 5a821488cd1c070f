import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * Which modules a page loads before it shows anything. They go into one file: split up by who else needs them they are fifty,
 * each packed by itself and so larger.
 */

/** Our modules by their paths, and packages by their names: imports that aren't deferred, nor only of types. */
export function loadedBy(entry) {
  const found = new Set();
  const follow = (path) => {
    if (found.has(path) || !existsSync(path)) return;
    found.add(path);
    if (!/\.tsx?$/.test(path)) return;
    const text = readFileSync(path, 'utf8');
    for (const [, from, bare] of text.matchAll(
      /^(?:import|export)\s+(?!type\b)[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm,
    )) {
      const name = from ?? bare;
      if (name.startsWith('.')) follow(join(dirname(path), name));
      else found.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)[0]);
    }
  };
  follow(entry);
  // What JSX becomes.
  if ([...found].some((path) => path.endsWith('.tsx'))) found.add('preact');
  return found;
}

/** How `loadedBy` calls a module of the build. */
export function nameOf(id) {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(id)?.[1] ?? id;
}
