import type { RegisterError } from '../register/register.ts';
import { FaultPage } from './Broken.tsx';
import { Note } from './Note.tsx';

/** An older Duly holds the cases: this one goes on by itself once that one is closed. */
export function RegisterWaits() {
  return (
    <main>
      <section class="sec">
        <div class="stack-3" role="status">
          <h1 class="page-title">Waiting for another window</h1>
          <Note icon="waits" title="An older Duly has the cases open">
            <p>Close Duly in the other window or tab, or reload it. This one then goes on by itself.</p>
          </Note>
          <p>Nothing was changed, and nothing was checked, hazards included.</p>
        </div>
      </section>
    </main>
  );
}

/** The cases can't be opened: why, and that they are as they were. */
export function RegisterRefused({
  error: { code, message },
  onTryAgain,
}: {
  readonly error: RegisterError;
  readonly onTryAgain: () => void;
}) {
  return (
    <FaultPage title="Duly can’t open the cases" onTryAgain={onTryAgain}>
      <div role="alert">
        <Note icon="over" title={TITLES[code] ?? 'The browser refused'} isAlert>
          <p>{code === 'full' ? 'Make room on the disk, then try again.' : message}</p>
          <p>{code === 'deleted' ? '' : 'The cases are as they were. '}Nothing was checked, hazards included.</p>
        </Note>
      </div>
    </FaultPage>
  );
}

const TITLES: Partial<Record<RegisterError['code'], string>> = {
  newer: 'A newer Duly saved them',
  full: 'The disk is full',
  deleted: 'The browser lost them',
};
