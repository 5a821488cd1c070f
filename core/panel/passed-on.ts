import type { Reading } from '../reading/reading.ts';

/** A message that somebody else passed on: who wrote the words, where they are reached, and whom a reply would go to. */
export interface PassedOn {
  readonly writer: string;
  /** Empty where the header that was passed on names none. */
  readonly address: string;
  readonly by: string;
}

/** Who wrote what was passed on; null where the sender wrote, so that a reply goes to the writer. */
export function passedOn({ writtenBy, message: { from } }: Pick<Reading, 'writtenBy' | 'message'>): PassedOn | null {
  if (!writtenBy || isSame(writtenBy.address, from?.address ?? '')) return null;
  const { name, address } = writtenBy;
  return { writer: name || address, address, by: from?.name || from?.address || 'the sender' };
}

function isSame(left: string, right: string): boolean {
  return left !== '' && left.toLowerCase() === right.toLowerCase();
}

/** How a copied letter reaches the writer: the reply doesn't. */
export function pasteHint(passed: PassedOn | null): string {
  if (!passed) return 'Press Reply, then paste.';
  const whom = passed.address === '' ? passed.writer : passed.address;
  return `Write a new email to ${whom}, then paste. A reply would go to ${passed.by}.`;
}

/** Why the day of passing on doesn't count. */
export const FIRST_HAD = 'Clocks run from the day any of our staff first had it.';
