/* Builds what is shipped into dist/ and checks it. `--if-stale` does nothing when no source has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv, env, exit, pid, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** Mail pages open slowly enough without us. */
const CONTENT_SCRIPT_LIMIT = 15 * 1024;

/** What is put into a record's page when somebody presses the button there; pointing at fields comes after it. */
const RECORD_SCRIPT_LIMIT = 20 * 1024;

/** The panel is there when it is clicked; weights come after. */
const FIRST_LOAD_LIMIT = 150 * 1024;

/** The task pane's has the reading of Outlook's items more; Office.js is Outlook's own and comes beside it. */
const TASK_PANE_LIMIT = 160 * 1024;

const SOURCES = [
  'core',
  'policies',
  'extension',
  'manifest.json',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

async function buildExtension() {
  const built = join(dist, 'extension');
  const stamp = join(dist, 'extension.sources');
  const sources = stateOf(SOURCES);
  if (argv.includes('--if-stale') && existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources)
    return;
  // Built aside and moved into place: a browser or a test may be reading the build before.
  const aside = join(dist, `extension-${pid}`);
  try {
    await viteBuild('production', aside);
    checkExtension(aside);
    rmSync(built, { recursive: true, force: true });
    renameSync(aside, built);
    writeFileSync(stamp, sources);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The same panel as a page of its own, for Outlook and for a plain tab. */
async function buildTaskPane() {
  if (argv.includes('--if-stale')) return;
  const built = join(dist, 'outlook');
  await viteBuild('outlook', built);
  checkFirstLoad(built, 'outlook-addin/taskpane.html', TASK_PANE_LIMIT);
}

async function viteBuild(mode, outDir) {
  // A test that builds first would hand on its own word, and the libraries' longer builds would be shipped.
  env.NODE_ENV = 'production';
  const { build } = await import('vite');
  mkdirSync(dist, { recursive: true });
  await build({ root, mode, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
}

/** Throws when the build breaks a promise: nothing of it can be seen by pages, it stays small there, and it runs no text. */
function checkExtension(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (manifest.web_accessible_resources !== undefined)
    throw new Error('the manifest makes files of ours visible to pages');
  for (const path of manifest.content_scripts.flatMap(({ js }) => js)) {
    const size = gzipSync(readFileSync(join(folder, path))).length;
    stdout.write(`page script ${kilobytes(size)} gzipped (limit ${kilobytes(CONTENT_SCRIPT_LIMIT)})\n`);
    if (size > CONTENT_SCRIPT_LIMIT) throw new Error(`${path} is over its limit`);
  }
  const record = gzipSync(readFileSync(join(folder, 'extension', 'record.js'))).length;
  stdout.write(`script for records ${kilobytes(record)} gzipped (limit ${kilobytes(RECORD_SCRIPT_LIMIT)})\n`);
  if (record > RECORD_SCRIPT_LIMIT) throw new Error('extension/record.js is over its limit');
  checkFirstLoad(folder, 'extension/sidebar/index.html', FIRST_LOAD_LIMIT);
  let panel = 0;
  for (const path of filesIn(folder)) {
    if (!path.endsWith('.js')) continue;
    const text = readFileSync(path, 'utf8');
    if (/(?<![\w$.])(?:eval|Function)\s*\(|new\s+Function\b/.test(text))
      throw new Error(`${relative(folder, path)} runs text as a program`);
    if (!manifest.content_scripts.some(({ js }) => js.includes(relative(folder, path).replaceAll('\\', '/')))) {
      panel += gzipSync(text).length;
    }
  }
  stdout.write(`panel and service worker ${kilobytes(panel)} gzipped\n`);
}

/** What the panel's page loads before it shows anything: its entry and all that this imports statically. */
function checkFirstLoad(folder, path, limit) {
  const page = readFileSync(join(folder, path), 'utf8');
  const first = new Set();
  const follow = (path) => {
    if (first.has(path)) return;
    first.add(path);
    const text = readFileSync(path, 'utf8');
    for (const [, next] of text.matchAll(/(?:^|[;}\n])\s*(?:import|export)\b[^'"();]*?["']([./][^"']+\.js)["']/g))
      follow(join(path, '..', next));
  };
  for (const [, src] of page.matchAll(/<(?:script|link)[^>]+(?:src|href)="(\/[^"]+\.(?:js|css))"/g))
    follow(join(folder, src));
  const size = [...first].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  const name = path.includes('taskpane') ? 'task pane' : 'panel';
  stdout.write(`${name}'s first load ${kilobytes(size)} gzipped (limit ${kilobytes(limit)})\n`);
  if (size > limit) throw new Error('the panel loads too much before it shows anything');
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

function stateOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((name) => join(root, name))) {
    const files = statSync(path).isDirectory() ? [...filesIn(path)].sort() : [path];
    for (const file of files) hash.update(`${relative(root, file)} ${statSync(file).size} ${statSync(file).mtimeMs}\n`);
  }
  return hash.digest('hex');
}

try {
  await buildExtension();
  await buildTaskPane();
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  exit(1);
}
