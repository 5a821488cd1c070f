import type { Reading } from '../reading/reading.ts';
import { Icon } from './Icon.tsx';

/** The text was not read: nobody has looked for dangers in it. */
export function NotCheckedBanner({ reading }: { readonly reading: Reading }) {
  return (
    <section class="banner" aria-labelledby="not-checked">
      <Icon name="info" />
      <h2 id="not-checked">Not checked for danger</h2>
      <p>{reasonFor(reading)} Somebody has to read this for hazards and safeguarding.</p>
    </section>
  );
}

function reasonFor({ unreadable }: Reading): string {
  switch (unreadable) {
    case 'language':
      return 'Duly reads English only.';
    case 'attachment-only':
      return 'Duly doesn’t read attachments, and there is little else.';
    case 'empty':
      return 'There is no text to read.';
    case null:
      return 'Duly could not read it.';
  }
}
