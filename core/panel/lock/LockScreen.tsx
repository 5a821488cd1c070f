import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';

/** A wrong code is followed by a pause: nobody tries all of them. */
const PAUSE = 1_500;

/** Stands where the panel was while nobody was there: asks who is here, so that what follows is entered under the right name. */
export function LockScreen({
  name: before,
  hasCode,
  onUnlock,
}: {
  readonly name: string;
  readonly hasCode: boolean;
  /** False where the code isn't the one. */
  readonly onUnlock: (name: string, code: string) => Promise<boolean>;
}) {
  const [name, setName] = useState(before);
  const [code, setCode] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const unlock = async (): Promise<void> => {
    if (isBusy || name.trim() === '') return;
    setIsBusy(true);
    setIsWrong(false);
    const opened = await onUnlock(name.trim(), code);
    if (opened) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    setCode('');
    setIsWrong(true);
    setIsBusy(false);
  };
  return (
    <main>
      <form
        class="sec"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <div class="stack-3">
          <h1 class="page-title">Duly is locked</h1>
          <p>Nobody was here for a while. What was typed is kept.</p>
          <div class="field">
            <label for="who">Who is here?</label>
            <p class="meta" id="who-hint">
              On each entry that follows.
            </p>
            <input
              id="who"
              aria-describedby="who-hint"
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </div>
          {hasCode && (
            <div class="field">
              <label for="code">Code</label>
              {isWrong && (
                <p class="meta" id="code-wrong" role="alert">
                  That isn’t the code. Nothing was shown.
                </p>
              )}
              <input
                id="code"
                type="password"
                autocomplete="off"
                aria-invalid={isWrong}
                aria-describedby={isWrong ? 'code-wrong' : undefined}
                value={code}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
              <details class="fold">
                <summary>
                  Forgotten? <Icon name="turn" class="turn" />
                </summary>
                <p>
                  Type the code of twelve characters that was shown when this one was set: it opens Duly and takes the
                  forgotten one away. Without either, nobody can open it here, and nothing here shows or empties it.
                  Whoever looks after this computer can remove Duly and install it anew; your last backup brings the
                  cases back.
                </p>
              </details>
            </div>
          )}
          <div class="btns">
            <button type="submit" class="btn primary" aria-busy={isBusy ? 'true' : undefined}>
              <span>Open Duly</span>
            </button>
          </div>
        </div>
      </form>
    </main>
  );
}
