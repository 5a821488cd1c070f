import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

import { findBrowser } from './scripts/chromium.mjs';

export default defineConfig({
  test: {
    projects: [
      {
        // What needs a real IndexedDB runs in Chromium itself.
        test: {
          name: 'indexed-db',
          // A group may not mix numbers of workers, and the machine decides how many this one has.
          sequence: { groupOrder: 2 },
          include: ['test/register/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser()?.path ?? 'chromium-not-found',
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'engine',
          environment: 'node',
          // Slow machines pass too: what is fast is measured by the benches.
          testTimeout: 60_000,
          include: ['test/*.test.ts', 'test/core/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/policies/**/*.test.ts'],
        },
      },
      {
        // The built extension in a real Chromium, driven from here.
        test: {
          name: 'browser',
          environment: 'node',
          sequence: { groupOrder: 1 },
          include: ['test/extension/**/*.test.ts'],
          globalSetup: ['test/support/build-once.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A test waits for its browser more than it works.
          maxWorkers: 2,
          // The demo inbox brings its style as text.
          css: true,
        },
      },
      {
        // The real panel with a scripted host, in a Chromium driven from here.
        test: {
          name: 'panel',
          environment: 'node',
          sequence: { groupOrder: 1 },
          include: ['test/panel/**/*.test.ts'],
          globalSetup: ['test/panel/build-gallery.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A state waits for the page more than it works.
          maxConcurrency: 3,
          maxWorkers: 2,
        },
      },
      {
        // The built add-in beside the messages of a simulated Outlook, with the real Office.js.
        test: {
          name: 'outlook',
          environment: 'node',
          sequence: { groupOrder: 1 },
          include: ['test/outlook/**/*.test.ts'],
          globalSetup: ['test/outlook/build-task-pane.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A test waits for its browser more than it works.
          maxWorkers: 2,
        },
      },
    ],
  },
});
