/** A text as it is compared: white space and case differ between the ways of writing and reading it; nothing else may. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/** The same for a search: without accents, as they are typed on a British keyboard. Żółć and zolc are one word. */
export function plainLetters(text: string): string {
  return folded(text.normalize('NFD').replace(/[\u0300-\u036f]+/g, '')).replace(
    /[łøđðþßæœıħŋ]/g,
    (letter) => OTHER_LETTERS[letter] ?? letter,
  );
}
