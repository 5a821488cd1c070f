import { CalendarCoverageError, type WorkingCalendar } from '../calendar.ts';
import type { CaseFile } from '../case/case-file.ts';
import { panelDate } from '../date-words.ts';
import { addDays, localDate, localTime, toInstant, type Instant } from '../dates.ts';
import { deadlines, isOwed, type Deadline } from '../deadlines/deadlines.ts';
import { DUTY_WORDS, spanInWords } from '../deadlines/words.ts';
import type { Span } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import type { Reading } from '../reading/reading.ts';
import { clauseNumber } from '../policy/clause-words.ts';
import { leftInWords } from './left-words.ts';
import type { Rules } from './state.ts';

/** What the law wants done about a danger: by when, counted how. */
export interface LawDate {
  readonly what: string;
  readonly when: string;
  /** The day after the words, where they name a time: "07:50 tomorrow, Thu 26 Mar". */
  readonly day: string | null;
  readonly iso: string;
  /** "overdue by 42 hours"; null while there is time. */
  readonly late: string | null;
  readonly source: string;
}

interface Law {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

/** The law's clocks for a danger. None where no law is at hand, or the day of receipt isn't known. */
export function lawDates(file: CaseFile | null, { laws }: Rules, now: Instant): readonly LawDate[] {
  if (!file) return [];
  return laws.flatMap(({ policy, calendar }) => {
    try {
      return deadlines(file, policy, calendar)
        .dates.filter(isOwed)
        .map((date) => lawDate(date, { policy, calendar, now }));
    } catch (error) {
      // A date past the calendar isn't guessed; the card of the dates says so.
      if (error instanceof CalendarCoverageError) return [];
      throw error;
    }
  });
}

function lawDate(date: Deadline, { policy, calendar, now }: Law): LawDate {
  const { due, day, obligation, working } = date;
  const left = leftInWords(date, now, calendar);
  const today = localDate(now);
  const span = working.at(-1)?.span;
  const base = {
    what: DUTY_WORDS[obligation],
    iso: due,
    late: left.isOver ? left.words : null,
    source: `${span ? `${spanInWords(span)} from receipt, ` : ''}${policy.shortName}.`,
  };
  const named = panelDate(day, today);
  if (due === day) return { ...base, when: named, day: null };
  const time = localTime(toInstant(due));
  if (day === today) return { ...base, when: `${time} today`, day: null };
  return day === addDays(today, 1)
    ? { ...base, when: `${time} tomorrow`, day: named }
    : { ...base, when: `${time} on ${named}`, day: null };
}

/** The sentence that holds some words, for quoting; the words themselves where no sentence does. */
export function sentenceAround(words: Span, { sentences }: Reading): Span {
  return sentences.find(({ start, end }) => start <= words.start && words.end <= end) ?? words;
}

/** Words by sentence, in the order in which they come: one quotation for several words in it. */
export function quotesBySentence(
  spans: readonly Span[],
  reading: Reading,
): readonly { readonly span: Span; readonly words: readonly Span[] }[] {
  const quotes = new Map<number, { span: Span; words: Span[] }>();
  for (const words of spans) {
    const span = sentenceAround(words, reading);
    const known = quotes.get(span.start);
    if (known) known.words.push(words);
    else quotes.set(span.start, { span, words: [words] });
  }
  return [...quotes.values()];
}

/** The clause about representatives, in brackets; empty where the policy has none. */
export function authorityClause({ rules }: Policy): string {
  const rule =
    rules.find(({ id }) => id === 'representative') ??
    rules.find(({ before }) => before === 'disclose-to-representative');
  const [clause] = rule?.clause ?? [];
  return clause === undefined ? '' : ` (${clauseNumber(clause)})`;
}
