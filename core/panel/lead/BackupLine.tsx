import { useState } from 'preact/hooks';
import { reasonOf } from '../../errors.ts';
import { backupWords, isBackupDue, saveBackup } from '../backup.ts';
import { Icon } from '../Icon.tsx';
import { Note } from '../Note.tsx';
import { usePorts } from '../ports-context.ts';
import { useBackup } from '../use-backup.ts';
import type { PanelState } from '../state.ts';

/** Under Due: where the cases are and when they were backed up; asks for a backup when one is due. */
export function BackupLine({ state }: { readonly state: Pick<PanelState, 'now' | 'rules'> }) {
  const { register } = usePorts();
  const { now, rules } = state;
  const [backup, look] = useBackup(register);
  const [failed, setFailed] = useState('');
  if (!backup || backup.events === 0) return null;
  if (!isBackupDue(backup, { now, calendar: rules?.calendar ?? null }))
    return (
      <p class="status">
        <Icon name="save" />
        <span>Saved on this computer. {backupWords(backup, now)}</span>
      </p>
    );
  const backUp = (): void => {
    saveBackup(register, now).then(look, (error: unknown) => setFailed(`Not backed up. ${reasonOf(error)}`));
  };
  return (
    <section class="sec" aria-label="Backup">
      <Note icon="save" title="Back up the cases on this computer">
        <p>{backupWords(backup, now)} This browser can lose them; a backup can’t.</p>
        <p class="btns">
          <button type="button" class="btn small" onClick={backUp}>
            Back up now
          </button>
        </p>
        {failed !== '' && <p role="alert">{failed}</p>}
      </Note>
    </section>
  );
}
