import { expect, test } from 'vitest';

import type { Action } from '../../../core/panel/actions.ts';
import { isStillOpen } from '../../../core/panel/effects/log.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { initialState, type OpenMessage, type PanelState } from '../../../core/panel/state.ts';
import { emptyMessage } from '../../../core/message.ts';
import { deskFor } from '../../../core/panel/desk.ts';
import { toInstant } from '../../../core/dates.ts';

/* A host that can't say whose words it gives: nothing is done before a person says that it is this message. */

const message = { ...emptyMessage(), text: 'Nobody came.' };
const open: OpenMessage = {
  kind: 'message',
  source: 'host',
  key: 'one',
  message,
  beside: { mailbox: null, mark: null, doubt: 'Outlook gives no headers of this message.' },
  looked: null,
  slow: false,
  failed: null,
};
const doubtful: PanelState = {
  ...initialState({ kind: 'outlook', name: 'Outlook' }, toInstant('2026-03-25T09:30:00Z')),
  open,
  desk: deskFor('one', message, null),
};

function runOn(state: PanelState): { readonly run: Run; readonly said: string[] } {
  const said: string[] = [];
  const run = {
    state: () => state,
    dispatch: (action: { readonly type: string }) => void said.push(action.type),
    ports: { host: { currentMessage: () => Promise.resolve({ kind: 'message', key: 'one', message }) } },
  } as unknown as Run;
  return { run, said };
}

test('what nobody has said to be this message is refused, and then isn’t', async () => {
  const before = runOn(doubtful);
  expect([await isStillOpen(before.run, 'logged'), before.said]).toEqual([false, ['failed']]);
  const other = reduce(doubtful, { type: 'message-confirmed', key: 'two' });
  expect(await isStillOpen(runOn(other).run, 'logged')).toBe(false);
  const after = runOn(reduce(doubtful, { type: 'message-confirmed', key: 'one' }));
  expect([await isStillOpen(after.run, 'logged'), after.said]).toEqual([true, []]);
});

test('what was heard of a message isn’t heard of what can’t be read, or of nothing', () => {
  const heard: PanelState = {
    ...doubtful,
    spoken: { polite: 'Ruth Amankwah: a complaint', alert: 'Danger now: gas.' },
  };
  const saw = (current: Extract<Action, { type: 'host-saw' }>['current']): PanelState['spoken'] =>
    reduce(heard, { type: 'host-saw', current, name: 'Outlook' }).spoken;
  expect(saw({ kind: 'none' })).toEqual({ polite: '', alert: '' });
  expect(saw({ kind: 'loading' })).toEqual({ polite: '', alert: '' });
  expect(saw({ kind: 'unreadable', page: 'Outlook', found: [], missing: [], because: 'A meeting.' })).toEqual({
    polite: 'Duly can’t read this. Nothing was checked, hazards included.',
    alert: '',
  });
});
