import browser from 'webextension-polyfill';

import type { Lock } from '../core/panel/host-settings.ts';

/*
 * The lock of the panel: it hides what is shown when nobody has touched the computer for a while, or its screen was
 * locked. It keeps eyes off and asks who is there; it encrypts nothing.
 */

const KEY = 'lock';
const ROUNDS = 210_000;

interface Stored {
  readonly minutes: number | null;
  /** Null = no code is asked for. */
  readonly code: { readonly salt: string; readonly hash: string } | null;
  readonly isLocked: boolean;
}

const OPEN: Stored = { minutes: null, code: null, isLocked: false };

/** What cannot be read any more locks nobody out. */
async function stored(): Promise<Stored> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  if (typeof kept !== 'object' || kept === null) return OPEN;
  const { minutes, code, isLocked } = kept as Readonly<Record<string, unknown>>;
  return {
    minutes: typeof minutes === 'number' ? minutes : null,
    code: codeIn(code),
    isLocked: isLocked === true,
  };
}

function codeIn(kept: unknown): Stored['code'] {
  if (typeof kept !== 'object' || kept === null || !('salt' in kept) || !('hash' in kept)) return null;
  const { salt, hash } = kept;
  return typeof salt === 'string' && typeof hash === 'string' ? { salt, hash } : null;
}

async function keep(change: Partial<Stored>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await stored()), ...change } });
}

/** The lock as Settings changes it. */
export const lock: Lock = {
  load: async () => {
    const { minutes, code } = await stored();
    return { minutes, hasCode: code !== null };
  },
  save: async (minutes, code) => {
    const before = await stored();
    const kept = minutes === null ? null : code === null ? before.code : await sealed(code);
    await keep({ minutes, code: kept });
  },
};

/** Whether the panel is locked, and whether a code opens it. */
export async function lockState(): Promise<{ readonly isLocked: boolean; readonly hasCode: boolean }> {
  const { minutes, code, isLocked } = await stored();
  return { isLocked: isLocked && minutes !== null, hasCode: code !== null };
}

/** Opens it again; false for a code that isn't the one. */
export async function unlock(code: string): Promise<boolean> {
  const { code: set } = await stored();
  if (set !== null && (await hashOf(code, set.salt)) !== set.hash) return false;
  await keep({ isLocked: false });
  return true;
}

/** Calls back whenever it is locked or opened, by this window or another. */
export function onLockChange(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) listener();
  });
}

/** Listens, in the worker, for nobody being there. Called while it starts: listeners that come later miss what woke it. */
export function watchIdle(): void {
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === 'active') return;
    void stored().then(({ minutes }) => (minutes === null ? undefined : keep({ isLocked: true })));
  });
  onLockChange(() => void listenFor());
  void listenFor();
}

async function listenFor(): Promise<void> {
  const { minutes } = await stored();
  if (minutes !== null) chrome.idle.setDetectionInterval(minutes * 60);
}

async function sealed(code: string): Promise<{ readonly salt: string; readonly hash: string }> {
  const salt = hexOf(crypto.getRandomValues(new Uint8Array(16)));
  return { salt, hash: await hashOf(code, salt) };
}

async function hashOf(code: string, salt: string): Promise<string> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(code), 'PBKDF2', false, ['deriveBits']);
  const asked = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: ROUNDS };
  return hexOf(new Uint8Array(await crypto.subtle.deriveBits(asked, key, 256)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
