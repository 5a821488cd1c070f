import { useEffect, useState } from 'preact/hooks';
import { reasonOf } from '../../errors.ts';
import { backupWords, isBackupDue, saveBackup, sourceOf } from '../backup.ts';
import { savedWords } from '../effects/save-file.ts';
import { BringIn } from '../BringIn.tsx';
import { Icon } from '../Icon.tsx';
import { usePorts } from '../ports-context.ts';
import { useBackup } from '../use-backup.ts';
import type { PanelState } from '../state.ts';
import { Wipe } from './Wipe.tsx';

/** Where the cases are and that they aren't encrypted; saving them, bringing them back, and taking them off this computer. */
export function BackupCard({ state }: { readonly state: Pick<PanelState, 'now' | 'rules'> }) {
  const { register } = usePorts();
  const { now, rules } = state;
  const [backup, look] = useBackup(register);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState('');
  useEffect(look, [now]);
  const backUp = (): void => {
    setFailed('');
    saveBackup(register, now).then(
      ({ saved }) => {
        setSaid(`Backed up: ${savedWords(saved)}. Keep it where your organisation keeps personal data.`);
        look();
      },
      (error: unknown) => setFailed(`Not backed up. ${reasonOf(error)}`),
    );
  };
  const isDue = backup !== null && isBackupDue(backup, { now, calendar: rules?.calendar ?? null });
  return (
    <section class="sec" aria-labelledby="backup">
      <div class="sec-head">
        <h2 id="backup" tabIndex={-1} data-focus="backup">
          The cases on this computer
        </h2>
      </div>
      <div class="stack-3">
        <p>
          They are kept in this browser and nowhere else. <b>They aren’t encrypted:</b> whoever can use this browser
          profile can read them. The browser can lose them; a backup can’t.
        </p>
        {backup && (
          <p class={isDue ? 'over-text' : undefined}>
            <Icon name="save" /> {backupWords(backup, now)}
            {isDue && ' Back up now.'}
          </p>
        )}
        <div class="btns">
          {backup !== null && backup.events > 0 && (
            <button type="button" class="btn" onClick={backUp}>
              <span>Back up now</span>
            </button>
          )}
          <BringIn
            keeping={{
              preview: (file) => register.preview(sourceOf(file)),
              restore: (file, options) => register.restore(sourceOf(file), options),
            }}
            label="Bring in a backup…"
            onDone={look}
          />
        </div>
        <p role="status">{said}</p>
        {failed !== '' && <p role="alert">{failed}</p>}
        {backup !== null && <Wipe backup={backup} now={now} />}
      </div>
    </section>
  );
}
