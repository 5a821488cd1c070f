import { describe, expect, test } from 'vitest';
import { originalDraft } from '../../core/case/original.ts';
import { toInstant } from '../../core/dates.ts';
import { backupOf } from '../../core/register/backup-file.ts';
import type { Register } from '../../core/register/register.ts';
import { linesOf, sourceOf } from './contract-lists.ts';
import { openingOf } from './contract.ts';

const MAIL = new TextEncoder().encode(
  'From: Ruth <ruth@mail.example>\r\nSubject: Floor\r\n\r\n<script>alert(1)</script>\r\n',
);
const JOANNA = { name: 'Joanna Marsh' };
const NOW = toInstant('2026-03-25T09:26:00+00:00');

/** Two cases; of the message of `a` the file is kept. */
async function withFile(make: () => Promise<Register>): Promise<{ readonly register: Register; readonly of: string }> {
  const register = await make();
  const [message] = await register.append(openingOf('a'));
  await register.append(openingOf('b'));
  const original = { of: message?.id ?? '', bytes: MAIL };
  await register.append([originalDraft(original, { caseId: 'a', actor: JOANNA, now: NOW })], [original]);
  return { register, of: original.of };
}

async function wholeBackup(register: Register): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of backupOf(register)) lines.push(line);
  return lines;
}

/** What every register must do with emails as files. */
export function originalContract(name: string, make: () => Promise<Register>): void {
  describe(`${name}: emails as files`, () => {
    test('a file is given back to the byte, and only for its message', async () => {
      const { register, of } = await withFile(make);
      expect(await register.original(of)).toEqual(MAIL);
      expect(await register.original('another')).toBeNull();
      expect((await register.verify()).originalFaults).toEqual([]);
    });

    test('a file that the entry doesn’t speak of is refused, with the entry', async () => {
      const register = await make();
      const [message] = await register.append(openingOf('a'));
      const of = message?.id ?? '';
      const entry = originalDraft({ of, bytes: MAIL }, { caseId: 'a', actor: JOANNA, now: NOW });
      await expect(register.append([entry], [{ of, bytes: MAIL.subarray(1) }])).rejects.toThrow(
        'comes without the entry',
      );
      await expect(register.append([entry], [{ of: 'other', bytes: MAIL }])).rejects.toThrow('comes without the entry');
      expect(await register.eventsOf('a')).toHaveLength(2);
      expect(await register.original(of)).toBeNull();
    });

    test('a backup carries it into another register, also one that has the entries already', async () => {
      const { register, of } = await withFile(make);
      const lines = await wholeBackup(register);
      const other = await make();
      await other.restore(sourceOf(await linesOf(register)));
      expect(await other.original(of)).toBeNull();
      expect((await other.verify()).originalFaults).toEqual(['a']);
      expect(await other.preview(sourceOf(lines))).toMatchObject({ events: 5, freshEvents: 0, originals: 1 });
      await other.restore(sourceOf(lines));
      expect(await other.original(of)).toEqual(MAIL);
      expect((await other.verify()).originalFaults).toEqual([]);
      expect(await wholeBackup(other)).toEqual(lines);
    });

    test('it is erased with its case, and no older backup brings it back', async () => {
      const { register, of } = await withFile(make);
      const older = sourceOf(await wholeBackup(register));
      await register.erase({ caseIds: ['a'], basis: 'request', actor: JOANNA });
      expect(await register.original(of)).toBeNull();
      await register.restore(older);
      expect(await register.original(of)).toBeNull();
      const { originalFaults, devices } = await register.verify();
      expect([...originalFaults, ...devices.map(({ fault }) => fault)]).toEqual([null]);
      // Where the older backup came first, the erasure takes the file along.
      const other = await make();
      await other.restore(older);
      expect(await other.original(of)).toEqual(MAIL);
      await other.restore(sourceOf(await wholeBackup(register)), { erasing: ['a'] });
      expect(await other.original(of)).toBeNull();
      // Nor does its digest tell whoever has the email that it was here.
      const events = await other.eventsOf('a');
      expect(events.flatMap((event) => (event.type === 'original-kept' ? event.data.digest : []))).toEqual(['']);
      expect((await other.verify()).originalFaults).toEqual([]);
    });

    test('a wipe leaves none', async () => {
      const { register, of } = await withFile(make);
      await register.wipe();
      expect(await register.original(of)).toBeNull();
    });
  });
}
