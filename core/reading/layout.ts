import type { Correspondent, Message } from '../message.ts';
import type { Settings } from '../settings.ts';
import { bannerKind, footerKind, startsDisclaimer } from './footers.ts';
import { ownDay } from './first-had.ts';
import { isStaff, passedOnBy } from './forward.ts';
import { boundaryAt, quoteDepth, type Boundary } from './history.ts';
import type { Line } from './lines.ts';
import type { LeftOut, Reading } from './reading.ts';
import { signatureStart } from './signature.ts';
import { writtenOnIn } from './written-on.ts';

/** What each line of a message is: new, or a kind of what is left out. */
export interface Layout {
  readonly kinds: readonly (LeftOut['kind'] | 'new')[];
  /** Lines of passed-on text that carry `>` marks: each is a part of its own, without them. */
  readonly marked: ReadonlySet<number>;
  /** Who wrote the passed-on words, when, and whether staff passed them on. */
  readonly passedOn: PassedOn;
}

type PassedOn = Pick<Reading, 'writtenBy' | 'writtenOn' | 'isByStaff'>;
const NOT_PASSED_ON: PassedOn = { writtenBy: null, writtenOn: null, isByStaff: false };

type Kind = Layout['kinds'][number];

/** Tells the new lines of a message from all others. */
export function layoutOf(message: Message, lines: readonly Line[], settings: Settings): Layout {
  const quotes = withoutHistory(message, lines, settings);
  const kinds = [...quotes.kinds];
  for (const [from, to] of runs(kinds)) {
    const isPassedOn = quotes.passedOnFrom !== null && from >= quotes.passedOnFrom;
    const sender = isPassedOn ? quotes.passedOn.writtenBy?.address : message.from?.address;
    peel(lines, kinds, { from, to, sender: sender ?? '', isWhole: from === 0 && to === lines.length });
  }
  onlyTheReply(lines, kinds);
  return { kinds, marked: quotes.marked, passedOn: quotes.passedOn };
}

interface Quotes {
  readonly kinds: readonly Kind[];
  readonly marked: ReadonlySet<number>;
  readonly passedOn: PassedOn;
  readonly passedOnFrom: number | null;
}

function withoutHistory(message: Message, lines: readonly Line[], settings: Settings): Quotes {
  const kinds: Kind[] = [];
  const marked = new Set<number>();
  let passed = NOT_PASSED_ON;
  let passedOnFrom: number | null = null;
  // The message that the lines at hand are of: a colleague's forward may hold another's.
  let bearer = message;
  let depth = 0;
  let at = 0;
  const fill = (to: number, kind: Kind): void => {
    for (; at < to; at++) kinds.push(kind);
  };
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const boundary = boundaryAt(lines, at);
    if (boundary) {
      const writer = passedOnWriter({ message: bearer, lines, kinds, settings, from: passedOnFrom }, boundary);
      if (writer) {
        fill(boundary.body, 'forward-header');
        passed = {
          writtenBy: writer.name === '' && writer.address === '' ? null : writer,
          writtenOn: writtenOnIn(boundary.dated, ownDay(message)),
          isByStaff: isStaff(message, writer, settings),
        };
        passedOnFrom = at;
        bearer = { ...message, from: writer, subject: boundary.subject };
        const first = lines[at];
        depth = first ? quoteDepth(first) : 0;
      } else {
        fill(boundary.isMarked ? boundary.body : lines.length, 'quoted-message');
      }
      continue;
    }
    const quoted = quoteDepth(line);
    if (quoted === 0) fill(at + 1, 'new');
    else if (passedOnFrom !== null && quoted === depth && depth > 0) {
      if (line.head.replace(/[>\s]/g, '') === '') fill(at + 1, 'forward-header');
      else {
        marked.add(at);
        fill(at + 1, 'new');
      }
    } else fill(at + 1, 'quoted-message');
  }
  return { kinds, marked, passedOn: passed, passedOnFrom };
}

interface SoFar {
  readonly message: Message;
  readonly lines: readonly Line[];
  readonly kinds: readonly Kind[];
  readonly settings: Settings;
  /** Where the words that `message` passed on begin; null while it is the first. */
  readonly from: number | null;
}

function passedOnWriter({ message, lines, kinds, settings, from }: SoFar, boundary: Boundary): Correspondent | null {
  // What somebody passed on and answered in the same breath is a thread, and only its first message is new.
  if (from !== null && boundary.kind === 'attribution') return null;
  const covering = lines
    .slice(from ?? 0, boundary.line)
    .filter((_, at) => kinds[(from ?? 0) + at] === 'new')
    .map(({ head }) => head)
    .filter((head) => bannerKind(head) === null && footerKind(head) === null)
    .join('\n');
  // Above it stands an answer between the lines of an older text, or nothing but quotation: no covering line.
  if (kinds.includes('quoted-message')) return null;
  return passedOnBy(message, boundary, covering, settings);
}

/** The runs of new lines, as index ranges. */
function runs(kinds: readonly Kind[]): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  kinds.forEach((kind, at) => {
    const last = found.at(-1);
    if (kind !== 'new') return;
    if (last?.[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly sender: string;
  readonly isWhole: boolean;
}

/** Lines at the tail that are looked at one by one; nobody's footer is longer. */
const LONGEST_TAIL = 60;

/** Takes banners off the head of a piece, and footers, disclaimers and the signature block off its tail. */
function peel(lines: readonly Line[], kinds: Kind[], piece: Piece): void {
  let { from, to } = piece;
  while (from < to) {
    const kind = bannerKind(lines[from]?.head ?? '');
    if (!kind) break;
    kinds[from++] = kind;
  }
  // A postscript below a signature block is the writer's.
  const postscript = postscriptStart(lines, from, to);
  if (postscript > from && postscript < to) {
    peelTail(lines, kinds, { ...piece, from: postscript, to });
    to = postscript;
  }
  peelTail(lines, kinds, { ...piece, from, to });
}

function peelTail(lines: readonly Line[], kinds: Kind[], { from, to, sender }: Piece): void {
  let end = to;
  for (let round = 0; round < 3; round++) {
    const before = end;
    end = withoutFooters(lines, kinds, from, end);
    const tail = Math.max(from, end - LONGEST_TAIL);
    const block = tail + signatureStart(lines.slice(tail, end), sender);
    while (end > block) kinds[--end] = 'signature';
    if (end === before) return;
  }
}

function withoutFooters(lines: readonly Line[], kinds: Kind[], from: number, to: number): number {
  let end = to;
  while (end > from && to - end < LONGEST_TAIL) {
    const kind = footerKind(lines[end - 1]?.head ?? '');
    if (kind) {
      kinds[--end] = kind;
      continue;
    }
    // A disclaimer of several lines: only its first says what it is.
    let first = end - 1;
    while (first > from && end - first < 12 && !startsDisclaimer(lines[first]?.head ?? '') && !lines[first]?.afterGap)
      first--;
    if (!startsDisclaimer(lines[first]?.head ?? '')) break;
    while (end > first) kinds[--end] = 'disclaimer';
  }
  return end;
}

function postscriptStart(lines: readonly Line[], from: number, to: number): number {
  for (let at = to - 1; at >= Math.max(from, to - 12); at--) {
    if (/^p\.?\s?p?\.?s\b/i.test(lines[at]?.head ?? '')) return at;
  }
  return to;
}

/** "Reply received …:" of a texting service: the question above it is the machine's. */
function onlyTheReply(lines: readonly Line[], kinds: Kind[]): void {
  const at = lines.findIndex(({ head }) => /^(?:reply|response|answer) received\b.{0,60}:$/i.test(head));
  if (at < 0 || at > 6) return;
  for (let line = 0; line <= at; line++) if (kinds[line] === 'new') kinds[line] = 'banner';
}
