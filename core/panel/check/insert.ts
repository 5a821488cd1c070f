import type { Finding } from '../../letters/pre-send-check.ts';
import type { CheckedView, CheckPorts } from './check-view.ts';
import type { OpenReply, ReplyHost } from './reply-host.ts';

/* What goes into a reply by a press: only ever into the one that was checked. Each gives what became of it, in a sentence. */

/** Puts the case's letter at the top, and enters that on the case. */
export async function insertLetter(
  { host, noteInserted }: Pick<CheckPorts, 'host' | 'noteInserted'>,
  { reply, checked, at }: Pick<CheckedView, 'reply' | 'checked' | 'at'>,
): Promise<string> {
  const draft = checked?.own.draft;
  if (!checked || !draft) return '';
  if (!(await isStill(host, reply))) return ANOTHER;
  await host.insertAtTop(draft);
  // The reply can have been changed for another one while the letter was on its way.
  if (!(await isStill(host, reply)))
    return 'Another reply was opened meanwhile. Look whether the letter is in the right one; nothing was entered on the case.';
  await noteInserted(at.file.id, checked);
  return 'The letter is at the top of your reply. Ctrl+Z in the reply takes it out.';
}

/** Puts in a paragraph that is missing, or other words in place of wrong ones. */
export async function insertParagraph(host: ReplyHost, reply: OpenReply, finding: Finding): Promise<string> {
  const { found, insert } = finding;
  if (insert === null) return '';
  if (!(await isStill(host, reply))) return ANOTHER;
  const [words] = found;
  if (!words) {
    await host.insertAtCursor(insert);
    return 'The paragraph is where the cursor was in your reply.';
  }
  if (await host.replace(words.text, insert)) return 'Put right in your reply.';
  return 'Those words stand there more than once, or not as they were read. Put them right by hand.';
}

const ANOTHER = 'This isn’t the reply that was checked, or it goes to others now. Nothing was put in.';

/** Whether the reply that is open goes to the same people, in the same conversation, as the one that was read. */
async function isStill(host: ReplyHost, before: OpenReply): Promise<boolean> {
  return identityOf(await host.read()) === identityOf(before);
}

function identityOf({ to, cc, subject, threadId }: OpenReply): string {
  const addresses = (list: OpenReply['to']): readonly string[] =>
    list.map(({ address }) => address.toLowerCase()).toSorted();
  return JSON.stringify([addresses(to), addresses(cc), subject, threadId]);
}
