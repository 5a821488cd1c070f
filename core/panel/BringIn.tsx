import { useContext, useState } from 'preact/hooks';
import { count } from '../date-words.ts';
import { reasonOf } from '../errors.ts';
import type { RestorePreview } from '../register/restore.ts';
import { BroughtIn } from './BroughtIn.tsx';
import { FileButton } from './FileButton.tsx';
import type { Keeping } from './keeping.ts';
import { dropDesksOf } from './kept-desks.ts';
import { Note } from './Note.tsx';
import { DispatchContext, usePorts } from './ports-context.ts';

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
  const { store } = usePorts();
  const dispatch = useContext(DispatchContext);
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const fail = (error: unknown): void => setStep({ kind: 'failed', because: reasonOf(error) });
  const look = (file: Blob): void => {
    setStep({ kind: 'busy', words: 'Reading the backup…' });
    keeping.preview(file).then((preview) => setStep({ kind: 'look', file, preview }), fail);
  };
  const bring = async (file: Blob, { empties }: RestorePreview): Promise<void> => {
    const erasing = empties.map(({ caseId }) => caseId);
    setStep({ kind: 'busy', words: 'Bringing it in…' });
    try {
      const { entered, known, refilled } = await keeping.restore(file, { erasing });
      if (erasing.length > 0) {
        const keys = await dropDesksOf(store, erasing);
        dispatch({ type: 'desks-dropped', keys });
      }
      const back = refilled > 0 ? ` ${count(refilled, 'entry', 'entries')} got back the personal data.` : '';
      const words = `Brought in: ${count(entered, 'entry', 'entries')}. ${count(known, 'was', 'were')} here already.${back}`;
      setStep({ kind: 'done', words });
      onDone();
    } catch (error) {
      fail(error);
    }
  };
  switch (step.kind) {
    case 'choose':
      return <FileButton label={label} isPrimary={isPrimary} onFile={look} />;
    case 'busy':
      return <p role="status">{step.words}</p>;
    case 'look': {
      const { preview, file } = step;
      return (
        <BroughtIn
          preview={preview}
          onBring={() => bring(file, preview)}
          onCancel={() => setStep({ kind: 'choose' })}
        />
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
