import { defineConfig } from 'vite';

/*
 * One engine, several builds. `--mode node` bundles an entry for Node (the command line, benches); scripts/bundle.mjs says
 * which. The libraries stay in node_modules.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'node') return { build: { target: 'node20', minify: false, emptyOutDir: true }, publicDir: false };
  return {};
});
