import type { JSX } from 'preact';

const circle = <circle cx="8" cy="8" r="6.25" />;

/** Our own drawings, 16 × 16; always beside words. */
const DRAWINGS = {
  mail: (
    <>
      <rect x="1.75" y="3.25" width="12.5" height="9.5" rx="1.5" />
      <path d="m2.25 4.5 5.75 4.4 5.75-4.4" />
    </>
  ),
  phone: (
    <path d="M5 2.25H3.4A1.6 1.6 0 0 0 1.8 4 11.6 11.6 0 0 0 12 14.2a1.6 1.6 0 0 0 1.75-1.6V11l-3-1.3-1.4 1.5a8 8 0 0 1-4.6-4.6L6.25 5.25z" />
  ),
  post: (
    <>
      <rect x="3.25" y="1.75" width="9.5" height="12.5" rx="1.25" />
      <path d="M5.75 5.25h4.5M5.75 8h4.5M5.75 10.75h2.5" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.4 10.4 14 14" />
    </>
  ),
  flag: <path d="M3.5 14.25v-12h8.25L9.75 5.5l2 3.25H3.5" />,
  hazard: (
    <>
      <path d="M8 2 14.5 13.5h-13z" />
      <path d="M8 6.5v3.25" />
      <circle class="fill" cx="8" cy="11.7" r="0.8" />
    </>
  ),
  safeguard: (
    <>
      <path d="M8 1.75 13.25 3.5v4.25c0 3.2-2.2 5.5-5.25 6.5-3.05-1-5.25-3.3-5.25-6.5V3.5z" />
      <circle cx="8" cy="6.1" r="1.35" />
      <path d="M5.7 10.6c.3-1.5 1.15-2.2 2.3-2.2s2 .7 2.3 2.2" />
    </>
  ),
  adjust: (
    <>
      <circle cx="8" cy="2.9" r="1.15" />
      <path d="M3.25 6c3 .9 6.5.9 9.5 0M8 6.75v3.4M8 10.15 5.75 14M8 10.15 10.25 14" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.25" r="2" />
      <path d="M2.25 13c.3-2.6 1.7-4 3.75-4s3.45 1.4 3.75 4" />
      <path d="M10.75 3.5a2 2 0 0 1 0 3.5M11.7 9.3c1.25.6 1.9 1.8 2.05 3.7" />
    </>
  ),
  done: (
    <>
      {circle}
      <path d="M5.25 8.25 7.25 10.25 10.9 6" />
    </>
  ),
  next: (
    <>
      {circle}
      <circle class="fill" cx="8" cy="8" r="2.5" />
    </>
  ),
  due: circle,
  waits: <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.4 2.5" />,
  over: (
    <>
      {circle}
      <path d="M8 4.75v4" />
      <circle class="fill" cx="8" cy="11.2" r="0.85" />
    </>
  ),
  check: <path d="M3 8.5 6.5 12 13 4.5" />,
  info: (
    <>
      {circle}
      <path d="M8 7.4v3.85" />
      <circle class="fill" cx="8" cy="4.9" r="0.85" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.25" y="3.25" width="11.5" height="10.5" rx="1.25" />
      <path d="M2.25 6.5h11.5M5.25 1.75v3M10.75 1.75v3" />
    </>
  ),
  turn: <path d="M4 6.25 8 10.25l4-4" />,
  back: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  undo: (
    <>
      <path d="M5.5 2.75l-3 3 3 3" />
      <path d="M2.75 5.75h6.5a4 4 0 0 1 0 8H6" />
    </>
  ),
  reply: (
    <>
      <path d="M6.25 3.25l-4 4 4 4" />
      <path d="M2.5 7.25h6a5 5 0 0 1 5 5v.75" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8.75" rx="1.25" />
      <path d="M10.5 3v-.25a1 1 0 0 0-1-1H3.5a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1" />
    </>
  ),
  paste: (
    <>
      <rect x="3.25" y="3" width="9.5" height="11.25" rx="1.25" />
      <rect x="5.75" y="1.75" width="4.5" height="2.5" rx="0.75" />
    </>
  ),
  save: (
    <>
      <path d="M8 2v7.5M4.75 6.5 8 9.75l3.25-3.25" />
      <path d="M2.5 11v2.5h11V11" />
    </>
  ),
  lock: (
    <>
      <rect x="3.25" y="7" width="9.5" height="6.75" rx="1.25" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  filter: <path d="M2 4h12M4.5 8h7M6.75 12h2.5" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  pen: <path d="M3 13l.75-3L10.5 3.25l2.25 2.25L6 12.25z" />,
} satisfies Record<string, JSX.Element>;

/** A drawing by its name. */
export type IconName = keyof typeof DRAWINGS;

/** A drawing beside words; it says nothing that they don't. */
export function Icon({ name, class: more = '' }: { readonly name: IconName; readonly class?: string }) {
  return (
    <svg class={`i ${more}`.trim()} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  );
}
