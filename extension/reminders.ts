import browser from 'webextension-polyfill';

import { addDays, addHours, localDate, toInstant, type Instant, type IsoDate } from '../core/dates.ts';
import { glance } from '../core/register/glance.ts';
import { badgeOf, isWeekday, lookAt, snoozed, type Reminder } from '../core/reminders/reminders.ts';
import { parseDaysOff, parseReminders, parseReminderState, REMINDER_KEYS } from '../core/reminders/stored.ts';
import { REMINDERS_LOCK } from './reminders-lock.ts';
import { REGISTER_CHANGED } from './register-changed.ts';

/*
 * Reminders, for as long as the browser runs: the badge on the button, and a notification where somebody allowed them. All
 * that is remembered stands in storage, since the worker is stopped and started; an alarm a quarter of an hour makes up for
 * one that was lost.
 */

const ALARM = 'duly-reminders';
const EVERY = 15;

/** Listens to what may change a reminder. Called while the worker starts: listeners that come later miss what woke it. */
export function watchReminders(): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void look();
  });
  browser.runtime.onStartup.addListener(() => void look());
  browser.runtime.onInstalled.addListener(() => void look());
  browser.runtime.onMessage.addListener((message: unknown, sender: { readonly id?: string | undefined }) => {
    if (sender.id === browser.runtime.id && message === REGISTER_CHANGED) void look();
    return undefined;
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (REMINDER_KEYS.settings in changes || REMINDER_KEYS.daysOff in changes)) void look();
    // The panel put reminders off, or lets them come again; what the worker remembers by itself wakes nobody.
    const state = area === 'local' ? changes[REMINDER_KEYS.state] : undefined;
    if (state && parseReminderState(state.oldValue).snoozedUntil !== parseReminderState(state.newValue).snoozedUntil)
      void look();
  });
  listenToNotifications();
  chrome.permissions.onAdded.addListener(() => {
    listenToNotifications();
    void look();
  });
}

/** Notifications are an optional permission: the browser has them only where somebody allowed them. */
function notificationsIfAllowed(): typeof chrome.notifications | undefined {
  return (chrome as Partial<typeof chrome>).notifications;
}

function listenToNotifications(): void {
  const notifications = notificationsIfAllowed();
  if (!notifications || notifications.onButtonClicked.hasListener(later)) return;
  notifications.onButtonClicked.addListener(later);
}

function later(id: string): void {
  if (id !== ALARM) return;
  void chrome.notifications.clear(id);
  void snooze(addHours(instantNow(), 1));
}

/** Puts reminders off until a moment. */
async function snooze(until: Instant): Promise<void> {
  await navigator.locks.request(REMINDERS_LOCK, async () => {
    const stored = await browser.storage.local.get(REMINDER_KEYS.state);
    const state = snoozed(parseReminderState(stored[REMINDER_KEYS.state]), until);
    await browser.storage.local.set({ [REMINDER_KEYS.state]: state });
  });
  await look();
}

/** Counts, sets the badge, shows what is due to be shown, and says when to look again. One look at a time. */
async function look(): Promise<void> {
  await navigator.locks.request(REMINDERS_LOCK, async () => {
    const stored = await browser.storage.local.get(Object.values(REMINDER_KEYS));
    const daysOff = parseDaysOff(stored[REMINDER_KEYS.daysOff]);
    const isWorkingDay = (day: IsoDate): boolean => isWeekday(day) && !daysOff.has(day);
    const now = instantNow();
    const today = localDate(now);
    const counts = await glance('duly', { today, now, nextWorkingDay: nextWorkingDay(today, isWorkingDay) });
    // Without a register there is nothing to be reminded of, and nothing to look for until the panel has made one.
    if (!counts) return;
    const badge = badgeOf(counts);
    await Promise.all([
      chrome.action.setBadgeText({ text: badge.text }),
      chrome.action.setBadgeBackgroundColor({ color: badge.isAlert ? '#97211a' : '#3d4a52' }),
      chrome.action.setTitle({ title: badge.title }),
    ]);
    const { show, state, next } = lookAt({
      settings: parseReminders(stored[REMINDER_KEYS.settings]),
      counts,
      state: parseReminderState(stored[REMINDER_KEYS.state]),
      now,
      isWorkingDay,
    });
    // Remembered before it is shown: a worker that is stopped in between shows it never twice.
    await browser.storage.local.set({ [REMINDER_KEYS.state]: state });
    if (show) notify(show);
    const when = next === null ? {} : { when: Date.parse(next) };
    await chrome.alarms.create(ALARM, { periodInMinutes: EVERY, ...soonest(when, now) });
  });
}

/** The next reminder, or the next quarter of an hour, whichever is sooner: dates turn overdue at midnight, too. */
function soonest({ when }: { readonly when?: number }, now: Instant): { readonly when: number } {
  const quarter = Date.parse(now) + EVERY * 60_000;
  return { when: when === undefined ? quarter : Math.min(when, quarter) };
}

function notify({ title, body }: Reminder): void {
  void notificationsIfAllowed()?.create(ALARM, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('extension/icons/duly-128.png'),
    title,
    message: body,
    buttons: [{ title: 'In an hour' }],
  });
}

function nextWorkingDay(today: IsoDate, isWorkingDay: (day: IsoDate) => boolean): IsoDate {
  for (let day = addDays(today, 1), left = 14; left > 0; day = addDays(day, 1), left--)
    if (isWorkingDay(day)) return day;
  return addDays(today, 1);
}

function instantNow(): Instant {
  return toInstant(new Date().toISOString());
}
