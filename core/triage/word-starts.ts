import { beginningsOf, LETTERS } from './beginnings.ts';

/*
 * Many patterns over one text, each tried only where a word begins as the pattern may begin: the same matches as by
 * searching, in a fraction of the time. A pattern whose beginning can't be told is searched for as ever.
 */

/** In longer texts hits are so many that searching is as quick, and takes no room. */
const LONGEST = 20_000;
const READY_AT_ONCE = 10;

/** Patterns that are looked for together. */
export class Patterns {
  private readonly searched: readonly RegExp[];
  /** At one place only; null = it is searched for, as are those that aren't ready yet. */
  private readonly sticky: (RegExp | null)[] = [];
  /** The patterns that may begin so, by their first letters. */
  private readonly byBeginning = new Map<number, number[]>();
  private readonly places: readonly number[][];
  /** The last place noted for each: a pattern may begin so in one letter and in two. */
  private readonly lastPlace: Int32Array;

  constructor(patterns: readonly RegExp[]) {
    this.searched = patterns;
    this.places = patterns.map(() => []);
    this.lastPlace = new Int32Array(patterns.length);
  }

  /** A few more patterns are got ready with each text, so that the first one isn't kept waiting for all of them. */
  private getReady(): void {
    const ready = this.sticky.length;
    this.searched.slice(ready, ready + READY_AT_ONCE).forEach((pattern, ahead) => {
      const beginnings = beginningsOf(pattern);
      for (const letters of beginnings ?? []) {
        const key = keyFrom(letters);
        const those = this.byBeginning.get(key);
        if (those) those.push(ready + ahead);
        else this.byBeginning.set(key, [ready + ahead]);
      }
      this.sticky.push(beginnings && new RegExp(pattern.source, pattern.flags.replace('g', 'y')));
    });
  }

  /** Calls `hit` for each match, pattern by pattern in their order, at most so many of each. */
  find(text: string, most: number, hit: (pattern: number, start: number, end: number) => void): void {
    if (this.sticky.length < this.searched.length) this.getReady();
    const isLong = text.length > LONGEST;
    if (!isLong) this.place(text);
    for (let index = 0; index < this.searched.length; index++) {
      const sticky = isLong ? null : this.sticky[index];
      if (sticky) this.tryPlaces(sticky, index, { text, most, hit });
      else this.search(index, { text, most, hit });
    }
  }

  private search(index: number, { text, most, hit }: Sought): void {
    const pattern = this.searched[index];
    if (!pattern) return;
    pattern.lastIndex = 0;
    for (let count = 0; count < most; count++) {
      const match = pattern.exec(text);
      if (!match) return;
      hit(index, match.index, match.index + match[0].length);
      if (match[0] === '') pattern.lastIndex++;
    }
  }

  private tryPlaces(sticky: RegExp, index: number, { text, most, hit }: Sought): void {
    let from = 0;
    let count = 0;
    for (const place of this.places[index] ?? []) {
      if (place < from) continue;
      sticky.lastIndex = place;
      if (!sticky.test(text)) continue;
      from = sticky.lastIndex;
      hit(index, place, from);
      if (++count === most) return;
    }
  }

  /** Where each pattern may begin in a text. */
  private place(text: string): void {
    for (const places of this.places) places.length = 0;
    this.lastPlace.fill(-1);
    let isInside = false;
    for (let at = 0; at < text.length; at++) {
      const isWord = isWordLetter(text.charCodeAt(at));
      if (isWord && !isInside) {
        let key = 0;
        for (let length = 1; length <= LETTERS; length++) {
          key = longerKey(key, at + length <= text.length ? text.charCodeAt(at + length - 1) : 0);
          const those = this.byBeginning.get(key);
          if (those) this.note(those, at);
        }
      }
      isInside = isWord;
    }
  }

  private note(patterns: readonly number[], at: number): void {
    for (const index of patterns) {
      if (this.lastPlace[index] === at) continue;
      this.lastPlace[index] = at;
      this.places[index]?.push(at);
    }
  }
}

interface Sought {
  readonly text: string;
  readonly most: number;
  readonly hit: (pattern: number, start: number, end: number) => void;
}

/**
 * Letters as a small number, which is looked up quickly. Letters beyond the first 127 may share one with others: a pattern
 * is then tried at a place in vain, and none is missed.
 */
function longerKey(key: number, code: number): number {
  return key * 128 + (code & 127) + 1;
}

function keyFrom(letters: string): number {
  let key = 0;
  for (let at = 0; at < letters.length; at++) key = longerKey(key, letters.charCodeAt(at));
  return key;
}

function isWordLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 65 && code <= 90);
}
