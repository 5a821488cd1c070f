import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { duly } from './duly.ts';

const COMPLAINT =
  'This is the fourth time I have written about my gate. Nobody came on Monday and nobody came on Thursday, and I was told twice that somebody would ring. I am fed up of being ignored.';
const QUESTION = 'Hi, could you tell me what my rent balance is please? Thanks, Al';

const lines = [
  {
    id: 'a',
    from: { name: 'Wilf', address: 'wilf@letterbox.example' },
    to: ['help@alderholt.example'],
    subject: 'Gate',
    date: '2026-03-24T18:42:00+00:00',
    body: COMPLAINT,
    dissatisfaction: false,
    intent: 'compliment',
  },
  { id: 'b', body: QUESTION },
  { id: 'c' },
  { body: 'the CO alarm is going off' },
];
const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`;

const parsed = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('duly triage --jsonl', () => {
  const { out, status } = duly(['triage', '--policy', 'west-kent', '--jsonl'], input);
  const answers = parsed(out);

  test('gives one line for each, in order, with its id, and 1 for a line that can’t be answered', () => {
    expect(answers.map(({ id, error }) => [id, error === undefined])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      [undefined, true],
      [undefined, false],
    ]);
    expect(status).toBe(1);
  });

  test('says what was found, and never reads the labels', () => {
    const { neural } = answers[0]?.['readers'] as { readonly neural: number };
    expect(neural).toBeGreaterThan(0.9);
    expect(answers[0]).toMatchObject({
      dissatisfaction: { found: true },
      route: { to: 'stage:stage-1', route: 'stage-1' },
      newText: COMPLAINT,
    });
    expect(answers[1]).toMatchObject({ dissatisfaction: { found: false } });
  });

  test('quotes the body by its own offsets', () => {
    const evidence = answers[0]?.['evidence'] as { text: string; start: number; end: number }[];
    expect(evidence.length).toBeGreaterThan(0);
    for (const { text, start, end } of evidence) expect(text).toBe(COMPLAINT.slice(start, end));
  });

  test('counts the dates where the day is known', () => {
    expect(answers[0]?.['deadlines']).toContainEqual({
      clause: 'west-kent/7.2',
      obligation: 'acknowledge',
      due: '2026-03-31',
    });
    expect(answers[1]?.['deadlines']).toEqual([]);
  });

  test('shows hazards', () => {
    expect(answers[3]?.['hazards']).toContainEqual({ kind: 'carbon-monoxide', text: 'CO alarm', start: 4, end: 12 });
  });
}, 60_000);

test('several policies read each message once and write a file each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duly-triage-'));
  const { out } = duly(['triage', '--policy', 'west-kent,hos-code-2024', '--jsonl', '--out', folder], input);
  expect(out).toBe('');
  const [west, code] = ['west-kent', 'hos-code-2024'].map((id) =>
    parsed(readFileSync(join(folder, `${id}.jsonl`), 'utf8')),
  );
  expect(west?.length).toBe(5);
  expect(code?.[0]).toMatchObject({ id: 'a', route: { route: 'stage-1' } });
  expect(west?.[2]).toMatchObject({ id: 'c', error: { code: 'input' } });
}, 60_000);

test('several policies without --out are refused', () => {
  const { err, status } = duly(['triage', '--policy', 'west-kent,hos-code-2024', '--jsonl'], input);
  expect(err).toContain('--out');
  expect(status).toBe(2);
}, 60_000);

test('a mail file is answered in words, with the clause’s own', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'duly-triage-')), 'gate.eml');
  writeFileSync(
    file,
    [
      'From: Wilf <wilf@letterbox.example>',
      'To: help@alderholt.example',
      'Subject: Gate',
      'Date: Tue, 24 Mar 2026 18:42:00 +0000',
      '',
      COMPLAINT,
    ].join('\r\n'),
  );
  const { out } = duly(['triage', '--policy', 'west-kent', file]);
  expect(out).toContain('Dissatisfaction');
  expect(out).toContain('“');
  expect(out).toContain('3.1');
  expect(out).toContain('Acknowledge by');
}, 60_000);

test('a file that can’t be read is named, and the others are read; a day that no calendar knows loses its dates alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duly-triage-'));
  const mail = (date: string): string =>
    `From: wilf@letterbox.example\nTo: help@alderholt.example\nSubject: Gate\nDate: ${date}\n\n${COMPLAINT}\n`;
  writeFileSync(join(folder, 'a.eml'), '');
  writeFileSync(join(folder, 'b.eml'), mail('Thu, 24 Nov 2033 10:00:00 +0000'));
  const { out, err, status } = duly(['triage', '--policy', 'west-kent', folder]);
  expect(status).toBe(1);
  expect(err).toContain('a.eml');
  expect(out).toContain('b.eml');
  expect(out).toMatch(/no dates: .* bank holidays are known/);
});
