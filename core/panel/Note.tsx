import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** A bold line with what it means; red only for what is late or went wrong. */
export function Note({
  icon,
  title,
  isAlert = false,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly isAlert?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={isAlert ? 'note alert' : 'note'}>
      <Icon name={icon} />
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}
