import { spawnSync } from 'node:child_process';

/** What one run of the command line printed, and how it ended. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

/** Runs the command line as a person does. */
export function duly(args: readonly string[], stdin = ''): Ran {
  const { stdout, stderr, status } = spawnSync('node', ['scripts/duly.mjs', ...args], {
    input: stdin,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, status };
}
