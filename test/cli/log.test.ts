import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'duly-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LINE = {
  from: { name: 'Ruth Amankwah', address: 'ruth@mail.example' },
  to: ['help@alderholt.example'],
  subject: 'Bathroom floor',
  body: 'Nobody came back to finish my bathroom floor. I want to make a complaint.',
  date: '2026-03-24T18:42:00Z',
  messageId: '<one@mail.example>',
  policy: 'west-kent',
  decision: { route: 'stage-1' },
  now: '2026-03-25T09:26:00Z',
  actor: 'Priya Nair',
};

interface Answer {
  readonly reference?: string;
  readonly error?: { readonly message: string };
}

function log(lines: readonly object[], ...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(
    'node',
    ['scripts/duly.mjs', 'log', '--jsonl', '--reader', 'linear', ...args],
    { input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), encoding: 'utf8' },
  );
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
  return { answers, stderr, status };
}

test('what can’t be logged is refused by name, and the rest goes on', () => {
  const { answers, status } = log([
    LINE,
    { ...LINE, subject: 'The same once more' },
    { ...LINE, messageId: '<two@mail.example>', date: '2026-03-26T09:00:00Z' },
    ...['decide', 'attach', 'excluded'].map((route) => ({ ...LINE, messageId: route, decision: { route } })),
    { ...LINE, messageId: '<three@mail.example>' },
  ]);
  const [first, twice, future, decide, attach, excluded, last] = answers;
  expect(first?.reference).toBeDefined();
  expect(twice?.error?.message).toContain(
    `this message is logged already, as ${first?.reference ?? ''} (the same Message-ID)`,
  );
  expect(future?.error?.message).toContain('date 2026-03-26T09:00:00Z is after now');
  for (const one of [decide, attach, excluded])
    expect(one?.error?.message).toMatch(/decision\.route "\w+" is no decision; choose .*stage-1/);
  expect(last?.reference).toBeDefined();
  expect(status).toBe(1);
});

test('a device that is no uuid, and a chain that isn’t there or can’t be read', () => {
  expect(log([LINE], '--device', 'mine').stderr).toContain('--device "mine" is no uuid');
  expect(log([LINE], '--chain', join(folder, 'none.jsonl')).stderr).toMatch(/there is no file .*none\.jsonl/);
  const bad = join(folder, 'bad.jsonl');
  writeFileSync(bad, '\n{"id": \n');
  expect(log([LINE], '--chain', bad).stderr).toMatch(/bad\.jsonl, line 2: /);
});
