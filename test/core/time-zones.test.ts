import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/imports.ts';

/*
 * A landlord's days are London's, whatever the machine thinks: the tests of dates, run on machines far ahead of it and
 * far behind. A panel in New Zealand and a server on UTC must print the same letter.
 */

/** What counts days; by name, so that these tests don't run themselves. */
const SUITES = [
  'test/core/clock.properties.test.ts',
  'test/core/dates.test.ts',
  'test/core/deadlines',
  'test/scenarios.test.ts',
];

describe('on a machine in', () => {
  test.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC'])(
    '%s',
    (zone) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'engine', '--reporter', 'dot', ...SUITES],
        { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TZ: zone } },
      );
      expect(status, `${stdout}\n${stderr}`).toBe(0);
    },
    300_000,
  );
});
