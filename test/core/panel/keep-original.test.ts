import { expect, test } from 'vitest';
import { memoryRegister } from '../../../core/register/memory-register.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { keepOriginal } from '../../../core/panel/effects/keep-original.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { EMPTY_PASTE } from '../../../core/panel/paste-form.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { initialState } from '../../../core/panel/state.ts';
import { HostError } from '../../../core/host.ts';
import { RegisterError } from '../../../core/register/register.ts';
import { moment, testSource } from '../../support/case.ts';
import { openingOf, rowOf } from '../../register/contract.ts';

const NOW = moment('2026-03-25T09:26:00Z');
const MAIL = new Uint8Array([70, 114, 111, 109]);

/** A case that was just logged, in a panel whose host gives the email so. */
async function logged(original: () => Promise<Uint8Array | null>) {
  const register = memoryRegister({ source: testSource(), rowOf, deviceId: 'device-1' });
  const events = await register.append(openingOf('a'));
  const said: Action[] = [];
  const run = {
    ports: {
      register,
      host: { original },
      clock: { now: () => NOW },
    },
    state: () => initialState({ kind: 'outlook', name: 'Outlook' }, NOW),
    dispatch: (action: Action) => said.push(action),
    track: { originals: new Map([['pasted/1', MAIL]]) },
  } as unknown as Run;
  return { run, register, said, of: events[0]?.id ?? '' };
}

test('the host’s file is kept with the case, and undone with its logging', async () => {
  const { run, register, said, of } = await logged(() => Promise.resolve(MAIL));
  await keepOriginal(run, { key: 'one', source: 'host' }, { caseId: 'a', of });
  expect(await register.original(of)).toEqual(MAIL);
  const kept = said.find(({ type }) => type === 'original-kept');
  if (!kept) throw new Error(JSON.stringify(said));
  const toast = { words: 'Logged as', reference: 'X', undo: [of, 'logged'], caseId: 'a', key: 'one', number: 1 };
  const state = { ...run.state(), toast };
  expect(reduce(state, kept).toast?.undo).toHaveLength(3);
  expect(reduce({ ...state, toast: { ...toast, undo: ['other'] } }, kept).toast?.undo).toEqual(['other']);
});

test('a saved email that was brought in is kept as it was', async () => {
  const { run, register, of } = await logged(() => Promise.reject(new Error('is not asked')));
  await keepOriginal(run, { key: 'pasted/1', source: 'pasted' }, { caseId: 'a', of });
  expect(await register.original(of)).toEqual(MAIL);
});

test('undone before the file came, nothing is kept', async () => {
  const { run, register, said, of } = await logged(async () => {
    const all = (await register.eventsOf('a')).map(({ id }) => id);
    const [received] = openingOf('a');
    if (received) await register.append([{ ...received, type: 'undone', data: { of: all }, personal: {} }]);
    return MAIL;
  });
  await keepOriginal(run, { key: 'one', source: 'host' }, { caseId: 'a', of });
  expect(await register.original(of)).toBeNull();
  expect(said).toEqual([]);
});

test.each([
  {
    name: 'the host refuses',
    give: () => Promise.reject(new HostError('outlook-9018', 'Outlook didn’t give the email as a file (9018).')),
    because: 'Outlook didn’t give the email as a file (9018).',
  },
  {
    name: 'it is too large',
    give: () => Promise.resolve(new Uint8Array(10 * 1024 * 1024 + 1)),
    because: 'It is larger than 10.0 MB.',
  },
  {
    name: 'the disk is full',
    give: () => Promise.reject(new RegisterError('full', 'The disk is full. Nothing was logged.')),
    because: 'The disk is full.',
  },
])('$name: said beside the message, and the case stands', async ({ give, because }) => {
  const { run, register, said, of } = await logged(give);
  await keepOriginal(run, { key: 'one', source: 'host' }, { caseId: 'a', of });
  expect(said).toEqual([{ type: 'original-unkept', key: 'one', because }]);
  expect(await register.eventsOf('a')).toHaveLength(2);
});

test('a saved email whose text was changed in the form is no longer that email', () => {
  const read = { ...EMPTY_PASTE, text: 'The floor.', original: MAIL };
  const state = { ...initialState({ kind: 'paste', name: 'Duly' }, NOW), paste: read };
  const typed = (change: Partial<typeof read>) => reduce(state, { type: 'paste-typed', change }).paste.original;
  expect(typed({ name: 'Ruth' })).toBe(MAIL);
  expect(typed({ text: 'Something else' })).toBeNull();
});
