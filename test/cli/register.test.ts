import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
