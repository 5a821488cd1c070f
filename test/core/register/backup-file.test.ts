import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../core/base64.ts';
import { originalDraft } from '../../../core/case/original.ts';
import { toInstant } from '../../../core/dates.ts';
import { backupOf, BackupError, readBackup } from '../../../core/register/backup-file.ts';
import { casesCsv, deadlinesCsv } from '../../../core/register/csv.ts';
import { memoryRegister } from '../../../core/register/memory-register.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { fileOf, opening, testSource } from '../../support/case.ts';
import { linesOf, sourceOf } from '../../register/contract-lists.ts';
import { openingOf, rowOf } from '../../register/contract.ts';

const NOW = toInstant('2026-03-25T09:26:00+00:00');
const make = () => memoryRegister({ source: testSource(), rowOf, deviceId: 'device-1' });
const full = make();
await full.append([...openingOf('a'), ...openingOf('b')]);
const lines = await linesOf(full);
const [first = '', second = ''] = lines;

/** What a register says to a backup of these lines, and that it stays empty. */
async function refused(...wrong: readonly string[]): Promise<string> {
  const register = make();
  const error: unknown = await register.restore(sourceOf(wrong)).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackupError);
  expect((await register.backup()).events).toBe(0);
  return error instanceof Error ? error.message : '';
}

describe('a backup that can’t be trusted is refused whole', () => {
  test('cut off in the middle of a line', async () => {
    expect(await refused(first, second.slice(0, 200))).toBe(
      'This backup stops in the middle of line 2. Nothing was brought in.',
    );
  });
  test('cut off between two lines, which its end would have told', async () => {
    const { isComplete } = await make().preview(sourceOf(lines.slice(0, 3)));
    expect(isComplete).toBe(false);
  });
  test('a line missing', async () => {
    expect(await refused(first, ...lines.slice(2))).toContain('should hold 4 entries and holds 3');
    expect(await refused(...lines.slice(1, -1))).toContain('number 1 is missing before it');
  });
  test.each([
    { name: 'no JSON', line: '{"id": \n', says: 'Line 2 of this backup is no entry' },
    { name: 'a word changed', line: second.replace('Priya', 'Bruno'), says: 'its personal data was changed' },
    { name: 'a day changed', line: second.replace('2026-03-25', '2026-03-24'), says: 'was changed' },
    {
      name: 'a key of another kind',
      line: second.replace('"data":{', '"data":{"__proto__":{"x":1},'),
      says: 'a key that no entry has',
    },
    {
      name: 'a constructor',
      line: second.replace('"personal":{', '"personal":{"constructor":{"prototype":1},'),
      says: 'a key that no entry has',
    },
    { name: 'a number too large', line: second.replace('"sequence":2', '"sequence":1e300'), says: 'sequence' },
    { name: 'an endless number', line: second.replace('"sequence":2', '"sequence":1e999'), says: 'sequence' },
    {
      name: 'an unknown kind of entry',
      line: second.replace('"type":"logged"', '"type":"abolished"'),
      says: 'unknown type',
    },
    { name: 'a field too many', line: second.replace('"type":"logged"', '"extra":1,"type":"logged"'), says: 'extra' },
  ])('$name', async ({ line, says }) => {
    expect(await refused(first, line.endsWith('\n') ? line : `${line}\n`, ...lines.slice(2))).toContain(says);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
  test('an entry twice, the copy with other content and the hash of the first', async () => {
    for (const copy of [second.replace('2026-03-25', '2026-03-24'), second.replace('Priya', 'Bruno')]) {
      const says = /event \S+ \(device device-1, number 2\): is there twice with different content/;
      expect(await refused(first, second, copy, ...lines.slice(2, -1))).toMatch(says);
      expect(await refused(...lines.slice(0, -1), copy)).toMatch(says);
    }
  });
  test('an entry twice, with different content and hash', async () => {
    const copy = second.replace(/"hash":"\w{64}"/, `"hash":"${'f'.repeat(64)}"`);
    expect(await refused(first, second, copy)).toContain('number 2): is there twice with different content');
  });
  test('of several faults the first in the chain is named', async () => {
    const [third = '', fourth = ''] = lines.slice(2);
    const later = fourth.replace('Priya', 'Bruno');
    expect(await refused(later, first, second.replace('Priya', 'Bruno'), third)).toContain('number 2): its personal');
  });
  test('an entry twice and the same is one, and an erased copy is no other', async () => {
    const erased = `${JSON.stringify({ ...(JSON.parse(second) as object), personal: null, salt: null })}\n`;
    const register = make();
    const result = await register.restore(sourceOf([first, second, second, erased, ...lines.slice(2, -1)]));
    expect(result).toMatchObject({ entered: 4 });
    expect((await register.backup()).events).toBe(4);
  });
  test('an entry that is here with other content', async () => {
    const [event] = await full.eventsOf('a');
    const changed = { ...event, hash: 'f'.repeat(64) };
    await expect(full.restore(sourceOf([`${JSON.stringify(changed)}\n`]))).rejects.toThrow('with other content');
    expect((await full.backup()).events).toBe(4);
  });
});

describe('an email’s file in a backup', () => {
  const mail = new TextEncoder().encode('From: ruth@mail.example\r\n\r\nThe floor.');
  const withMail = async (): Promise<readonly string[]> => {
    const register = make();
    const [message] = await register.append(openingOf('a'));
    const original = { of: message?.id ?? '', bytes: mail };
    await register.append([originalDraft(original, { caseId: 'a', actor: { name: 'Pat' }, now: NOW })], [original]);
    const all: string[] = [];
    for await (const line of backupOf(register)) all.push(line);
    return all;
  };

  test.each([
    { name: 'other bytes', change: 'RlJPTQ==', says: 'Line 4 of this backup isn’t the email of the entry before it' },
    { name: 'no base64', change: '<script>', says: 'isn’t the email of the entry before it' },
  ])('$name in its place are refused', async ({ change, says }) => {
    const all = await withMail();
    expect(await refused(...all.map((line) => line.replace(toBase64(mail), change)))).toContain(says);
  });

  test('after another entry than its own, twice, or left out, it is refused', async () => {
    const [received = '', logged = '', kept = '', file = '', end = ''] = await withMail();
    expect(await refused(received, file, logged, kept, end)).toContain('Line 2 of this backup isn’t the email');
    expect(await refused(received, logged, kept, file, file, end)).toContain('Line 5 of this backup isn’t the email');
    expect(await refused(received, logged, kept, end)).toContain('should hold 1 emails as files and holds 0');
  });
});

test('bytes as base64 and back, of every length and value', () => {
  for (const length of [0, 1, 2, 3, 4, 255, 24_575, 24_576, 24_577]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    const text = toBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(text.replace(/.{76}/g, '$&\r\n'))).toEqual(bytes);
  }
  for (const wrong of ['a', 'ab=', 'ab=c', '====', 'a\u0131b=', 'ab-_']) expect(fromBase64(wrong)).toBeNull();
});

test('a line of a gigabyte is refused before it is in memory', async () => {
  const chunk = 'x'.repeat(1024 * 1024);
  let given = 0;
  async function* endless(): AsyncGenerator<string> {
    for (; given < 1024; given++) yield await Promise.resolve(chunk);
  }
  await expect(readBackup(endless()).next()).rejects.toThrow('longer than any entry can be');
  expect(given).toBeLessThan(40);
});

test('bytes may be cut anywhere, within a letter too', async () => {
  const bytes = new TextEncoder().encode(lines.join('').replaceAll('Bathroom', 'Bathroom'));
  const register = make();
  const source = {
    async *open() {
      for (let from = 0; from < bytes.length; from += 501) yield await Promise.resolve(bytes.slice(from, from + 501));
    },
  };
  expect((await register.restore(source)).entered).toBe(4);
});

test('no cell of a table is a formula', () => {
  const wild = opening().map((event): EventDraft =>
    event.type === 'received'
      ? { ...event, personal: { ...event.personal, subject: '=HYPERLINK("https://x.example","a")' } }
      : event,
  );
  const rows = [rowOf(fileOf(...wild))];
  expect(casesCsv(rows)).toContain(`"'=HYPERLINK(""https://x.example"",""a"")"`);
  expect(deadlinesCsv(rows).split('\r\n')).toHaveLength(5);
});
