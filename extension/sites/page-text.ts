/*
 * The text of a mail as a mail program shows it: what can be seen, a line a block, quoted mail marked with ">".
 * innerText would nearly do, but it loses which lines are quoted, and list marks.
 */

const LEFT_OUT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'TITLE',
  'IFRAME',
  'OBJECT',
  'SELECT',
  'TEXTAREA',
]);

/** Outlook's own text for a ruled line, by which quoted mail is told apart. */
const RULE = '_'.repeat(32);

/** What a site knows of its mails' markup: elements to pass over, and quoted mail that stands in one of them. */
export interface TextRules {
  readonly leftOut: string;
  readonly quotedMail: string;
}

/** The text of a mail's body. Nothing that is hidden from the reader is in it. */
export function pageText(body: Element, rules: TextRules): string {
  const lines = new Lines();
  walk(body, lines, rules);
  return lines.text();
}

function walk(element: Element, lines: Lines, rules: TextRules): void {
  const view = element.ownerDocument.defaultView;
  if (
    !view ||
    LEFT_OUT.has(element.tagName) ||
    element.namespaceURI !== element.ownerDocument.documentElement.namespaceURI
  ) {
    return;
  }
  if (element.matches(rules.leftOut)) {
    const quotes = element.matches(rules.quotedMail) ? [element] : element.querySelectorAll(rules.quotedMail);
    for (const quote of quotes)
      if (quote.parentElement?.closest(rules.quotedMail) == null) walkChildren(quote, lines, rules);
    return;
  }
  const style = view.getComputedStyle(element);
  if (isHidden(element, style)) return;
  switch (element.tagName) {
    case 'BR':
      lines.newLine();
      return;
    case 'HR':
      lines.block();
      lines.add(RULE, true);
      lines.block();
      return;
    case 'IMG':
      lines.add(element.getAttribute('data-emoji') ?? '', false);
      return;
    default:
  }
  const quoted = element.tagName === 'BLOCKQUOTE';
  const paragraph = element.tagName === 'P';
  const block = quoted || paragraph || isBlock(style.display);
  if (block) lines.block();
  if (paragraph) lines.gap();
  if (quoted) lines.depth += 1;
  if (style.display === 'list-item' && style.listStyleType !== 'none') lines.add(listMark(element), true);
  walkChildren(element, lines, rules, style);
  if (block) lines.block();
  if (paragraph) lines.gap();
  if (quoted) lines.depth -= 1;
  if (style.display === 'table-cell') lines.add(' ', false);
}

function walkChildren(element: Element, lines: Lines, rules: TextRules, known?: CSSStyleDeclaration): void {
  const style = known ?? element.ownerDocument.defaultView?.getComputedStyle(element);
  const visible = style?.visibility === 'visible' && parseFloat(style.fontSize) >= 1;
  const keepSpace = style?.whiteSpace.startsWith('pre') ?? false;
  for (const node of element.childNodes) {
    if (node.nodeType === 3 && visible) lines.add(node.nodeValue ?? '', keepSpace);
    else if (isElement(node)) walk(node, lines, rules);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.opacity === '0') return true;
  // A "preheader": text for the list of mails, folded to nothing in the mail itself.
  return (
    style.overflowY === 'hidden' && isBlock(style.display) && element.clientHeight === 0 && element.tagName !== 'HR'
  );
}

function isBlock(display: string): boolean {
  return !display.startsWith('inline') && !['contents', 'table-cell', 'ruby', 'ruby-text'].includes(display);
}

function listMark(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== 'OL') return '- ';
  const place = [...list.children].filter((child) => child.tagName === 'LI').indexOf(item);
  return `${(Number(list.getAttribute('start')) || 1) + place}. `;
}

class Lines {
  depth = 0;
  readonly #lines: { depth: number; text: string }[] = [];
  #line = '';
  #lineDepth = 0;
  #gap = false;

  /** Starts a new line unless one has just been started. */
  block(): void {
    if (this.#line.trim() === '') this.#line = '';
    else this.newLine();
  }

  newLine(): void {
    if (this.#line === '') this.#lineDepth = this.depth;
    this.#lines.push({ depth: this.#lineDepth, text: this.#line.trimEnd() });
    this.#line = '';
  }

  /** An empty line before whatever comes next. */
  gap(): void {
    this.#gap = this.#lines.length > 0;
  }

  add(text: string, keepSpace: boolean): void {
    if (keepSpace) {
      const [first = '', ...rest] = text.split(/\r\n?|\n/);
      this.#append(first);
      for (const line of rest) {
        this.newLine();
        this.#append(line);
      }
      return;
    }
    const collapsed = text.replace(/[\t\n\f\r ]+/g, ' ');
    this.#append(this.#line === '' || /\s$/.test(this.#line) ? collapsed.replace(/^ /, '') : collapsed);
  }

  #append(text: string): void {
    if (text === '') return;
    if (this.#line === '') {
      const last = this.#lines.at(-1);
      // Quoted mail follows at once on the line that says who wrote it.
      if (this.#gap && last && last.text !== '' && last.depth >= this.depth) {
        this.#lines.push({ depth: this.depth, text: '' });
      }
      this.#gap = false;
      this.#lineDepth = this.depth;
    }
    this.#line += text.replaceAll('\u00a0', ' ');
  }

  text(): string {
    this.block();
    return this.#lines
      .map(({ depth, text }) => `${'> '.repeat(depth)}${text}`.trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+|\n+$/g, '');
  }
}
