import type { CaseFile } from '../case/case-file.ts';
import { panelMoment } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';
import { byChannel } from './channel-words.ts';
import { Icon } from './Icon.tsx';

/** The messages of a case as they came: text, never anything else. */
export function CaseMessages({ file: { messages }, today }: { readonly file: CaseFile; readonly today: IsoDate }) {
  const isOne = messages.length === 1;
  return (
    <details class="acc">
      <summary>
        <h2>{isOne ? 'Message as received' : 'Messages as received'}</h2>
        <span class="meta">{isOne ? '' : String(messages.length)}</span>
        <Icon name="turn" class="turn" />
      </summary>
      <div class="stack-3">
        {messages.map(({ eventId, subject, text, receivedAt, channel, attachments }) => (
          <div key={eventId} class="read stack">
            <p class="meta">
              {panelMoment(receivedAt, today)}, {byChannel(channel)}
            </p>
            <p>
              <b>
                <bdi>{subject}</bdi>
              </b>
            </p>
            <p class="theirs">
              <bdi>{text}</bdi>
            </p>
            {attachments.length > 0 && (
              <p class="meta">
                Attachments: <bdi>{attachments.join(', ')}</bdi>
              </p>
            )}
          </div>
        ))}
      </div>
    </details>
  );
}
