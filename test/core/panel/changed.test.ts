import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../core/dates.ts';
import type { CurrentMessage } from '../../../core/host.ts';
import { emptyMessage } from '../../../core/message.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { deskFor } from '../../../core/panel/desk.ts';
import { isStillOpen } from '../../../core/panel/effects/log.ts';
import { askHost } from '../../../core/panel/effects/read-message.ts';
import { perform } from '../../../core/panel/effects/perform.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { initialState, type PanelState } from '../../../core/panel/state.ts';

const message = emptyMessage();
const of = (key: string): CurrentMessage => ({ kind: 'message', key, message });
const LOADING: CurrentMessage = { kind: 'loading' };
const NONE: CurrentMessage = { kind: 'none' };

/** A panel with message A open, beside a host whose page can be turned; no policy loads, so that nothing is read. */
function bench() {
  let page = of('a');
  let state: PanelState = reduce(
    initialState({ kind: 'extension', name: 'Gmail' }, toInstant('2026-03-25T09:26:00Z')),
    {
      type: 'message-shown',
      open: { kind: 'message', source: 'host', key: 'a', message, looked: null, slow: false, failed: null },
      desk: deskFor('a', message),
      name: 'Gmail',
    },
  );
  const gone = (): Promise<never> => Promise.reject(new Error('gone'));
  const run: Run = {
    ports: {
      host: { name: 'Gmail', currentMessage: () => Promise.resolve(page) },
      policies: { floorOn: gone, lawsOn: gone },
      store: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
    } as never,
    state: () => state,
    dispatch: (action: Action) => {
      state = reduce(state, action);
    },
    track: { asked: 0, shown: 0, looks: 0, lastOfHost: 'a', changedWhenShown: null } as never,
  };
  const turn = (next: CurrentMessage): void => {
    page = next;
  };
  return {
    run,
    turn,
    /** The host tells, as it does when its page was turned. */
    go: async (next: CurrentMessage): Promise<void> => {
      turn(next);
      await askHost(run);
    },
    card: () => {
      const { changed, open } = state;
      return { card: changed?.act ?? null, open: open.kind === 'message' ? open.key : open.kind };
    },
  };
}

describe('a press that meets another message', () => {
  test.each<[string, CurrentMessage, readonly CurrentMessage[], string | null]>([
    ['keeps its card beside that message', of('b'), [of('b')], 'logged'],
    ['keeps it while that message opens again', of('b'), [LOADING, of('b')], 'logged'],
    ['reads the next one', of('b'), [of('c')], null],
    ['reads the next one after a moment without any', of('b'), [LOADING, of('c')], null],
    ['reads the next one after no message', of('b'), [NONE, of('c')], null],
    ['goes back to its own', of('b'), [of('a')], null],
    ['keeps its card while the page is opening it', LOADING, [LOADING, of('b')], 'logged'],
    ['and no longer than that', LOADING, [of('b'), of('c')], null],
    ['keeps its card beside no message', NONE, [NONE], 'logged'],
    ['reads the one that is opened after none', NONE, [LOADING, of('c')], null],
  ])('%s', async (_, met, then, card) => {
    const { run, turn, go, card: shown } = bench();
    turn(met);
    expect(await isStillOpen(run, 'logged')).toBe(false);
    expect(shown().card).toBe('logged');
    for (const next of then) await go(next);
    const last = then.at(-1);
    expect(shown()).toEqual({ card, open: last?.kind === 'message' ? last.key : 'none' });
  });

  test('in the same tick as the host tells of it has its card, and the next one is read', async () => {
    const { run, go, turn, card } = bench();
    turn(of('b'));
    await Promise.all([askHost(run), isStillOpen(run, 'logged')]);
    expect(card()).toEqual({ card: 'logged', open: 'b' });
    await go(of('c'));
    expect(card()).toEqual({ card: null, open: 'c' });
  });
});

test.each<Action>([{ type: 'insert' }, { type: 'log' }])(
  'a press of $type that finds its message gone leaves the panel free, and says so',
  async (pressed) => {
    const { run } = bench();
    run.dispatch({ type: 'host-saw', current: LOADING, name: 'Gmail' });
    const before = run.state();
    let state: PanelState = { ...before, busy: 'insert' };
    const late: Run = {
      ...run,
      state: () => state,
      dispatch: (action) => {
        state = reduce(state, action);
      },
    };
    late.track.taken = 0;
    perform(late, pressed, { before, after: state });
    await expect.poll(() => state.busy).toBeNull();
    expect(state.problem?.title).toBe('Nothing was done');
  },
);
