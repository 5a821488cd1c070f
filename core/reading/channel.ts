import type { Channel, Message } from '../message.ts';

/**
 * How the message came: the host's word, unless that is only the carrier and the text shows a voicemail, a note, a form
 * or a conversation that was put into an e-mail.
 */
export function channelOf(message: Message, looks: { readonly isChat: boolean; readonly isForm: boolean }): Channel {
  if (message.channel !== 'email') return message.channel;
  if (looks.isChat) return 'chat';
  const from = `${message.from?.name ?? ''} ${message.from?.address ?? ''}`.slice(0, 300);
  const about = `${message.subject.slice(0, 300)} ${from}`;
  if (/\b(?:voice ?mail|voice message|missed call|voip|answerphone)\b/i.test(about)) return 'voicemail';
  if (/\b(?:crm|contact ?(?:note|log)|hub ?notes|call (?:note|report|handling)|visit note|ooh desk)\b/i.test(about))
    return 'crm-note';
  if (looks.isForm) return 'web-form';
  if (/\b(?:web ?forms?|website form|contact form|online form|form submission|new submission|formstack)\b/i.test(about))
    return 'web-form';
  if (/\b(?:scan(?:ned)?(?: letter| post)?|incoming post|post ?room|mail scanning)\b/i.test(about)) return 'letter';
  if (/\b(?:messenger|facebook|instagram|twitter|social (?:inbox|media))\b/i.test(about)) return 'social-dm';
  if (/\b(?:sms|text ?message|text2\w+)\b/i.test(about)) return 'sms';
  return 'email';
}
