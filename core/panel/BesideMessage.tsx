import { panelDate, panelMoment } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { Note } from './Note.tsx';
import type { OpenMessage } from './state.ts';

/** In whose mailbox the message lies, where it isn't the officer's own, whether it is the one that is shown, and that a mark on it failed. */
export function MailboxLine({ open }: { readonly open: OpenMessage }) {
  const mailbox = open.beside?.mailbox ?? null;
  return (
    <>
      {mailbox !== null && (
        <p class="meta">
          In the shared mailbox <bdi>{mailbox}</bdi>
        </p>
      )}
      {open.beside?.doubt != null && <p>{open.beside.doubt} Compare them with what Outlook shows.</p>}
      {open.beside?.isCut === true && (
        <p>Only the first part of this message was read: it is very long. Look through the rest of it yourself.</p>
      )}
      {open.unkept !== undefined && (
        <p class="meta">The case keeps its text, and not the email as a file. {open.unkept}</p>
      )}
      {open.unmarked != null && <p class="meta">The message isn’t marked. {open.unmarked}</p>}
    </>
  );
}

/** A colleague has logged the message and this register doesn't hold the case: its mark, so that nothing is logged twice. */
export function MarkNote({ open, now }: { readonly open: OpenMessage; readonly now: Instant }) {
  const mark = open.beside?.mark;
  if (!mark || open.looked?.found != null) return null;
  const today = localDate(now);
  return (
    <section class="sec" aria-label="Marked by a colleague">
      <Note icon="info" title={`Logged already as ${mark.reference}`}>
        <p>
          By <bdi>{mark.by}</bdi>, {panelMoment(mark.at, today)}.{' '}
          {mark.stage !== null && (
            <>
              <bdi>{mark.stage}</bdi>.{' '}
            </>
          )}
          {mark.due && (
            <>
              Next: <bdi>{mark.due.what}</bdi>, {panelDate(mark.due.day, today)}.
            </>
          )}
        </p>
        <p>The case isn’t in this register: bring in your colleague’s backup to work on it here.</p>
      </Note>
    </section>
  );
}
