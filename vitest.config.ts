import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

import { findBrowser } from './scripts/chromium.mjs';

/** What takes longest, in this order: begun first, so that nothing else has to wait for it at the end. */
const LONGEST = [
  'test/panel/states.test.ts',
  'test/cli/as-in-the-panel.test.ts',
  'test/outlook/follow.test.ts',
  'test/extension/demo.test.ts',
  'test/outlook/read.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((left, right) => rank(left) - rank(right));
  }
}

/** Two files at a time, in two processes that go on to the next file with what they have loaded. */
const twoAtOnce = { environment: 'node', maxWorkers: 2, isolate: false } as const;

/** The tests of dates, on a machine far away: a landlord's days are London's, whatever the machine thinks. */
function onMachineIn(zone: string): TestProjectInlineConfiguration {
  return {
    test: {
      ...twoAtOnce,
      name: zone,
      env: { TZ: zone },
      testTimeout: 120_000,
      include: [
        'test/core/time-zone.test.ts',
        'test/core/clock.properties.test.ts',
        'test/core/dates.test.ts',
        'test/core/deadlines/**/*.test.ts',
        'test/scenarios.test.ts',
      ],
    },
  };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // What needs a real IndexedDB runs in Chromium itself.
        test: {
          name: 'indexed-db',
          // A group may not mix numbers of workers, and the machine decides how many this one has.
          sequence: { groupOrder: 1 },
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
          ...twoAtOnce,
          name: 'engine',
          // Whatever zone the machine is in; two far ones stand below.
          env: { TZ: 'UTC' },
          // Slow machines pass too: what is fast is measured by the benches.
          testTimeout: 120_000,
          include: ['test/*.test.ts', 'test/core/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/policies/**/*.test.ts'],
        },
      },
      onMachineIn('Pacific/Auckland'),
      onMachineIn('America/Los_Angeles'),
      {
        // The built extension in a real Chromium, driven from here.
        test: {
          ...twoAtOnce,
          name: 'browser',
          include: ['test/extension/**/*.test.ts'],
          globalSetup: ['test/support/build-once.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // The demo inbox brings its style as text.
          css: true,
        },
      },
      {
        // The real panel with a scripted host, in a Chromium driven from here.
        test: {
          ...twoAtOnce,
          name: 'panel',
          include: ['test/panel/**/*.test.ts'],
          globalSetup: ['test/panel/build-gallery.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // A state waits for the page more than it works.
          maxConcurrency: 3,
        },
      },
      {
        // The built add-in beside the messages of a simulated Outlook, with the real Office.js.
        test: {
          ...twoAtOnce,
          name: 'outlook',
          include: ['test/outlook/**/*.test.ts'],
          globalSetup: ['test/outlook/build-task-pane.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
