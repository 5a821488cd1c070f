/* A draft on its way into a page's reply box. Only the box's text is touched: never recipients, never the subject; nothing is sent. */
import type { Draft, DraftOutcome, MessageKey } from '../../core/host.ts';
import { safeHtml, textOf } from './draft-html.ts';

/** How long a page may take to open a reply. */
const PATIENCE = 4_000;

/** How long an editor with a model of its own may take to show what was pasted. */
const PASTE_PATIENCE = 1_000;

/** Where a site keeps the reply to a message. Each is looked up afresh, since pages draw themselves anew. */
export interface ReplyPlace {
  /** The site, as the refusals name it. */
  readonly site: string;
  /** Whether the message that the draft answers is still open. */
  isOpen(): boolean;
  /** The open reply; null where there is none. */
  box(): HTMLElement | null;
  /** What opens a reply to the sender alone: a letter about somebody's home goes to nobody else unless a person widens it. */
  control(): HTMLElement | null;
  /** Why a draft may not go into the open reply; null where it may. */
  objection?(box: HTMLElement): string | null;
  /** `command` leaves one undo and tells the page; `paste` is for editors that throw away what they didn't write. */
  readonly write: 'command' | 'paste';
}

/** What was put into a reply: its place moves with the page's changes. */
interface Inserted {
  readonly key: MessageKey;
  readonly place: Range;
  /** The place's text when it was put there: another text now means that a person has worked on it. */
  readonly text: string;
}

/** By reply. A mark in the draft itself would go out with the letter. */
const inserted = new WeakMap<Element, Inserted>();

/** Puts the draft at the top of the reply, opening the reply where none is open. */
export async function insertIntoReply(
  document: Document,
  { draft, key }: { readonly draft: Draft; readonly key: MessageKey },
  place: ReplyPlace,
): Promise<DraftOutcome> {
  if (!place.isOpen()) return { kind: 'message-changed' };
  if (!place.box()) {
    const control = place.control();
    if (!control) return refused('Press Reply under the message, then Insert again.');
    press(control);
    if (!(await until(document, () => !place.isOpen() || place.box() !== null, PATIENCE))) {
      return refused(`${place.site} didn’t open a reply. Press Reply under the message, then Insert again.`);
    }
    // The page sets its own caret just after the reply has appeared.
    await pause(document, 100);
  }
  if (!place.isOpen()) return { kind: 'message-changed' };
  const box = place.box();
  if (!box) return refused(`${place.site} closed the reply. Press Reply under the message, then Insert again.`);
  const objection = place.objection?.(box);
  if (objection != null) return refused(objection);
  return put({ document, box, draft, key, place });
}

/** A draft and the open reply that it goes into. */
interface Writing {
  readonly document: Document;
  readonly box: HTMLElement;
  readonly draft: Draft;
  readonly key: MessageKey;
  readonly place: ReplyPlace;
}

async function put(writing: Writing): Promise<DraftOutcome> {
  const { document, box, draft, key, place } = writing;
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
  const range = standing?.place ?? top;
  const isWritten = place.write === 'command' ? write(writing, range) : await paste(writing, range);
  if (isWritten) return done(document);
  return refused(`${place.site} didn’t take the draft. Copy it and paste it into the reply.`);
}

/**
 * Writes with the browser's own editing command: one undo takes all of it out, and the page hears of it. Changing the page's
 * elements instead would be neither undone nor, in Gmail, saved (gmail-thread-en, saves-on-input).
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

/**
 * Hands the draft over as a paste: editors that keep a model of their own (CKEditor 5) answer an editing command with "done"
 * and throw the text away, but take a paste, as one step that their own undo takes back (zendesk-ticket, ckeditor5-like).
 */
async function paste({ document, box, draft }: Writing, place: Range): Promise<boolean> {
  const selection = document.getSelection();
  if (!selection) return false;
  selection.removeAllRanges();
  selection.addRange(place.cloneRange());
  // Such an editor takes over the caret a moment after it has moved.
  await pause(document, 60);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', safeHtml(draft.html));
  clipboardData.setData('text/plain', draft.text);
  box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  return until(document, () => holds(box, draft), PASTE_PATIENCE);
}

/** A whole press: some buttons answer to the mouse's going down and up and not to a click. */
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

async function until(document: Document, isSo: () => boolean, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 50) {
    if (isSo()) return true;
    await pause(document, 50);
  }
  return isSo();
}

async function pause(document: Document, milliseconds: number): Promise<void> {
  await new Promise((resolve) => document.defaultView?.setTimeout(resolve, milliseconds));
}
