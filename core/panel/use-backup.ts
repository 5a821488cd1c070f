import { useEffect, useState } from 'preact/hooks';
import type { BackupState, Register } from '../register/register.ts';

/** How the cases are backed up, followed as they change, and how to look again; null until it is known. */
export function useBackup(register: Register): readonly [BackupState | null, () => void] {
  const [backup, setBackup] = useState<BackupState | null>(null);
  const look = (): void => {
    register.backup().then(setBackup, () => setBackup(null));
  };
  useEffect(() => {
    look();
    return register.onChange(look);
  }, [register]);
  return [backup, look];
}
