import { useState } from 'preact/hooks';
import { count } from '../date-words.ts';
import type { RestorePreview } from '../register/restore.ts';
import { TypedConfirmation } from './TypedConfirmation.tsx';

/** What somebody types before a backup takes personal data out for good. */
const WORD = 'erase';
/** Cases that are named; the rest are counted. */
const MOST = 10;

/** What a backup would bring, before anything changes. One that erases something does it only where that is typed. */
export function BroughtIn({
  preview,
  onBring,
  onCancel,
}: {
  readonly preview: RestorePreview;
  readonly onBring: () => Promise<void>;
  readonly onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const { cases, freshCases, refilled, bare, empties, isComplete } = preview;
  const isErasing = empties.length > 0;
  const bring = async (): Promise<void> => {
    if (typed.trim().toLowerCase() === WORD) await onBring();
    else setWrong(`Type “${WORD}” to go on. Nothing was brought in.`);
  };
  return (
    <div class="stack" role="status">
      <p>
        It holds {count(cases, 'case')}; {count(freshCases, 'isn’t', 'aren’t')} here yet.{' '}
        {!isComplete && 'The file doesn’t say where it ends: something may be missing from it. '}
        {bare.length > 0 &&
          `${count(bare.length, 'entry', 'entries')} in it ${bare.length === 1 ? 'has' : 'have'} lost the personal data, and no erasure says so: an older backup may have it. `}
        {refilled > 0 && `${count(refilled, 'entry', 'entries')} here will get back the personal data that was lost. `}
        {!isErasing && 'Nothing that is here is changed.'}
      </p>
      {isErasing ? (
        <>
          <p>
            <b>It erases the personal data of {count(empties.length, 'case')} for good,</b> and no backup brings it back
            here. Go on only if your organisation erased it. If you don’t know why, ask whoever gave you the file.
          </p>
          <ul class="plain">
            {empties.slice(0, MOST).map(({ caseId, reference, name }) => (
              <li key={caseId}>
                <b class="nobr">{reference}</b> <bdi>{name}</bdi>
              </li>
            ))}
            {empties.length > MOST && <li>And {empties.length - MOST} more.</li>}
          </ul>
          <TypedConfirmation
            id="erasing"
            label={`Type “${WORD}”`}
            value={typed}
            wrong={wrong}
            action="Erase, and bring it in"
            onInput={setTyped}
            onConfirm={bring}
            onCancel={onCancel}
          />
        </>
      ) : (
        <div class="btns">
          <button type="button" class="btn primary" onClick={() => void onBring()}>
            <span>Bring it in</span>
          </button>
          <button type="button" class="btn" onClick={onCancel}>
            Cancel
          </button>
        </div>
      )}
    </div>
  );
}
