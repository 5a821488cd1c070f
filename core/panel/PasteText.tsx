import { useRef } from 'preact/hooks';
import type { Dispatch } from './actions.ts';
import { Icon } from './Icon.tsx';
import type { PasteForm } from './paste-form.ts';

/** Larger than any email without its attachments; a film dropped by mistake isn't read. */
const LARGEST = 30_000_000;

/** Where a message is pasted, or a saved email dropped or chosen. */
export function PasteText({
  paste,
  label,
  hint,
  dispatch,
}: {
  readonly paste: PasteForm;
  readonly label: string;
  readonly hint: string;
  readonly dispatch: Dispatch;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const take = (file: File | null | undefined): void => {
    if (!file) return;
    if (file.size > LARGEST)
      dispatch({ type: 'paste-typed', change: { error: 'file', because: 'is larger than any email' } });
    else void file.arrayBuffer().then((bytes) => dispatch({ type: 'mail-file-chosen', bytes: new Uint8Array(bytes) }));
  };
  return (
    <div class="field">
      <label for="paste-text">{label}</label>
      <p class="meta" id="paste-hint">
        {hint}
      </p>
      {(paste.error === 'text' || paste.error === 'file') && (
        <p class="error" id="paste-error">
          <Icon name="over" />
          <span>
            {paste.error === 'text'
              ? 'Paste the message first'
              : `That file can’t be read as a saved email (.eml)${paste.because === '' ? '' : `: it ${paste.because}`}`}
          </span>
        </p>
      )}
      <textarea
        id="paste-text"
        rows={6}
        data-focus="paste-text"
        aria-describedby="paste-hint"
        aria-invalid={paste.error === 'text'}
        value={paste.text}
        onInput={(event) => dispatch({ type: 'paste-typed', change: { text: event.currentTarget.value } })}
        onDrop={(event) => {
          const file = event.dataTransfer?.files[0];
          if (file) event.preventDefault();
          take(file);
        }}
      />
      <p>
        <button type="button" class="link" onClick={() => picker.current?.click()}>
          Choose a saved email…
        </button>
        <input
          ref={picker}
          type="file"
          accept=".eml,message/rfc822"
          hidden
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </p>
    </div>
  );
}
