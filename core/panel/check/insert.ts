import { lowerFirst } from '../../date-words.ts';
import type { Finding } from '../../letters/pre-send-check.ts';
import type { CheckedView, CheckPorts } from './check-view.ts';
import type { OpenReply, Placed, ReplyHost } from './reply-host.ts';

/* What goes into a reply by a press: only ever into the one that was checked. Each gives what became of it, in a sentence. */

/** Puts the case's letter at the top, and enters that on the case. */
export async function insertLetter(
  { host, noteInserted }: Pick<CheckPorts, 'host' | 'noteInserted'>,
  { reply, checked, at }: Pick<CheckedView, 'reply' | 'checked' | 'at'>,
): Promise<string> {
  const draft = checked?.own.draft;
  if (!checked || !draft) return '';
  const placed = await host.insertAtTop(draft, reply);
  if (placed.kind !== 'placed') return `${notPlaced(placed, 'The letter')} Nothing was entered on the case.`;
  await noteInserted(at.file.id, checked);
  return 'The letter is at the top of your reply. Ctrl+Z in the reply takes it out.';
}

/** Puts in a paragraph that is missing, or other words in place of wrong ones. */
export async function insertParagraph(host: ReplyHost, reply: OpenReply, finding: Finding): Promise<string> {
  const { found, insert } = finding;
  if (insert === null) return '';
  const [words] = found;
  if (!words) {
    const placed = await host.insertAtCursor(insert, reply);
    return placed.kind === 'placed'
      ? 'The paragraph is where the cursor was in your reply.'
      : notPlaced(placed, 'The paragraph');
  }
  const placed = await host.replace({ words: words.text, by: insert }, reply);
  return placed.kind === 'placed' ? 'Put right in your reply.' : notPlaced(placed, 'The change');
}

function notPlaced(placed: Exclude<Placed, { kind: 'placed' }>, what: string): string {
  switch (placed.kind) {
    case 'another':
      return 'This isn’t the reply that was checked, or it goes to others now. Nothing was put in.';
    case 'not-once':
      return 'Those words stand there more than once, or not as they were read. Put them right by hand.';
    case 'nowhere':
      return `${what} isn’t in this reply, though it was taken. Look in the other replies that you had open.`;
    case 'elsewhere':
      if (!placed.isThere)
        return `Another reply was opened meanwhile. Look whether ${lowerFirst(what)} is in the right one.`;
      return `${what} went into another reply${placed.open ? `: ${nameOf(placed.open)}` : ''}. Take it out there with Ctrl+Z, and look at it before you send it.`;
  }
}

function nameOf({ to, subject }: OpenReply): string {
  const people = to.map(({ name, address }) => name || address).join(', ');
  return `the one to ${people === '' ? 'nobody yet' : people}, “${subject}”`;
}
