import { count, listInWords, panelDate } from '../date-words.ts';
import { localTime, type Instant, type IsoDate } from '../dates.ts';
import type { Duty, Span } from '../policy/schema.ts';
import type { DatedDayOff } from '../calendar.ts';
import type { Leg, LegStart } from './clock.ts';
import type { DueDate } from './due-date.ts';

/** What is to be done, as the panel and the command line name it. */
export const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  acknowledge: 'Acknowledge',
  contact: 'Make contact',
  'action-plan': 'Send the action plan',
  respond: 'Respond',
  panel: 'Hold the panel',
  'enquiry-respond': 'Answer the enquiry',
  'extended-respond-by': 'Respond, extended',
  'restriction-review': 'Review the restriction',
  'make-safe': 'Make safe',
  investigate: 'Investigate the hazard',
  'written-summary': 'Send the written summary',
  'safety-work': 'Do the safety work',
  'further-work': 'Start the further work',
  'escalate-by': 'Resident may ask for the next stage',
  'complain-by': 'Resident may complain',
  'ombudsman-from': 'Resident may go to the Ombudsman',
};

const START_WORDS: Readonly<Record<LegStart, string>> = {
  received: 'the day it was received',
  requested: 'the day the request was received',
  acknowledged: 'the day it was acknowledged',
  'last-day-to-acknowledge': 'the last day to acknowledge it',
  sent: 'the day it was sent',
  'letter-date': 'the date on the letter',
  'deemed-receipt': 'the day the letter counts as received',
  'response-received': 'the day the response was received',
  'original-due': 'the original due date',
  happened: 'the day it happened',
  'became-aware': 'the day the resident became aware of it',
  notified: 'the day of the notice',
  investigated: 'the day the investigation ended',
  'form-completed': 'the day the form was filled in',
};

/** A length of time in words: "5 working days", "8 weeks". */
export function spanInWords({ count: number, unit }: Span): string {
  if (unit === 'instant') return 'immediately';
  return count(number, unit === 'working-day' ? 'working day' : unit);
}

/** One count as a sentence: "5 working days after Tue 24 Mar, the day it was received." */
export function legInWords(leg: Leg, today: IsoDate): string {
  if (leg.span.unit === 'instant') return `At once: ${panelDate(leg.date, today)}, ${START_WORDS[leg.from]}.`;
  return `${spanInWords(leg.span)} after ${panelDate(leg.date, today)}, ${START_WORDS[leg.from]}.`;
}

/** What a count passed over, by name: "Fri 3 Apr, Good Friday; two weekends"; null where every day counted. */
export function skippedInWords(skipped: readonly DatedDayOff[], today: IsoDate): string | null {
  const weekends = new Set(skipped.filter(({ kind }) => kind === 'weekend').map(({ date }) => weekOf(date, skipped)))
    .size;
  const named = skipped
    .filter(({ kind }) => kind !== 'weekend')
    .map(({ date, name }) => `${panelDate(date, today)}, ${name}`);
  const parts = [
    ...named,
    ...(weekends > 0 ? [weekends === 1 ? 'one weekend' : `${numberInWords(weekends)} weekends`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : null;
}

/** The due date as a person writes it, with its time where it is due by the clock. */
export function dueInWords({ due, day }: Pick<DueDate, 'due' | 'day'>, today: IsoDate): string {
  return due === day ? panelDate(day, today) : `${panelDate(day, today)}, ${localTime(due as Instant)}`;
}

/** The whole working of a date, sentence by sentence. */
export function workingInWords(date: DueDate, today: IsoDate): readonly string[] {
  const sentences = date.working.map((leg) => legInWords(leg, today));
  const skipped = skippedInWords(
    date.working.flatMap((leg) => leg.skipped),
    today,
  );
  const counted = date.working.some(({ span }) => span.unit === 'working-day');
  return [
    ...sentences,
    ...(counted ? [skipped === null ? 'Every day in between counts.' : `Not counted: ${skipped}.`] : []),
    ...(date.literal
      ? [`By the words alone it would be ${panelDate(date.literal, today)}; lateness of ours buys no time.`]
      : []),
    ...(date.override ? [`Under present law ${panelDate(date.override.due, today)}: ${date.override.reason}.`] : []),
    ...(date.sendBy && date.sendBy !== date.day ? [`Send it by ${panelDate(date.sendBy, today)}.`] : []),
    ...(date.reading ? [date.reading] : []),
    ...(date.provisional ? ['Until the acknowledgement goes out the date is projected from the last day for it.'] : []),
  ];
}

/** The clauses of a date, without the policy's name: "7.2" or "1.6 and 1.8". */
export function clausesInWords(clauses: readonly string[]): string {
  return listInWords(
    clauses
      .map((clause) => clause.slice(clause.indexOf('/') + 1).replace(/#.*/, ''))
      .filter((clause, index, all) => all.indexOf(clause) === index),
  );
}

/** Saturday and Sunday of one weekend count as one, also where the period begins or ends between them. */
function weekOf(date: IsoDate, skipped: readonly DatedDayOff[]): IsoDate {
  const sorted = skipped
    .filter(({ kind }) => kind === 'weekend')
    .map((day) => day.date)
    .sort();
  const index = sorted.indexOf(date);
  const previous = sorted[index - 1];
  return previous && Date.parse(date) - Date.parse(previous) === 86_400_000 ? previous : date;
}

function numberInWords(number: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][number] ?? String(number)
  );
}
