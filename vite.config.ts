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
        rolldownOptions: { input: ['outlook-addin/taskpane.html', 'outlook-addin/save.html'] },
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
      for (const script of ['record', 'sent'])
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
