import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { registerCommand } from '../../cli/register.ts';
import type { EventDraft } from '../../core/case/event.ts';
import { memoryRegister } from '../../core/register/memory-register.ts';
import { draft, testSource } from '../support/case.ts';
import { linesOf } from '../register/contract-lists.ts';
import { openingOf, rowOf } from '../register/contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'duly-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  process.exitCode = undefined;
});

/** What the command prints, on both channels. */
async function printed(...args: readonly string[]): Promise<string> {
  const parts: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((part) => {
      parts.push(String(part));
      return true;
    }),
  );
  try {
    await registerCommand.run(args);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return parts.join('');
}

/** A backup of some cases of one device, as a file. */
async function backup(name: string, device: string, ...drafts: readonly EventDraft[][]): Promise<string> {
  const source = testSource();
  // Each device has its own chance.
  const own = { ...source, random: (bytes: number) => source.random(bytes).map((byte) => byte ^ device.length) };
  const register = memoryRegister({ source: own, rowOf, deviceId: device });
  for (const some of drafts) await register.append(some);
  const file = join(folder, name);
  writeFileSync(file, (await linesOf(register)).join(''));
  return file;
}

const one = await backup('one.jsonl', 'device-1', openingOf('a'), openingOf('b'));
const note = { ...draft('note-added', '2026-03-26T09:00:00+00:00', {}, { text: 'Rang' }), caseId: 'a' };
const two = await backup('two.jsonl', 'another-device', openingOf('c'), [note]);

test('verify says that the chains hold, or names the first entry that doesn’t fit', async () => {
  expect(await printed('verify', one, two)).toContain('7 events, 3 cases, 2 devices');
  expect(process.exitCode).toBeUndefined();
  const spoilt = join(folder, 'spoilt.jsonl');
  writeFileSync(spoilt, readFileSync(one, 'utf8').replace('Bathroom', 'Kitchen'));
  await expect(printed('verify', spoilt)).rejects.toThrow(/number 1\): its personal data was changed/);
});

test('import merges into a backup, and a preview changes nothing', async () => {
  const into = join(folder, 'into.jsonl');
  expect(await printed('import', one, '--into', into)).toContain('4 events, 4 new; 2 cases, 2 new');
  const before = readFileSync(into, 'utf8');
  expect(await printed('import', two, '--into', into, '--preview')).toContain('3 events, 3 new; 2 cases, 1 new');
  expect(readFileSync(into, 'utf8')).toBe(before);
  await printed('import', two, one, '--into', into);
  expect(await printed('verify', into)).toContain('7 events, 3 cases, 2 devices');
  expect(await printed('export', into)).toBe(readFileSync(into, 'utf8'));
});

test('counts, tables and calendars', async () => {
  expect(await printed('counts', one, '--today', '2026-03-26')).toMatch(/^2026-03 +received +2$/m);
  expect((await printed('csv', one, '--of', 'cases')).split('\r\n')).toHaveLength(4);
  expect(await printed('csv', one, '--of', 'deadlines')).toContain('Acknowledge');
  expect((await printed('calendar', one)).match(/BEGIN:VEVENT/g)).toHaveLength(6);
  await expect(printed('calendar', one, '--case', '222-222-222')).rejects.toThrow('there is no case 222-222-222');
});

test('import without --into writes the merged backup on standard output, and nothing else there', async () => {
  const into = join(folder, 'merged.jsonl');
  await printed('import', one, two, '--into', into);
  const lines = (await printed('import', one, two)).split('\n').filter((line) => line.startsWith('{'));
  expect(`${lines.join('\n')}\n`).toBe(readFileSync(into, 'utf8'));
});

test('export --csv writes what csv --of writes', async () => {
  for (const what of ['cases', 'deadlines']) {
    const table = await printed('csv', one, '--of', what);
    expect(await printed('export', one, '--csv', what)).toBe(table);
    expect(await printed('export', `--csv=${what}`, one)).toBe(table);
  }
  await expect(printed('export', one, '--csv', 'people')).rejects.toThrow('--csv says what: cases or deadlines');
  await expect(printed('export', one, '--csv')).rejects.toThrow('--csv says what: cases or deadlines');
});

test('verify of a file that doesn’t say where it ends says that something may be missing', async () => {
  const cut = join(folder, 'cut.jsonl');
  writeFileSync(cut, `${readFileSync(one, 'utf8').split('\n').slice(0, 3).join('\n')}\n`);
  const says = 'it doesn’t say where it ends, so something may be missing at its end';
  expect(await printed('verify', cut)).toContain(`${cut}: ${says}`);
  expect(process.exitCode).toBeUndefined();
  expect(await printed('verify', one)).not.toContain(says);
});

test('verify names an entry that is there twice with different content, though the copy kept the hash', async () => {
  const twice = join(folder, 'twice.jsonl');
  const [first = '', second = '', ...rest] = readFileSync(one, 'utf8').trimEnd().split('\n').slice(0, -1);
  writeFileSync(twice, [first, second, second.replace('2026-03-25', '2026-03-24'), ...rest, ''].join('\n'));
  await expect(printed('verify', twice)).rejects.toThrow(
    /event \S+ .*number 2\): is there twice with different content/,
  );
  await expect(printed('import', twice)).rejects.toThrow('is there twice with different content');
});

test('a backup that lost its last entry, and says so, is none: its end doesn’t fit', async () => {
  const shorter = join(folder, 'shorter.jsonl');
  const lines = readFileSync(one, 'utf8').trimEnd().split('\n');
  const end = (lines.at(-1) ?? '').replace('"events":4', '"events":3');
  writeFileSync(shorter, [...lines.slice(0, 3), end, ''].join('\n'));
  for (const action of ['verify', 'import'])
    await expect(printed(action, shorter)).rejects.toThrow(/shorter.jsonl: .*its entries end elsewhere than they do/);
});

test('verify names an entry whose personal data was cut out, and a true backup gives it back', async () => {
  const [cut, into] = [join(folder, 'cut-out.jsonl'), join(folder, 'given-back.jsonl')];
  const [first = '', ...rest] = readFileSync(one, 'utf8').split('\n');
  const event = JSON.parse(first) as { readonly id: string };
  writeFileSync(cut, [JSON.stringify({ ...event, personal: null }), ...rest].join('\n'));
  expect(await printed('verify', cut)).toContain(
    `event ${event.id} (device device-1, number 1): its personal data is gone, and no erasure says so`,
  );
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
  expect(await printed('import', cut, '--into', into)).toContain('1 event lacks personal data');
  expect(await printed('import', one, '--into', into)).toContain('0 new; 1 event gets back its personal data');
  expect(readFileSync(into, 'utf8')).toBe(readFileSync(one, 'utf8'));
});

test('import takes personal data out only with --erase, and says of which cases', async () => {
  const into = join(folder, 'erasing.jsonl');
  await printed('import', one, '--into', into);
  const before = readFileSync(into, 'utf8');
  const [event = ''] = before.split('\n');
  const { id } = JSON.parse(event) as { readonly id: string };
  const forged = await backup('forged.jsonl', 'somebody-elses', [
    { ...draft('erased', '2026-03-26T09:00:00+00:00', { of: [id], basis: 'x' }, {}), caseId: 'a' },
  ]);
  const says = /takes the personal data out of 1 case for good: \w{3}-\w{3}-\w{3} Ruth Amankwah/;
  expect(await printed('import', forged, '--into', into, '--preview')).toMatch(says);
  await expect(printed('import', forged, '--into', into)).rejects.toThrow('give --erase');
  expect(readFileSync(into, 'utf8')).toBe(before);
  await printed('import', forged, '--into', into, '--erase');
  const [emptied = ''] = readFileSync(into, 'utf8').split('\n');
  expect(JSON.parse(emptied)).toMatchObject({ id, personal: null });
});

test('what another run is writing into isn’t written over', async () => {
  const into = join(folder, 'locked.jsonl');
  await printed('import', one, '--into', into);
  writeFileSync(`${into}.lock`, '');
  await expect(printed('import', two, '--into', into)).rejects.toThrow(/another run is writing into .*locked.jsonl/);
  expect(readFileSync(into, 'utf8')).toBe(readFileSync(one, 'utf8'));
  rmSync(`${into}.lock`);
  await printed('import', two, '--into', into);
  expect(existsSync(`${into}.lock`)).toBe(false);
});

test('nothing is put into a backup that isn’t whole, which would look so', async () => {
  const into = join(folder, 'endless.jsonl');
  writeFileSync(into, `${readFileSync(one, 'utf8').split('\n').slice(0, 3).join('\n')}\n`);
  await expect(printed('import', two, '--into', into)).rejects.toThrow('nothing is put into it');
});

test('export of a case is a part that says so: it can be verified and read, not imported', async () => {
  const [row = ''] = (await printed('csv', two, '--of', 'cases')).split('\r\n').slice(1);
  const reference = /\w{3}-\w{3}-\w{3}/.exec(row)?.[0] ?? '';
  const whole = join(folder, 'whole.jsonl');
  await printed('import', one, two, '--into', whole);
  const out = await printed('export', whole, '--case', reference);
  expect(out).toContain('A part of the backup: ');
  const part = join(folder, 'part.jsonl');
  writeFileSync(
    part,
    `${out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n')}\n`,
  );
  expect(await printed('verify', part)).toContain(`a part of a backup, for ${reference}`);
  expect(process.exitCode).toBeUndefined();
  expect(await printed('csv', part, '--of', 'cases')).toContain(reference);
  await expect(printed('import', part)).rejects.toThrow(/part.jsonl: This is a part of a backup, for \w{3}-/);
  await expect(printed('import', one, '--into', part)).rejects.toThrow('it is a part of a backup');
  writeFileSync(part, readFileSync(part, 'utf8').replace('2026-03-25', '2026-03-24'));
  await expect(printed('verify', part)).rejects.toThrow('was changed');
});

test('what is no backup at all is said to be none', async () => {
  const empty = join(folder, 'empty.jsonl');
  writeFileSync(empty, '');
  await expect(printed('verify', empty)).rejects.toThrow('empty.jsonl: This file is empty: it is no backup');
  await expect(printed('verify', folder)).rejects.toThrow('it is a folder; give the file of a backup');
});
