import { EmlError } from './eml-error.ts';

/** Blank lines in a row beyond these say nothing. */
const BLANK_LINES = 50;

/** Of a part with more lines the middle is left out, attachments' too: the parser takes its time for every line. */
const FIRST_LINES = 8_000;
const LAST_LINES = 4_000;

const MOST_PARTS = 1_000;
const MOST_LINES = 100_000;
const MOST_HEADER_LINES = 5_000;

const LEFT_OUT = '\r\n[Lines in the middle of this long message were left out.]\r\n\r\n';

/**
 * The bytes of a mail without what would only take time: long runs of blank lines, and the middle of parts with very many
 * lines. Throws EmlError for mail of more parts or lines than anybody sends.
 */
export function withoutExcess(bytes: Uint8Array): Uint8Array {
  refuseLongHeaders(bytes);
  return withoutMiddles(withoutBlankLines(bytes));
}

/** Headers are never left out in part: what stands in the middle may be who wrote. */
function refuseLongHeaders(bytes: Uint8Array): void {
  let lines = 0;
  for (let at = 0; at < bytes.length;) {
    const end = lineEnd(bytes, at);
    if (isBlank(bytes, at, end)) {
      if (lines > 0) return;
    } else if (++lines > MOST_HEADER_LINES)
      throw new EmlError(`has more than ${String(MOST_HEADER_LINES)} lines before its text`);
    at = end;
  }
}

function withoutBlankLines(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  let blank = 0;
  for (let at = 0; at < bytes.length;) {
    const end = lineEnd(bytes, at);
    blank = isBlank(bytes, at, end) ? blank + 1 : 0;
    for (; at < end; at++) if (blank <= BLANK_LINES) kept[length++] = bytes[at] ?? 0;
  }
  return kept.subarray(0, length);
}

function withoutMiddles(bytes: Uint8Array): Uint8Array {
  const boundaries = new Set<string>();
  const kept: Uint8Array[] = [];
  /** Where the last lines of the part begin, in a ring. */
  const starts: number[] = [];
  let partStart = 0;
  let firstEnd = 0;
  let lines = 0;
  let parts = 1;
  let total = 0;
  const close = (end: number): void => {
    const lastStart = starts[lines % LAST_LINES] ?? 0;
    if (lines <= FIRST_LINES + LAST_LINES) kept.push(bytes.subarray(partStart, end));
    else {
      kept.push(bytes.subarray(partStart, firstEnd));
      if (!isEncoded(bytes, lastStart)) kept.push(Uint8Array.from(LEFT_OUT, (letter) => letter.charCodeAt(0)));
      kept.push(bytes.subarray(lastStart, end));
    }
    total += Math.min(lines, FIRST_LINES + LAST_LINES);
    if (total > MOST_LINES) throw new EmlError(`has more than ${String(MOST_LINES)} lines`);
  };
  for (let at = 0; at < bytes.length;) {
    const end = lineEnd(bytes, at);
    const line = lettersOf(bytes, at, Math.min(end, at + LONGEST_BOUNDARY_LINE));
    for (const [, quoted, bare] of !line.includes('=')
      ? []
      : line.matchAll(/boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi)) {
      boundaries.add((quoted ?? bare ?? '').trimEnd());
    }
    if (isDelimiter(line, boundaries)) {
      close(at);
      partStart = at;
      lines = 0;
      if (++parts > MOST_PARTS) throw new EmlError(`has more than ${String(MOST_PARTS)} parts`);
    }
    starts[lines % LAST_LINES] = at;
    if (++lines === FIRST_LINES) firstEnd = end;
    at = end;
  }
  close(bytes.length);
  return joined(kept);
}

const LONGEST_BOUNDARY_LINE = 1_000;

/** A line that begins with `--` and a boundary that some header named. */
function isDelimiter(line: string, boundaries: ReadonlySet<string>): boolean {
  if (!line.startsWith('--')) return false;
  const name = line.slice(2).trimEnd();
  return boundaries.has(name) || (name.endsWith('--') && boundaries.has(name.slice(0, -2)));
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const feed = bytes.indexOf(10, from);
  return feed < 0 ? bytes.length : feed + 1;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 32) return false;
  return true;
}

/** A line of base64, into which no words can be put. */
function isEncoded(bytes: Uint8Array, at: number): boolean {
  return /^[A-Za-z0-9+/=]{40,}\s*$/.test(
    lettersOf(bytes, at, Math.min(lineEnd(bytes, at), at + LONGEST_BOUNDARY_LINE)),
  );
}

function lettersOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
