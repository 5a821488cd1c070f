import { expect, test } from 'vitest';
import { toInstant } from '../../../core/dates.ts';
import { emptyMessage } from '../../../core/message.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { deskFor } from '../../../core/panel/desk.ts';
import { followSetup, loadSetup, saveSetup } from '../../../core/panel/effects/keep.ts';
import { log } from '../../../core/panel/effects/log.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { parseSetup } from '../../../core/panel/setup.ts';
import { initialState, type Looked, type PanelState } from '../../../core/panel/state.ts';

const kept = new Map<string, unknown>();
const store = {
  load: (key: string) => Promise.resolve(structuredClone(kept.get(key) ?? null)),
  save: (key: string, value: unknown) => {
    kept.set(key, structuredClone(value));
    return Promise.resolve();
  },
};
const setupKept = () => parseSetup(kept.get('setup'));

/** A panel over the same storage as the others; what is logged ends in `logged`. */
async function panel() {
  let state: PanelState = initialState({ kind: 'extension', name: 'Gmail' }, toInstant('2026-03-25T09:26:00Z'));
  const logged: unknown[] = [];
  const open = { kind: 'message', key: 'a', message: emptyMessage() } as const;
  const run: Run = {
    ports: {
      store,
      host: { name: 'Gmail', currentMessage: () => Promise.resolve(open) },
      register: { findMessage: () => Promise.resolve(null), append: (drafts: unknown) => logged.push(drafts) },
      policies: {
        landlords: () => Promise.resolve([]),
        floorOn: () => Promise.resolve({ id: 'code', version: '1' }),
        lawsOn: () => Promise.resolve([]),
        policyOn: (id: string) => Promise.resolve({ id, version: '1' }),
        calendarOf: () => ({}),
      },
      look: () => {
        throw new Error('read another time');
      },
    } as never,
    state: () => state,
    dispatch: (action: Action) => {
      state = reduce(state, action);
    },
    track: { looks: 0, noted: new Set() } as never,
  };
  await loadSetup(run);
  return { run, logged, state: () => state, dispatch: run.dispatch };
}

test('what is set in one panel isn’t lost by the other, and is followed there', async () => {
  kept.clear();
  const [one, two] = [await panel(), await panel()];
  two.dispatch({ type: 'setting-typed', field: 'emergencyNumber', text: '01632 960111' });
  await saveSetup(two.run);
  // The first hasn’t heard of it yet.
  one.dispatch({ type: 'setting-typed', field: 'name', text: 'Joanna' });
  const saving = saveSetup(one.run);
  one.dispatch({ type: 'setting-typed', field: 'name', text: 'Joanna Marsh' });
  await Promise.all([saving, saveSetup(one.run), followSetup(one.run)]);
  expect(setupKept().settings).toMatchObject({ emergencyNumber: '01632 960111', officer: { name: 'Joanna Marsh' } });
  expect(one.state().setup?.settings.emergencyNumber).toBe('01632 960111');
  await followSetup(two.run);
  expect(two.state().setup?.settings.officer.name).toBe('Joanna Marsh');
  // The same field, once more: the last who wrote it is followed.
  one.dispatch({ type: 'setting-typed', field: 'emergencyNumber', text: '01632 960222' });
  await saveSetup(one.run);
  await followSetup(two.run);
  expect(two.state().setup?.settings.emergencyNumber).toBe('01632 960222');
});

test('an empty line that is being typed stays while nothing else was changed', async () => {
  kept.clear();
  const one = await panel();
  one.dispatch({ type: 'setting-typed', field: 'handlers', text: 'Priya Nair\n' });
  await saveSetup(one.run);
  await followSetup(one.run);
  expect(one.state().setup?.settings.handlers).toEqual(['Priya Nair', '']);
  expect(setupKept().settings.handlers).toEqual(['Priya Nair']);
});

test('Log is refused where the other panel chose another landlord meanwhile', async () => {
  kept.clear();
  const [one, two] = [await panel(), await panel()];
  const message = emptyMessage();
  const rules = { policy: { id: 'code', version: '1' } };
  const looked = { rules, reading: { newText: '', isByStaff: false }, found: null, cases: [] } as unknown as Looked;
  const open = { kind: 'message', source: 'host', key: 'a', message, looked, slow: false, failed: null } as const;
  one.dispatch({ type: 'message-shown', open, desk: deskFor('a', message), name: 'Gmail' });
  two.dispatch({ type: 'landlord-chosen', id: 'other' });
  await saveSetup(two.run);
  await log(one.run);
  expect(one.logged).toEqual([]);
  expect(one.state()).toMatchObject({
    setup: { landlord: 'other' },
    problem: { title: 'Another policy is followed now' },
  });
});
