import { figure } from '../date-words.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../dates.ts';
import { reasonOf } from '../errors.ts';
import type { BackupState } from '../register/register.ts';
import { backupWords } from './backup.ts';
import { BringIn } from './BringIn.tsx';
import { Icon } from './Icon.tsx';
import type { Keeping } from './keeping.ts';
import { NotRemembered } from './NotRemembered.tsx';

/** Where the cases are, that they may vanish from there, when they were last backed up, and both ways of a backup. */
export function KeptHere({ keeping, now }: { readonly keeping: Keeping; readonly now: Instant }) {
  const { state, unremembered, said, look, backUp } = useKeeping(keeping, now);
  const hasEntries = state !== null && state.events > 0;
  return (
    <section class="sec" aria-label="Where the cases are kept">
      <div class="stack">
        <p class="meta">
          <Icon name="save" /> Kept in {keeping.place}, which may lose it. {hasEntries && backupWords(state, now)}
        </p>
        {keeping.elsewhere.map(({ place, cases }) => (
          <p key={place} class="meta">
            {figure(cases)} {cases === 1 ? 'case is' : 'cases are'} kept in {place}, and not here.
          </p>
        ))}
        {hasEntries && unremembered !== null && <NotRemembered keeping={keeping} because={unremembered} />}
        <div class="btns">
          {hasEntries && <BackUpButton onPress={backUp} />}
          <BringIn keeping={keeping} label="Bring in a backup…" onDone={look} />
        </div>
        {said !== '' && <p role="status">{said}</p>}
      </div>
    </section>
  );
}

/** Beside a message: only that the mailbox doesn't remember what is in no backup either, and what can be done. */
export function KeptBeside({ keeping, now }: { readonly keeping: Keeping; readonly now: Instant }) {
  const { state, unremembered, said, backUp } = useKeeping(keeping, now);
  const isOwed = state !== null && state.newEvents > 0 && unremembered !== null;
  if (!isOwed && said === '') return null;
  return (
    <section class="sec" aria-label="What your mailbox remembers">
      <div class="stack">
        {isOwed && (
          <NotRemembered keeping={keeping} because={unremembered}>
            <BackUpButton onPress={backUp} />
          </NotRemembered>
        )}
        {said !== '' && <p role="status">{said}</p>}
      </div>
    </section>
  );
}

function BackUpButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <button type="button" class="btn" onClick={onPress}>
      <span>Back up now</span>
    </button>
  );
}

/** How the keeping stands, followed while it is shown, and the press that backs up with what came of it. */
function useKeeping(keeping: Keeping, now: Instant) {
  const [state, setState] = useState<BackupState | null>(null);
  const [unremembered, setUnremembered] = useState(keeping.unremembered());
  const [said, setSaid] = useState('');
  const look = (): void => {
    setUnremembered(keeping.unremembered());
    keeping.state().then(setState, () => setState(null));
  };
  useEffect(look, [keeping, now]);
  useEffect(() => keeping.onMemory(look), [keeping]);
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
  return { state, unremembered, said, look, backUp };
}
