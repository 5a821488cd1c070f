import { inLondon, toInstant, type Instant } from '../dates.ts';
import { monthNumber } from '../month-words.ts';

const MAIL_DATE =
  /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2})(\d{2})|(gmt|ut|utc|z)\b)/i;

/** A moment as mail headers write it: `Tue, 3 Jun 2025 09:58:01 +0100`. Null for one without its offset. */
export function instantOfMailDate(text: string): Instant | null {
  const parts = MAIL_DATE.exec(text);
  if (!parts) return null;
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '00', sign, hours = '', minutes = ''] =
    parts;
  const month = monthNumber(name);
  const two = (number: string | number): string => String(number).padStart(2, '0');
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
  try {
    return inLondon(toInstant(`${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`));
  } catch {
    return null;
  }
}
