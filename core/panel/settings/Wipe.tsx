import { useContext, useState } from 'preact/hooks';
import { count } from '../../date-words.ts';
import type { Instant } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import type { BackupState } from '../../register/register.ts';
import { saveBackup } from '../backup.ts';
import { dropDesks } from '../kept-desks.ts';
import { DispatchContext, usePorts } from '../ports-context.ts';
import { TypedConfirmation } from '../TypedConfirmation.tsx';

/** What somebody types before everything is taken off a computer: it can't be undone, but for a backup. */
const WORD = 'remove';

/** Takes every case off this computer, after a backup of what is in none. */
export function Wipe({ backup, now }: { readonly backup: BackupState; readonly now: Instant }) {
  const { register, store } = usePorts();
  const dispatch = useContext(DispatchContext);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const wipe = async (): Promise<void> => {
    if (typed.trim().toLowerCase() !== WORD) {
      setWrong(`Type “${WORD}” to go on. Nothing was removed.`);
      return;
    }
    let gone = 'Nothing was removed.';
    try {
      const before = await register.backup();
      const last = before.newEvents > 0 ? await saveBackup(register, now) : { events: before.events, saved: 'saved' };
      if (last.saved === 'copied') {
        setWrong(
          'Nothing was removed. The backup was copied: save it on the page that has opened, look that you have its file, and press again.',
        );
        return;
      }
      const after = await register.backup();
      // Something was entered meanwhile, here or in another window: it is in no backup yet.
      if (after.events > last.events) {
        setWrong('Something was entered meanwhile. Nothing was removed; press again.');
        return;
      }
      // First what nothing shows afterwards: cases that stay are seen to have stayed.
      await dropDesks(store, 'all');
      gone = 'The drafts were removed, the cases were not. Press again.';
      dispatch({ type: 'desks-dropped', keys: 'all' });
      await register.wipe();
      setIsOpen(false);
      setTyped('');
    } catch (error) {
      setWrong(`${gone} ${reasonOf(error)}`);
    }
  };
  if (!isOpen)
    return (
      <p>
        <button type="button" class="link" onClick={() => setIsOpen(true)}>
          Back up and remove everything from this computer…
        </button>
      </p>
    );
  return (
    <div class="stack">
      <p>
        {backup.events === 0 && 'There are no cases here. '}
        {backup.newEvents > 0
          ? `A backup is saved first: ${count(backup.newEvents, 'entry is', 'entries are')} in none yet. `
          : backup.events > 0 && 'Everything is in your last backup. Look that you have its file. '}
        Then every case, its messages, what was seen and every draft are removed from this browser. The backup brings
        the cases back; drafts are in no backup.
      </p>
      <TypedConfirmation
        id="wipe"
        label={`Type “${WORD}”`}
        value={typed}
        wrong={wrong}
        action={backup.newEvents > 0 ? 'Back up and remove' : 'Remove'}
        onInput={setTyped}
        onConfirm={wipe}
        onCancel={() => setIsOpen(false)}
      />
    </div>
  );
}
