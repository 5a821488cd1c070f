import type { ComponentChildren } from 'preact';
import { Note } from './Note.tsx';

/** A fault of ours: said plainly, since a page that stays empty would look as if there were nothing to see. */
export function Broken({ fault, onTryAgain }: { readonly fault: unknown; readonly onTryAgain: () => void }) {
  return (
    <FaultPage title="Duly can’t show this" onTryAgain={onTryAgain}>
      <Note icon="over" title="Something in Duly failed" isAlert>
        <p>Nothing was checked, hazards included. What you entered is kept.</p>
        <p class="meta">{fault instanceof Error ? fault.message : 'The reason isn’t known.'}</p>
      </Note>
    </FaultPage>
  );
}

/** A page that shows nothing but what failed, and the way to try again. */
export function FaultPage({
  title,
  children,
  onTryAgain,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly onTryAgain: () => void;
}) {
  return (
    <main>
      <section class="sec">
        <div class="stack-3">
          <h1 class="page-title">{title}</h1>
          {children}
          <div class="btns">
            <button type="button" class="btn" onClick={onTryAgain}>
              Try again
            </button>
          </div>
        </div>
      </section>
    </main>
  );
}
