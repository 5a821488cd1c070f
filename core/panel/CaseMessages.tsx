import type { CaseFile } from '../case/case-file.ts';
import { panelMoment } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';
import { sizeInWords } from '../size-words.ts';
import type { Dispatch } from './actions.ts';
import { byChannel } from './channel-words.ts';
import { Icon } from './Icon.tsx';

/** The messages of a case as they came: text, never anything else. */
export function CaseMessages({
  file: { id: caseId, messages },
  today,
  dispatch,
}: {
  readonly file: CaseFile;
  readonly today: IsoDate;
  readonly dispatch: Dispatch;
}) {
  const isOne = messages.length === 1;
  return (
    <details class="acc">
      <summary>
        <h2>{isOne ? 'Message as received' : 'Messages as received'}</h2>
        <span class="meta">{isOne ? '' : String(messages.length)}</span>
        <Icon name="turn" class="turn" />
      </summary>
      <div class="stack-3">
        {messages.map(({ eventId, subject, text, receivedAt, channel, attachments, original }) => (
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
            {original && (
              <p>
                <button
                  type="button"
                  class="link"
                  onClick={() => dispatch({ type: 'case-file-wanted', caseId, kind: 'original', of: eventId })}
                >
                  Save the email as it came (.eml, {sizeInWords(original.bytes)})
                </button>
              </p>
            )}
          </div>
        ))}
      </div>
    </details>
  );
}
