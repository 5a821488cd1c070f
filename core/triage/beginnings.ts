/*
 * How the matches of a pattern may begin, read from the pattern's own source: its first letters, as far as they can be told.
 */

/** Letters of a word's beginning that are looked at. */
export const LETTERS = 3;
/** A pattern that may begin in more ways than this isn't worth telling apart any further. */
const MOST_WAYS = 600;

/** A beginning: its letters, and whether it goes on as the pattern does (`open`) or anything may follow. */
interface Beginning {
  readonly letters: string;
  readonly open: boolean;
}

const WORD_LETTERS = Array.from('0123456789abcdefghijklmnopqrstuvwxyz_');
const DIGITS = WORD_LETTERS.slice(0, 10);

/** How matches of a pattern may begin, by their first letters; null where that can't be told, or where it isn't a word's beginning. */
export function beginningsOf({ source, flags }: RegExp): readonly string[] | null {
  if (flags.includes('i')) return null;
  const found = new Source(source).beginnings();
  if (found === null) return null;
  const letters = [...new Set(found)];
  return letters.every((one) => /^[a-z0-9_]/.test(one)) ? letters : null;
}

/** Reads a pattern's source from the left, as far as its beginnings need it. */
class Source {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Null where an alternative doesn't begin at a word's edge, or where something isn't understood. */
  beginnings(): readonly string[] | null {
    for (let depth = 0, at = 0, isFirst = true; at < this.source.length; at++) {
      const character = this.source.charAt(at);
      if (isFirst && depth === 0 && !this.source.startsWith('\\b', at)) return null;
      isFirst = depth === 0 && character === '|';
      if (character === '\\') at++;
      else if (character === '[') at = this.endOfClass(at);
      else if (character === '(') depth++;
      else if (character === ')') depth--;
    }
    const all = this.either();
    return all === null || this.at < this.source.length ? null : all.map(({ letters }) => letters);
  }

  private endOfClass(from: number): number {
    let at = from + 1;
    for (; at < this.source.length && this.source.charAt(at) !== ']'; at++) if (this.source.charAt(at) === '\\') at++;
    return at;
  }

  /** Alternatives, up to a closing bracket or the end. */
  private either(): readonly Beginning[] | null {
    const all: Beginning[] = [];
    for (;;) {
      const one = this.sequence();
      if (one === null) return null;
      all.push(...one);
      if (this.source.charAt(this.at) !== '|') return all;
      this.at++;
    }
  }

  private sequence(): readonly Beginning[] | null {
    let so: readonly Beginning[] = [{ letters: '', open: true }];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      if (so.every(({ open }) => !open)) {
        this.toEndOfSequence();
        break;
      }
      if (this.isPlainLetter()) {
        so = plainly(so, this.source.charAt(this.at++));
        continue;
      }
      const next = this.atom();
      if (next === null) return null;
      const { isOptional, isRepeated } = this.quantifier();
      const once = isRepeated ? next.map(({ letters }) => ({ letters, open: letters === '' })) : next;
      const longer = after(so, once);
      so = isOptional ? distinct([...so, ...longer]) : longer;
    }
    return so;
  }

  /** A letter that stands for itself, once: most of every pattern. */
  private isPlainLetter(): boolean {
    const code = this.source.charCodeAt(this.at);
    return (
      ((code >= 97 && code <= 122) || code === 32 || code === 39) &&
      !'?*+{'.includes(this.source.charAt(this.at + 1) || '|')
    );
  }

  /** What comes behind the first letters doesn't matter. */
  private toEndOfSequence(): void {
    for (let depth = 0; this.at < this.source.length; this.at++) {
      const character = this.source.charAt(this.at);
      if (depth === 0 && (character === '|' || character === ')')) return;
      if (character === '\\') this.at++;
      else if (character === '[') this.at = this.endOfClass(this.at);
      else if (character === '(') depth++;
      else if (character === ')') depth--;
    }
  }

  private quantifier(): { readonly isOptional: boolean; readonly isRepeated: boolean } {
    const found = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.source.slice(this.at, this.at + 16));
    if (!found) return { isOptional: false, isRepeated: false };
    this.at += found[0].length;
    const [whole, least] = found;
    return {
      isOptional: whole.startsWith('?') || whole.startsWith('*') || least === '0',
      isRepeated: !whole.startsWith('?'),
    };
  }

  private atom(): readonly Beginning[] | null {
    const rest = this.source.slice(this.at, this.at + 4);
    const looked = /^\(\?<?[=!]/.exec(rest);
    if (looked) {
      this.at += looked[0].length;
      return this.closed(this.either()) && [{ letters: '', open: true }];
    }
    if (rest.startsWith('(')) {
      if (rest.startsWith('(?') && !rest.startsWith('(?:')) return null;
      this.at += rest.startsWith('(?:') ? 3 : 1;
      return this.closed(this.either());
    }
    if (rest.startsWith('[')) return this.characterClass();
    if (rest.startsWith('\\')) return this.escaped();
    this.at++;
    if (rest.startsWith('.')) return ANYTHING;
    return '^$'.includes(rest.charAt(0)) ? null : [{ letters: rest.charAt(0), open: true }];
  }

  private closed(inner: readonly Beginning[] | null): readonly Beginning[] | null {
    return this.source.charAt(this.at++) === ')' ? inner : null;
  }

  private escaped(): readonly Beginning[] {
    const kind = this.source.charAt(this.at + 1);
    this.at += 2;
    if (kind === 'b' || kind === 'B') return [{ letters: '', open: true }];
    if (kind === 'd') return each(DIGITS);
    if (kind === 'w') return each(WORD_LETTERS);
    if (/[a-zA-Z0-9]/.test(kind)) {
      // A space, a code, a property: whatever follows is left open to the text.
      if (this.source.charAt(this.at) === '{') this.at = this.source.indexOf('}', this.at) + 1;
      else if (kind === 'u') this.at += 4;
      else if (kind === 'x') this.at += 2;
      return ANYTHING;
    }
    return [{ letters: kind, open: true }];
  }

  private characterClass(): readonly Beginning[] {
    const end = this.endOfClass(this.at);
    const inside = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    if (inside.startsWith('^') || inside.includes('\\')) return ANYTHING;
    const letters: string[] = [];
    for (let at = 0; at < inside.length; at++) {
      const from = inside.charCodeAt(at);
      const isRange = inside.charAt(at + 1) === '-' && at + 2 < inside.length;
      const to = isRange ? inside.charCodeAt(at + 2) : from;
      for (let code = from; code <= to; code++) letters.push(String.fromCharCode(code));
      if (isRange) at += 2;
    }
    return each(letters);
  }
}

const ANYTHING: readonly Beginning[] = [{ letters: '', open: false }];
const each = (letters: readonly string[]): readonly Beginning[] => letters.map((one) => ({ letters: one, open: true }));

function plainly(so: readonly Beginning[], letter: string): readonly Beginning[] {
  return so.map((one) => {
    if (!one.open) return one;
    const letters = one.letters + letter;
    return { letters, open: letters.length < LETTERS };
  });
}

function after(so: readonly Beginning[], next: readonly Beginning[]): readonly Beginning[] {
  const longer = distinct(
    so.flatMap((one) =>
      !one.open
        ? [one]
        : next.map(({ letters, open }) => {
            const both = one.letters + letters;
            return { letters: both.slice(0, LETTERS), open: open && both.length < LETTERS };
          }),
    ),
  );
  return longer.length <= MOST_WAYS ? longer : so.map(({ letters }) => ({ letters, open: false }));
}

function distinct(all: readonly Beginning[]): readonly Beginning[] {
  return [...new Map(all.map((one) => [`${one.letters} ${String(one.open)}`, one])).values()];
}
