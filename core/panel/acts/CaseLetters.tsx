import { effective } from '../../case/correct.ts';
import type { CaseEvent } from '../../case/event.ts';
import { panelMoment } from '../../date-words.ts';
import { localDate, type Instant } from '../../dates.ts';
import { Icon } from '../Icon.tsx';
import { letterTitle } from '../letter-words.ts';
import type { OpenCase } from '../state.ts';

/** What was written to the resident, as it went, or as it was put into the reply. */
export function CaseLetters({ opened: { events }, now }: { readonly opened: OpenCase; readonly now: Instant }) {
  const letters = effective(events).flatMap(letterOf);
  if (letters.length === 0) return null;
  const today = localDate(now);
  return (
    <details class="acc">
      <summary>
        <h2>Letters</h2>
        <span class="meta">{letters.length}</span>
        <Icon name="turn" class="turn" />
      </summary>
      <div class="stack-3">
        {letters.map(({ id, title, at, how, text }) => (
          <details key={id} class="fold">
            <summary>
              {title}, {panelMoment(at, today)} <Icon name="turn" class="turn" />
            </summary>
            <div class="read stack">
              <p class="meta">{how}</p>
              <p class="theirs">
                <bdi>{text === '' ? 'Its words were not kept.' : text}</bdi>
              </p>
            </div>
          </details>
        ))}
      </div>
    </details>
  );
}

interface KeptLetter {
  readonly id: string;
  readonly title: string;
  readonly at: Instant;
  readonly how: string;
  readonly text: string;
}

function letterOf(event: CaseEvent): readonly KeptLetter[] {
  const base = { id: event.id, at: event.occurredAt };
  switch (event.type) {
    case 'acknowledged':
      return [
        {
          ...base,
          title: 'Acknowledgement',
          how:
            event.data.known === 'as-sent' ? 'As it was sent.' : 'As inserted; it may have been edited before it went.',
          text: event.personal?.text ?? '',
        },
      ];
    case 'letter-inserted':
      return [
        {
          ...base,
          title: letterTitle(event.data.kind),
          how:
            event.data.way === 'post'
              ? 'As it was made for the post. Not known to be posted.'
              : 'As it was put into the reply. Not known to be sent.',
          text: event.personal?.text ?? '',
        },
      ];
    case 'letter-sent':
      return [
        { ...base, title: letterTitle(event.data.kind), how: 'As inserted; sent.', text: event.personal?.text ?? '' },
      ];
    case 'response-sent':
      return [{ ...base, title: 'Response', how: 'Sent.', text: event.personal?.text ?? '' }];
    case 'hazard-summary-sent':
      return [{ ...base, title: 'Written summary', how: 'Sent.', text: event.personal?.text ?? '' }];
    default:
      return [];
  }
}
