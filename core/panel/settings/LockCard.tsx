import { useEffect, useState } from 'preact/hooks';
import type { Lock, LockSettings } from '../host-settings.ts';
import { Note } from '../Note.tsx';

const MINUTES = [5, 10, 15, 30, 60] as const;
const SHORTEST_CODE = 4;

/** Locks the panel when nobody is there, for computers that several people use; says plainly what it is not. */
export function LockCard({ lock }: { readonly lock: Lock }) {
  const [settings, setSettings] = useState<LockSettings | null>(null);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState('');
  /** Shown until this page is left, and nowhere again. */
  const [recovery, setRecovery] = useState<string | null>(null);
  const look = (): void => {
    lock.load().then(setSettings, () => setSettings(null));
  };
  useEffect(look, [lock]);
  if (!settings) return null;
  const keep = async (minutes: number | null, next: string | null): Promise<void> => {
    setRecovery(await lock.save(minutes, next));
    look();
  };
  const setNew = async (): Promise<void> => {
    if (code.length < SHORTEST_CODE) {
      setSaid(`A code has at least ${String(SHORTEST_CODE)} characters. Nothing was changed.`);
      return;
    }
    await keep(settings.minutes ?? 10, code);
    setCode('');
    setSaid('The code is set.');
  };
  return (
    <section class="sec" aria-labelledby="lock">
      <div class="sec-head">
        <h2 id="lock">A computer that others use</h2>
      </div>
      <div class="stack-3">
        <div class="field">
          <label for="lock-after">
            Lock Duly when nobody touches {lock.watches === 'computer' ? 'the computer' : 'this panel'}
          </label>
          <p class="meta" id="lock-hint">
            It hides the cases and asks who is there. It doesn’t encrypt them.
          </p>
          <select
            id="lock-after"
            aria-describedby="lock-hint"
            value={settings.minutes ?? ''}
            onChange={({ currentTarget: { value } }) => void keep(value === '' ? null : Number(value), null)}
          >
            <option value="">Never</option>
            {MINUTES.map((minutes) => (
              <option key={minutes} value={minutes}>
                After {minutes} minutes
              </option>
            ))}
          </select>
        </div>
        {settings.minutes !== null && (
          <div class="field">
            <label for="lock-code">{settings.hasCode ? 'Another code' : 'Code to open it, if you want one'}</label>
            <input
              id="lock-code"
              type="password"
              autocomplete="new-password"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
            <div class="btns">
              <button type="button" class="btn small" onClick={() => void setNew()}>
                Set the code
              </button>
            </div>
          </div>
        )}
        <p role="status">{said}</p>
        {recovery !== null && (
          <Note icon="lock" title="Write this down, away from this computer">
            <p>
              <b class="nobr">{recovery}</b> opens Duly if the code is forgotten. It is shown only now.
            </p>
          </Note>
        )}
      </div>
    </section>
  );
}
