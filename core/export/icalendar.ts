import { addDays, type Instant, type IsoDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { clausesInWords, DUTY_WORDS } from '../deadlines/words.ts';

/** What a calendar file is made of: rows with duties, when it is made, and whose name may stand in it. */
export interface CalendarRequest {
  readonly rows: Iterable<DueRow>;
  readonly now: Instant;
  /** Names and subjects go into other people's calendars: only where somebody asks for them. */
  readonly withNames: boolean;
}

/**
 * Due dates as iCalendar (RFC 5545): a day's duty is an event of that day, one by the clock an hour's event that ends at
 * its moment. Each has an id of its own that stays the same, so that a file taken in again moves dates and doubles none.
 */
export function iCalendar({ rows, now, withNames }: CalendarRequest): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Duly//Due dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ];
  for (const row of rows)
    for (const duty of row.duties) {
      const what = duty.obligation === null ? (duty.what ?? 'Date set by hand') : DUTY_WORDS[duty.obligation];
      const words = withNames || duty.obligation !== null ? what : 'Date set by hand';
      lines.push(
        'BEGIN:VEVENT',
        `UID:${escaped(`${row.caseId}-${duty.policy}-${duty.timer}-${row.stageId ?? ''}@duly`)}`,
        `DTSTAMP:${utc(now)}`,
        ...times(duty.due, duty.day),
        `SUMMARY:${escaped([`${words}: ${row.reference}`, withNames ? row.name : ''].filter(Boolean).join(', '))}`,
        `DESCRIPTION:${escaped(
          [
            row.stage ?? '',
            duty.clauses.length > 0 ? `Clause ${clausesInWords(duty.clauses)}` : '',
            duty.provisional ? 'May still move.' : '',
            withNames ? row.subject : '',
            row.handler === null ? 'No handler yet' : withNames ? `Handler: ${row.handler}` : '',
          ]
            .filter(Boolean)
            .join('\n'),
        )}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      );
    }
  lines.push('END:VCALENDAR');
  return `${lines.map(foldedLine).join('\r\n')}\r\n`;
}

function times(due: IsoDate | Instant, day: IsoDate): readonly string[] {
  if (due === day) return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`];
  const end = Date.parse(due);
  return [`DTSTART:${utc(new Date(end - 3_600_000).toISOString() as Instant)}`, `DTEND:${utc(due as Instant)}`];
}

function compact(day: IsoDate): string {
  return day.replaceAll('-', '');
}

function utc(instant: Instant): string {
  return `${new Date(Date.parse(instant)).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Backslashes, separators and line ends as the format has them; other control characters aren't allowed at all. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, ' ');
}

/** At most 75 bytes a line; the rest goes on after a space. */
function foldedLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character.codePointAt(0) ?? 0);
    if (bytes + size > 74) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

/** The bytes of a character in UTF-8. */
function bytesOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
