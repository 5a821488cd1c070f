/*
 * Words into pieces, as the reader's model was trained on them (BERT's uncased pieces): lower case, accents off, every
 * punctuation mark by itself, then the longest known piece from the left. Each piece keeps where it stands in the text.
 */

/** One piece: its number in the vocabulary, and its UTF-16 span in the text. */
export interface Piece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** The pieces that a model knows, by their text; pieces within a word begin with `##`. */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly begin: number;
  readonly separator: number;
}

/** A vocabulary from its file: one piece a line, its number is the line's. Throws where a special piece is missing. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const ids = new Map(lines.map((piece, id) => [piece, id]));
  const special = (piece: string): number => {
    const id = ids.get(piece);
    if (id === undefined) throw new Error(`the reader's vocabulary has no ${piece}`);
    return id;
  };
  return { ids, unknown: special('[UNK]'), begin: special('[CLS]'), separator: special('[SEP]') };
}

/** A longer run of letters is no word: one unknown piece, so that hostile text costs nothing. */
const LONGEST_WORD = 100;

/** The pieces of a text, at most `most` of them: what lies beyond is never looked at. */
export function piecesOf(text: string, vocabulary: Vocabulary, most: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let word = new Word();
  const endWord = (): void => {
    if (word.isEmpty()) return;
    pieces.push(...word.pieces(vocabulary));
    word = new Word();
  };
  for (let at = 0; at < text.length && pieces.length < most;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length;
    if (/\s/u.test(character)) endWord();
    else if (isAlone(character)) {
      endWord();
      word.add(character, at, end);
      endWord();
    } else if (!isDropped(character)) word.add(plain(character), at, end);
    at = end;
  }
  endWord();
  return pieces.slice(0, most);
}

/** A word as it grows: its plain characters, each with its place in the text. */
class Word {
  private readonly characters: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private length = 0;

  isEmpty(): boolean {
    return this.starts.length === 0;
  }

  add(plainText: string, start: number, end: number): void {
    this.length++;
    if (this.length > LONGEST_WORD) {
      this.ends[this.ends.length - 1] = end;
      return;
    }
    for (const character of plainText) {
      this.characters.push(character);
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  pieces({ ids, unknown }: Vocabulary): readonly Piece[] {
    const whole: Piece = { id: unknown, start: this.starts[0] ?? 0, end: this.ends.at(-1) ?? 0 };
    if (this.length > LONGEST_WORD) return [whole];
    const pieces: Piece[] = [];
    for (let from = 0; from < this.characters.length;) {
      let to = this.characters.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = ids.get((from > 0 ? '##' : '') + this.characters.slice(from, to).join(''));
        if (id !== undefined) break;
      }
      // One part that isn't known makes the whole word unknown.
      if (id === undefined) return [whole];
      pieces.push({ id, start: this.starts[from] ?? 0, end: this.ends[to - 1] ?? 0 });
      from = to;
    }
    return pieces;
  }
}

/** Lower case without accents: é is e. */
function plain(character: string): string {
  return character
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}

function isDropped(character: string): boolean {
  return character === '\ufffd' || /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Mn}]/u.test(character);
}

/** Punctuation, and the characters of scripts without spaces between words. */
function isAlone(character: string): boolean {
  return /[!-/:-@[-`{-~\p{P}\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2a6df}]/u.test(character);
}
