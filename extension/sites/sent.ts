import type { MessageKey, SentReply } from '../../core/host.ts';
import { mailPageName } from '../mail-hosts.ts';
import { dateTitle, gmail, keyOf, TEXT_RULES } from './gmail.ts';
import { receivedAt as gmailMoment } from './gmail-date.ts';
import { openThread, ownBelow } from './gmail-thread.ts';
import { ownAfter, outlookThread } from './outlook-thread.ts';
import * as outlook from './outlook-web.ts';
import { pageText } from './page-text.ts';

/*
 * What the mailbox itself answered, as the open conversation shows it. Put into the page only while a draft waits to be sent:
 * the script that is always there needs none of it.
 */

/** The latest own reply below the message named by `key`; null where none is shown, or another message is open. */
export function sentReply(document: Document, key: MessageKey): SentReply | null {
  const page = mailPageName(document.location.href);
  if (page === gmail.name) return inGmail(document, key);
  return page === outlook.outlookWeb.name ? inOutlook(document, key) : null;
}

function inGmail(document: Document, key: MessageKey): SentReply | null {
  const open = openThread(document);
  if (open.kind !== 'thread' || !open.card || keyOf(open) !== key) return null;
  const own = ownBelow(open.card, open.heading, document);
  if (!own?.body) return null;
  const { lang } = document.documentElement;
  return { text: pageText(own.body, TEXT_RULES), at: gmailMoment(dateTitle(own, lang), lang, own.hexId).receivedAt };
}

function inOutlook(document: Document, key: MessageKey): SentReply | null {
  const open = outlookThread(document);
  if (!open?.card || outlook.keyOf(open, document) !== key) return null;
  const own = ownAfter(open.card, document);
  if (!own?.body) return null;
  const { receivedAt: at } = outlook.receivedAt(own, document.documentElement.lang);
  return { text: pageText(own.body.value, outlook.TEXT_RULES), at };
}
