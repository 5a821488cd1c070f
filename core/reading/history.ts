import type { Line } from './lines.ts';
import {
  DATE_KEY,
  EARLIER_DIVIDER,
  FORWARD_DIVIDER,
  FROM_KEY,
  ORIGINAL_DIVIDER,
  OTHER_KEY,
  SUBJECT_KEY,
  WROTE,
  WROTE_INSIDE,
} from './header-words.ts';

/** The beginning of an earlier or passed-on message within a message. */
export interface Boundary {
  readonly kind: 'attribution' | 'header' | 'divider';
  /** Lines that it takes up itself: from `line` up to but not with `body`. */
  readonly line: number;
  readonly body: number;
  /** The line that names the sender, without its key; empty where none does. */
  readonly from: string;
  /** The line that says when it was written: that of the header, or the whole attribution; empty where none does. */
  readonly dated: string;
  /** What it says it is about; empty where it doesn't say. */
  readonly subject: string;
  readonly isForward: boolean;
  /** The lines that belong to it are marked with `>`, so it ends where the marks end. */
  readonly isMarked: boolean;
}

const ATTRIBUTION_LENGTH = 300;

/** How many `>` stand before a line. `>> LINK` in a newsletter or a menu is no quotation. */
export function quoteDepth({ head }: Line): number {
  const marks = /^(?:>\s?){1,40}/.exec(head);
  if (!marks) return 0;
  if (/^>{2,3} ?(?:[A-Z]{3}|https?:)/.test(head)) return 0;
  return marks[0].replace(/\s/g, '').length;
}

/** The line without its quotation marks and the stars of bold print. */
export function unmarked(head: string): string {
  return head.replace(/^(?:>\s?){1,40}/, '').replace(/^[*\s]+/, '');
}

/** How a divider without a colon begins. */
const MAY_OPEN = /^(?:[-_=*]{2}|begin |original |forwarded |earlier |previous |past |older )/i;

function mayBeWrapped(text: string): boolean {
  return text.length <= 120 && /^(?:on|le|el|il|em|no|am|w|ar|den|op|în)\s/i.test(text) && /\d/.test(text);
}

/** What kind of boundary, if any, begins at a line. Looks at ten lines at most. */
export function boundaryAt(lines: readonly Line[], at: number): Boundary | null {
  const line = lines[at];
  if (!line) return null;
  const isMarked = quoteDepth(line) > 0;
  const text = unmarked(line.head);
  if (!/[:：@]/.test(text) && !MAY_OPEN.test(text) && !mayBeWrapped(text)) return null;
  const base = { line: at, from: '', dated: '', subject: '', isForward: false, isMarked };

  const attribution = attributionAt(lines, at);
  if (attribution > 0) {
    const next = lines[at + attribution];
    return {
      ...base,
      kind: 'attribution',
      body: at + attribution,
      dated: lines
        .slice(at, at + attribution)
        .map(({ head }) => unmarked(head))
        .join(' '),
      isMarked: isMarked || (!!next && quoteDepth(next) > 0),
    };
  }
  const isForward = FORWARD_DIVIDER.test(text);
  if (isForward || ORIGINAL_DIVIDER.test(text) || EARLIER_DIVIDER.test(text)) {
    const header = headerAt(lines, at + 1, 1);
    return { ...base, kind: 'divider', body: at + 1, ...header, isForward };
  }
  const header = headerAt(lines, at, 2);
  if (header) return { ...base, kind: 'header', ...header };
  const isRule = /^[-_=*]{2,}$/.test(text);
  const below = isRule ? headerAt(lines, at + 1, 2) : null;
  if (below) return { ...base, kind: 'header', ...below };
  const unknown = unknownHeaderAt(lines, isRule ? at + 1 : at, isRule);
  return unknown && { ...base, kind: 'header', ...unknown };
}

/** A key of a header, whatever its language: few words, then a colon and what it says. */
const KEY = /^\*?([\p{L}\p{M}][\p{L}\p{M} .'’]{0,24}?)\s?\*?[:：]\s*\*?\s*(\S.*)$/u;

const MOMENT = /\b(?:19|20)\d\d\b.*\b\d{1,2}[:.h]\d{2}\b|\d{1,2}[:.h]\d{2}\b.*\b(?:19|20)\d\d\b/;

/**
 * The header of a quoted message in a language that nobody listed: who, when with a time and a year, to whom, about what, a
 * line each. Under a ruled line, as Outlook draws one above it; or where the first line holds an address.
 */
function unknownHeaderAt(
  lines: readonly Line[],
  at: number,
  isRuled: boolean,
): Pick<Boundary, 'body' | 'from' | 'dated' | 'subject'> | null {
  const said: string[] = [];
  for (let body = at; body < at + 6; body++) {
    const line = lines[body];
    if (!line || (line.afterGap && body > at)) break;
    const value = KEY.exec(unmarked(line.head))?.[2];
    if (value === undefined) break;
    said.push(value);
  }
  const [from, dated, ...rest] = said;
  if (from === undefined || dated === undefined || rest.length === 0 || MOMENT.test(from)) return null;
  if (!MOMENT.test(dated) || (!isRuled && !/[^\s@]@[^\s@]/.test(from))) return null;
  return { body: at + said.length, from, dated, subject: rest.length > 1 ? (rest.at(-1) ?? '') : '' };
}

/** How many lines an attribution at this line takes up: 0 = it is none, 2 or 3 = a long one that was wrapped. */
function attributionAt(lines: readonly Line[], at: number): number {
  const [first, second] = [lines[at], lines[at + 1]];
  if (!first) return 0;
  const text = unmarked(first.head);
  if (isAttribution(text)) return 1;
  if (!second || second.afterGap || !mayBeWrapped(text)) return 0;
  // Gmail wraps at 78 characters: "On Tue, 3 Jun 2025 at 9:58, Complaints Team" / "<complaints@…> wrote:".
  const two = `${text} ${unmarked(second.head)}`;
  if (isAttribution(two)) return 2;
  const third = lines[at + 2];
  return third && !third.afterGap && third.head.length < 80 && isAttribution(`${two} ${unmarked(third.head)}`) ? 3 : 0;
}

function isAttribution(text: string): boolean {
  if (text.length > ATTRIBUTION_LENGTH || !/\d/.test(text)) return false;
  if (!/[:-]$/.test(text) && !/@.{0,100}\bwrote$/.test(text)) return false;
  // Whatever the language: a moment and an address, and a colon.
  if (/\d[:.h]\d{2}\b.{0,120}<[^<>\s]{1,80}@[^<>\s]{1,80}>.{0,40}:$/.test(text)) return true;
  if (!WROTE.test(text) && !WROTE_INSIDE.test(text)) return false;
  // A year, a time or an address: "On 12 March your Mr Pike wrote:" is a sentence of the letter.
  return /@|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\d[/.]\d{1,2}[/.]\d/.test(text);
}

function headerAt(
  lines: readonly Line[],
  at: number,
  needed: number,
): Pick<Boundary, 'body' | 'from' | 'dated' | 'subject'> | null {
  let body = at;
  let from: string | null = null;
  let dated: string | null = null;
  let subject: string | null = null;
  let addressed = false;
  for (; body < at + 9; body++) {
    const line = lines[body];
    if (!line || (line.afterGap && body > at)) break;
    const key = unmarked(line.head);
    if (from === null && FROM_KEY.test(key)) {
      from = key.replace(FROM_KEY, '').replace(/^[*\s]+/, '');
      addressed ||= from.includes('@');
    } else if (DATE_KEY.test(key)) dated ??= key.replace(DATE_KEY, '').replace(/^[*\s]+/, '');
    else if (SUBJECT_KEY.test(key)) subject ??= key.replace(SUBJECT_KEY, '').replace(/^[*\s]+/, '');
    else if (OTHER_KEY.test(key)) addressed = true;
    else if (body === at || !/^<?[^\s@]{1,80}@[^\s@]{1,120}>?[;,]?$/.test(key)) break;
    // Most programs put the sender first; Thunderbird puts the subject, and then all of them must be there.
    if (from === null && body === at && !SUBJECT_KEY.test(key)) return null;
  }
  if (from === null) return null;
  // A memorandum has From and To as well, but no moment of sending: it is what the writer wrote.
  const isHeader = needed === 1 || dated !== null || (subject !== null && addressed);
  return isHeader && body > at + needed - 1 ? { body, from, dated: dated ?? '', subject: subject ?? '' } : null;
}
