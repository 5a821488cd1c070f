/* The checks that the scripts run: each a program of node_modules, run by this Node, so that no shell is needed. */
import { spawn, spawnSync } from 'node:child_process';
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

/**
 * Runs lanes of programs side by side, each lane one after the other, and prints what each said when it has ended; gives how
 * many ended well and how many didn't.
 */
export async function runLanes(lanes) {
  const run = ({ name, run: [path, ...args] }) =>
    new Promise((resolve) => {
      const began = Date.now();
      const said = [];
      const child = spawn(execPath, [path, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.on('data', (text) => said.push(text));
      child.stderr.on('data', (text) => said.push(text));
      child.on('close', (status) => {
        process.stdout.write(`\n— ${name}, ${((Date.now() - began) / 1000).toFixed(0)} s\n${Buffer.concat(said)}`);
        resolve(status === 0);
      });
    });
  const ends = await Promise.all(
    lanes.map(async (lane) => {
      const good = [];
      for (const step of lane) good.push(await run(step));
      return good;
    }),
  );
  const passed = ends.flat().filter(Boolean).length;
  return { passed, failed: ends.flat().length - passed };
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
