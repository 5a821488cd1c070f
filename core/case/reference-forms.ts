/*
 * References as the landlord's own systems write them, by the forms of the settings: `WK-######`, `R-AA####`.
 */

/** Whether a word has the form of a reference: `#` stands for a figure, `A` for a letter, anything else for itself. */
export function hasForm(word: string, form: string): boolean {
  if (form === '' || word.length !== form.length) return false;
  return Array.from(form).every((sign, index) => {
    const character = word.charAt(index);
    if (sign === '#') return /\d/.test(character);
    if (sign === 'A') return /[A-Za-z]/.test(character);
    return character.toUpperCase() === sign.toUpperCase();
  });
}

/** The words of a text that have one of the forms, in capitals, each once. */
export function referencesIn(text: string, forms: readonly string[]): readonly string[] {
  if (forms.length === 0) return [];
  const words = [...text.matchAll(/[A-Za-z0-9][A-Za-z0-9/_.-]{2,40}/g)].map(([word]) => word.replace(/[/_.-]+$/, ''));
  return [
    ...new Set(words.filter((word) => forms.some((form) => hasForm(word, form))).map((word) => word.toUpperCase())),
  ];
}
