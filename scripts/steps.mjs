/* The checks that the scripts run: each a program of node_modules, run by this Node, so that no shell is needed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { execPath } from 'node:process';

import { root } from './dependencies.mjs';

const program = (...path) => join(root, 'node_modules', ...path);

export const steps = {
  engineTypes: {
    name: 'types of the engine, which knows no page',
    run: [program('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'core'],
  },
  types: { name: 'types', run: [program('typescript', 'bin', 'tsc'), '--noEmit'] },
  lint: {
    name: 'lint',
    run: [program('eslint', 'bin', 'eslint.js'), '--cache', '--cache-location', '.cache/eslint', '.'],
  },
  format: { name: 'format', run: [program('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  build: { name: 'build', run: [join(root, 'scripts', 'build.mjs')] },
};

/** Runs one program; true when it ends well. */
export function runStep({ name, run }, extra = []) {
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(execPath, [...run, ...extra], { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** Runs Vitest; resolves to how many tests passed and failed, from its own report. */
export function vitest(args, reportFile) {
  return spawnSync(
    execPath,
    [
      program('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
      ...args,
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
}
