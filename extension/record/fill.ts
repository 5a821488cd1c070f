import type { FillOutcome } from '../../core/host.ts';
import type { FillTarget } from '../../core/record.ts';
import { valueOfControl } from './deep.ts';
import { labelledIn } from './labelled.ts';
import type { FieldPlace } from './mapping.ts';
import { elementAt } from './place.ts';

/** Pages that keep their own copy of a field put it back within this. */
const SETTLED = 700;

/** Boxes that take words: what is ticked, chosen or hidden is a person's own to set. */
const WRITABLE_INPUTS = /^(?:text|search|tel|url|email|date)$/;

/** A field as the panel shows it before it is filled. */
export type Peek = Omit<FillTarget, 'part'>;

/** What goes into a field, and what the person saw standing in it. */
export interface Filling {
  readonly place: FieldPlace;
  readonly holds: string;
  readonly text: string;
}

/** What stands in the field at a place, as the panel shows it before it is filled; null where there is no such field. */
export function peek(document: Document, place: FieldPlace): Peek | null {
  const element = elementAt(document, place)?.element;
  if (!element) return null;
  return {
    label: labelOf(element, place),
    holds: isWritable(element) ? valueOfControl(element) : null,
    takes: element.tagName === 'TEXTAREA' ? 'lines' : element.getAttribute('type') === 'date' ? 'day' : 'line',
  };
}

function labelOf(element: Element, { name, label }: FieldPlace): string | null {
  const beside = labelledIn(element.ownerDocument).find((one) => one.element === element);
  return name ?? label?.text ?? beside?.label ?? null;
}

/**
 * Writes into the field at a place and looks again whether the page has kept it. Typed as a person would, so that one undo
 * takes it out; where the page doesn't notice that, set and announced. Nothing is written over what the person hasn't seen.
 */
export async function fill(document: Document, { place, holds, text }: Filling): Promise<FillOutcome> {
  const control = elementAt(document, place)?.element;
  if (!control || !isWritable(control))
    return { kind: 'refused', reason: 'The field isn’t on this page, or can’t be written in.' };
  if (valueOfControl(control) !== holds) return { kind: 'message-changed' };
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
  const isText = control.tagName === 'TEXTAREA' || WRITABLE_INPUTS.test(control.type);
  return isText && !control.readOnly && !control.disabled;
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
