import type { IsoDate } from '../dates.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The same zip file with noon of one day as the time of every entry: whoever made it put in the time of making, and the
 * same letter must give the same bytes. Returns it as it is where it is no zip file.
 */
export function fixedTimes(zip: Uint8Array, date: IsoDate): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) return zip;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries && at + 46 <= bytes.length; entry++) {
    if (view.getUint32(at, true) !== ENTRY) return zip;
    const local = view.getUint32(at + 42, true);
    // In the directory and before the entry itself: two bytes of time, two of date, as MS-DOS wrote them.
    view.setUint32(at + 12, dosTime(date), true);
    view.setUint32(local + 10, dosTime(date), true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

/** Noon of a day: hours from bit 11, days from bit 16, months from bit 21, years since 1980 from bit 25. */
function dosTime(date: IsoDate): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return (((year - 1980) << 25) | (month << 21) | (day << 16) | (12 << 11)) >>> 0;
}
