/* The reply in Gmail. Only its text is touched: never its recipients, never its subject, and nothing is sent. */
import type { Draft, DraftOutcome, MessageKey } from '../../core/host.ts';
import { safeHtml, textOf } from './draft-html.ts';
import { MAIL_BODY, type Card } from './gmail-thread.ts';
import { shownOf } from './shown.ts';

/** How long Gmail may take to open a reply. */
const PATIENCE = 4_000;

/** What was put into a reply: its place moves with the page's changes. */
interface Inserted {
  readonly key: MessageKey;
  readonly place: Range;
  /** The place's text when it was put there: another text now means that a person has worked on it. */
  readonly text: string;
}

/** By reply. A mark in the draft itself would go out with the letter. */
const inserted = new WeakMap<Element, Inserted>();

/** Puts the draft at the top of the reply to the open message; `openCard` finds that message afresh, or null when it has gone. */
export async function insertIntoReply(
  document: Document,
  draft: Draft,
  key: MessageKey,
  openCard: () => Card | null,
): Promise<DraftOutcome> {
  const card = openCard();
  if (!card) return { kind: 'message-changed' };
  if (!replyBox(document, card)) {
    const control = replyControl(card);
    if (!control) return refused('Press Reply under the message, then Insert again.');
    press(control);
    if (!(await until(document, () => openCard() === null || replyBox(document, card) !== null))) {
      return refused('Gmail didn’t open a reply. Press Reply under the message, then Insert again.');
    }
    // Gmail sets its own caret just after the reply has appeared.
    await pause(document, 100);
  }
  const still = openCard();
  if (!still) return { kind: 'message-changed' };
  const box = replyBox(document, still);
  if (!box) return refused('Gmail closed the reply. Press Reply under the message, then Insert again.');
  return put({ document, box, draft, key });
}

/** A draft and the open reply that it goes into. */
interface Writing {
  readonly document: Document;
  readonly box: HTMLElement;
  readonly draft: Draft;
  readonly key: MessageKey;
}

function put(writing: Writing): DraftOutcome {
  const { document, box, draft, key } = writing;
  const before = inserted.get(box);
  // Once it is undone, its place holds nothing.
  const standing = before && before.place.toString() !== '' ? before : null;
  if (standing && standing.key !== key) {
    return refused('The reply holds a draft for another message. Take it out, then Insert again.');
  }
  const isUntouched = standing?.place.toString() === standing?.text;
  const isThere = standing && isUntouched ? words(standing.text) === words(textOf(draft.html)) : holds(box, draft);
  if (isThere) return done(document);
  if (!isUntouched) return refused('You’ve changed the draft in the reply. Take it out, then Insert again.');
  if (!standing && resembles(box, draft)) {
    return refused('The reply already holds an earlier draft. Take it out, then Insert again.');
  }
  const top = document.createRange();
  top.setStart(box, 0);
  box.focus();
  if (write(writing, standing?.place ?? top)) return done(document);
  return refused('Gmail didn’t take the draft. Copy it and paste it into the reply.');
}

/**
 * Writes with the browser's own editing command: one undo takes all of it out, and Gmail hears of it. Changing the page's
 * elements instead would be neither undone nor saved (gmail-thread-en, saves-on-input).
 */
function write({ document, box, draft, key }: Writing, place: Range): boolean {
  const selection = document.getSelection();
  if (!selection) return false;
  const before = words(box.innerText);
  // Without it the letter's last line and the first one below it become one.
  const gap = place.collapsed && before !== '' ? '<br>' : '';
  const asHtml = ['insertHTML', `<div>${safeHtml(draft.html)}</div>${gap}`] as const;
  const asText = ['insertText', `${draft.text}\n`] as const;
  // A reply that is set to plain text would take the markup's words alone, without its list marks.
  const commands = box.contentEditable === 'plaintext-only' ? [asText] : [asHtml, asText];
  for (const [command, content] of commands) {
    selection.removeAllRanges();
    selection.addRange(place.cloneRange());
    // Deprecated, and without a successor: nothing else writes into an editor so that its undo works.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand(command, false, content);
    if (!holds(box, draft)) {
      // Half a letter is worse than none.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      if (words(box.innerText) !== before) document.execCommand('undo');
      continue;
    }
    const written = document.createRange();
    const caret = selection.getRangeAt(0);
    written.setStart(box, 0);
    written.setEnd(caret.endContainer, caret.endOffset);
    inserted.set(box, { key, place: written, text: written.toString() });
    return true;
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
 * The message's own Reply button, or the one at the thread's foot, which answers its last message. Reply, not Reply all: a
 * letter about somebody's home goes to them alone unless a person widens it. Whoever opens Reply all first gets it there.
 */
function replyControl(card: Card): HTMLElement | null {
  const [button] = shownOf(card.element, '[role="button"].aaq', MAIL_BODY);
  if (button) return button;
  if (!card.isLast) return null;
  for (let around: Element | null = card.item; around; around = around.parentElement) {
    const [chip] = shownOf(around, '.ams.bkH', MAIL_BODY);
    if (chip) return chip;
    if (around.matches('[role="main"]')) return null;
  }
  return null;
}

/** A whole press: some of Gmail's buttons answer to the mouse's going down and up and not to a click. */
function press(control: HTMLElement): void {
  const view = control.ownerDocument.defaultView;
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    const options = { bubbles: true, cancelable: true, view, button: 0 };
    control.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, options) : new MouseEvent(type, options));
  }
}

/** Whether the reply holds the whole draft, in either of its shapes and however its lines are broken. */
function holds(box: HTMLElement, draft: Draft): boolean {
  const written = words(box.innerText);
  return written.includes(words(textOf(draft.html))) || written.includes(words(draft.text));
}

/** Whether most of the draft's lines stand in the reply: an earlier version of it, from before the page was reloaded. */
function resembles(box: HTMLElement, draft: Draft): boolean {
  const written = words(box.innerText);
  const lines = draft.text.split('\n').map((line) => words(line.replace(/^\s*\d+[.)]/, '')));
  const telling = lines.filter((line) => line.length > 20);
  return telling.length > 0 && telling.filter((line) => written.includes(line)).length > telling.length / 2;
}

/** Letters and digits only: marks, blanks and line breaks differ between a draft's text and its markup. */
function words(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}

function done(document: Document): DraftOutcome {
  // "In the reply": after a press in the panel the keyboard is the panel's, and no page can take it back.
  const isMac = document.defaultView?.navigator.userAgent.includes('Macintosh') === true;
  return { kind: 'inserted', undo: `${isMac ? '⌘Z' : 'Ctrl+Z'} in the reply takes it out` };
}

function refused(reason: string): DraftOutcome {
  return { kind: 'refused', reason };
}

async function until(document: Document, isSo: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (isSo()) return true;
    await pause(document, 50);
  }
  return isSo();
}

async function pause(document: Document, milliseconds: number): Promise<void> {
  await new Promise((resolve) => document.defaultView?.setTimeout(resolve, milliseconds));
}
