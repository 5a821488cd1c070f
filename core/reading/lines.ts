/** A line of the message that isn't blank: where its text stands, white space at both ends left aside. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** The beginning of the line, enough to tell what kind of line it is. */
  readonly head: string;
  /** Whether a blank line stands between this one and the line before. */
  readonly afterGap: boolean;
}

/** Lines looked at one by one; whatever a longer message holds beyond them is taken as one last line. */
const MAX_LINES = 10_000;

/** No kind of line is told by anything that stands later in it. */
const HEAD = 400;

/** The lines of a text that hold something, in order. Linear in the length of the text, whatever the text is. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (lines.length < MAX_LINES) {
    let breaks = 0;
    for (; at < text.length && isSpace(text.charCodeAt(at)); at++) if (text.charCodeAt(at) === 10) breaks++;
    if (at === text.length) return lines;
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    const line = trimmed(text, at, stop, breaks > 1);
    if (line) lines.push(line);
    at = stop;
  }
  const rest = trimmed(text, at, text.length);
  if (rest) lines.push(rest);
  return lines;
}

/** Narrows a stretch of text to what isn't white space; null where nothing is left. */
export function trimmed(text: string, from: number, to: number, afterGap = false): Line | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === end ? null : { start, end, head: text.slice(start, Math.min(end, start + HEAD)), afterGap };
}

/** White space, and the characters of no width that mail programs leave behind. */
function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f) || code === 0x3000;
}
