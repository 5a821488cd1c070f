import { defineConfig } from 'vite';

/*
 * One engine, several builds: `--mode cli` bundles the command line for Node. The libraries stay in node_modules.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'cli') {
    return {
      build: { ssr: 'cli/main.ts', outDir: 'dist/cli', target: 'node20', emptyOutDir: true, minify: false },
      publicDir: false,
      logLevel: 'warn',
    };
  }
  return {};
});
