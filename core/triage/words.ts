/** A word of a sentence: how the model knows it, and where it stands in the plain text of the sentence. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+(?:'[\p{L}]+)*|£?\d+(?:[.,:/]\d+)*|\p{Extended_Pictographic}|[!?]+/gu;

/**
 * The words of a sentence in plain text. Apostrophes go (don't, dont), numbers keep only their kind, pictures and the
 * loud marks are words of their own.
 */
export function wordsOf(sentence: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of sentence.matchAll(WORD)) {
    const found = match[0];
    words.push({ key: keyOf(found), start: match.index, end: match.index + found.length });
  }
  return words;
}

function keyOf(word: string): string {
  const first = word.charCodeAt(0);
  if (first === 163) return '£#';
  if (first >= 48 && first <= 57) return numberKey(word);
  if (first === 33 || first === 63)
    return word.length === 1 ? word : word.includes('?') && word.includes('!') ? '?!' : `${word.charAt(0)}+`;
  return word.length > 24 ? word.slice(0, 24).replaceAll("'", '') : word.replaceAll("'", '');
}

function numberKey(word: string): string {
  if (/^(?:19|20)\d\d$/.test(word)) return '#year';
  if (/^\d{1,2}[.:]\d\d$/.test(word)) return '#time';
  if (/[/]/.test(word)) return '#date';
  const digits = word.replace(/\D/g, '').length;
  return digits === 1 ? `#${word}` : digits === 2 ? '#2' : digits < 5 ? '#n' : '#ref';
}
