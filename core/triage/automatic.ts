import type { Message } from '../message.ts';
import type { Reading } from '../reading/reading.ts';

/* Answers that a mailbox gives by itself, and reports of what couldn't be delivered: nobody wrote them. */

/** How such a subject begins, in the languages that mailboxes here are set to. `Re:` before it is a person's answer to one. */
const SUBJECT =
  /^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office(?: reply| until\b.*)?\s*(?:[:–-]|$)|ooo\b|undeliverable|undelivered|delivery (?:status notification|has failed|failure|delayed)|mail (?:delivery (?:failed|failure|system)|system error)|returned mail|message not delivered|failure notice|automatische antwort|abwesenheit|unzustellbar|réponse automatique|respuesta automática|resposta automática|odpowiedź automatyczna|autoodpowiedź|răspuns automat|ymateb awtomatig)/i;
/** More of a subject says nothing more. */
const LONGEST = 200;
const SENDER = /^(?:mailer-daemon|postmaster|bounces?)@/i;

/** Whether a message is one that no person wrote, by its subject and sender; mail that was passed on isn't. */
export function isAutomatic({ message, writtenBy }: Reading): boolean {
  return writtenBy === null && (SUBJECT.test(message.subject.slice(0, LONGEST)) || isFromPostman(message));
}

function isFromPostman({ from }: Message): boolean {
  return SENDER.test(from?.address ?? '');
}
