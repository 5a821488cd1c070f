/** The size of a file in words, as computers' own lists give it: 84 KB, 2.4 MB. */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${String(kilobytes)} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
