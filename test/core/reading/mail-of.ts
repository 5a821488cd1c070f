/** The bytes of a mail of these lines, a letter a byte. */
export function mailOf(lines: readonly string[]): Uint8Array {
  return Uint8Array.from(Buffer.from(lines.join('\r\n'), 'latin1'));
}
