import { describe, expect, test } from 'vitest';
import { verifyChains } from '../../core/case/chain-check.ts';
import { caseFile, type CaseFile } from '../../core/case/case-file.ts';
import type { CaseEvent, EventDraft } from '../../core/case/event.ts';
import { toIsoDate } from '../../core/dates.ts';
import { dueRow } from '../../core/deadlines/due-row.ts';
import type { Register } from '../../core/register/register.ts';
import { calendarOf, policyOn } from '../../policies/index.ts';
import { draft, opening, testSource } from '../support/case.ts';

const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
const policies = [{ policy, calendar: calendarOf(policy) }];

/** What every register derives a case's row by. */
export const rowOf = (file: CaseFile) => dueRow(file, policies);

/** The opening of another case: same words, own id, sender and day. */
export function openingOf(
  caseId: string,
  { receivedAt = '2026-03-24T18:42:00+00:00', address = `${caseId}@mail.example`, identity = caseId } = {},
): EventDraft[] {
  return opening({ receivedAt }).map((event): EventDraft => {
    if (event.type !== 'received') return { ...event, caseId };
    return {
      ...event,
      caseId,
      data: { ...event.data, identity, siteMessageId: null },
      personal: { ...event.personal, from: { name: caseId, address } },
    };
  });
}

/** What every register must do, whatever it is kept in. */
export function registerContract(name: string, make: () => Promise<Register>): void {
  describe(name, () => {
    test('enters drafts, numbers them, and gives them back in order', async () => {
      const register = await make();
      const events = await register.append(openingOf('a'));
      await register.append([draftOf('a', 'contact-made')]);
      expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
        ['received', 1],
        ['logged', 2],
      ]);
      const all = await register.eventsOf('a');
      expect(all.map(({ type }) => type)).toEqual(['received', 'logged', 'contact-made']);
      expect(() => verifyChains(all)).not.toThrow();
      expect(await register.eventsOf('nobody')).toEqual([]);
    });

    test('the row of a case is what its events give, after every entry', async () => {
      const register = await make();
      await register.append(openingOf('a'));
      for (const next of [draftOf('a', 'contact-made'), draftOf('a', 'withdrawn')]) {
        await register.append([next]);
        expect(await register.row('a')).toMatchObject(
          JSON.parse(JSON.stringify(rowOf(caseFile(await register.eventsOf('a'))))) as object,
        );
      }
    });

    test('lists what is due, most urgent first, page by page, every duty once', async () => {
      const register = await make();
      await register.append(openingOf('b', { receivedAt: '2026-03-23T09:00:00+00:00' }));
      await register.append([...openingOf('a'), ...openingOf('c')]);
      const seen: string[] = [];
      let after;
      for (;;) {
        const page = await register.due({ limit: 2, ...(after ? { after } : {}) });
        if (page.length === 0) break;
        seen.push(...page.map(({ row, duty }) => `${duty.day} ${row.caseId} ${duty.obligation ?? ''}`));
        after = page.at(-1);
      }
      expect(seen).toEqual([
        '2026-03-26 b contact',
        '2026-03-27 a contact',
        '2026-03-27 c contact',
        '2026-03-30 b acknowledge',
        '2026-03-31 a acknowledge',
        '2026-03-31 c acknowledge',
        '2026-04-15 b respond',
        '2026-04-16 a respond',
        '2026-04-16 c respond',
      ]);
    });

    test.each([
      { today: '2026-03-25', expected: { overdue: 0, today: 0, week: 6, later: 3 } },
      { today: '2026-03-27', expected: { overdue: 1, today: 2, week: 3, later: 3 } },
      { today: '2026-04-01', expected: { overdue: 6, today: 0, week: 0, later: 3 } },
      { today: '2026-12-01', expected: { overdue: 9, today: 0, week: 0, later: 0 } },
    ])('counts them as of $today', async ({ today, expected }) => {
      const register = await make();
      await register.append([
        ...openingOf('b', { receivedAt: '2026-03-23T09:00:00+00:00' }),
        ...openingOf('a'),
        ...openingOf('c'),
      ]);
      expect(await register.counts(toIsoDate(today))).toEqual({ ...expected, uncomputed: 0 });
    });

    test('finds a message again, and says why it is the same', async () => {
      const register = await make();
      await register.append(openingOf('a', { identity: 'digest-a' }));
      expect(await register.findMessage({ messageId: '<x@y>', siteMessageId: null, identity: 'digest-a' })).toEqual({
        caseId: 'a',
        reason: 'sender-subject-minute-text',
      });
      expect(await register.findMessage({ messageId: null, siteMessageId: null, identity: 'digest-b' })).toBeNull();
    });

    test('knows the open cases of a sender, however the address is written', async () => {
      const register = await make();
      await register.append([
        ...openingOf('a', { address: 'Ruth@Mail.example', receivedAt: '2026-03-23T09:00:00+00:00' }),
        ...openingOf('b', { address: 'ruth@mail.example' }),
        ...openingOf('c'),
      ]);
      expect((await register.openCasesOf('RUTH@mail.example')).map(({ caseId }) => caseId)).toEqual(['b', 'a']);
      await register.append([draftOf('b', 'withdrawn')]);
      expect((await register.openCasesOf('ruth@mail.example')).map(({ caseId }) => caseId)).toEqual(['a']);
    });

    test('an undone logging leaves no case, no message and no duty behind; the events stay', async () => {
      const register = await make();
      const events = await register.append(openingOf('a', { identity: 'digest-a' }));
      await register.append([
        { ...draft('undone', '2026-03-25T09:27:00+00:00', { of: events.map(({ id }) => id) }, {}), caseId: 'a' },
      ]);
      expect(await register.row('a')).toBeNull();
      expect(await register.due({ limit: 10 })).toEqual([]);
      expect(await register.findMessage({ messageId: null, siteMessageId: null, identity: 'digest-a' })).toBeNull();
      expect(await register.eventsOf('a')).toHaveLength(3);
    });

    test('a case past the calendar is kept, and named among the uncomputed', async () => {
      const register = await make();
      await register.append(openingOf('a', { receivedAt: '2028-12-22T09:00:00+00:00' }));
      expect((await register.counts(toIsoDate('2028-12-22'))).uncomputed).toBe(1);
      expect((await register.uncomputed()).map(({ caseId }) => caseId)).toEqual(['a']);
    });

    test('enters all drafts or none', async () => {
      const register = await make();
      const events = await register.append(openingOf('a'));
      const senseless = {
        ...draft(
          'corrected',
          '2026-03-25T09:27:00+00:00',
          { of: events[0]?.id ?? '', occurredAt: null, fields: { channel: 'pigeon' } },
          { fields: {}, reason: '' },
        ),
        caseId: 'a',
      };
      await expect(register.append([draftOf('a', 'contact-made'), senseless])).rejects.toThrow('data.channel');
      expect(await register.eventsOf('a')).toHaveLength(2);
      expect((await register.append([draftOf('a', 'contact-made')]))[0]?.sequence).toBe(3);
    });

    test('tells its listeners of every entry, until they stop', async () => {
      const register = await make();
      let told = 0;
      const stop = register.onChange(() => told++);
      await register.append(openingOf('a'));
      stop();
      await register.append(openingOf('b'));
      expect(told).toBe(1);
    });

    test('gives every event for a backup, in an order in which the chains hold', async () => {
      const register = await make();
      for (const caseId of ['a', 'b', 'c']) await register.append(openingOf(caseId));
      const all: CaseEvent[] = [];
      for await (const event of register.allEvents()) all.push(event);
      expect(all).toHaveLength(6);
      expect(() => verifyChains(all)).not.toThrow();
    });
  });
}

export { testSource };

function draftOf(caseId: string, type: 'contact-made' | 'withdrawn'): EventDraft {
  const at = '2026-03-26T09:00:00+00:00';
  const made =
    type === 'withdrawn'
      ? draft(type, at, {}, { reason: '' })
      : draft(type, at, { stage: 'stage-1', channel: 'phone' }, { note: '' });
  return { ...made, caseId };
}
