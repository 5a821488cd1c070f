import { beforeEach, describe, expect, test } from 'vitest';
import { toInstant } from '../../../core/dates.ts';
import type { CurrentMessage, PageRecord } from '../../../core/host.ts';
import { emptyMessage } from '../../../core/message.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { followKept, keepForms } from '../../../core/panel/effects/forms.ts';
import { loadSetup } from '../../../core/panel/effects/keep.ts';
import { dropDesks } from '../../../core/panel/kept-desks.ts';
import { openKept, readPasted } from '../../../core/panel/effects/paste.ts';
import { askHost } from '../../../core/panel/effects/read-message.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { initialState, type PanelState } from '../../../core/panel/state.ts';

const kept = new Map<string, unknown>();
const store = {
  load: (key: string) => Promise.resolve(structuredClone(kept.get(key) ?? null)),
  keys: () => Promise.resolve([...kept.keys()]),
  save: (key: string, value: unknown) => {
    if (value === null) kept.delete(key);
    else kept.set(key, structuredClone(value));
    return Promise.resolve();
  },
};

/** A record of a person, at an address of its own unless another is given. */
function record(name: string, { key = `page/crm.example/#/person/${name}`, note = '' } = {}): PageRecord {
  const value = (field: 'name' | 'notes', text: string) =>
    text === '' ? [] : [{ field, value: text, label: null, by: 'test', isGuess: false }];
  return {
    kind: 'record',
    key,
    page: 'crm.example',
    values: [...value('name', name), ...value('notes', note)],
    lost: [],
    receivedAt: null,
    receivedAtChoices: [],
    isAllowed: true,
  };
}

const ADA = record('Ada Byron', { note: 'Rang about the boiler.' });
const BEN = record('Ben Okri', { note: 'Asked for a visit.' });
const MAIL: CurrentMessage = { kind: 'message', key: 'gmail/1', message: { ...emptyMessage(), text: 'Thank you.' } };
const UNREADABLE: CurrentMessage = { kind: 'unreadable', page: 'Gmail', found: [], missing: ['the text'] };

let second = 0;

/** A panel beside a page that can be turned, over the same storage as the others. */
async function panel(page: CurrentMessage = ADA, { handed = '' } = {}) {
  let front = page;
  const now = () => toInstant(new Date(Date.UTC(2026, 2, 25, 9, 0, (second += 1))).toISOString());
  let state: PanelState = initialState({ kind: 'extension', name: 'CRM' }, now());
  const gone = (): Promise<never> => Promise.reject(new Error('gone'));
  const run: Run = {
    ports: {
      store,
      host: { name: 'CRM', currentMessage: () => Promise.resolve(front) },
      policies: { landlords: () => Promise.resolve([]), floorOn: gone, lawsOn: gone },
      clock: { now },
    } as never,
    state: () => state,
    dispatch: (action: Action) => {
      state = reduce({ ...state, now: now() }, action);
    },
    track: { asked: 0, shown: 0, looks: 0, lastOfHost: null, changedWhenShown: null } as never,
  };
  if (handed !== '') run.dispatch({ type: 'words-handed', text: handed });
  await loadSetup(run);
  if (state.screen === 'first-run') run.dispatch({ type: 'setup-done' });
  if (handed !== '') run.dispatch({ type: 'went', screen: 'paste' });
  await askHost(run);
  return {
    run,
    dispatch: run.dispatch,
    /** The page shows something else, and tells so. */
    go: async (next: CurrentMessage) => {
      front = next;
      await askHost(run);
    },
    use: (text: string) => {
      run.dispatch({ type: 'record-used' });
      run.dispatch({ type: 'paste-typed', change: { text } });
    },
    keep: () => keepForms(run),
    shown: () => (state.screen === 'paste' ? `${state.paste.name}: ${state.paste.text}` : state.screen),
    names: () => state.kept.map(({ who, subject }) => `${who}: ${subject}`),
    key: (at: number) => state.kept[at]?.key ?? '',
    open: () => state.open,
    desk: () => state.desk,
  };
}

beforeEach(() => {
  kept.clear();
});

describe('what is typed about a record', () => {
  test('stays with it while another is used, and each comes back with its own, also after a restart', async () => {
    const one = await panel();
    one.use('Ada’s boiler, typed');
    await one.go(BEN);
    expect(one.shown()).toBe('message');
    one.use('Ben’s visit, typed');
    await one.go(ADA);
    expect(one.shown()).toBe('Ada Byron: Ada’s boiler, typed');
    await one.go(BEN);
    expect(one.shown()).toBe('Ben Okri: Ben’s visit, typed');
    await one.keep();

    const again = await panel(ADA);
    expect(again.shown()).toBe('Ada Byron: Ada’s boiler, typed');
    await again.go(BEN);
    expect(again.shown()).toBe('Ben Okri: Ben’s visit, typed');
    expect(again.names()).toEqual(['Ben Okri: Ben’s visit, typed', 'Ada Byron: Ada’s boiler, typed']);
  });

  test('stays apart from another one’s that the page shows at the same address', async () => {
    const key = 'page/crm.example/console';
    const one = await panel(record('Ada Byron', { key, note: 'x' }));
    one.use('Ada’s');
    for (const next of [record('', { key }), record('Ben Okri', { key, note: 'y' })]) await one.go(next);
    expect(one.shown()).toBe('message');
    one.use('Ben’s');
    for (const next of [record('', { key }), record('Ada Byron', { key, note: 'x' })]) await one.go(next);
    expect(one.shown()).toBe('Ada Byron: Ada’s');
  });

  test('stays on the panel while its own page loads again or changes beside it', async () => {
    const one = await panel();
    one.use('typed');
    for (const next of [{ kind: 'loading' } as const, ADA, record('Ada Byron', { note: 'Rang again.' })]) {
      await one.go(next);
      expect(one.shown()).toBe('Ada Byron: typed');
    }
  });

  test('can be left for the record, and gone on with; pressed again nothing is written over it', async () => {
    const one = await panel();
    one.use('typed');
    one.dispatch({ type: 'went', screen: 'message' });
    await one.go(record('Ada Byron', { note: 'Rang again.' }));
    expect(one.shown()).toBe('message');
    one.dispatch({ type: 'record-used' });
    expect(one.shown()).toBe('Ada Byron: typed');
  });

  test('untouched, is taken from the page afresh', async () => {
    const one = await panel();
    one.dispatch({ type: 'record-used' });
    await one.go(BEN);
    await one.go(record('Ada Byron', { note: 'Rang again.' }));
    expect(one.shown()).toBe('message');
    one.dispatch({ type: 'record-used' });
    expect(one.shown()).toBe('Ada Byron: Rang again.');
  });

  test.each([
    ['a message', MAIL],
    ['a page that can’t be read', UNREADABLE],
    ['a page without anything', { kind: 'paste-only' } as const],
  ])('is not in the form beside %s, and waits by its name', async (_, next) => {
    const one = await panel();
    one.use('typed');
    await one.go(next);
    await one.keep();
    expect(one.shown()).toBe('message');
    one.dispatch({ type: 'went', screen: 'paste' });
    expect(one.shown()).toBe(': ');
    expect(one.names()).toEqual(['Ada Byron: typed']);
    one.dispatch({ type: 'kept-opened', key: one.key(0) });
    expect(one.shown()).toBe('Ada Byron: typed');
    await one.go(next);
    expect(one.shown()).toBe('Ada Byron: typed');
  });

  test('once read and not yet logged, gives way to another record and comes back with its own', async () => {
    const one = await panel();
    one.use('Ada’s boiler is broken again and nobody came.');
    await readPasted(one.run);
    await one.keep();
    expect(one.open()).toMatchObject({ kind: 'message', source: 'pasted' });
    expect(one.names()).toEqual(['Ada Byron: ']);
    await one.go(BEN);
    expect(one.open()).toEqual(BEN);
    await one.go(ADA);
    expect(one.open()).toMatchObject({ kind: 'message', source: 'pasted', message: { from: { name: 'Ada Byron' } } });

    await one.go(MAIL);
    expect(one.open()).toMatchObject({ key: 'gmail/1' });
    await one.go(ADA);
    await one.go(MAIL);
    expect(one.open()).toMatchObject({ key: 'gmail/1' });

    const again = await panel(ADA);
    expect(again.open()).toMatchObject({ message: { text: 'Ada’s boiler is broken again and nobody came.' } });
  });
  test.each([
    ['typed', false],
    ['read and not yet logged', true],
  ])('and %s hides nothing that its page says since: it waits under the drafts', async (_, isRead) => {
    const one = await panel();
    one.use('Ada’s boiler is broken again and nobody came.');
    if (isRead) await readPasted(one.run);
    await one.keep();
    await one.go(BEN);
    // A clock in the note is no other note.
    await one.go(record('Ada Byron', { note: 'Rang about the boiler.' }));
    expect(one.shown() === 'message' && one.open().kind === 'record').toBe(false);
    await one.go(BEN);
    const gas = record('Ada Byron', { note: 'Rang: strong smell of gas in the kitchen.' });
    await one.go(gas);
    expect([one.shown(), one.open()]).toEqual(['message', gas]);
    expect(one.names().join()).toContain('Ada Byron');
  });
});

describe('what is typed or pasted beside no record', () => {
  test('is still in the form after a restart', async () => {
    const one = await panel(MAIL);
    one.dispatch({ type: 'went', screen: 'paste' });
    one.dispatch({ type: 'paste-typed', change: { channel: 'phone', text: 'She rang at nine' } });
    await one.go(BEN);
    expect(one.shown()).toBe(': She rang at nine');
    await one.keep();
    const again = await panel(MAIL);
    again.dispatch({ type: 'went', screen: 'paste' });
    expect(again.shown()).toBe(': She rang at nine');
  });

  test('is put aside for words that are handed over, for a saved email and for a page that can’t be read', async () => {
    const one = await panel(MAIL);
    one.dispatch({ type: 'went', screen: 'paste' });
    one.dispatch({ type: 'paste-typed', change: { text: 'First' } });
    one.dispatch({ type: 'words-handed', text: 'Second' });
    one.dispatch({ type: 'mail-file-read', paste: { text: 'Third' } });
    one.dispatch({ type: 'went', screen: 'message' });
    await one.go(UNREADABLE);
    await one.keep();
    expect(one.run.state().paste.text).toBe('');
    expect(one.names().toSorted()).toEqual([': First', ': Second', ': Third']);
  });

  test('stays in the form when what was kept before is loaded', async () => {
    const one = await panel(MAIL);
    one.dispatch({ type: 'words-handed', text: 'Kept' });
    await one.keep();
    const again = await panel(MAIL, { handed: 'Selected as the panel was opened' });
    expect(again.shown()).toBe(': Selected as the panel was opened');
    expect(again.names()).toEqual([': Kept']);
  });

  test('gives way to an empty one at a press, and waits by its name', async () => {
    const one = await panel(MAIL);
    one.dispatch({ type: 'went', screen: 'paste' });
    one.dispatch({ type: 'paste-typed', change: { name: 'Ray Boon', text: 'Rang about the gate.' } });
    one.dispatch({ type: 'words-handed', text: '' });
    expect(one.shown()).toBe(': ');
    await one.keep();
    expect(one.names()).toEqual(['Ray Boon: Rang about the gate.']);
  });

  test('is kept from the moment that it is read', async () => {
    const one = await panel(MAIL);
    one.dispatch({ type: 'words-handed', text: 'Nobody came about the lift.' });
    await readPasted(one.run);
    await one.keep();
    const again = await panel(MAIL);
    expect(again.names()).toEqual([': ']);
    await openKept(again.run, again.key(0));
    expect(again.open()).toMatchObject({ source: 'pasted', message: { text: 'Nobody came about the lift.' } });
  });

  test('is dropped for good at a person’s word, and all of it when everything is removed', async () => {
    const one = await panel(MAIL);
    one.dispatch({ type: 'words-handed', text: 'First' });
    one.dispatch({ type: 'words-handed', text: 'Second' });
    await one.keep();
    one.dispatch({ type: 'kept-dropped', key: one.key(1) });
    await one.keep();
    expect(one.names()).toEqual([': Second']);
    expect([...kept.keys()].filter((key) => key.startsWith('draft:'))).toHaveLength(1);
    await dropDesks(store, 'all');
    expect([...kept.keys()].filter((key) => key.startsWith('draft'))).toEqual([]);
  });
});

test('two panels keep their forms beside each other, and one follows what the other has read', async () => {
  const [one, two] = [await panel(ADA), await panel(BEN)];
  one.use('Ada’s');
  two.use('Ben’s');
  await Promise.all([one.keep(), two.keep()]);
  for (const each of [one, two, one, two]) await followKept(each.run);
  await one.go(BEN);
  expect(one.shown()).toBe('Ben Okri: Ben’s');
  await two.go(ADA);
  expect(two.shown()).toBe('Ada Byron: Ada’s');
  two.dispatch({ type: 'paste-typed', change: { text: 'Ada’s, and more' } });
  await two.keep();
  await followKept(one.run);
  await one.go(ADA);
  expect(one.shown()).toBe('Ada Byron: Ada’s, and more');
  await one.go(BEN);
  await readPasted(two.run);
  await two.keep();
  await followKept(one.run);
  await one.go(ADA);
  expect(one.open()).toMatchObject({ kind: 'message', source: 'pasted', message: { text: 'Ada’s, and more' } });
});
