/** A file as text that can be copied and pasted, with its name. */
export function asPastedText({ name, type, bytes }: PastedFile): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `${START} ${encodeURIComponent(name)} ${type} ${btoa(binary)} ${String(bytes.length)}`;
}

/** A file that was copied whole. */
export interface PastedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const START = 'duly-file';

/**
 * The file that was pasted; null for anything else, and for one that is cut off. A backup is pasted as it is, so that a text
 * file takes it too: it ends with how many entries it holds.
 */
export function pastedFile(pasted: string, today: string): PastedFile | null {
  const text = pasted.trim();
  if (/(?:^|\n)\{"end":\{[^\n]*\}\}$/.test(text))
    return { name: `duly-${today}.jsonl`, type: 'application/jsonl', bytes: new TextEncoder().encode(`${text}\n`) };
  const [start, name = '', type = '', content = '', length] = text.split(/\s+/);
  if (start !== START) return null;
  try {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    return String(bytes.length) === length ? { name: decodeURIComponent(name), type, bytes } : null;
  } catch {
    return null;
  }
}
