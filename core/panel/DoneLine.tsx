import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** A finished step: one line that says what was done, and unfolds where there is more to say. */
export function DoneLine({
  what,
  detail,
  target,
  children,
}: {
  readonly what: string;
  readonly detail: string;
  readonly target?: string;
  readonly children?: ComponentChildren;
}) {
  const line = (
    <>
      <Icon name="done" />
      <span>
        <b>{what}</b>
        {detail === '' ? '' : ` · ${detail}`}
      </span>
    </>
  );
  if (!children)
    return (
      <div class="done">
        <p tabIndex={-1} data-focus={target}>
          {line}
        </p>
      </div>
    );
  return (
    <details class="done">
      <summary data-focus={target}>
        {line}
        <Icon name="turn" class="turn" />
      </summary>
      <div class="stack">{children}</div>
    </details>
  );
}
