const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const VALUES: ReadonlyMap<number, number> = new Map(
  Array.from(LETTERS, (letter, value) => [letter.charCodeAt(0), value]),
);

/** Bytes that are spelled at once: a multiple of three, so that the pieces join without filling in between. */
const PIECE = 24_576;

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) pieces.push(spelled(bytes.subarray(from, from + PIECE)));
  return pieces.join('');
}

function spelled(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    text += LETTERS.charAt(first >> 2);
    text += LETTERS.charAt(((first & 3) << 4) | ((second ?? 0) >> 4));
    text += second === undefined ? '=' : LETTERS.charAt(((second & 15) << 2) | ((third ?? 0) >> 6));
    text += third === undefined ? '=' : LETTERS.charAt(third & 63);
  }
  return text;
}

/** The bytes that a text in base64 stands for; null for a text that isn't whole base64. Line ends in it are passed over. */
export function fromBase64(text: string): Uint8Array | null {
  const bare = text.replace(/[\r\n]/g, '');
  if (bare.length % 4 !== 0) return null;
  const filling = bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((bare.length / 4) * 3 - filling);
  const letters = bare.length - filling;
  let [bits, held, next] = [0, 0, 0];
  for (let at = 0; at < letters; at++) {
    const value = VALUES.get(bare.charCodeAt(at));
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[next++] = (bits >> held) & 0xff;
  }
  return bytes;
}
