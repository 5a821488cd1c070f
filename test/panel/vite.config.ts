import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page on which the tests, and people, look at every state of the panel. */
export default defineConfig({
  root,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'chrome120',
    outDir: '.cache/panel-gallery',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rollupOptions: { input: fileURLToPath(new URL('gallery.html', import.meta.url)) },
  },
});
