import { figure, panelDate } from '../date-words.ts';
import { useEffect, useState } from 'preact/hooks';
import { localDate, type Instant } from '../dates.ts';
import { reasonOf } from '../errors.ts';
import type { BackupState } from '../register/register.ts';
import { backupWords } from './backup.ts';
import { BringIn } from './BringIn.tsx';
import { Icon } from './Icon.tsx';
import type { Keeping } from './keeping.ts';
import { NotRemembered } from './NotRemembered.tsx';

/** Where the cases are, that they may vanish from there, when they were last backed up, and both ways of a backup. */
export function KeptHere({ keeping, now }: { readonly keeping: Keeping; readonly now: Instant }) {
  const { state, unremembered, said, look, backUp, kept } = useKeeping(keeping, now);
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
        <Missing keeping={keeping} now={now} onDone={look} />
        {hasEntries && unremembered !== null && <NotRemembered keeping={keeping} because={unremembered} />}
        <div class="btns">
          {hasEntries && <BackUpButton onPress={backUp} />}
          <BringIn keeping={keeping} label="Bring in a backup…" onDone={look} />
        </div>
        {said !== '' && <p role="status">{said}</p>}
        {kept && <KeptButton onPress={kept} />}
      </div>
    </section>
  );
}

/** Beside a message: only that the mailbox doesn't remember what is in no backup either, and what can be done. */
export function KeptBeside({ keeping, now }: { readonly keeping: Keeping; readonly now: Instant }) {
  const { state, unremembered, said, backUp, kept } = useKeeping(keeping, now);
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
        {kept && <KeptButton onPress={kept} />}
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

function KeptButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <div class="btns">
      <button type="button" class="btn" onClick={onPress}>
        <span>I’ve saved it</span>
      </button>
    </div>
  );
}

/** What was lost and nobody has brought back: each stays until it is logged again or dismissed. */
function Missing({
  keeping,
  now,
  onDone,
}: {
  readonly keeping: Keeping;
  readonly now: Instant;
  readonly onDone: () => void;
}) {
  const missing = keeping.missing();
  if (missing.length === 0) return null;
  return (
    <div class="stack">
      <h3>Lost and not brought back: {figure(missing.length)}</h3>
      <p class="meta">Bring in the backup, or open each message and log it again.</p>
      <ul class="stack">
        {missing.map(({ reference, day }) => (
          <li key={reference}>
            <span class="nobr">{reference}</span>, {panelDate(day, localDate(now))}{' '}
            <button
              type="button"
              class="btn small"
              aria-label={`Take ${reference} off the list: logged again, or not needed`}
              onClick={() => void keeping.dismiss(reference).then(onDone)}
            >
              Logged again
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How the keeping stands, followed while it is shown, and the press that backs up with what came of it. */
function useKeeping(keeping: Keeping, now: Instant) {
  const [state, setState] = useState<BackupState | null>(null);
  const [unremembered, setUnremembered] = useState(keeping.unremembered());
  const [said, setSaid] = useState('');
  const [isCopied, setIsCopied] = useState(false);
  const look = (): void => {
    setUnremembered(keeping.unremembered());
    keeping.state().then(setState, () => setState(null));
  };
  useEffect(look, [keeping, now]);
  useEffect(() => keeping.onMemory(look), [keeping]);
  const backUp = (): void => {
    keeping.backUp().then(
      (how) => {
        setIsCopied(how === 'copied');
        setSaid(
          how === 'saved'
            ? 'Backed up. The file is among your downloads.'
            : 'Copied: this Outlook saves no files. Paste it into the page that has opened, or into a text file, and keep that. It counts as a backup once you say so.',
        );
        look();
      },
      (error: unknown) => setSaid(`Not backed up. ${reasonOf(error)}`),
    );
  };
  const sayKept = (): void => {
    keeping.kept().then(
      () => {
        setIsCopied(false);
        setSaid('Noted as backed up.');
        look();
      },
      (error: unknown) => setSaid(reasonOf(error)),
    );
  };
  return { state, unremembered, said, look, backUp, kept: isCopied ? sayKept : null };
}
