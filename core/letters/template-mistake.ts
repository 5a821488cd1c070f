import { reasonOf } from '../errors.ts';

/** What is wrong in a block's words, with its place in the letter's file: `… (line 7, column 12 of the letter)`. */
export function templateMistake(error: unknown, headingLine: number): string {
  const said = reasonOf(error);
  // The parser counts from the block's heading on.
  const [, words = said, line, column] = /^(.*), line:(\d+), col:(\d+)$/s.exec(said) ?? [];
  const plain = inPlainWords(words);
  return line === undefined
    ? plain
    : `${plain} (line ${String(headingLine + Number(line) - 1)}, column ${column ?? ''} of the letter)`;
}

/** Says where in a text something stands, as the parser does. */
export function parserPlace(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line:${String(before.length)}, col:${String((before.at(-1) ?? '').length + 1)}`;
}

/** The reason without its place, and the letter's line, from 0; null for one without a place. */
export function placedReason(reason: string): { readonly reason: string; readonly line: number | null } {
  const [, words = reason, line] = /^(.*) \(line (\d+), column \d+ of the letter\)$/s.exec(reason) ?? [];
  return { reason: words, line: line === undefined ? null : Number(line) - 1 };
}

const WORDS: readonly (readonly [RegExp, (what: string) => string])[] = [
  [/^tag (\{%.*?%\}) not closed/s, (what) => `${what} isn’t closed`],
  [/^output "(\{\{[^\n"\\]*)/, (what) => `${what.trim()} isn’t closed by }}`],
  [/^tag "(.*)" not found/, (what) => `there is no tag ${what}; there are if, unless and for`],
  [/^undefined filter: (.*)/, (what) => `there is no filter ${what}: a field is printed as it is`],
  [/^invalid (?:value expression|tag)/, () => 'something is missing between the brackets'],
];

function inPlainWords(words: string): string {
  for (const [pattern, say] of WORDS) {
    const found = pattern.exec(words);
    if (found) return say(found[1] ?? '');
  }
  return words;
}
