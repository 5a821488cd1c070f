/* Pointing at a field on a page: a frame follows the pointer, and a click, or Tab and Enter, chooses what is in it. */
import type { PointOutcome } from '../page-requests.ts';
import { isSeen, parentOf, tidy, valueOf } from './deep.ts';
import { documentsIn } from './frames.ts';
import { labelledIn } from './labelled.ts';
import { placeOf } from './place.ts';
import { pointedAt } from './pointed-at.ts';

/** What a press of the mouse consists of: none of it may reach the page, or pointing at a link would follow it. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu'];

let stopLast: (() => void) | null = null;

/** Ends what pointing there is. */
export function stopPointing(): void {
  stopLast?.();
}

/** Lets a person point at one field. Answers when they have, or have pressed Esc; pointing that began before ends. */
export function point(document: Document): Promise<PointOutcome> {
  stopPointing();
  return new Promise((resolve) => {
    const documents = documentsIn(document);
    const frame = new Frame();
    let shown: Element | null = null;
    const show = (element: Element | null): void => {
      shown = element;
      frame.around(element);
    };
    const end = (outcome: PointOutcome): void => {
      for (const one of documents) {
        one.removeEventListener('pointermove', move, true);
        one.removeEventListener('pointerout', leave, true);
        one.removeEventListener('keydown', press, true);
        for (const type of PRESSES) one.removeEventListener(type, click, true);
      }
      frame.remove();
      stopLast = null;
      resolve(outcome);
    };
    const choose = (): void => {
      if (shown) end({ kind: 'pointed', place: placeOf(shown), value: valueOf(shown) });
    };
    const move = (event: Event): void => {
      const target = targetOf(event);
      if (target) show(pointedAt(target));
    };
    // Into another site's frame, which has a frame of its own to follow the pointer.
    const leave = ({ relatedTarget }: PointerEvent): void => {
      if (relatedTarget === null || (relatedTarget as Element).tagName === 'IFRAME') show(null);
    };
    const click = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type !== 'click') return;
      const target = targetOf(event);
      if (target) show(pointedAt(target));
      choose();
    };
    const press = (event: KeyboardEvent): void => {
      if (!['Escape', 'Tab', 'Enter'].includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') end({ kind: 'stopped' });
      else if (event.key === 'Enter') choose();
      else show(nextOf(documents, shown, event.shiftKey ? -1 : 1));
    };
    for (const one of documents) {
      one.addEventListener('pointermove', move, true);
      one.addEventListener('pointerout', leave, true);
      one.addEventListener('keydown', press, true);
      for (const type of PRESSES) one.addEventListener(type, click, true);
    }
    stopLast = () => end({ kind: 'stopped' });
  });
}

/** The innermost element under the pointer, also within open shadow roots. */
function targetOf(event: Event): Element | null {
  const [first] = event.composedPath();
  if (first === undefined || !('nodeType' in first)) return null;
  const node = first as Node;
  return node.nodeType === 1 ? (node as Element) : null;
}

/** The values of the page in its order, those with a word beside them and the headings. */
function nextOf(documents: readonly Document[], from: Element | null, step: 1 | -1): Element | null {
  const values = documents.flatMap((document) => [
    ...[...document.querySelectorAll('h1, h2')].filter(
      (heading) => isSeen(heading) && tidy(heading.textContent) !== '',
    ),
    ...labelledIn(document).map(({ element }) => element),
  ]);
  const unique = [...new Set(values)];
  const at = from ? unique.indexOf(from) : -1;
  if (at < 0) return unique.at(step > 0 ? 0 : -1) ?? null;
  const next = unique[(at + step + unique.length) % unique.length] ?? null;
  next?.scrollIntoView({ block: 'nearest' });
  return next;
}

/** The frame: in the page's top layer of paint, not in its way, gone when pointing ends. */
class Frame {
  #element: HTMLElement | null = null;

  around(element: Element | null): void {
    if (!element || parentOf(element) === null) {
      this.remove();
      return;
    }
    const document = element.ownerDocument;
    if (this.#element?.ownerDocument !== document) {
      this.remove();
      this.#element = document.createElement('div');
      this.#element.setAttribute('aria-hidden', 'true');
      Object.assign(this.#element.style, {
        position: 'fixed',
        zIndex: '2147483647',
        pointerEvents: 'none',
        // On any page's colour; thin, since the line above must stay readable.
        outline: '2px solid Highlight',
        boxShadow: '0 0 0 3px Canvas',
        borderRadius: '2px',
      });
      document.documentElement.append(this.#element);
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    Object.assign(this.#element.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }

  remove(): void {
    this.#element?.remove();
    this.#element = null;
  }
}
