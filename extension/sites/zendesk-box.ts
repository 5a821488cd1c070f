import { tidy } from '../record/deep.ts';

/** Words for a note among colleagues, and for what isn't public. */
const INTERNAL = /intern|wewn|mewnol|非公|비공개/i;

/** "Public" in the languages of Zendesk's agents, and the channels that always lead outside. */
const PUBLIC =
  /p[uú]bb?li|öffentl|openba|offentl|cyhoedd|julki|nyilv|ve[rř]ejn|herkese|genel|δημόσ|публ|عام|ציבור|公[開开]|パブリック|공개|javn|mail/i;

/** Why a letter may not go into the box: one for colleagues mustn't take it to the resident, nor one that isn't known to be public. */
export function objectionTo(box: Element): string | null {
  const composer = box.closest('[data-test-id="omnicomposer-layout"]') ?? box.parentElement;
  const label = box.getAttribute('aria-label') ?? '';
  const channel = tidy(
    composer?.querySelector('[data-test-id="omnichannel-channel-switcher-button"]')?.textContent ?? '',
  );
  if (INTERNAL.test(`${label} ${channel}`))
    return 'The box is set to an internal note. Set it to a public reply, then Insert again.';
  return PUBLIC.test(channel || label)
    ? null
    : 'Duly can’t tell whether the box is a public reply. Copy the draft and paste it.';
}
