/* Everything that is checked before a change lands, from nothing: libraries, Chromium, types, lint, format, build, tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';

import { ensureDependencies, root } from './dependencies.mjs';

ensureDependencies();
const { ensureBrowser } = await import('./chromium.mjs');
if (!ensureBrowser()) exit(1);
const { runLanes, steps, vitest } = await import('./steps.mjs');

// Lint with types takes as long as all the others.
let { passed, failed } = await runLanes([[steps.lint], [steps.types, steps.engineTypes, steps.build, steps.format]]);

mkdirSync(join(root, '.cache'), { recursive: true });
const report = join(root, '.cache', 'tests.json');
rmSync(report, { force: true });
const { status } = vitest(argv.slice(2), report);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A file that could not even be read has no failed test of its own, but it failed.
  failed += numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
}
if (status !== 0 && failed === 0) {
  stderr.write('The tests ended without a report.\n');
  failed++;
}
stdout.write(`\n${passed} passed, ${failed} failed\n`);
exit(failed === 0 ? 0 : 1);
