import type { ComponentChildren } from 'preact';

/** A heading that the focus can be put on after a press: `target` is the name by which it is asked for. */
export function Heading({
  target,
  level = 2,
  class: name,
  id,
  children,
}: {
  readonly target: string;
  readonly level?: 1 | 2;
  readonly class?: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}) {
  const Tag = level === 1 ? 'h1' : 'h2';
  return (
    <Tag tabIndex={-1} data-focus={target} class={name} id={id}>
      {children}
    </Tag>
  );
}
