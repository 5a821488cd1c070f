import { dateOfParts, type IsoDate } from '../dates.ts';

/** A day as three numbers, as far as they are typed. */
export interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/**
 * What keeps three numbers from being a day that can be meant; null while they are typed, and where nothing does. A year
 * counts as typed once its field is left.
 */
export function wrongWith(
  parts: Parts,
  {
    earliest,
    latest,
    isYearLeft,
  }: { readonly earliest?: IsoDate | undefined; readonly latest?: IsoDate | undefined; readonly isYearLeft: boolean },
): string | null {
  const { day, month, year } = parts;
  const figures = year.trim().length;
  if (figures > 0 && figures < 4) return isYearLeft ? 'Write the year in four figures' : null;
  if (day.trim() === '' || month.trim() === '' || figures === 0) return null;
  const date = dayOf(parts);
  if (date === null) return 'There is no such day';
  if (latest !== undefined && date > latest) return 'That day is still to come';
  return earliest !== undefined && date < earliest ? 'That day is past' : null;
}

/** A number as a person would type it: without the zero before it. */
export function plain(number: string): string {
  return number.replace(/^0/, '');
}

/** The day that three numbers name; null where there is none. */
export function dayOf({ day, month, year }: Parts): IsoDate | null {
  return dateOfParts(year.trim(), month.trim(), day.trim());
}
