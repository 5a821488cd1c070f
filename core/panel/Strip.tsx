import type { ComponentChildren } from 'preact';
import { localDate, type Instant } from '../dates.ts';
import type { Channel, Message } from '../message.ts';
import { receivedInWords } from './channel-words.ts';
import { settledMessage, type Desk } from './desk.ts';
import { Icon, type IconName } from './Icon.tsx';
import { FIRST_HAD, passedOn } from './passed-on.ts';
import { languageTag } from './Quote.tsx';
import { ReadFold } from './ReadFold.tsx';
import type { OpenMessage } from './state.ts';

/** Which message Duly is reading: who, when, about what, and unfolded what of it was read. */
export function Strip({
  open,
  desk,
  now,
  isBare = false,
  children,
}: {
  readonly open: OpenMessage;
  readonly desk: Pick<Desk, 'received'>;
  readonly now: Instant;
  readonly isBare?: boolean;
  readonly children?: ComponentChildren;
}) {
  // Until somebody has said when a colleague had it, it bears the day on which it was passed on.
  const message = settledMessage(open.message, desk.received === 'passed-on' ? { received: null } : desk);
  const { reading } = open.looked ?? {};
  const passed = reading ? passedOn(reading) : null;
  return (
    <section class="strip" aria-label="The message Duly is reading">
      <p class="from">
        <b>
          <Icon name={channelIcon(reading?.channel ?? message.channel)} /> <bdi>{senderOf(message)}</bdi>
        </b>
        <span class="meta">
          {message.receivedAt === null ? (
            <span class="nobr">date unclear</span>
          ) : (
            <time dateTime={message.receivedAt}>{receivedInWords(message, localDate(now))}</time>
          )}
        </span>
      </p>
      <h1 tabIndex={-1} data-focus="screen">
        <bdi lang={languageTag(reading?.language ?? 'en')}>
          {message.subject === '' ? 'No subject' : message.subject}
        </bdi>
      </h1>
      {passed && !isBare && (
        <p class="meta">
          Written by <bdi>{passed.writer}</bdi>
          {passed.address !== '' && passed.address !== passed.writer && (
            <>
              , <bdi>{passed.address}</bdi>
            </>
          )}
          . Passed on by <bdi>{passed.by}</bdi>.{desk.received === 'passed-on' && ` ${FIRST_HAD}`}
        </p>
      )}
      {message.attachments.length > 0 && !isBare && <Attachments names={message.attachments} />}
      {reading && !isBare && <ReadFold reading={reading} />}
      {children}
    </section>
  );
}

const MOST_NAMES = 3;

/** The names of the attachments; what is in them nobody read. */
function Attachments({ names }: { readonly names: readonly string[] }) {
  return (
    <p class="meta">
      {names.length === 1 ? 'Attachment: ' : 'Attachments: '}
      {names.slice(0, MOST_NAMES).map((name, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
      {names.length > MOST_NAMES && ` and ${String(names.length - MOST_NAMES)} more`}
    </p>
  );
}

/** The sender as the panel names them: by name, else by address. */
export function senderOf({ from }: Pick<Message, 'from'>): string {
  return from?.name || from?.address || 'Sender unknown';
}

function channelIcon(channel: Channel): IconName {
  switch (channel) {
    case 'phone':
    case 'voicemail':
      return 'phone';
    case 'letter':
    case 'crm-note':
    case 'visit':
      return 'post';
    default:
      return 'mail';
  }
}
