import { Icon } from './Icon.tsx';

/** A setting that the organisation set: shown, and not to be changed here. */
export function Managed({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div class="field">
      <span class="label">{label}</span>
      <p class="managed">
        <Icon name="lock" />
        <span>
          <bdi>{value}</bdi>
          <span class="meta">Set by your organisation</span>
        </span>
      </p>
    </div>
  );
}
