import browser from 'webextension-polyfill';

import type { Reminders } from '../../core/panel/host-settings.ts';
import { snoozed } from '../../core/reminders/reminders.ts';
import { parseReminders, parseReminderState, REMINDER_KEYS } from '../../core/reminders/stored.ts';
import { REMINDERS_LOCK } from '../reminders-lock.ts';

const NOTIFICATIONS: chrome.permissions.Permissions = { permissions: ['notifications'] };

/** Reminders as this browser keeps them: the worker reads them from storage and follows every change. */
export const reminders: Reminders = {
  load: async () => {
    const { settings, state } = REMINDER_KEYS;
    const [stored, isAllowed] = await Promise.all([
      browser.storage.local.get([settings, state]),
      chrome.permissions.contains(NOTIFICATIONS),
    ]);
    const { snoozedUntil } = parseReminderState(stored[state]);
    return { settings: parseReminders(stored[settings]), isAllowed, snoozedUntil };
  },
  save: (settings) => browser.storage.local.set({ [REMINDER_KEYS.settings]: settings }),
  allow: () => chrome.permissions.request(NOTIFICATIONS),
  snooze: (until) =>
    // The worker may be looking at this moment, and remembers what it saw.
    navigator.locks.request(REMINDERS_LOCK, async () => {
      const stored = await browser.storage.local.get(REMINDER_KEYS.state);
      const state = parseReminderState(stored[REMINDER_KEYS.state]);
      const next = until === null ? { ...state, snoozedUntil: null } : snoozed(state, until);
      await browser.storage.local.set({ [REMINDER_KEYS.state]: next });
    }),
};
