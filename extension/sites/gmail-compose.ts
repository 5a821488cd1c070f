/* Where Gmail keeps the reply to a message. */
import { MAIL_BODY, type Card } from './gmail-thread.ts';
import type { ReplyPlace } from './reply.ts';
import { shownOf } from './shown.ts';
import { TO_SOMEBODY_ELSE } from './somebody-else.ts';

/** The place of the reply to a message; `openCard` finds that message afresh, or null when it has gone. */
export function gmailReply(document: Document, openCard: () => Card | null): ReplyPlace {
  const ofCard = <T>(find: (card: Card) => T | null): T | null => {
    const card = openCard();
    return card && find(card);
  };
  return {
    site: 'Gmail',
    write: 'command',
    isOpen: () => openCard() !== null,
    box: () => ofCard((card) => replyBox(document, card)),
    control: () => ofCard(replyControl),
    objection: (box) => ofCard((card) => (isToSomebodyElse(box, card) ? TO_SOMEBODY_ELSE : null)),
  };
}

/** Read and never written: an answer may have been changed to go to another person, or be a forwarding. */
function isToSomebodyElse(box: HTMLElement, card: Card): boolean {
  const sender = card.sender?.getAttribute('email')?.toLowerCase();
  for (
    let around = box.parentElement;
    around && !around.contains(card.element) && !around.matches('body, [role="main"]');
    around = around.parentElement
  ) {
    const people = [...around.querySelectorAll('[email*="@"], [data-hovercard-id*="@"]')].filter(
      (one) => !box.contains(one) && one.closest(MAIL_BODY) === null,
    );
    if (people.length === 0) continue;
    const addresses = people.flatMap((one) => [one.getAttribute('email'), one.getAttribute('data-hovercard-id')]);
    return sender !== undefined && !addresses.some((address) => address?.toLowerCase() === sender);
  }
  return false;
}

/** The open reply to a message: in its place in the thread, or popped out. */
function replyBox(document: Document, card: Card): HTMLElement | null {
  const boxes = shownOf(document, '[g_editable="true"]', MAIL_BODY).filter((box) => {
    const answers = messageAnswered(box, document);
    return answers === null || card.permId === null ? card.item.contains(box) : answers === card.permId;
  });
  return boxes.find((box) => box.contains(document.activeElement)) ?? boxes.at(-1) ?? null;
}

/** The id of the message that a reply answers, from the hidden field that Gmail sends along; null where there is none. */
function messageAnswered(box: Element, document: Document): string | null {
  for (let around = box.parentElement; around && around !== document.body; around = around.parentElement) {
    const fields = around.querySelectorAll<HTMLInputElement>('input[name="rm"]');
    const [field] = fields;
    if (fields.length > 1) return null;
    if (field) return /^#?(msg-[a-z]:\S+)$/.exec(field.value)?.[1] ?? null;
  }
  return null;
}

/**
 * The message's own Reply button, or the one at the thread's foot, which answers its last message. Where their classes have
 * changed they are known by their place: the one stands right before the button of the message's menu, the other first in a row
 * of controls that look like links and lead nowhere.
 */
function replyControl(card: Card): HTMLElement | null {
  for (const own of [
    '[role="button"].aaq',
    '[role="button"]:not([aria-haspopup]):has(+ [role="button"][aria-haspopup])',
  ]) {
    const [button] = shownOf(card.element, own, MAIL_BODY);
    if (button) return button;
  }
  if (!card.isLast) return null;
  for (let around: Element | null = card.item; around; around = around.parentElement) {
    for (const foot of ['.ams.bkH', 'span[role="link"]:first-child:has(+ span[role="link"])']) {
      const [chip] = shownOf(around, foot, MAIL_BODY);
      if (chip) return chip;
    }
    if (around.matches('[role="main"]')) return null;
  }
  return null;
}
