import { figure } from '../date-words.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../dates.ts';
import { reasonOf } from '../errors.ts';
import type { BackupState } from '../register/register.ts';
import { backupWords } from './backup.ts';
import { BringIn } from './BringIn.tsx';
import { Icon } from './Icon.tsx';
import type { Keeping } from './keeping.ts';

/** Where the cases are, that they may vanish from there, when they were last backed up, and both ways of a backup. */
export function KeptHere({ keeping, now }: { readonly keeping: Keeping; readonly now: Instant }) {
  const [state, setState] = useState<BackupState | null>(null);
  const [said, setSaid] = useState('');
  const look = (): void => {
    keeping.state().then(setState, () => setState(null));
  };
  useEffect(look, [keeping, now]);
  const backUp = (): void => {
    keeping.backUp().then(
      (how) => {
        setSaid(
          how === 'saved'
            ? 'Backed up. The file is among your downloads.'
            : 'Copied: this Outlook saves no files. Paste it into the page that has opened, or into a text file, and keep that.',
        );
        look();
      },
      (error: unknown) => setSaid(`Not backed up. ${reasonOf(error)}`),
    );
  };
  return (
    <section class="sec" aria-label="Where the cases are kept">
      <div class="stack">
        <p class="meta">
          <Icon name="save" /> Kept in {keeping.place}, which may lose it.{' '}
          {state && state.events > 0 && backupWords(state, now)}
        </p>
        {keeping.elsewhere.map(({ place, cases }) => (
          <p key={place} class="meta">
            {figure(cases)} {cases === 1 ? 'case is' : 'cases are'} kept in {place}, and not here.
          </p>
        ))}
        <div class="btns">
          {state !== null && state.events > 0 && (
            <button type="button" class="btn" onClick={backUp}>
              <span>Back up now</span>
            </button>
          )}
          <BringIn keeping={keeping} label="Bring in a backup…" onDone={look} />
        </div>
        {said !== '' && <p role="status">{said}</p>}
      </div>
    </section>
  );
}
