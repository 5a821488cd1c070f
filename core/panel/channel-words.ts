import { panelDate, panelMoment } from '../date-words.ts';
import { localDate, localTime, type IsoDate } from '../dates.ts';
import type { Channel, Message } from '../message.ts';

const CHANNEL_WORDS: Readonly<Record<Channel, readonly [noun: string, by: string]>> = {
  email: ['email', 'by email'],
  'crm-note': ['note', 'as a note'],
  'web-form': ['form', 'by web form'],
  letter: ['letter', 'by letter'],
  'social-dm': ['message', 'by social media'],
  voicemail: ['voicemail', 'by voicemail'],
  chat: ['chat', 'by chat'],
  sms: ['text message', 'by text message'],
  phone: ['call', 'by phone'],
  visit: ['visit', 'at a visit'],
};

/** What the message is: "email", "letter". */
export function channelNoun(channel: Channel): string {
  return CHANNEL_WORDS[channel][0];
}

/** How it came: "by email". */
export function byChannel(channel: Channel): string {
  return CHANNEL_WORDS[channel][1];
}

/** When it was received, to the minute where that is known: a person settles only the day. */
export function receivedInWords(
  { receivedAt, receivedAtSource }: Pick<Message, 'receivedAt' | 'receivedAtSource'>,
  today: IsoDate,
): string {
  if (receivedAt === null) return 'date unclear';
  return receivedAtSource === 'person' ? panelDate(localDate(receivedAt), today) : panelMoment(receivedAt, today);
}

/** The same within a line that is about now: "08:31 today". */
export function receivedInLine(
  { receivedAt, receivedAtSource }: Pick<Message, 'receivedAt' | 'receivedAtSource'>,
  today: IsoDate,
): string | null {
  if (receivedAt === null) return null;
  if (localDate(receivedAt) !== today) return receivedInWords({ receivedAt, receivedAtSource }, today);
  return receivedAtSource === 'person' ? 'today' : `${localTime(receivedAt)} today`;
}
