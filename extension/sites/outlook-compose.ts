/* Where Outlook on the web keeps the reply to a message. */
import type { Correspondent } from '../../core/message.ts';
import { recipients } from './outlook-recipients.ts';
import { FOREIGN, type OutlookCard } from './outlook-thread.ts';
import type { ReplyPlace } from './reply.ts';
import { isShown } from './shown.ts';
import { TO_SOMEBODY_ELSE } from './somebody-else.ts';

/** The well of recipients is a text box too, of one line. */
const BOX = '[role="textbox"][aria-multiline="true"][contenteditable="true"]';
const WELL = '[role="textbox"][contenteditable="true"]:not([aria-multiline="true"])';

/** "Reply" where the button has no icon by which it is known. Never "Reply all", so whole words only. */
const REPLY =
  /^(?:reply|ateb|antworten|répondre|responder|rispondi|odpowiedz|beantwoorden|răspunde|svara?|vastaa|svar på|odpovědět|odpovedať|válasz|απάντηση|yanıtla|ответить|відповісти|отговор|atsakyti|atbildēt|odgovori|trả lời|رد|پاسخ|جواب دیں|השב|返信|答复|回复|回覆|회신|जवाब दें|উত্তর দিন|ਜਵਾਬ ਦਿਓ|જવાબ આપો|ตอบกลับ|balas|vasta|respon|одговори|freagair)$/i;

/** The place of the reply to a message; `openCard` finds that message afresh, or null when it has gone. */
export function outlookReply(document: Document, openCard: () => OutlookCard | null): ReplyPlace {
  return {
    site: 'Outlook',
    write: 'command',
    isOpen: () => openCard() !== null,
    box: () => replyBox(document, openCard()),
    control: () => replyControl(openCard()),
    objection: (box) => {
      const sender = openCard()?.sender?.value;
      return sender && isToSomebodyElse(box, sender) ? TO_SOMEBODY_ELSE : null;
    },
  };
}

/** The open reply in the pane of the message, or in a window of its own. */
function replyBox(document: Document, card: OutlookCard | null): HTMLElement | null {
  const pane = card && (paneOf(card.element) ?? document.body);
  const boxes = [...(pane?.querySelectorAll<HTMLElement>(BOX) ?? [])].filter(isShown);
  return boxes.find((box) => box.contains(document.activeElement)) ?? boxes.at(-1) ?? null;
}

function paneOf(element: Element): Element | null {
  return element.closest('[data-app-section="MailReadCompose"], #ReadingPaneContainerId, [role="main"]');
}

/** Read and never written: a letter must not go into an answer to another person's message. */
function isToSomebodyElse(box: HTMLElement, sender: Correspondent): boolean {
  for (
    let around = box.parentElement;
    around && !around.matches('[role="main"], body');
    around = around.parentElement
  ) {
    const [well] = around.querySelectorAll(WELL);
    if (!well) continue;
    const recipients = `${well.textContent} ${[...well.querySelectorAll('[title], [aria-label]')]
      .map((one) => `${one.getAttribute('title') ?? ''} ${one.getAttribute('aria-label') ?? ''}`)
      .join(' ')}`.toLowerCase();
    const isEmpty = recipients.replace(/[\u200b\s]/g, '') === '';
    const isTheirs = [sender.name, sender.address].some(
      (part) => part !== '' && recipients.includes(part.toLowerCase()),
    );
    return !isEmpty && !isTheirs;
  }
  return false;
}

function replyControl(card: OutlookCard | null): HTMLElement | null {
  if (!card) return null;
  const buttons = [...card.element.querySelectorAll<HTMLElement>('button, [role="button"], [role="menuitem"]')].filter(
    (button) => isShown(button) && button.closest(FOREIGN) === null,
  );
  const icon = (button: HTMLElement): string =>
    button.querySelector('[data-icon-name]')?.getAttribute('data-icon-name') ?? '';
  return (
    buttons.find((button) => /^(?:Arrow)?Reply(?!All)/.test(icon(button))) ??
    buttons.find((button) => REPLY.test(wordOn(button))) ??
    replyAtFoot(card, buttons)
  );
}

/**
 * In other languages, by its place in the row below the text: "Reply all" says the same word and another; where all that the
 * row has is two words, and there is nobody else to answer to, the first of them.
 */
function replyAtFoot(card: OutlookCard, buttons: readonly HTMLElement[]): HTMLElement | null {
  const body = card.body?.value;
  const row = buttons.filter(
    (button) =>
      wordOn(button) !== '' &&
      body !== undefined &&
      (body.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const words = (button: HTMLElement): readonly string[] => wordOn(button).toLowerCase().split(/\s+/);
  const [first = null, second, third] = row;
  const withinOther = row.filter((one) =>
    row.some((other) => other !== one && words(one).length < words(other).length && isWithin(words(one), words(other))),
  );
  if (withinOther.length > 0) return withinOther.length === 1 ? (withinOther[0] ?? null) : null;
  const others = recipients(card, 'TO').value.length + recipients(card, 'CC').value.length;
  return second && !third && others <= 1 ? first : null;
}

/** Whether the words stand at the beginning or at the end of others. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  const text = others.join(' ');
  return text.startsWith(`${words.join(' ')} `) || text.endsWith(` ${words.join(' ')}`);
}

function wordOn(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? button.textContent).trim();
}
