import { CalendarCoverageError, type WorkingCalendar } from '../calendar.ts';
import { currentStage, type CaseFile } from '../case/case-file.ts';
import type { CaseEvent } from '../case/event.ts';
import { panelDate, panelMoment } from '../date-words.ts';
import { addDays, compareInstants, localDate, toInstant, type Instant, type IsoDate } from '../dates.ts';
import { answerIfAcknowledged, deadlines, isOwed, type Deadline, type Waiting } from '../deadlines/deadlines.ts';
import { clausesInWords, dueInWords, DUTY_WORDS, spanInWords } from '../deadlines/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/schema.ts';
import { clauseNumber } from '../policy/clause-words.ts';
import { byChannel, receivedInWords } from './channel-words.ts';
import { leftInWords } from './left-words.ts';
import type { OpenCase } from './state.ts';

/** What the mark at the side says: done, the next thing, due, not fixed yet, overdue. */
export type DateMark = 'past' | 'next' | 'due' | 'waits' | 'over';

/** One line of the dates. */
export interface DateRow {
  readonly id: string;
  readonly mark: DateMark;
  readonly what: string;
  readonly when: string;
  /** Machine-readable; null for "waiting" and "not computed". */
  readonly iso: string | null;
  readonly left: string;
  /** What an act today would make of a date that isn't fixed yet. */
  readonly hint: string | null;
  /** The count behind it; null where nothing was counted. */
  readonly working: { readonly date: Deadline; readonly calendar: WorkingCalendar } | null;
}

/** The dates of a case as the card shows them. */
export interface DatesView {
  readonly rows: readonly DateRow[];
  /** A count went past the calendar: that date is not computed, and nothing is guessed. */
  readonly uncovered: { readonly error: CalendarCoverageError; readonly count: string } | null;
}

const DONE_WORDS: Partial<Record<Duty, string>> = {
  contact: 'Contact made',
  acknowledge: 'Acknowledged',
  respond: 'Responded',
  'extended-respond-by': 'Responded',
  'make-safe': 'Made safe',
};

/** Every date of a case: what happened, what is due under the policy and the law, what waits. */
export function datesView({ file, events, rules }: OpenCase, now: Instant): DatesView {
  const { policy, calendar, laws } = rules;
  const own = computed(file, policy, calendar);
  const law = laws.map((one) => ({ ...one, ...computed(file, one.policy, one.calendar) }));
  const shown = [
    ...own.dates.map((date) => ({ date, policy, calendar, isLaw: false })),
    ...law.flatMap((one) =>
      one.dates.map((date) => ({ date, policy: one.policy, calendar: one.calendar, isLaw: true })),
    ),
  ].filter(({ date }) => !date.lapsed || date.metAt !== null);
  const open = shown
    .filter(({ date }) => isOwed(date))
    .toSorted((left, right) => (left.date.day < right.date.day ? -1 : 1));
  const first = open.find(({ date }) => !date.provisional)?.date;
  const context = { file, now, isNext: (date: Deadline) => date === first };
  const rows = shown
    .toSorted((left, right) => (sortKey(left.date) < sortKey(right.date) ? -1 : 1))
    .map((one) => dateRow(one, context));
  return {
    rows: [
      receivedRow(file, events, now),
      ...rows,
      ...file.handDates.map((date) => handRow(date, calendar, now)),
      ...own.missing.map(missingRow),
      ...own.waiting.map(waitingRow),
    ],
    uncovered: own.uncovered ?? law.find(({ uncovered }) => uncovered)?.uncovered ?? null,
  };
}

function sortKey({ metAt, day }: Deadline): string {
  return metAt === null ? `2 ${day}` : `1 ${metAt}`;
}

interface Computed {
  readonly dates: readonly Deadline[];
  readonly waiting: readonly Waiting[];
  readonly missing: Policy['timers'];
  readonly uncovered: DatesView['uncovered'];
}

/** All dates; where the calendar ends, each that can still be counted, and the others by name. */
function computed(file: CaseFile, policy: Policy, calendar: WorkingCalendar): Computed {
  try {
    const { dates, waiting } = deadlines(file, policy, calendar);
    return { dates, waiting, missing: [], uncovered: null };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return timerByTimer(file, policy, { calendar, error });
  }
}

function timerByTimer(
  file: CaseFile,
  policy: Policy,
  { calendar, error }: { readonly calendar: WorkingCalendar; readonly error: CalendarCoverageError },
): Computed {
  const stage = currentStage(file)?.stage;
  const dates: Deadline[] = [];
  const missing: Policy['timers'] = [];
  for (const timer of policy.timers.filter((one) => one.stage === undefined || one.stage === stage)) {
    const timers = policy.timers.filter(({ id }) => id === timer.id || id === timer.projectFrom);
    try {
      dates.push(...deadlines(file, { ...policy, timers }, calendar).dates.filter((date) => date.timer === timer.id));
    } catch (failure) {
      if (!(failure instanceof CalendarCoverageError)) throw failure;
      missing.push(timer);
    }
  }
  const span = missing[0]?.within;
  return { dates, waiting: [], missing, uncovered: { error, count: span ? spanInWords(span) : 'The count' } };
}

interface Shown {
  readonly date: Deadline;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly isLaw: boolean;
}

function dateRow(
  { date, policy, calendar, isLaw }: Shown,
  {
    file,
    now,
    isNext,
  }: { readonly file: CaseFile; readonly now: Instant; readonly isNext: (date: Deadline) => boolean },
): DateRow {
  const today = localDate(now);
  const source = isLaw ? policy.shortName : clausesInWords(date.clauses);
  const base = { id: `${policy.id} ${date.timer} ${date.stage ?? ''}`, working: { date, calendar } };
  if (date.metAt !== null) {
    const wasLate =
      date.due === date.day ? localDate(date.metAt) > date.day : compareInstants(date.metAt, toInstant(date.due)) > 0;
    return {
      ...base,
      mark: 'past',
      what: DONE_WORDS[date.obligation] ?? DUTY_WORDS[date.obligation],
      when: panelMoment(date.metAt, today),
      iso: date.metAt,
      left: `${wasLate ? 'late: ' : ''}due ${panelDate(date.day, today)} · ${source}`,
      hint: null,
    };
  }
  const when = dueInWords(date, today);
  const { words, isOver } = leftInWords(date, now, calendar);
  if (date.provisional) {
    // Past its day it is late as things stand, fixed or not: the due list says the same.
    const isLate = isOver && isOwed(date);
    return {
      ...base,
      mark: isLate ? 'over' : 'waits',
      what: DUTY_WORDS[date.obligation],
      when: `by ${when}`,
      iso: date.day,
      left: `${isLate ? `${words} · ` : ''}fixed when acknowledged · ${source}`,
      hint: ifAcknowledged(file, policy, { calendar, now }),
    };
  }
  const isDuty = isOwed(date);
  const mark = isOver && isDuty ? 'over' : isNext(date) ? 'next' : 'due';
  const left = isDuty || !isOver ? words : 'past';
  return {
    ...base,
    mark,
    what: DUTY_WORDS[date.obligation],
    when: date.notBefore ? `from ${when}` : when,
    iso: date.due,
    left: `${left === '' ? '' : `${left} · `}${source}`,
    hint: null,
  };
}

/** What acting today, and tomorrow, would make of the answer's date: "If acknowledged today: Fri 10 Apr." */
function ifAcknowledged(
  file: CaseFile,
  policy: Policy,
  { calendar, now }: { readonly calendar: WorkingCalendar; readonly now: Instant },
): string | null {
  const today = localDate(now);
  const answer = answerIfAcknowledged(file, policy, calendar, now);
  if (!answer) return null;
  const tomorrow = answerIfAcknowledged(file, policy, calendar, noon(addDays(today, 1)));
  const then = tomorrow && tomorrow.day !== answer.day ? ` Tomorrow: ${panelDate(tomorrow.day, today)}.` : '';
  return `If acknowledged today: ${panelDate(answer.day, today)}.${then}`;
}

function noon(day: IsoDate): Instant {
  return toInstant(`${day}T12:00:00Z`);
}

function receivedRow(file: CaseFile, events: readonly CaseEvent[], now: Instant): DateRow {
  const stage = currentStage(file);
  const isLater = stage !== null && stage.enteredBy === 'escalation' && stage.enteredAt !== file.receivedAt;
  const at = isLater ? stage.enteredAt : file.receivedAt;
  const message = file.messages.findLast(({ receivedAt }) => receivedAt === at) ?? file.messages[0];
  const entry = events.find(({ id }) => id === message?.eventId);
  const isByPerson = entry?.type === 'received' && entry.data.receivedAtSource === 'person';
  return {
    id: 'received',
    mark: 'past',
    what: isLater ? 'Next stage asked for' : 'Received',
    when: receivedInWords({ receivedAt: at, receivedAtSource: isByPerson ? 'person' : null }, localDate(now)),
    iso: at,
    left: `day 0, ${byChannel(message?.channel ?? 'email')}`,
    hint: null,
    working: null,
  };
}

function handRow(
  { id, what, due, clauses, metAt }: CaseFile['handDates'][number],
  calendar: WorkingCalendar,
  now: Instant,
): DateRow {
  const today = localDate(now);
  const source = clauses.length > 0 ? ` · ${clausesInWords(clauses)}` : '';
  const { words, isOver } = leftInWords({ due, day: due }, now, calendar);
  return {
    id,
    mark: metAt !== null ? 'past' : isOver ? 'over' : 'due',
    what,
    when: panelDate(due, today),
    iso: due,
    left: `${metAt === null ? words : 'done'}${source}`,
    hint: null,
    working: null,
  };
}

function missingRow({ id, does, clause }: Policy['timers'][number]): DateRow {
  return {
    id: `missing ${id}`,
    mark: 'waits',
    what: DUTY_WORDS[does],
    when: 'not computed',
    iso: null,
    left: `past the calendar · ${clause.map(clauseNumber).join(' and ')}`,
    hint: null,
    working: null,
  };
}

const WAITS_FOR: Partial<Record<Waiting['for'], string>> = {
  acknowledged: 'our acknowledgement',
  'response-sent': 'our response',
  'response-received': 'our response',
};

function waitingRow({ timer, obligation, within, clauses, for: event }: Waiting): DateRow {
  return {
    id: `waiting ${timer}`,
    mark: 'waits',
    what: DUTY_WORDS[obligation],
    when: 'waiting',
    iso: null,
    left: `${spanInWords(within)} from ${WAITS_FOR[event] ?? 'then'} · ${clausesInWords(clauses)}`,
    hint: null,
    working: null,
  };
}
