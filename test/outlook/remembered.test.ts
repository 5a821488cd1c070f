import { afterEach, expect, test, vi } from 'vitest';

import type { Capabilities } from '../../outlook-addin/capabilities.ts';
import { toInstant } from '../../core/dates.ts';
import type { Register } from '../../core/register/register.ts';
import { outlookKeeping } from '../../outlook-addin/outlook-keeping.ts';
import { fitted, remember, remembered, type Remembered } from '../../outlook-addin/remembered.ts';
import { memoryIn, settingsWith } from './roaming.ts';

/* What the mailbox remembers of several clients, each of which knows the settings as they were when it was opened. */

const NOW = toInstant('2026-03-25T09:30:00Z');

let mailbox: Record<string, string> = {};

/** Opens a client: it has a copy of the settings, which it saves as a whole. */
function openClient(): object {
  const copy = { ...mailbox };
  return {
    get: (name: string) => (copy[name] === undefined ? undefined : (JSON.parse(copy[name]) as unknown)),
    set: (name: string, value: unknown) => void (copy[name] = JSON.stringify(value)),
    saveAsync: (done: (answer: object) => void) => {
      mailbox = { ...copy };
      done({ status: 'succeeded' });
    },
  };
}

function use(roamingSettings: object): void {
  vi.stubGlobal('Office', { context: { roamingSettings } });
}

function known(place: string, change: Partial<Remembered> = {}): Remembered {
  return { place, cases: 1, entries: 3, seenAt: NOW, backupAt: null, since: [], missing: [], ...change };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  mailbox = {};
});

test('an entry that can’t be read hides no other one, and stays as it is', async () => {
  const later = JSON.stringify(JSON.stringify({ place: 'Outlook for Mac', seenAt: 'in another way' }));
  mailbox = {
    ...settingsWith({ 'Outlook for Windows': known('Outlook for Windows') }),
    'duly-places': JSON.stringify(['Outlook for Mac', 'Outlook for Windows']),
    'duly-kept Outlook for Mac': later,
  };
  use(openClient());
  expect([...remembered('Outlook').keys()]).toEqual(['Outlook for Windows']);
  await remember('Outlook', known('Outlook'));
  expect(mailbox['duly-kept Outlook for Mac']).toBe(later);
  expect(JSON.parse(mailbox['duly-places'] ?? '')).toEqual(['Outlook for Mac', 'Outlook for Windows', 'Outlook']);
});

test('what an older copy has wiped is there again once its own client is opened, beside the other’s', async () => {
  vi.useFakeTimers();
  const web = openClient();
  const mac = openClient();
  use(web);
  await remember('Outlook on the web', known('Outlook on the web'));
  use(mac);
  await remember('Outlook for Mac', known('Outlook for Mac'));
  // The client on the Mac was opened before: it knows of no other. Nothing that an add-in may ask would tell it.
  expect(Object.keys(memoryIn(mailbox))).toEqual(['Outlook for Mac']);
  use(openClient());
  const can = { client: 'Outlook on the web' } as Capabilities;
  await outlookKeeping(registerOf(3), { can, now: () => NOW });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(memoryIn(mailbox)).toMatchObject({
    'Outlook for Mac': { entries: 3 },
    'Outlook on the web': { entries: 3, cases: 1 },
  });
});

test.each([
  ['as many entries as it remembers', 3, false],
  ['more of them, by an older copy that came back', 5, true],
])('where the register has %s the mailbox is written: %s', async (_name, entries, isWritten) => {
  vi.useFakeTimers();
  mailbox = settingsWith({ Outlook: known('Outlook') });
  const before = mailbox;
  use(openClient());
  await outlookKeeping(registerOf(entries), { can: { client: 'Outlook' } as Capabilities, now: () => NOW });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(mailbox !== before).toBe(isWritten);
});

/** A register with one case of so many entries, as far as it is asked. */
function registerOf(events: number): Register {
  return {
    backup: () => Promise.resolve({ events, at: null }),
    onChange: () => () => undefined,
    async *allEvents() {
      await Promise.resolve();
      for (let index = 0; index < events; index++)
        yield { caseId: '01890a5d-ac96-774b-bcce-b302099a8057', recordedAt: NOW };
    },
  } as unknown as Register;
}

test('what four clients remember fits into the settings, the latest references first', () => {
  const since = Array.from({ length: 5_000 }, (_, index) => ({
    reference: `7RK-4MD-${String(index)}`,
    day: '2026-03-25',
  })) as unknown as Remembered['since'];
  const text = fitted(known('Outlook', { since }));
  const places = [
    'Outlook on the web (https://outlook.office.com)',
    'Outlook for Windows',
    'Outlook for Mac',
    'Outlook',
  ];
  // As Office.js counts before it saves; above 32,768 it refuses (9019).
  const all = Object.fromEntries([
    ['duly-places', JSON.stringify(places)],
    ...places.map((place) => [`duly-kept ${place}`, JSON.stringify(text)]),
  ]) as object;
  expect(JSON.stringify(all).length).toBeLessThanOrEqual(32_768);
  expect(text).toContain('7RK-4MD-0');
});
