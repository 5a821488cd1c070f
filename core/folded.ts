/** A text as it is compared: white space and case differ between the ways of writing and reading it; nothing else may. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
