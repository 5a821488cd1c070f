import type { ComponentChildren } from 'preact';
import type { Keeping } from './keeping.ts';
import { Note } from './Note.tsx';

/** The mailbox doesn't remember which cases are here: what follows from that, and what can be done. */
export function NotRemembered({
  keeping,
  because,
  children,
}: {
  readonly keeping: Pick<Keeping, 'place' | 'rememberAgain'>;
  readonly because: string;
  /** The other buttons. */
  readonly children?: ComponentChildren;
}) {
  return (
    <Note icon="info" title="Your mailbox doesn’t remember these cases">
      <p>{because}</p>
      <p>
        The cases are here. But if {keeping.place} loses them, Duly can’t tell you which are missing. Back up after each
        case until this note goes. Duly tries again with the next entry.
      </p>
      <div class="btns">
        {children}
        <button type="button" class="btn" onClick={() => void keeping.rememberAgain()}>
          <span>Try again</span>
        </button>
      </div>
    </Note>
  );
}
