import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';

import manifest from './manifest.json' with { type: 'json' };
import project from './package.json' with { type: 'json' };
import { loadedBy, nameOf } from './scripts/first-load.mjs';

/*
 * One engine, several builds.
 * - `--mode node` bundles an entry for Node (the command line, benches); scripts/bundle.mjs says which. The libraries stay in
 *   node_modules.
 * - `--mode outlook` is the task pane.
 * - Any other mode is the Chrome extension, from manifest.json.
 */
export default defineConfig(({ mode, command }): UserConfig => {
  if (mode === 'node') return { build: { target: 'node20', minify: false, emptyOutDir: true }, publicDir: false };
  if (mode === 'outlook') {
    return {
      publicDir: 'outlook-addin/public',
      oxc: jsx,
      build: {
        target: 'es2022',
        outDir: 'dist/outlook',
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ['outlook-addin/taskpane.html', 'outlook-addin/save.html'],
          output: { codeSplitting: { groups: paneParts() } },
        },
      },
      worker: { format: 'es' },
    };
  }
  return {
    publicDir: false,
    oxc: jsx,
    plugins: [crx({ manifest: extensionManifest(command) }), besideTheManifest()],
    build: {
      target: 'chrome123',
      outDir: command === 'build' ? 'dist/extension' : 'dist/extension-dev',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: firstLoad() } } },
    },
    worker: { format: 'es' },
  };
});

/**
 * What the panel begins with, in one file; but for what the service worker, and the help page, need of it too: neither loads
 * the panel for that.
 */
function firstLoad(): { name: string; priority: number; test: (id: string) => boolean }[] {
  const loaded = (path: string): ReadonlySet<string> => loadedBy(fileURLToPath(new URL(path, import.meta.url)));
  const entry = fileURLToPath(new URL('extension/sidebar/main.tsx', import.meta.url));
  const panel = loaded('extension/sidebar/main.tsx');
  const groups: readonly (readonly [string, ReadonlySet<string>])[] = [
    ['worker', loaded('extension/background.ts')],
    ['help', loaded('extension/help/main.tsx')],
    ['panel', panel],
  ];
  return groups.map(([name, needed], at) => ({
    name,
    priority: groups.length - at,
    test: (id) => id !== entry && panel.has(nameOf(id)) && needed.has(nameOf(id)),
  }));
}

/**
 * The task pane in three files: what it begins with, less what the page that saves files has of it too; what it needs beside
 * a message; the policies, all of which a register's rows need.
 */
function paneParts(): { name: string; priority: number; test: (id: string) => boolean }[] {
  const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const pane = loadedBy(at('outlook-addin/taskpane.tsx'));
  const save = loadedBy(at('outlook-addin/save.ts'));
  const message = new Set(BESIDE_A_MESSAGE.flatMap((path) => [...loadedBy(at(path))]));
  const policies = /\/policies\/(?:letters\.ts$|[^/]+\/[^/]+\/(?:policy\.json|clauses\.json|letters\/))/;
  return [
    { name: 'save', priority: 4, test: (id) => save.has(nameOf(id)) && pane.has(nameOf(id)) },
    { name: 'pane', priority: 3, test: (id) => id !== at('outlook-addin/taskpane.tsx') && pane.has(nameOf(id)) },
    { name: 'message', priority: 2, test: (id) => message.has(nameOf(id)) },
    { name: 'policies', priority: 1, test: (id) => policies.test(id) },
  ];
}

/** Fetched while Office.js makes itself ready; the recogniser with its weights is the most of it. */
const BESIDE_A_MESSAGE = [
  'core/look.ts',
  'core/case/belongs.ts',
  'core/panel/KeptHere.tsx',
  'core/reading/html-text.ts',
  'outlook-addin/outlook-host.ts',
  'outlook-addin/outlook-keeping.ts',
];

/** Vite's own JSX, so that no Babel is needed. */
const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/**
 * Files that don't come by the manifest. The page scripts for CRMs and for what was sent: named there they would run on pages,
 * and imported as scripts they would be visible to them. The schema of what administrators set: without it the browser drops the extension.
 */
function besideTheManifest(): Plugin {
  return {
    name: 'duly-beside-the-manifest',
    async writeBundle({ dir }) {
      cpSync('extension/managed-schema.json', `${dir ?? ''}/extension/managed-schema.json`);
      for (const script of ['record', 'pick', 'sent'])
        await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          build: {
            target: 'chrome123',
            outDir: `${dir ?? ''}/extension`,
            emptyOutDir: false,
            lib: {
              entry: `extension/${script}.iife.ts`,
              name: `duly_${script}`,
              formats: ['iife'],
              fileName: () => `${script}.js`,
            },
          },
        });
    },
  };
}

function extensionManifest(command: 'build' | 'serve'): ManifestV3Export {
  const { content_security_policy, ...rest } = manifest;
  // Hot reload speaks to Vite's server, which the shipped panel may not.
  const strict = command === 'build' ? { content_security_policy } : {};
  return { ...rest, ...strict, version: project.version };
}
