import { describe, expect, test } from 'vitest';

import { NO_CHANGES, type CalendarChanges } from '../../../core/calendar-changes.ts';
import { toIsoDate } from '../../../core/dates.ts';
import type { PanelStore } from '../../../core/panel/ports.ts';
import { openShelf } from '../../../core/panel/shelf.ts';
import { PolicyFileError } from '../../../core/policy/import-policy.ts';
import { exportPolicy } from '../../../core/policy/policy-file.ts';
import { loadPolicy, policyBase } from '../../../policies/index.ts';
import { fileOf, opening } from '../../support/case.ts';

const DAY = toIsoDate('2026-03-26');

function storeOf(kept: Record<string, unknown> = {}): PanelStore & { readonly kept: Record<string, unknown> } {
  return {
    kept,
    load: (key) => Promise.resolve(kept[key] ?? null),
    save: (key, value) => {
      kept[key] = value;
      return Promise.resolve();
    },
    keys: () => Promise.resolve(Object.keys(kept)),
  };
}

/** A file of Connect's policy under another name, with another length of its first date. */
async function ownFile(change: (text: string) => string = (text) => text): Promise<string> {
  const text = exportPolicy(await loadPolicy('connect'));
  return change(text.replaceAll('"id": "connect"', '"id": "small-homes"').replaceAll('Connect', 'Small'));
}

describe('a landlord’s own policy', () => {
  test('is there from the next opening, with its cases’ dates, and nothing before it is kept', async () => {
    const store = storeOf();
    const shelf = await openShelf(policyBase, store);
    const { versions, keep, clashes, isReserved } = await shelf.policies.bringIn(await ownFile());
    expect({ id: versions.id, clashes, isReserved }).toEqual({ id: 'small-homes', clashes: [], isReserved: false });
    expect(store.kept).toEqual({});
    await keep();
    const next = await openShelf(policyBase, store);
    expect((await next.policies.landlords()).map(({ id }) => id)).toContain('small-homes');
    expect((await next.policies.policyOn('small-homes', DAY)).id).toBe('small-homes');
    expect(next.rules).not.toBe(shelf.rules);
  });

  test('with mistakes is refused by line, and nothing of it is used', async () => {
    const shelf = await openShelf(policyBase, storeOf());
    const wrong = await ownFile((text) => text.replace('"count": 10', '"count": "ten"'));
    const error: unknown = await shelf.policies.bringIn(wrong).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PolicyFileError);
    expect(error instanceof PolicyFileError && error.mistakes[0].line).toBeGreaterThan(1);
  });

  test('a version that cases were opened under can’t get other words', async () => {
    const store = storeOf();
    const shelf = await openShelf(policyBase, store);
    await (await shelf.policies.bringIn(await ownFile())).keep();
    const next = await openShelf(policyBase, store);
    const changed = await ownFile((text) => text.replace('"count": 10', '"count": 9'));
    expect((await next.policies.bringIn(changed)).clashes).toEqual(['undated']);
    expect((await next.policies.bringIn(await ownFile())).clashes).toEqual([]);
  });

  test('that was kept and can’t be read any more stands in its own way only', async () => {
    const { policies } = await openShelf(policyBase, storeOf({ 'own-policies': [{ id: 'lost', text: '{' }] }));
    await expect(policies.policyOn('lost', DAY)).rejects.toThrow('can’t be used any more');
    expect((await policies.landlords()).length).toBe(5);
  });
});

describe('changes to a calendar', () => {
  const changes: CalendarChanges = {
    ...NO_CHANGES,
    days: [
      {
        kind: 'bank-holiday',
        division: 'england-and-wales',
        date: toIsoDate('2026-03-27'),
        name: 'A day of mourning',
        reason: 'Proclaimed',
      },
    ],
  };

  test('count from the next opening, in every date and every row', async () => {
    const store = storeOf();
    const shelf = await openShelf(policyBase, store);
    await shelf.policies.keepChanges(changes);
    const next = await openShelf(policyBase, store);
    const policy = await next.policies.policyOn('west-kent', DAY);
    expect(shelf.policies.calendarOf(policy).isWorkingDay(toIsoDate('2026-03-27'))).toBe(true);
    expect(next.policies.calendarOf(policy).isWorkingDay(toIsoDate('2026-03-27'))).toBe(false);
    const contact = ({ duties }: ReturnType<typeof next.rowOf>) =>
      duties.find(({ obligation }) => obligation === 'contact')?.day;
    expect(contact(shelf.rowOf(fileOf(...opening())))).toBe('2026-03-27');
    expect(contact(next.rowOf(fileOf(...opening())))).toBe('2026-03-30');
    expect(next.rules).not.toBe(shelf.rules);
  });

  test('that can’t be read leave no date at all, and the row says so', async () => {
    const { policies, rowOf } = await openShelf(policyBase, storeOf({ 'calendar-changes': { days: 'none' } }));
    const policy = await policies.policyOn('west-kent', DAY);
    expect(() => policies.calendarOf(policy)).toThrow();
    expect(rowOf(fileOf(...opening()))).toMatchObject({ duties: [], uncomputed: 'its policy is not loaded' });
  });
});
