/** A line to type, what is wrong with it, and the two buttons below what can't be taken back. */
export function TypedConfirmation({
  id,
  label,
  value,
  wrong,
  action,
  onInput,
  onConfirm,
  onCancel,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Empty where nothing is. */
  readonly wrong: string;
  readonly action: string;
  readonly onInput: (value: string) => void;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
}) {
  return (
    <>
      <div class="field">
        <label for={id}>{label}</label>
        {wrong !== '' && (
          <p class="meta" id={`${id}-wrong`} role="alert">
            {wrong}
          </p>
        )}
        <input
          id={id}
          autocomplete="off"
          aria-invalid={wrong !== ''}
          aria-describedby={wrong === '' ? undefined : `${id}-wrong`}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <div class="btns">
        <button type="button" class="btn" onClick={() => void onConfirm()}>
          <span>{action}</span>
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </>
  );
}
