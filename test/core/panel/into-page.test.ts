import { beforeAll, describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import { newChain, seal } from '../../../core/case/chain.ts';
import { toInstant, type IsoDate } from '../../../core/dates.ts';
import type { FillOutcome, FillPage, Filling } from '../../../core/host.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { caseSummary, fillText } from '../../../core/panel/case-summary.ts';
import { intoPage } from '../../../core/panel/effects/into-page.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import type { FillAct } from '../../../core/panel/fill-state.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { someoneElse } from '../../../core/panel/whose-page.ts';
import { initialState, type OpenCase, type PanelState } from '../../../core/panel/state.ts';
import type { FillTarget } from '../../../core/record.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { opening, testSource } from '../../support/case.ts';

let opened: OpenCase;
beforeAll(async () => {
  const day = '2026-03-25' as IsoDate;
  const policy = await policyOn('west-kent', day);
  const rules = { policy, floor: await policyOn(FLOOR, day), calendar: calendarOf(policy), laws: [] };
  const events = seal(opening(), newChain('device'), testSource()).events;
  opened = { events, file: caseFile(events), rules };
});

const line = (holds: string | null, part: FillTarget['part'] = 'reference'): FillTarget => ({
  part,
  label: 'Complaint ref',
  holds,
  takes: 'line',
});

describe('a case for a CRM', () => {
  test('is two lines: what it is, then what it is about and what is due', () => {
    const lines = caseSummary(opened).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(opened.file.reference);
    expect(lines[0]).toMatch(/^Complaint.*received \d{1,2} \w{3} 2026/);
    expect(lines[1]).toMatch(/Acknowledge by \d{1,2} \w{3} 2026/);
  });

  test('goes below what somebody wrote in a note, and not in twice', () => {
    const note: FillTarget = { part: 'summary', label: 'Notes', holds: 'Rang twice.\n', takes: 'lines' };
    const text = fillText(opened, note) ?? '';
    expect(text).toBe(`Rang twice.\n${caseSummary(opened)}`);
    expect(fillText(opened, { ...note, holds: text })).toBe(text);
  });

  test('has nothing for a field that can’t be written in, or a day that isn’t fixed', () => {
    expect(fillText(opened, line(null))).toBeNull();
    expect(fillText(opened, line('', 'due'))).toBeNull();
    expect(fillText(opened, { ...line(''), takes: 'day' })).toBeNull();
  });
});

describe('the fields of a page', () => {
  test('are chosen, looked over and filled, each by a press; what was left out stays as it was', async () => {
    const desk = bench([]);
    await desk.does({ kind: 'begin' });
    expect(desk.state().fill?.page?.targets).toEqual([]);
    await desk.does({ kind: 'point', part: 'reference' });
    await desk.does({ kind: 'point', part: 'summary' });
    expect(desk.filled).toEqual([]);
    await desk.does({ kind: 'toggle', part: 'summary' });
    await desk.does({ kind: 'fill' });
    expect(desk.filled).toEqual([
      { key: 'page/1', part: 'reference', holds: 'old reference', text: opened.file.reference },
    ]);
    expect(desk.state().fill?.done).toEqual({ reference: { kind: 'filled' } });
  });

  test('of another record than the one that was shown are not filled', async () => {
    const desk = bench([line('old reference')], { kind: 'message-changed' });
    await desk.does({ kind: 'begin' });
    await desk.does({ kind: 'fill' });
    expect(desk.state().fill?.done).toEqual({ reference: { kind: 'message-changed' } });
    await desk.does({ kind: 'leave' });
    expect(desk.state().fill).toBeNull();
  });

  test('are asked for where no record is in front', async () => {
    const desk = bench(null);
    await desk.does({ kind: 'begin' });
    await desk.does({ kind: 'fill' });
    expect(desk.state().fill).toMatchObject({ page: null });
    expect(desk.filled).toEqual([]);
  });
});

describe('somebody else’s record', () => {
  const named = (value: string, tenancy = 'TEN-9') => [
    { field: 'name' as const, value, label: 'Name', by: 'test', isGuess: false },
    { field: 'tenancy' as const, value: tenancy, label: 'Tenancy', by: 'test', isGuess: false },
  ];
  const own = (): string => opened.file.complainant?.name ?? '';

  test('is filled only once the person has said that it is the right page', async () => {
    const desk = bench([line('')], { kind: 'filled' }, named('Mr Samuel Adeyemi'));
    await desk.does({ kind: 'begin' });
    await desk.does({ kind: 'fill' });
    expect(desk.filled).toEqual([]);
    await desk.does({ kind: 'agree' });
    await desk.does({ kind: 'fill' });
    expect(desk.filled).toHaveLength(1);
    await desk.does({ kind: 'begin' });
    expect(desk.state().fill?.isAgreed).toBe(false);
  });

  test('is none where the name is written in another way', () => {
    const [first = '', last = ''] = own().split(' ');
    for (const name of [
      own(),
      `Mrs ${own().toUpperCase()}`,
      `${last}, ${first}`,
      `${first.slice(0, 1)}. ${last}`,
      last,
    ])
      expect(someoneElse(opened, { whose: named(name) })).toBeNull();
    for (const name of [`Zoë ${last}`, `${first} Other`, 'Mr Samuel Adeyemi'])
      expect(someoneElse(opened, { whose: named(name) })).toBe(name);
    expect(someoneElse(opened, { whose: [] })).toBeNull();
  });

  test('is of another tenancy than the page’s, whatever the page calls the person', () => {
    const note = { ...opened.file.messages[0], text: 'Rang about the leak.\n\nTenancy: TEN-0048213' };
    const ours = { ...opened, file: { ...opened.file, messages: [note] } } as OpenCase;
    const tenancy = (value: string) => [{ field: 'tenancy', value, label: null, by: '', isGuess: false } as const];
    const own = opened.file.complainant?.name ?? '';
    const called = (name: string) => named(name).filter(({ field }) => field === 'name');
    expect(someoneElse(ours, { whose: tenancy('TEN-0055555') })).toBe('tenancy TEN-0055555');
    expect(someoneElse(ours, { whose: [...called('—'), ...tenancy('TEN-0055555')] })).toContain('TEN-0055555');
    expect(someoneElse(ours, { whose: [...called(own), ...tenancy('TEN-0055555')] })).toBe(
      `${own} (tenancy TEN-0055555)`,
    );
    expect(someoneElse(ours, { whose: [...called(own), ...tenancy('TEN-0048213')] })).toBeNull();
    expect(someoneElse(opened, { whose: [...called(own), ...tenancy('TEN-0055555')] })).toBeNull();
  });
});

/** A panel with the case, beside a page whose fields a test chooses. */
function bench(
  first: readonly FillTarget[] | null,
  outcome: FillOutcome = { kind: 'filled' },
  whose: FillPage['whose'] = [],
) {
  const now = toInstant('2026-03-25T09:26:00+00:00');
  const caseId = opened.file.id;
  let state: PanelState = {
    ...initialState({ kind: 'extension', name: 'crm.landlord.example' }, now),
    cases: { [caseId]: opened },
  };
  let targets = first;
  const filled: Filling[] = [];
  const records = {
    fillPage: (): Promise<FillPage | null> =>
      Promise.resolve(targets && { key: 'page/1', name: 'crm.landlord.example', targets, whose }),
    pointToFill: (part: FillTarget['part']) => {
      targets = [...(targets ?? []), line('old reference', part)];
      return Promise.resolve('pointed' as const);
    },
    fill: (filling: Filling) => {
      filled.push(filling);
      return Promise.resolve(outcome);
    },
    stopPointing: () => Promise.resolve(),
  };
  const run = {
    ports: { host: { records } },
    state: () => state,
    dispatch: (action: Action) => {
      state = reduce(state, action);
    },
  } as unknown as Run;
  return {
    does: (act: FillAct) => intoPage(run, { caseId, act }, () => Promise.resolve(true)),
    state: () => state,
    filled,
  };
}
