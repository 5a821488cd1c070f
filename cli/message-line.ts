import { toInstant, type Instant } from '../core/dates.ts';
import { CHANNELS, type Channel, type Correspondent, type Message } from '../core/message.ts';
import { InputError, optionalText, textsAt, textAt, type Line } from './jsonl.ts';

/**
 * A message from a line of input; only `body` must be there. Labels that the line may carry are never read. Throws
 * InputError naming the key that can't be used.
 */
export function messageOf(line: Line): Message {
  const date = optionalText(line, 'date');
  return {
    channel: channelAt(line),
    from: line['from'] === undefined || line['from'] === null ? null : correspondent(line['from'], 'from'),
    to: correspondents(line, 'to'),
    cc: correspondents(line, 'cc'),
    subject: optionalText(line, 'subject') ?? '',
    text: textAt(line, 'body'),
    receivedAt: date === undefined ? null : momentAt(date),
    receivedAtSource: date === undefined ? null : 'header',
    attachments: textsAt(line, 'attachments'),
    messageId: optionalText(line, 'messageId') ?? null,
    siteMessageId: optionalText(line, 'siteMessageId') ?? null,
    threadId: optionalText(line, 'threadId') ?? null,
    inReplyTo: optionalText(line, 'inReplyTo') ?? null,
    references: textsAt(line, 'references'),
  };
}

function channelAt(line: Line): Channel {
  const text = optionalText(line, 'channel') ?? 'email';
  const channel = CHANNELS.find((known) => known === text);
  if (!channel) throw new InputError(`channel ${JSON.stringify(text)} is none of ${CHANNELS.join(', ')}`);
  return channel;
}

function momentAt(text: string): Instant {
  try {
    return toInstant(text);
  } catch (error) {
    throw new InputError(`date: ${error instanceof Error ? error.message : ''}`);
  }
}

function correspondents(line: Line, key: string): readonly Correspondent[] {
  const value = line[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [correspondent(value, key)];
  return value.map((item) => correspondent(item, key));
}

/** `{name, address}`, or an address alone, or `Name <address>`. */
function correspondent(value: unknown, key: string): Correspondent {
  if (typeof value === 'string') {
    const at = value.lastIndexOf('<');
    const closed = at >= 0 && value.trimEnd().endsWith('>');
    return closed
      ? {
          name: value.slice(0, at).trim(),
          address: value
            .slice(at + 1)
            .trimEnd()
            .slice(0, -1),
        }
      : { name: '', address: value.trim() };
  }
  if (typeof value !== 'object' || value === null) throw new InputError(`${key} is not {name, address}`);
  const { name, address } = value as { name?: unknown; address?: unknown };
  if ((name ?? '') !== name && name !== undefined && name !== null) throw new InputError(`${key}.name is not a text`);
  if (address !== undefined && address !== null && typeof address !== 'string')
    throw new InputError(`${key}.address is not a text`);
  return { name: typeof name === 'string' ? name : '', address: address ?? '' };
}
