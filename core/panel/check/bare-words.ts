/** Letters and digits: line ends, marks and the numbers of a list differ between a letter and what became of it in a reply. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[ \t]*\d{1,2}[.)]/gm, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
