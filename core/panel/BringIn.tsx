import { useState } from 'preact/hooks';
import { count } from '../date-words.ts';
import { reasonOf } from '../errors.ts';
import type { RestorePreview } from '../register/restore.ts';
import { FileButton } from './FileButton.tsx';
import type { Keeping } from './keeping.ts';
import { Note } from './Note.tsx';

type Step =
  | { readonly kind: 'choose' }
  /** Many thousand entries take a while. */
  | { readonly kind: 'busy'; readonly words: string }
  | { readonly kind: 'look'; readonly file: Blob; readonly preview: RestorePreview }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'failed'; readonly because: string };

/** Brings a backup in: what the file holds is shown before anything changes; nothing that is here is overwritten. */
export function BringIn({
  keeping,
  label,
  isPrimary = false,
  onDone,
}: {
  readonly keeping: Pick<Keeping, 'preview' | 'restore'>;
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly onDone: () => void;
}) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const fail = (error: unknown): void => setStep({ kind: 'failed', because: reasonOf(error) });
  const look = (file: Blob): void => {
    setStep({ kind: 'busy', words: 'Reading the backup…' });
    keeping.preview(file).then((preview) => setStep({ kind: 'look', file, preview }), fail);
  };
  const bring = (file: Blob): void => {
    setStep({ kind: 'busy', words: 'Bringing it in…' });
    keeping.restore(file).then(({ entered, known }) => {
      setStep({
        kind: 'done',
        words: `Brought in: ${count(entered, 'entry', 'entries')}. ${count(known, 'was', 'were')} here already.`,
      });
      onDone();
    }, fail);
  };
  switch (step.kind) {
    case 'choose':
      return <FileButton label={label} isPrimary={isPrimary} onFile={look} />;
    case 'busy':
      return <p role="status">{step.words}</p>;
    case 'look': {
      const { preview, file } = step;
      return (
        <div class="stack" role="status">
          <p>
            It holds {count(preview.cases, 'case')}; {count(preview.freshCases, 'isn’t', 'aren’t')} here yet.{' '}
            {!preview.isComplete && 'The file doesn’t say where it ends: something may be missing from it. '}
            Nothing that is here is changed.
          </p>
          <div class="btns">
            <button type="button" class="btn primary" onClick={() => bring(file)}>
              <span>Bring it in</span>
            </button>
            <button type="button" class="btn" onClick={() => setStep({ kind: 'choose' })}>
              Cancel
            </button>
          </div>
        </div>
      );
    }
    case 'done':
      return (
        <div class="stack">
          <p role="status">{step.words}</p>
          <FileButton label={label} isPrimary={false} onFile={look} />
        </div>
      );
    case 'failed':
      return (
        <div class="stack">
          <div role="alert">
            <Note icon="over" title="Nothing was brought in" isAlert>
              <p>{step.because}</p>
            </Note>
          </div>
          <FileButton label={label} isPrimary={isPrimary} onFile={look} />
        </div>
      );
  }
}
