import { expect, test } from 'vitest';

import { panelLock } from '../../../core/panel/lock/panel-lock.ts';
import type { PanelStore } from '../../../core/panel/ports.ts';
import { aStore } from '../../support/kept-store.ts';

let chance = 0;
const lockOf = (store: PanelStore) =>
  panelLock(store, {
    watches: 'panel',
    random: (bytes) => Uint8Array.from({ length: bytes }, (_, place) => (++chance * 97 + place * 31) % 256),
    rounds: 10,
  });

test('nothing is locked until somebody wants it', async () => {
  const lock = lockOf(aStore().store);
  await lock.lockNow();
  expect(await lock.state()).toEqual({ isLocked: false, hasCode: false, minutes: null });
});

test('a code opens it, another doesn’t, and neither is kept', async () => {
  const { store, kept } = aStore();
  const lock = lockOf(store);
  const recovery = await lock.save(10, 'badger 7');
  await lock.lockNow();
  expect(await lock.state()).toMatchObject({ isLocked: true, hasCode: true });
  expect(await lock.unlock('badger 8')).toBe('wrong');
  expect((await lock.state()).isLocked).toBe(true);
  expect(await lock.unlock('badger 7')).toBe('opened');
  expect((await lock.state()).isLocked).toBe(false);
  expect(kept.get('lock')).not.toContain('badger');
  expect(kept.get('lock')).not.toContain(recovery?.replaceAll('-', ''));
});

test('a forgotten code is taken away by the code that was shown with it, however it is typed', async () => {
  const { store } = aStore();
  const lock = lockOf(store);
  const recovery = (await lock.save(10, 'badger 7')) ?? '';
  expect(recovery).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await lock.lockNow();
  // Another panel of the same browser.
  expect(await lockOf(store).unlock(recovery.toLowerCase().replaceAll('-', ' '))).toBe('forgotten');
  expect(await lock.state()).toMatchObject({ isLocked: false, hasCode: false, minutes: 10 });
});

test('another time leaves the code; no time takes it away; a new code has a new way back', async () => {
  const lock = lockOf(aStore().store);
  const first = await lock.save(10, 'badger 7');
  expect(await lock.save(30, null)).toBeNull();
  expect(await lock.load()).toEqual({ minutes: 30, hasCode: true });
  const second = await lock.save(30, 'badger 8');
  expect(second).not.toBe(first);
  await lock.lockNow();
  expect(await lock.unlock(first ?? '')).toBe('wrong');
  await lock.save(null, null);
  expect(await lock.state()).toEqual({ isLocked: false, hasCode: false, minutes: null });
});

test('what can’t be read any more locks nobody out', async () => {
  const { store, kept } = aStore();
  kept.set('lock', '{"minutes":"ten","code":7,"isLocked":true}');
  expect(await lockOf(store).state()).toEqual({ isLocked: false, hasCode: false, minutes: null });
});
