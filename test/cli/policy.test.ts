import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { calendarCommand } from '../../cli/calendar.ts';
import { UsageError, type Command } from '../../cli/command.ts';
import { policyCommand } from '../../cli/policy.ts';
import { SIGNALS } from '../../core/policy/signals.ts';
import { CLOCK_EVENTS } from '../../core/policy/schema-stages.ts';
import { policyIds } from '../../policies/index.ts';
import { root } from '../support/imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'duly-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  process.exitCode = undefined;
});

/** What a command prints. */
async function printed(command: Command, ...args: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    parts.push(String(part));
    return true;
  });
  try {
    await command.run(args);
  } finally {
    write.mockRestore();
  }
  return parts.join('');
}

describe('duly policy', () => {
  test('list: every policy, and whose review is overdue', async () => {
    const text = await printed(policyCommand, 'list');
    expect(text).toMatch(/^kirklees .*Its review was due 5 September 2023\.$/m);
    expect(text).toMatch(/^wrekin .*It expired in August 2023; no later one is known\./m);
    expect(text).toMatch(/^hos-code-2024 .*the Code/m);
  });

  test('show: parts, clauses and readings', async () => {
    const text = await printed(policyCommand, 'show', 'west-kent');
    expect(text).toContain('Stage two, handled by: Customer Resolution Team, not involved at Stage one. (7.7)');
    expect(text).toContain(
      'Respond: 10 working days from the acknowledgement (7.3)\n      Counted from the acknowledgement',
    );
    expect(text).toContain('Refuse it: escalation: Exceptional circumstances were considered (7.6#exceptional)');
    expect(text).toContain(
      'If it is dissatisfaction and a matter that an earlier attempt did not put right: Stage one (4.2#becomes, 3.1)',
    );
  });

  test.each(policyIds)('show %s: in the words of the panel, with no name that only the program knows', async (id) => {
    const text = await printed(policyCommand, 'show', id);
    const said = text.replaceAll(/ \([a-z0-9#./, -]+\)$/gm, '');
    const known = [...Object.values(SIGNALS).flat(), ...CLOCK_EVENTS].filter((name) => name.includes('-'));
    expect(known.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(said))).toEqual([]);
    const capped = text.split('\n').filter((line) => /Respond, extended: \d|may take longer: at most/.test(line));
    expect(capped.filter((line) => !line.includes('the original date'))).toEqual([]);
  });

  test('check: both clauses in their own words, and nothing fails because of it', async () => {
    const text = await printed(policyCommand, 'check', 'kirklees');
    expect(text).toContain(
      'Stage 1: 20 working days more, where the Code has 10 working days.\n  kirklees/handling/extension: “If the investigation',
    );
    expect(text).toContain('hos-code-2024/6.4, in short: Decide whether an extension is needed');
    expect(process.exitCode).toBeUndefined();
    const { findings } = JSON.parse(await printed(policyCommand, 'check', 'kirklees', '--json')) as {
      findings: object[];
    };
    expect(findings[0]).toMatchObject({ kind: 'informal-stage', weight: 'below' });
    expect(await printed(policyCommand, 'check', 'awaabs-law')).toContain('It is a law and no complaints policy');
  });

  test('export, import and write out: the same files again', async () => {
    const file = join(folder, 'connect.duly-policy.json');
    writeFileSync(file, await printed(policyCommand, 'export', 'connect'));
    expect(await printed(policyCommand, 'import', file, '--check')).toBe('Connect Housing: undated can be used\n');
    await printed(policyCommand, 'import', file, '--to', folder);
    for (const name of ['policy.json', 'clauses.json', 'letters/acknowledgement.liquid']) {
      const written = readFileSync(join(folder, 'connect', 'undated', name), 'utf8');
      expect(written).toBe(readFileSync(join(root, 'policies', 'connect', 'undated', name), 'utf8'));
    }
  });

  test('import: not in the place of the Code', async () => {
    const file = join(folder, 'code.json');
    const own = await printed(policyCommand, 'export', 'connect');
    writeFileSync(file, own.replace('"id": "connect"', '"id": "hos-code-2024"'));
    expect(await printed(policyCommand, 'import', file, '--check')).toContain('can’t replace');
    expect(process.exitCode).toBe(1);
  });

  test('import: each mistake at its line, nothing written, and the exit says so', async () => {
    const file = join(folder, 'wrong.duly-policy.json');
    const text = await printed(policyCommand, 'export', 'connect');
    writeFileSync(file, text.replace('"to": "stage:stage-2"', '"to": "stage:stage-3"'));
    const line = text.split('\n').findIndex((one) => one.includes('"to": "stage:stage-2"')) + 1;
    const report = await printed(policyCommand, 'import', file, '--check');
    expect(report).toMatch(
      new RegExp(
        `:${String(line)}:\\d+: versions\\[0\\]\\.policy\\.routes\\[\\d+\\]\\.to: there is no stage "stage-3"`,
      ),
    );
    expect(report).toContain('Nothing of it was used.');
    expect(process.exitCode).toBe(1);
  });

  test.each([[[]], [['check']], [['fly', 'kirklees']], [['import', 'x.json', '--check', '--to', 'y']]])(
    '%j is no use',
    async (args) => {
      await expect(policyCommand.run(args)).rejects.toThrow(UsageError);
    },
  );
});

describe('duly calendar', () => {
  test('show: a landlord’s year', async () => {
    const text = await printed(calendarCommand, 'show', '--policy', 'west-kent', '--year', '2026');
    expect(text).toContain('England and Wales, 2026: 250 working days');
    expect(text).toContain('Tue 29 Dec 2026  Christmas closure, closed');
  });

  test('check: what a newer list changes', async () => {
    const file = join(folder, 'bank-holidays.json');
    const events = ['2027-01-01 New Year’s Day', '2027-12-28 Boxing Day'].map((one) => ({
      title: one.slice(11),
      date: one.slice(0, 10),
    }));
    const filled = [
      ...events,
      ...Array.from({ length: 9 }, (_, month) => ({ title: 'Holiday', date: `2027-0${String(month + 1)}-15` })),
    ];
    const of = (division: string, own: string) => ({
      division,
      events: [...filled, { title: own, date: '2027-10-15' }],
    });
    writeFileSync(
      file,
      JSON.stringify({
        'england-and-wales': of('england-and-wales', 'Easter Monday'),
        scotland: of('scotland', 'St Andrew’s Day'),
        'northern-ireland': of('northern-ireland', 'St Patrick’s Day'),
      }),
    );
    const text = await printed(calendarCommand, 'check', file);
    expect(text).toContain('England and Wales\n  new: Fri 15 Jan 2027, Holiday');
    expect(text).toContain('  no longer: Fri 26 Mar 2027, Good Friday');
    expect(process.exitCode).toBe(1);
  });
});
