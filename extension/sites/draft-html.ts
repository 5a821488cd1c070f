import { escapeHtml, NO_BREAK } from '../../core/escape-html.ts';

const KEPT = new Set(
  'P DIV BR HR B STRONG I EM U UL OL LI BLOCKQUOTE H1 H2 H3 H4 TABLE THEAD TBODY TR TH TD A SPAN'.split(' '),
);
const DROPPED = new Set('SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED LINK META BASE TITLE SVG MATH FORM'.split(' '));

/**
 * The draft's markup with nothing in it that could do anything: elements of a letter without attributes, but for links to the
 * web, to mail and to telephones, and a reference that stays in one piece. The letter escapes what people wrote; this is the second lock, since the page would run it.
 */
export function safeHtml(html: string): string {
  return written(new DOMParser().parseFromString(html, 'text/html').body);
}

/** The draft's words, without list marks. */
export function textOf(html: string): string {
  return new DOMParser().parseFromString(safeHtml(html), 'text/html').body.textContent;
}

function written(parent: Node): string {
  let html = '';
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) html += escapeHtml(node.nodeValue ?? '');
    else if (node.nodeType === 1) html += writtenElement(node as Element);
  }
  return html;
}

function writtenElement(element: Element): string {
  const name = element.tagName.toUpperCase();
  if (DROPPED.has(name)) return '';
  if (!KEPT.has(name)) return written(element);
  const tag = name.toLowerCase();
  if (name === 'BR' || name === 'HR') return `<${tag}>`;
  const href = element.getAttribute('href') ?? '';
  const link = name === 'A' && /^(?:https?|mailto|tel):/i.test(href) ? ` href="${escapeHtml(href)}"` : '';
  const style = element.getAttribute('style') === NO_BREAK ? ` style="${NO_BREAK}"` : '';
  return `<${tag}${link}${style}>${written(element)}</${tag}>`;
}
