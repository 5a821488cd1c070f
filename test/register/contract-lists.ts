import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../core/case/event.ts';
import { toIsoDate } from '../../core/dates.ts';
import { backupLines } from '../../core/register/backup-file.ts';
import { sumOf } from '../../core/register/figures.ts';
import type { Register, Verified } from '../../core/register/register.ts';
import type { SeenDraft } from '../../core/register/seen.ts';
import type { Delivered } from '../../core/triage/verdict.ts';
import { draft } from '../support/case.ts';
import { openingOf } from './contract.ts';

const TODAY = toIsoDate('2026-03-27');
const AT = '2026-03-26T09:00:00+00:00';

const of = (caseId: string, event: EventDraft): EventDraft => ({ ...event, caseId });
const assigned = (caseId: string, name: string): EventDraft =>
  of(caseId, draft('handler-assigned', AT, { stage: 'stage-1' }, { name }));

/** Three cases: a and c of one day, b of the day before and handled by somebody else. */
async function three(make: () => Promise<Register>): Promise<Register> {
  const register = await make();
  await register.append(openingOf('b', { receivedAt: '2026-03-23T09:00:00+00:00' }));
  await register.append([...openingOf('a'), ...openingOf('c')]);
  await register.append([assigned('b', 'Owen Blackwood')]);
  return register;
}

/** What every register's lists must do. */
export function listContract(name: string, make: () => Promise<Register>): void {
  describe(`${name}: lists`, () => {
    test('without a filter the list is the due list, and its counts are the counts', async () => {
      const register = await three(make);
      const { entries, total, cases, counts } = await register.list({ today: TODAY, limit: 100 });
      expect(entries.map(({ key }) => key)).toEqual((await register.due({ limit: 100 })).map(({ key }) => key));
      expect({ total, cases }).toEqual({ total: 9, cases: 3 });
      expect({ ...counts, uncomputed: 0 }).toEqual(await register.counts(TODAY));
    });

    test.each([
      { name: 'a handler', filter: { handlers: ['Owen Blackwood'] }, cases: ['b'] },
      { name: 'a team', filter: { handlers: ['Owen Blackwood', 'Priya Nair'] }, cases: ['b', 'a', 'c'] },
      { name: 'nobody yet', filter: { handlers: [null] }, cases: [] },
      { name: 'a stage', filter: { stages: ['stage-2'] }, cases: [] },
      { name: 'a policy', filter: { policies: ['west-kent'] }, cases: ['b', 'a', 'c'] },
      { name: 'a kind of duty', filter: { duties: ['respond'] as const }, cases: ['b', 'a', 'c'] },
      { name: 'dates set by hand', filter: { duties: ['by-hand'] as const }, cases: [] },
      { name: 'a mark', filter: { marks: ['vulnerable'] as const }, cases: ['a'] },
      { name: 'near the cap', filter: { nearCap: true as const }, cases: [] },
    ])('filters by $name', async ({ filter, cases }) => {
      const register = await three(make);
      await register.append([of('a', draft('adjustment-recorded', AT, {}, { what: 'large print', disability: null }))]);
      const { entries, total } = await register.list({ today: TODAY, limit: 100, filter });
      expect([...new Set(entries.map(({ row }) => row.caseId))]).toEqual(cases);
      expect(total).toBe(entries.length);
    });

    test('gives a bucket, and within it any part by place', async () => {
      const register = await three(make);
      const list = (offset: number) => register.list({ today: TODAY, bucket: 'later', offset, limit: 2 });
      expect((await list(0)).entries.map(({ row }) => row.caseId)).toEqual(['b', 'a']);
      const { entries, total, offset, counts } = await list(2);
      expect(entries.map(({ row }) => row.caseId)).toEqual(['c']);
      expect({ total, offset, counts }).toEqual({
        total: 3,
        offset: 2,
        counts: { overdue: 1, today: 2, week: 3, later: 3 },
      });
    });

    test('follows every entry', async () => {
      const register = await three(make);
      const cases = async () => (await register.list({ today: TODAY, limit: 100 })).cases;
      expect(await cases()).toBe(3);
      await register.append([of('b', draft('withdrawn', AT, {}, { reason: '' }))]);
      expect(await cases()).toBe(2);
      await register.append(openingOf('d'));
      expect(await cases()).toBe(3);
    });

    test('says what there is to filter by', async () => {
      const { handlers, stages, duties } = await (await three(make)).facets(TODAY);
      expect(handlers).toEqual([
        { value: 'Priya Nair', cases: 2 },
        { value: 'Owen Blackwood', cases: 1 },
      ]);
      expect(stages).toEqual([{ value: 'stage-1', cases: 3 }]);
      expect(duties.map(({ cases }) => cases)).toEqual([3, 3, 3]);
    });

    test.each([
      { name: 'a name', words: 'case-b', cases: ['case-b'] },
      { name: 'the beginning of a word, and another', words: 'floor bath', cases: ['case-a', 'case-b', 'case-c'] },
      { name: 'a slip in a long word', words: 'bathrom', cases: ['case-a', 'case-b', 'case-c'] },
      { name: 'an address of mail', words: 'CASE-B@mail.example', cases: ['case-b'] },
      { name: 'a postcode, however it is typed', words: 'zz11ax', cases: ['case-c'] },
      { name: 'a home, by number and street', words: '4 mill lane', cases: ['case-c'] },
      { name: 'nothing that is there', words: 'roof', cases: [] },
    ])('finds by $name', async ({ words, cases }) => {
      const register = await make();
      await register.append([...openingOf('case-a'), ...openingOf('case-b')]);
      await register.append(
        openingOf('case-c').map((event): EventDraft =>
          event.type === 'received'
            ? { ...event, personal: { ...event.personal, text: 'At 4 Mill Lane, ZZ1 1AX' } }
            : event,
        ),
      );
      expect((await register.search(words, 10)).map(({ caseId }) => caseId).sort()).toEqual(cases);
      const { cases: listed } = await register.list({ today: TODAY, words, limit: 10 });
      expect(listed).toBe(cases.length);
    });

    test.each([
      { name: 'a postcode without its space', words: 'me52ab', cases: ['case-5'] },
      { name: 'the same, as it is written', words: 'ME5 2AB', cases: ['case-5'] },
      { name: 'a postcode that no case has', words: 'ME92AB', cases: [] },
      { name: 'a word that is there before one that is like it', words: 'stairs', cases: ['case-0'] },
      { name: 'a name without its accents', words: 'lukasz zolc', cases: ['case-1'] },
      { name: 'a part of such a name', words: 'Zolc', cases: ['case-1'] },
      { name: 'the name with them', words: 'Łukasz Żółć', cases: ['case-1'] },
      { name: 'a name with accents that is written without', words: 'Sèan', cases: ['case-2'] },
    ])('finds exactly by $name, and nobody else', async ({ words, cases }) => {
      const register = await make();
      const names = ['Ruth', 'Łukasz Żółć', 'Sean Doyle'];
      for (const number of [0, 1, 2, 3, 4, 5, 6])
        await register.append(
          openingOf(`case-${String(number)}`).map((event): EventDraft =>
            event.type === 'received'
              ? {
                  ...event,
                  personal: {
                    ...event.personal,
                    from: { name: names[number] ?? 'Kim', address: '' },
                    subject: number === 0 ? 'The stairs' : number === 6 ? 'It stairz' : 'Floor',
                    text: `At 4 Mill Lane, ME${String(number)} 2AB`,
                  },
                }
              : event,
          ),
        );
      expect((await register.search(words, 10)).map(({ caseId }) => caseId)).toEqual(cases);
    });

    test('finds a reference, typed with or without its lines', async () => {
      const register = await three(make);
      const reference = (await register.row('a'))?.reference ?? '';
      expect((await register.search(reference.replaceAll('-', '').toLowerCase(), 5))[0]?.caseId).toBe('a');
    });

    test('knows every case of a person, closed ones too', async () => {
      const register = await three(make);
      await register.append([of('a', draft('withdrawn', AT, {}, { reason: '' }))]);
      expect((await register.history({ addresses: ['A@mail.example'] })).map(({ caseId }) => caseId)).toEqual(['a']);
      expect(await register.history({ name: 'ruth amankwah' })).toHaveLength(3);
    });

    test('knows the cases that a message has something in common with', async () => {
      const register = await three(make);
      const reference = (await register.row('a'))?.reference ?? '';
      const none = { messageIds: [], threadId: null, references: [], theirReferences: [], address: '', name: '' };
      const traces = { ...none, phones: [], homes: [], postcodes: [] };
      const tied = async (change: object): Promise<readonly string[]> =>
        (await register.tied({ ...traces, ...change })).map(({ caseId }) => caseId).sort();
      expect(await tied({})).toEqual([]);
      expect(await tied({ references: [reference] })).toEqual(['a']);
      expect(await tied({ address: 'a@mail.example' })).toEqual(['a']);
      expect(await tied({ postcodes: ['ZZ99ZZ'], homes: ['14 elm close'], phones: ['07700900123'] })).toEqual([]);
    });

    test('lists what is promised, also of a closed case, until it is done', async () => {
      const register = await three(make);
      const promise = { action: 'p1', by: toIsoDate('2026-04-20') };
      await register.append([
        of('a', draft('action-promised', AT, promise, { what: 'Lay the floor', who: 'Northbank' })),
        of('a', draft('compensation-offered', AT, { offer: 'c1', pence: 5000 }, { reason: 'Delay' })),
        of('a', draft('resolved', AT, { stage: 'stage-1', outcome: 'upheld' }, { note: '' })),
      ]);
      const [entry] = await register.tasks({ kind: 'promise', limit: 5 });
      expect(entry).toMatchObject({
        row: { caseId: 'a' },
        task: { what: 'Lay the floor (Northbank)', by: '2026-04-20' },
      });
      expect(await register.taskCounts(TODAY)).toMatchObject({ promise: 1, compensation: 1, exclusion: 0 });
      await register.append([
        of('a', draft('action-done', AT, { action: 'p1' }, { note: '' })),
        of('a', draft('compensation-paid', AT, { offer: 'c1', pence: 2000 }, {})),
      ]);
      expect(await register.tasks({ kind: 'promise', limit: 5 })).toEqual([]);
      expect((await register.tasks({ kind: 'compensation', limit: 5 }))[0]?.task.pence).toBe(3000);
    });

    test('a day that the Ombudsman sets is a task of its own kind, also of a closed case, until it is kept', async () => {
      const register = await three(make);
      const asked = { date: 'asked', due: toIsoDate('2026-06-30'), clauses: [], asker: 'ombudsman' as const };
      await register.append([
        of('a', draft('resolved', AT, { stage: 'stage-1', outcome: 'upheld' }, { note: '' })),
        of('a', draft('date-set', AT, asked, { what: 'Send the file' })),
        of('b', draft('date-set', AT, { date: 'own', due: asked.due, clauses: [] }, { what: 'Ring them' })),
      ]);
      const wanted = () => register.tasks({ kind: 'ombudsman', limit: 5 });
      expect((await wanted()).map(({ row, task }) => [row.caseId, task.what, task.by])).toEqual([
        ['a', 'Send the file', '2026-06-30'],
      ]);
      expect(await register.taskCounts(TODAY)).toMatchObject({ ombudsman: 1, date: 1 });
      expect((await register.due({ limit: 100 })).map(({ duty }) => duty.what)).toContain('Send the file');
      await register.append([of('a', draft('date-met', AT, { date: 'asked' }, {}))]);
      expect(await wanted()).toEqual([]);
    });

    test('counts by month, stage and clock, each figure with its cases', async () => {
      const register = await three(make);
      const acknowledged = (caseId: string, at: string) =>
        of(
          caseId,
          draft(
            'acknowledged',
            at,
            { stage: 'stage-1', channel: 'email', known: 'as-sent', promisedBy: null, corrects: null },
            { text: '' },
          ),
        );
      await register.append([acknowledged('a', AT), acknowledged('b', '2026-04-02T09:00:00+01:00')]);
      const figures = await register.figures({ from: '2026-03', to: '2026-03', today: toIsoDate('2026-04-03') });
      const acknowledge = { clock: 'acknowledge', stage: 'stage-1' } as const;
      expect(sumOf(figures, { ...acknowledge, measure: 'on-time' })).toEqual({ count: 1, caseIds: ['a'] });
      expect(sumOf(figures, { ...acknowledge, measure: 'late' })).toEqual({ count: 1, caseIds: ['b'] });
      expect(sumOf(figures, { ...acknowledge, measure: 'overdue' })).toEqual({ count: 1, caseIds: ['c'] });
      expect(sumOf(figures, { stage: null, measure: 'received' }).count).toBe(3);
      // Told in time, and told once the date had passed: either was extended.
      const told = (caseId: string, at: string): EventDraft => {
        const data = { stage: 'stage-1', exceptional: false, ombudsmanDetailsGiven: true };
        const newDate = toIsoDate('2026-06-01');
        return of(caseId, draft('extension-agreed', at, { ...data, newDate }, { reason: 'The report' }));
      };
      await register.append([told('a', AT), told('c', '2026-05-20T09:00:00+01:00')]);
      const after = await register.figures({ from: '2026-03', to: '2026-03', today: TODAY });
      const extended = sumOf(after, { stage: 'stage-1', clock: 'respond', measure: 'extended' });
      expect([...extended.caseIds].sort()).toEqual(['a', 'c']);
      expect(await register.figures({ from: '2026-04', to: '2026-09', today: TODAY })).toEqual([]);
    });
  });

  describe(`${name}: messages seen and not decided`, () => {
    const message: SeenDraft = {
      id: '00ff08',
      from: { name: 'Ruth Amankwah', address: 'ruth@mail.example' },
      subject: 'Bathroom floor',
      receivedAt: null,
      reading: { route: 'stage-1', confidence: 'unsure', dissatisfied: true, hazard: false },
    };

    test('are kept once, with all who had them open, and who was asked', async () => {
      const { seen } = await make();
      await seen.note(message, 'Joanna Marsh');
      await seen.note({ ...message, reading: { ...message.reading, route: 'none' } }, 'Owen Blackwood');
      await seen.ask(message.id, { whom: 'Priya Nair', note: 'Yours?', by: 'Owen Blackwood' });
      const [kept] = await seen.undecided();
      expect(kept?.seenBy.map(({ name: who }) => who)).toEqual(['Joanna Marsh', 'Owen Blackwood']);
      expect(kept?.reading.route).toBe('stage-1');
      expect(kept?.asked?.whom).toBe('Priya Nair');
    });

    test('leave the list when they are decided; a decision against the reading is one to look at again', async () => {
      const { seen } = await make();
      await seen.note(message, 'Joanna Marsh');
      await seen.decide(message.id, { as: 'none', by: 'Joanna Marsh' });
      expect(await seen.undecided()).toEqual([]);
      expect((await seen.samples()).map(({ id }) => id)).toEqual([message.id]);
      await seen.lookedAgain(message.id, { by: 'Priya Nair', agrees: true });
      expect(await seen.samples()).toEqual([]);
      await seen.reopen(message.id);
      expect(await seen.undecided()).toHaveLength(1);
    });

    test('leave it, too, when they are logged', async () => {
      const register = await make();
      await register.seen.note(message, 'Joanna Marsh');
      await register.append(openingOf('a', { identity: message.id }));
      expect(await register.seen.undecided()).toEqual([]);
      await expect(register.seen.decide(message.id, { as: 'none', by: 'Joanna Marsh' })).rejects.toThrow('no longer');
    });
  });

  describe(`${name}: what decisions say about the recogniser`, () => {
    const FROM = toIsoDate('2026-03-01');
    const seenAs = (id: string, delivered: Delivered): SeenDraft => ({
      id,
      from: null,
      subject: '',
      receivedAt: null,
      reading: { route: 'stage-1', confidence: 'likely', dissatisfied: true, hazard: false, delivered },
    });

    test('a case that was logged, and a message that is none; each taken back counts no more', async () => {
      const register = await make();
      const logged = await register.append(judgedOpening('a', { probability: 0.31, readers: 'both' }));
      await register.append(openingOf('b'));
      await register.seen.note(seenAs('c', { probability: 0.7, readers: 'first' }), 'Joanna Marsh');
      await register.seen.note(seenAs('d', { probability: 0.8, readers: 'first' }), 'Joanna Marsh');
      expect(await register.lessons(FROM)).toHaveLength(1);
      await register.seen.decide('c', {
        as: 'none',
        by: 'Joanna Marsh',
        delivered: { probability: 0.6, readers: 'both' },
      });
      await register.seen.decide('d', { as: 'none', by: 'Joanna Marsh' });
      const day = '2026-03-25';
      const shared = { day, isSettled: false, found: true };
      expect(await register.lessons(FROM)).toEqual([
        { ...shared, caseId: 'a', id: null, probability: 0.31, readers: 'both', dissatisfied: true },
        { ...shared, caseId: null, id: 'c', probability: 0.6, readers: 'both', dissatisfied: false },
        { ...shared, caseId: null, id: 'd', probability: 0.8, readers: 'first', dissatisfied: false },
      ]);
      expect(await register.lessons(toIsoDate('2026-03-26'))).toEqual([]);

      await register.seen.reopen('c');
      await register.seen.lookedAgain('d', { by: 'Priya Nair', agrees: false });
      const of = logged.map(({ id }) => id);
      await register.append([{ ...draft('undone', AT, { of }, {}), caseId: 'a' }]);
      expect(await register.lessons(FROM)).toEqual([]);
    });

    test('what something else than the readers settled is marked as such', async () => {
      const register = await make();
      await register.append(judgedOpening('a', { probability: 0.31, readers: 'both', settled: true }));
      expect((await register.lessons(FROM)).map(({ isSettled }) => isSettled)).toEqual([true]);
    });
  });

  describe(`${name}: in and out`, () => {
    test('views are kept by their name', async () => {
      const register = await make();
      await register.saveView({ name: 'Mine', filter: { handlers: ['Priya Nair'] } });
      await register.saveView({ name: 'Mine', filter: { handlers: [null] } });
      expect(await register.views()).toEqual([{ name: 'Mine', filter: { handlers: [null] } }]);
      await register.removeView('Mine');
      expect(await register.views()).toEqual([]);
    });

    test('a backup brings everything into an empty register, and nothing twice', async () => {
      const register = await three(make);
      const other = await make();
      const source = sourceOf(await linesOf(register));
      expect(await other.preview(source)).toMatchObject({ events: 7, freshEvents: 7, freshCases: 3, isComplete: true });
      expect(await other.restore(source)).toMatchObject({ entered: 7, known: 0 });
      expect(await other.restore(source)).toMatchObject({ entered: 0, known: 7 });
      expect(await other.row('b')).toEqual(await register.row('b'));
      expect(await other.counts(TODAY)).toEqual(await register.counts(TODAY));
      expect((await other.verify()).devices.map(({ fault }) => fault)).toEqual([null]);
    });

    test('says when it was backed up, and what came after', async () => {
      const register = await three(make);
      expect(await register.backup()).toEqual({ at: null, events: 7, newEvents: 7 });
      await register.backedUp(7);
      await register.append([assigned('a', 'Owen Blackwood')]);
      expect(await register.backup()).toMatchObject({ events: 8, newEvents: 1 });
    });

    test('what is erased is gone, stays counted, and doesn’t come back with an older backup', async () => {
      const register = await three(make);
      const before = sourceOf(await linesOf(register));
      await register.erase({ caseIds: ['a'], basis: 'request', actor: { name: 'Joanna Marsh' } });
      expect((await register.eventsOf('a')).map(({ personal }) => personal).slice(0, 2)).toEqual([null, null]);
      await register.restore(before);
      expect(JSON.stringify(await register.eventsOf('a'))).not.toContain('Ruth');
      expect(await register.search('a@mail.example', 5)).toEqual([]);
      expect((await register.counts(TODAY)).overdue).toBe(1);
      expect((await register.row('a'))?.isErased).toBe(true);
      const { devices, rowFaults } = await register.verify();
      expect([...devices.map(({ fault }) => fault), ...rowFaults]).toEqual([null]);
      // Nor into another register, where both meet.
      const other = await make();
      await other.restore(before);
      await other.restore(sourceOf(await linesOf(register)), { erasing: ['a'] });
      expect(JSON.stringify(await other.eventsOf('a'))).not.toContain('Ruth');
    });

    test('a backup’s erasure is told of with its cases, and carried out only where it was asked for', async () => {
      const [erasing, register] = [await three(make), await make()];
      const before = await linesOf(erasing);
      await register.restore(sourceOf(before));
      await erasing.erase({ caseIds: ['a'], basis: 'request', actor: { name: 'Joanna Marsh' } });
      const after = await linesOf(erasing);
      const source = sourceOf(after);
      const row = await register.row('a');
      expect((await register.preview(source)).empties).toEqual([
        { caseId: 'a', reference: row?.reference, name: 'Ruth Amankwah' },
      ]);
      for (const options of [undefined, { erasing: ['b'] }])
        await expect(register.restore(source, options)).rejects.toMatchObject({
          code: 'erases',
          message: expect.stringContaining(row?.reference ?? '?') as string,
        });
      expect(await linesOf(register)).toEqual(before);
      expect(await register.restore(source, { erasing: ['a'] })).toMatchObject({ entered: 1 });
      expect(JSON.stringify(await register.eventsOf('a'))).not.toContain('Ruth');
      expect((await register.preview(source)).empties).toEqual([]);
      // Nor does a file carry it out on what it brings itself.
      const both = sourceOf([...before.slice(0, -1), ...after.filter((line) => line.includes('"type":"erased"'))]);
      const empty = await make();
      expect((await empty.preview(both)).empties.map(({ caseId }) => caseId)).toEqual(['a']);
      await expect(empty.restore(both)).rejects.toMatchObject({ code: 'erases' });
      expect((await empty.backup()).events).toBe(0);
    });

    test('of an erased message nothing is left that finds it again, and the chains hold', async () => {
      const register = await make();
      const id = '<ruth.amankwah@mail.example>';
      const [received, ...rest] = openingOf('a', { identity: 'digest-a' });
      // As it was entered before Message-IDs were kept with the personal data, and as it is now.
      if (received?.type !== 'received') throw new Error('no message');
      const old = { ...received, data: { ...received.data, messageId: id, siteMessageId: 'site-a' } };
      const joined: EventDraft = {
        ...received,
        type: 'joined',
        data: { ...received.data, identity: 'digest-b' },
        personal: { ...received.personal, messageId: '<second.ruth@mail.example>' },
      };
      await register.append([old, ...rest, joined]);
      const whole = sourceOf(await linesOf(register));
      const sought = { siteMessageId: null, identity: '' };
      expect(await register.findMessage({ ...sought, messageId: id })).toMatchObject({ caseId: 'a' });
      expect(await register.findMessage({ ...sought, messageId: '<second.ruth@mail.example>' })).not.toBeNull();
      await register.erase({ caseIds: ['a'], basis: 'request', actor: { name: 'Joanna Marsh' } });
      const left = JSON.stringify([await linesOf(register), await register.row('a')]);
      for (const trace of ['ruth', 'Ruth', 'digest-a', 'digest-b', 'site-a', '1a0a']) expect(left).not.toContain(trace);
      for (const messageId of [id, null]) {
        expect(await register.findMessage({ messageId, siteMessageId: 'site-a', identity: 'digest-a' })).toBeNull();
        expect(await register.findMessage({ messageId, siteMessageId: null, identity: '' })).toBeNull();
      }
      expect(faultsIn(await register.verify())).toEqual([]);
      // In another register too, whichever comes first; and an older backup brings nothing of it back.
      const erased = sourceOf(await linesOf(register));
      for (const order of [[whole, erased], [erased, whole], [erased]]) {
        const other = await make();
        for (const source of order) await other.restore(source, { erasing: ['a'] });
        expect(await linesOf(other)).toEqual(await linesOf(register));
        expect(faultsIn(await other.verify())).toEqual([]);
      }
    });

    test('what an erasure says of a message it can’t vouch for leaves the message as it is here', async () => {
      const register = await make();
      const [message] = await register.append(openingOf('a', { identity: 'digest-a' }));
      const of = [message?.id ?? ''];
      const data = { of, basis: 'x', left: { [of[0] ?? '']: 'f'.repeat(64) } };
      await register.append([{ ...draft('erased', AT, data, {}), caseId: 'a' }]);
      expect((await register.eventsOf('a'))[0]).toMatchObject({ personal: null, data: { identity: 'digest-a' } });
      expect(faultsIn(await register.verify())).toEqual([]);
    });

    test('an entry whose personal data was cut out is named, and a true backup gives it back', async () => {
      const register = await three(make);
      const lines = await linesOf(register);
      const cut = lines.map((line) => {
        const event = JSON.parse(line) as { type?: string; caseId?: string };
        return event.type === 'received' && event.caseId === 'a'
          ? `${JSON.stringify({ ...event, personal: null, salt: null })}\n`
          : line;
      });
      const id = (await register.eventsOf('a'))[0]?.id ?? '';
      const other = await make();
      expect((await other.preview(sourceOf(cut))).bare).toEqual([expect.stringContaining(`event ${id} `) as string]);
      await other.restore(sourceOf(cut));
      expect((await other.verify()).bare).toEqual([expect.stringContaining(id) as string]);
      expect(await other.preview(sourceOf(lines))).toMatchObject({ freshEvents: 0, refilled: 1, bare: [] });
      expect(await other.restore(sourceOf(lines))).toMatchObject({ entered: 0, refilled: 1 });
      expect(await linesOf(other)).toEqual(lines);
      expect(await other.row('a')).toEqual(await register.row('a'));
      expect(faultsIn(await other.verify())).toEqual([]);
      // The other way round nothing is taken away.
      await other.restore(sourceOf(cut));
      expect(await linesOf(other)).toEqual(lines);
    });

    test('a part of a backup isn’t brought in', async () => {
      const register = await three(make);
      const part: string[] = [];
      for await (const line of backupLines(await register.eventsOf('a'), undefined, ['QMR-TRH-TRP'])) part.push(line);
      const other = await make();
      await expect(other.restore(sourceOf(part))).rejects.toMatchObject({
        code: 'part',
        message: expect.stringContaining('QMR-TRH-TRP') as string,
      });
      expect((await other.backup()).events).toBe(0);
    });

    test('two cases with one reference are both kept; the later is shown with its place', async () => {
      const register = await make();
      // Found by trying: the references of these two ids are the same.
      await register.append(openingOf('twin-52560'));
      await register.append(openingOf('twin-401282'));
      const [first, second] = await register.rows(['twin-401282', 'twin-52560']);
      expect(second?.reference).toBe(`${first?.reference ?? ''}-2`);
      expect(await register.search(first?.reference ?? '', 5)).toHaveLength(2);
      expect((await register.verify()).rowFaults).toEqual([]);
    });

    test('a wipe leaves nothing', async () => {
      const register = await three(make);
      await register.list({ today: TODAY, limit: 5 });
      await register.wipe();
      expect(await register.list({ today: TODAY, limit: 5 })).toMatchObject({ total: 0, waiting: 0 });
      expect(await register.backup()).toEqual({ at: null, events: 0, newEvents: 0 });
      expect((await register.append(openingOf('z')))[0]?.sequence).toBe(1);
    });
  });
}

/** Everything that a check of a register found wrong. */
function faultsIn({ devices, rowFaults, originalFaults, bare }: Verified): readonly string[] {
  return [...devices.flatMap(({ fault }) => fault ?? []), ...rowFaults, ...originalFaults, ...bare];
}

/** The lines of a register's backup. */
export async function linesOf(register: Register): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of backupLines(register.allEvents())) lines.push(line);
  return lines;
}

/** A backup of these lines, in pieces that end anywhere. */
export function sourceOf(lines: readonly string[]): { open(): AsyncIterable<string> } {
  const text = lines.join('');
  return {
    async *open() {
      for (let from = 0; from < text.length; from += 777) yield await Promise.resolve(text.slice(from, from + 777));
    },
  };
}

/** The opening of a case whose logging says what the readers had made of its message. */
export function judgedOpening(caseId: string, delivered: Delivered): EventDraft[] {
  return openingOf(caseId).map((event): EventDraft => {
    if (event.type !== 'logged' || !event.data.reading) return event;
    return { ...event, data: { ...event.data, reading: { ...event.data.reading, delivered } } };
  });
}
