/** A display without its zone, and how many minutes that one is ahead of UTC; null where none is shown: the browser's own. */
export interface Unzoned {
  readonly text: string;
  readonly offset: number | null;
}

/** Zones as displays write them behind a time: "GMT+1", "UTC", "+01:00", "Z". The text is in small letters. */
const ZONES: readonly RegExp[] = [
  // Of fractions of seconds too, which only machines write.
  /(?<=:\d{2}(?:\.\d{1,6})?) ?(?<sign>[+−-])(?<hours>\d{2}):?(?<minutes>\d{2})(?!\d)/u,
  /(?<=:\d{2}(?:\.\d{1,6})?) ?z(?![\p{L}\d])/u,
  /(?<![\p{L}\d])\[?(?:gmt|utc)\]? ?(?<sign>[+−-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?!\d)/u,
  // "غرينتش+1": the word in another script.
  /(?<=\p{L}) ?(?<sign>[+−])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?!\d)/u,
  /(?<![\p{L}\d])(?:gmt|utc)(?![\p{L}\d])/u,
  /(?<![\p{L}\d])(?<summer>bst)(?![\p{L}\d])/u,
];

/** Takes the zone out of a display, so that its figures don't pass for a day. */
export function withoutZone(text: string): Unzoned {
  for (const zone of ZONES) {
    const found = zone.exec(text);
    if (!found) continue;
    const { sign, hours = '0', minutes = '0', summer } = found.groups ?? {};
    const ahead = summer === undefined ? Number(hours) * 60 + Number(minutes) : 60;
    const before = text.slice(0, found.index).replace(/(:\d{2})\.\d{1,6}$/, '$1');
    return {
      text: `${before} ${text.slice(found.index + found[0].length)}`,
      offset: sign === undefined || sign === '+' ? ahead : -ahead,
    };
  }
  return { text, offset: null };
}
