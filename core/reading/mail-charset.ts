/** Windows-1252 from 0x80 to 0x9F (encoding.spec.whatwg.org, index-windows-1252); its five gaps stay as they are. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const CONTROLS = /[\u0080-\u009f]/g;

const BYTE_OF: ReadonlyMap<string, number> = new Map(Array.from(FROM_0X80, (letter, at) => [letter, 0x80 + at]));

/**
 * Text in which the quotation marks and dashes of Windows came out as control characters, with the marks put right: what
 * mail calls iso-8859-1 means windows-1252, and some runtimes decode windows-1252 as iso-8859-1.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, (control) => FROM_0X80.charAt(control.charCodeAt(0) - 0x80));
}

/** Text that was decoded as windows-1252, as the UTF-8 that it is where its bytes are UTF-8. */
export function asUtf8WhereItIs(text: string): string {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const byte = code < 0x100 ? code : BYTE_OF.get(letter);
    if (byte === undefined) bytes.push(...utf8Of(letter));
    else bytes.push(byte);
  }
  return textOfBytes(Uint8Array.from(bytes));
}

/** Bytes as text: UTF-8 where they are, else windows-1252. Linear, and nothing in them is lost. */
export function textOfBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const code = codeAt(bytes, at);
    const byte = bytes[at] ?? 0;
    pieces.push(code === null ? withoutControls(String.fromCharCode(byte)) : String.fromCodePoint(code));
    at += code === null ? 1 : lengthOf(byte);
  }
  return pieces.join('');
}

/** The bytes of a text in UTF-8. */
export function utf8Of(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at++) {
    const isEscape = escaped[at] === '%';
    bytes.push(isEscape ? parseInt(escaped.slice(at + 1, at + 3), 16) : escaped.charCodeAt(at));
    if (isEscape) at += 2;
  }
  return Uint8Array.from(bytes);
}

function lengthOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The character whose UTF-8 begins at a byte; null where none does. */
function codeAt(bytes: Uint8Array, at: number): number | null {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  if (first < 0xc2 || first > 0xf4) return null;
  const length = lengthOf(first);
  let code = first & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    code = (code << 6) | (byte & 0x3f);
  }
  const isTooLong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
  return isTooLong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : code;
}

const TEXT_PART = /^(content-type:[ \t]*(?:\r?\n[ \t]+)?text\/(?:plain|html))((?:[^\r\n]|\r?\n[ \t]){0,1000})/gim;

/**
 * A mail whose text parts that are, or by default count as, UTF-8 or ASCII are called windows-1252: so no byte of them is
 * lost in decoding.
 */
export function calledWindows1252(bytes: Uint8Array): Uint8Array {
  const raw = lettersOf(bytes);
  const end = /\r?\n\r?\n/.exec(raw)?.index ?? raw.length;
  const head = /^content-type:/im.test(raw.slice(0, end)) ? '' : 'Content-Type: text/plain; charset=windows-1252\r\n';
  // Of two parameters of one name the first counts.
  const called = raw.replace(TEXT_PART, (whole, type: string, rest: string) => {
    const charset = /charset\s{0,9}=\s{0,9}"?([^\s";]{1,60})/i.exec(rest)?.[1] ?? 'utf-8';
    return /^(?:utf-?8|us-ascii|ascii|unknown-8bit|unknown)$/i.test(charset)
      ? `${type}; charset=windows-1252${rest}`
      : whole;
  });
  return Uint8Array.from(head + called, (letter) => letter.charCodeAt(0));
}

/** A letter a byte. */
function lettersOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return pieces.join('');
}

/** No header block that a mail server passes on is longer. */
const LONGEST_HEADERS = 256 * 1024;

/** A mail whose headers are UTF-8, whatever they were written in. */
export function withUtf8Headers(bytes: Uint8Array): Uint8Array {
  const end = /\r?\n\r?\n/.exec(lettersOf(bytes.subarray(0, LONGEST_HEADERS)))?.index ?? 0;
  const head = bytes.subarray(0, end);
  if (!head.some((byte) => byte >= 0x80)) return bytes;
  const encoded = utf8Of(textOfBytes(head));
  const whole = new Uint8Array(encoded.length + bytes.length - end);
  whole.set(encoded);
  whole.set(bytes.subarray(end), encoded.length);
  return whole;
}
