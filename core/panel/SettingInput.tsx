import type { Dispatch } from './actions.ts';
import { Managed } from './Managed.tsx';
import { settingText, type SettingField, type Setup } from './setup.ts';

/** One setting with its field; it is kept as it is typed. */
export function SettingInput({
  setup,
  field,
  label,
  hint,
  type = 'text',
  rows,
  autocomplete = 'off',
  dispatch,
}: {
  readonly setup: Setup;
  readonly field: SettingField;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'tel';
  /** Several lines, one entry each. */
  readonly rows?: number;
  readonly autocomplete?: 'off' | 'name' | 'email' | 'tel';
  readonly dispatch: Dispatch;
}) {
  const id = `setting-${field}`;
  const take = (text: string): void => dispatch({ type: 'setting-typed', field, text });
  const shared = {
    id,
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
    value: settingText(setup.settings, field),
  };
  if (setup.managed?.includes(field)) return <Managed label={label} value={shared.value} />;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input
          {...shared}
          type={type}
          list={undefined}
          autocomplete={autocomplete}
          onInput={(event) => take(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onInput={(event) => take(event.currentTarget.value)} />
      )}
    </div>
  );
}
