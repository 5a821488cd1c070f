/* Looking through a page as a person sees it: through open shadow roots, and with what only screen readers are told left out. */

/** Every element that matches, in the order of the page, also within open shadow roots. */
export function deepAll(root: ParentNode, selector: string): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  const walk = (within: ParentNode): void => {
    for (const element of within.querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element as HTMLElement);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(root);
  if ('shadowRoot' in root && root.shadowRoot) walk(root.shadowRoot as ShadowRoot);
  return found;
}

/** Whether a person can see the element. One that has no box of its own is seen by what is in it. */
export function isSeen(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (style?.display !== 'contents') return element.checkVisibility({ checkVisibilityCSS: true });
  const parent = parentOf(element);
  return parent === null || isSeen(parent);
}

/** The element around, also across the edge of a shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  return shadowOf(element)?.host ?? null;
}

/** The shadow root that an element stands in; null in the page itself. By its parts: a frame has classes of its own. */
export function shadowOf(element: Element): ShadowRoot | null {
  const root = element.getRootNode();
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : null;
}

const SILENT =
  'button:not([role="combobox"]), script, style, template, noscript, svg, [aria-hidden="true"], [role="tooltip"]';

/** The lines of text that a person reads in an element; buttons and words for screen readers aren't among them. */
export function linesOf(element: Element): readonly string[] {
  const lines: string[] = [''];
  const add = (text: string): void => {
    lines.push(`${lines.pop() ?? ''}${text}`);
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      add(node.nodeValue ?? '');
      return;
    }
    if (node.nodeType !== 1) return;
    const inner = node as Element;
    if (inner !== element && inner.matches(SILENT)) return;
    if (inner.tagName === 'BR') {
      lines.push('');
      return;
    }
    const style = inner.ownerDocument.defaultView?.getComputedStyle(inner);
    if (!style || style.display === 'none' || style.visibility !== 'visible' || isForScreenReaders(inner, style))
      return;
    const isBlock = !/^(?:inline|contents|ruby)/.test(style.display);
    if (isBlock) lines.push('');
    const control = valueOfControl(inner);
    if (control !== null) add(` ${control} `);
    else childrenOf(inner).forEach(walk);
    if (isBlock) lines.push('');
  };
  walk(element);
  return lines.map(tidy).filter((line) => line !== '');
}

function childrenOf(element: Element): readonly Node[] {
  if (element.tagName === 'SLOT') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    return assigned.length > 0 ? assigned : [...element.childNodes];
  }
  return [...(element.shadowRoot ?? element).childNodes];
}

/** Clipped to a point, as the words are that only screen readers read out. */
function isForScreenReaders(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute') return false;
  const { width, height } = element.getBoundingClientRect();
  return width <= 1 && height <= 1;
}

const UNREAD_INPUTS = /^(?:hidden|password|checkbox|radio|button|submit|file|image|reset)$/;

/** What stands in a form control; null for what is none. Passwords are not read. By tag: a frame has classes of its own. */
export function valueOfControl(element: Element): string | null {
  switch (element.tagName) {
    case 'SELECT':
      return [...(element as HTMLSelectElement).selectedOptions].map((option) => tidy(option.textContent)).join(', ');
    case 'TEXTAREA':
      return (element as HTMLTextAreaElement).value;
    case 'INPUT': {
      const input = element as HTMLInputElement;
      return UNREAD_INPUTS.test(input.type) ? '' : input.value;
    }
    default:
      return null;
  }
}

/** What a field says: the text in it, or what stands in its controls. Null for nothing, and for the dashes that stand for it. */
export function valueOf(element: Element): string | null {
  const control = valueOfControl(element);
  const value = control === null ? linesOf(element).join('\n') : control.split('\n').map(tidy).join('\n').trim();
  return /^[-–—.\s]*$/.test(value) ? null : value;
}

/** Blanks folded, as on the page. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
