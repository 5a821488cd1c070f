import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

/** What is wrong with a JSON text, by the parser’s code for it. */
export const JSON_REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'is no word of JSON',
  InvalidNumberFormat: 'is no number',
  PropertyNameExpected: 'a key in quotation marks is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace } is expected here',
  CloseBracketExpected: 'a closing bracket ] is expected here',
  EndOfFileExpected: 'the file should end here',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a text isn’t closed',
  UnexpectedEndOfNumber: 'is no number',
  InvalidUnicode: 'is no character',
  InvalidEscapeCharacter: 'is no character that may follow a backslash',
  InvalidCharacter: 'is no character of a text; a line break is written \\n',
};

/** Line and column of an offset, both from 1. */
export function placesIn(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The value of a JSON text. Throws SyntaxError naming line and column of the first fault. */
export function jsonOf(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (!first) return value;
  const { line, column } = placesIn(text)(first.offset);
  const code = printParseErrorCode(first.error);
  throw new SyntaxError(`line ${String(line)}, column ${String(column)}: ${JSON_REASONS[code] ?? code}`);
}
