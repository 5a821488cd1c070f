import { useRef } from 'preact/hooks';

/** A button that asks for a file; the browser's own field for one has no words of ours. */
export function FileButton({
  label,
  isPrimary,
  onFile,
}: {
  readonly label: string;
  readonly isPrimary: boolean;
  readonly onFile: (file: Blob) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={isPrimary ? 'btn primary' : 'btn'} onClick={() => field.current?.click()}>
        <span>{label}</span>
      </button>
      <input
        ref={field}
        type="file"
        accept=".jsonl,.txt,application/jsonl,text/plain"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
