import { digest } from '../../case/chain.ts';
import { localDate } from '../../dates.ts';
import type { MessageKey } from '../../host.ts';
import { emptyMessage, type Message } from '../../message.ts';
import { deskOfPasted, type PastedMessage } from '../desk.ts';
import { keyOfForm } from '../paste-form.ts';
import { messageOf, pastedOf } from '../paste-view.ts';
import { keepDesk, keptDesk } from './keep.ts';
import { show } from './read-message.ts';
import { londonNow, type Run } from './run.ts';

/** Reads what a person pasted: it is shown, weighed and logged like a message of the host. */
export async function readPasted(run: Run): Promise<void> {
  const { paste } = run.state();
  if (paste.text.trim() === '' && paste.attachments.length === 0) return;
  // The form says so beside the day, which a saved email may have brought: nothing has come that is still to come.
  if (paste.day !== '' && paste.day > localDate(londonNow(run))) return;
  const pasted = pastedOf(paste);
  const message = messageOf(pasted);
  const key = keyOfPasted(pasted);
  if (paste.original) run.track.originals.set(key, paste.original);
  // Kept before the form goes, and before the reading, which takes its time: no moment has neither.
  await keepDesk(run, (await keptDesk(run, key)) ?? deskOfPasted(key, message, pasted, run.state().now));
  run.dispatch({ type: 'went', screen: 'message' });
  run.dispatch({ type: 'form-dropped', key: keyOfForm(paste) });
  await show(run, { source: 'pasted', key, message, pasted });
}

/** The same words from the same person on the same day are the same message. */
function keyOfPasted({ of: _record, ...words }: PastedMessage): MessageKey {
  return `pasted/${digest(words)}`;
}

/** Opens a draft whose message no page can show again. */
export async function openKept(run: Run, key: string): Promise<void> {
  const desk = await keptDesk(run, key);
  if (desk?.pasted) await show(run, { source: 'pasted', key, message: messageOf(desk.pasted), pasted: desk.pasted });
}

/** Opens a case's letter: beside its own message where that is open, else beside the copy that the case keeps. */
export async function showCaseMessage(run: Run, caseId: string, kind?: string): Promise<void> {
  const { open, desk } = run.state();
  const writing = { type: 'write-letter', ...(kind === undefined ? {} : { kind }) } as const;
  const isBeside =
    open.kind === 'message' &&
    (desk?.caseId === caseId || (open.looked?.found?.caseId === caseId && !desk?.isNewMatter));
  if (isBeside) {
    run.dispatch({ type: 'case-opened', caseId });
    run.dispatch(writing);
    return;
  }
  const opened = run.state().cases[caseId];
  const kept = opened?.file.messages.at(-1);
  if (!opened || !kept) return;
  const { channel, from, subject, text, receivedAt, attachments, messageId, siteMessageId, threadId } = kept;
  const message: Message = {
    ...emptyMessage(),
    ...{ channel, from, subject, text, receivedAt, attachments, messageId, siteMessageId, threadId },
    receivedAtSource: 'host',
  };
  await show(run, { source: 'case', key: `case/${caseId}`, message });
  run.dispatch({ type: 'case-opened', caseId });
  run.dispatch(writing);
}

/** Takes a saved email apart, and shows what was found for the person to look over. */
export async function readMailFile(run: Run, bytes: Uint8Array): Promise<void> {
  try {
    const message = await run.ports.readMailFile(bytes);
    run.dispatch({
      type: 'mail-file-read',
      paste: {
        channel: 'email',
        name: message.from?.name ?? '',
        address: message.from?.address ?? '',
        subject: message.subject,
        day: message.receivedAt === null ? '' : localDate(message.receivedAt),
        receivedAt: message.receivedAt,
        text: message.text,
        messageId: message.messageId,
        attachments: [...message.attachments],
        original: bytes,
      },
    });
  } catch (error) {
    const because = error instanceof Error && error.name === 'EmlError' ? error.message : '';
    run.dispatch({ type: 'paste-typed', change: { error: 'file', because } });
  }
}
