import type { FillOutcome } from '../page-requests.ts';
import { valueOfControl } from './deep.ts';
import type { FieldPlace } from './mapping.ts';
import { elementAt } from './place.ts';

/** Pages that keep their own copy of a field put it back within this. */
const SETTLED = 700;

/**
 * Writes into the field at a place and looks again whether the page has kept it. Typed as a person would, so that one undo
 * takes it out; where the page doesn't notice that, set and announced.
 */
export async function fill(document: Document, place: FieldPlace, text: string): Promise<FillOutcome> {
  const control = elementAt(document, place)?.element;
  if (!control || !isWritable(control))
    return { kind: 'refused', reason: 'The field isn’t on this page, or can’t be written in.' };
  for (const write of [type, set]) {
    write(control, text);
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    if (valueOfControl(control) === text) return { kind: 'filled' };
  }
  return { kind: 'refused', reason: 'The page put back what stood there. Copy the text and paste it.' };
}

type Writable = HTMLInputElement | HTMLTextAreaElement;

function isWritable(element: Element): element is Writable {
  if (element.tagName !== 'INPUT' && element.tagName !== 'TEXTAREA') return false;
  const control = element as Writable;
  return !control.readOnly && !control.disabled;
}

function type(control: Writable, text: string): void {
  control.focus();
  control.select();
  // Deprecated, and without a successor: nothing else writes so that the page's own undo takes it back.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  control.ownerDocument.execCommand('insertText', false, text);
}

/** Here the setter is the browser's own, whatever the page has put in its place: frameworks then take the event for a person's. */
function set(control: Writable, text: string): void {
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
