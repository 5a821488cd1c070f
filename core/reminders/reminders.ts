import { figure } from '../date-words.ts';
import {
  addDays,
  compareInstants,
  isoWeekday,
  localDate,
  localTime,
  londonMoment,
  type Instant,
  type IsoDate,
} from '../dates.ts';

/** When somebody wants to be reminded. Times are London's wall times, `09:00`. */
export interface ReminderSettings {
  readonly isOn: boolean;
  /** The first of them brings the digest of the day. */
  readonly times: readonly string[];
  /** Nothing is shown before and after these. */
  readonly from: string;
  readonly to: string;
}

/** As they are until somebody changes them: at the start of the day and after lunch. */
export const DEFAULT_REMINDERS: ReminderSettings = {
  isOn: true,
  times: ['09:00', '13:30'],
  from: '08:00',
  to: '18:00',
};

/** What must be told, as the register counts it at the moment. */
export interface ReminderCounts {
  readonly overdue: number;
  readonly today: number;
  /** Due on the next working day. */
  readonly next: number;
  readonly undecided: number;
}

/** What is remembered between two looks: the worker that looks keeps nothing itself. */
export interface ReminderState {
  /** The last time for which a reminder was shown or found needless; null = never. */
  readonly doneTo: Instant | null;
  readonly snoozedUntil: Instant | null;
}

export const NO_STATE: ReminderState = { doneTo: null, snoozedUntil: null };

/** What to show now. */
export interface Reminder {
  readonly kind: 'digest' | 'reminder';
  readonly title: string;
  readonly body: string;
}

/** What follows from a look: what to show, what to remember, and when to look again. */
export interface Look {
  readonly show: Reminder | null;
  readonly state: ReminderState;
  /** Null where nothing is to be shown ever: reminders are off. */
  readonly next: Instant | null;
}

export interface LookRequest {
  readonly settings: ReminderSettings;
  readonly counts: ReminderCounts;
  readonly state: ReminderState;
  readonly now: Instant;
  /** Whether anybody works on a day; bank holidays and closures are days off. */
  readonly isWorkingDay: (day: IsoDate) => boolean;
}

/**
 * Looks whether a reminder is due, however long nobody looked: of the times that passed since the last look on this working
 * day one is shown, not each; those of other days are past. None is shown outside working hours or while snoozed; what a
 * snooze put off is shown when it ends. A clock that was set back shows nothing twice.
 */
export function lookAt({ settings, counts, state, now, isWorkingDay }: LookRequest): Look {
  if (!settings.isOn || settings.times.length === 0) return { show: null, state, next: null };
  const today = localDate(now);
  const time = localTime(now);
  const isSnoozed = state.snoozedUntil !== null && compareInstants(state.snoozedUntil, now) > 0;
  const isAtWork = isWorkingDay(today) && time >= settings.from && time <= settings.to;
  const passed = timesOf(settings, today).filter((at) => compareInstants(at, now) <= 0);
  const last = passed.at(-1) ?? null;
  // Remembered by a clock that ran days ahead and was put right since: it says nothing about now.
  const doneTo = state.doneTo !== null && localDate(state.doneTo) > addDays(today, 1) ? null : state.doneTo;
  const isMissed = last !== null && (doneTo === null || compareInstants(last, doneTo) > 0);
  const hasEnded = state.snoozedUntil !== null && !isSnoozed;
  const next = nextLook({ settings, now, isWorkingDay, snoozedUntil: isSnoozed ? state.snoozedUntil : null });
  if (!isAtWork || isSnoozed || (!isMissed && !hasEnded)) return { show: null, state, next };
  const isFirst = doneTo === null || localDate(doneTo) < today;
  return {
    show: reminderOf(counts, isFirst && !hasEnded ? 'digest' : 'reminder'),
    state: { doneTo: laterOf(last, doneTo), snoozedUntil: null },
    next,
  };
}

/** What the badge says: how many are overdue or due today; nothing where none is. */
export function badgeOf({ overdue, today }: Pick<ReminderCounts, 'overdue' | 'today'>): {
  readonly text: string;
  readonly isAlert: boolean;
  readonly title: string;
} {
  const number = overdue + today;
  const title =
    number === 0
      ? 'Open Duly'
      : `Open Duly: ${[counted(overdue, 'overdue'), counted(today, 'due today')].filter(Boolean).join(', ')}`;
  return { text: number === 0 ? '' : number > 999 ? '999+' : String(number), isAlert: overdue > 0, title };
}

/** Snoozed until a time today, or until the first time of the next working day. */
export function snoozed(state: ReminderState, until: Instant): ReminderState {
  return { ...state, snoozedUntil: until };
}

function reminderOf({ overdue, today, next, undecided }: ReminderCounts, kind: Reminder['kind']): Reminder | null {
  const urgent = [counted(overdue, 'overdue'), counted(today, 'due today')].filter(Boolean);
  const rest =
    kind === 'digest'
      ? [
          counted(next, 'due the next working day'),
          counted(undecided, undecided === 1 ? 'message undecided' : 'messages undecided'),
        ].filter(Boolean)
      : [];
  if (urgent.length + rest.length === 0) return null;
  // No names: a notification is read by whoever stands beside the screen.
  return {
    kind,
    title: urgent.length > 0 ? urgent.join(', ') : 'Nothing overdue or due today',
    body: rest.length > 0 ? rest.join(', ') : 'Open Duly to see them.',
  };
}

function counted(number: number, words: string): string {
  return number === 0 ? '' : `${figure(number)} ${words}`;
}

/** The moments of a day at which somebody wants to be reminded, within working hours. */
function timesOf({ times, from, to }: ReminderSettings, day: IsoDate): readonly Instant[] {
  return [...times]
    .filter((time) => time >= from && time <= to)
    .sort()
    .map((time) => londonMoment(day, time));
}

/** Looked far enough that Christmas lies between. */
const DAYS = 14;

function nextLook({
  settings,
  now,
  isWorkingDay,
  snoozedUntil,
}: Pick<LookRequest, 'settings' | 'now' | 'isWorkingDay'> & { readonly snoozedUntil: Instant | null }): Instant | null {
  const candidates: Instant[] = [];
  for (let day = localDate(now), left = DAYS; left > 0; day = addDays(day, 1), left--) {
    if (!isWorkingDay(day)) continue;
    const first = timesOf(settings, day).find((at) => compareInstants(at, now) > 0);
    if (first === undefined) continue;
    candidates.push(first);
    break;
  }
  if (snoozedUntil !== null) candidates.push(snoozedUntil);
  return candidates.sort(compareInstants)[0] ?? null;
}

function laterOf(left: Instant | null, right: Instant | null): Instant | null {
  if (left === null || right === null) return left ?? right;
  return compareInstants(left, right) > 0 ? left : right;
}

/** Monday to Friday, where nobody has said which days a landlord is closed on. */
export function isWeekday(day: IsoDate): boolean {
  return isoWeekday(day) <= 5;
}
