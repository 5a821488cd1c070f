import { HostError, type Draft, type DraftOutcome } from '../core/host.ts';
import type { Message } from '../core/message.ts';
import type { Capabilities } from './capabilities.ts';
import { asked, SILENT } from './office-async.ts';

/** What Outlook takes for a reply in one go, in characters. */
const LONGEST = 32 * 1024;

/**
 * Opens a reply with the draft at its top; nothing is sent. To all where others were copied in or somebody writes for the
 * resident, so that nobody drops out of the conversation; otherwise to the sender alone.
 */
export async function openReply(
  item: Office.MessageRead,
  draft: Draft,
  { message, can }: { readonly message: Message; readonly can: Capabilities },
): Promise<DraftOutcome> {
  if (draft.html.length > LONGEST)
    return refused(
      'This draft is longer than Outlook takes in one go, and is copied: press Reply, then paste, or open Duly in the reply and insert it there.',
    );
  const isToAll = message.cc.length > 0 || isAmong(draft.copyTo?.address, message);
  try {
    if (can.tellsOfReply)
      await asked('open a reply', (done) => {
        if (isToAll) item.displayReplyAllFormAsync(draft.html, done);
        else item.displayReplyFormAsync(draft.html, done);
      });
    else if (isToAll) item.displayReplyAllForm(draft.html);
    else item.displayReplyForm(draft.html);
  } catch (error) {
    return refused(`${refusalOf(error)} The draft is copied: press Reply, then paste.`);
  }
  return { kind: 'inserted', undo: `${missingCopy(draft, message)}Discard the reply to take it out` };
}

/** With Outlook's own number, or that it hasn't answered: then the reply may still open, and would be a second one. */
function refusalOf(error: unknown): string {
  if (error instanceof HostError && error.code === SILENT)
    return 'Outlook hasn’t said whether it opened a reply: look before you go on.';
  return error instanceof HostError ? error.message : 'Outlook didn’t open a reply.';
}

function refused(reason: string): DraftOutcome {
  return { kind: 'refused', reason };
}

/** Outlook can't be told to add a recipient to a reply: the person does it. */
function missingCopy({ copyTo }: Draft, message: Message): string {
  if (!copyTo || message.from?.address.toLowerCase() === copyTo.address.toLowerCase()) return '';
  return isAmong(copyTo.address, message) ? '' : `Copy in ${copyTo.name || copyTo.address}. `;
}

function isAmong(address: string | undefined, { to, cc }: Message): boolean {
  if (address === undefined) return false;
  return [...to, ...cc].some((one) => one.address.toLowerCase() === address.toLowerCase());
}
