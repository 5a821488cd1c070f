/* Values with the words beside them, on a page that nobody knows: definition lists, labels of controls, cells of tables. */
import { deepAll, isSeen, shadowOf, tidy, valueOf } from './deep.ts';
import { fieldNamed } from './field-names.ts';

/** How a word belongs to a value. */
export type LabelKind = 'dt' | 'label' | 'name' | 'row header' | 'cell' | 'column' | 'heading' | 'pair';

/** A value on the page and the word beside it. */
export interface Labelled {
  readonly label: string;
  readonly kind: LabelKind;
  readonly element: Element;
  readonly value: string | null;
  /** How many rows below its label it stands: the second line of an address has no label of its own. */
  readonly below: number;
}

export const CONTROL =
  'input:not([type="hidden"]):not([type="password"]), textarea, select, [role="combobox"], [role="textbox"]';

/** Every value that has a word beside it, in the order of the page. */
export function labelledIn(root: ParentNode): readonly Labelled[] {
  return [
    ...definitions(root),
    ...labels(root),
    ...named(root),
    ...cells(root),
    ...columns(root),
    ...headed(root),
    ...pairs(root),
  ].filter(({ element }) => isSeen(element));
}

function definitions(root: ParentNode): readonly Labelled[] {
  return deepAll(root, 'dt, [role="term"], div[role="rowheader"], span[role="rowheader"]').flatMap((term) => {
    const description = term.nextElementSibling;
    return description?.matches('dd, [role="definition"], [role="cell"], [role="gridcell"]')
      ? [labelled('dt', term, description)]
      : [];
  });
}

function labels(root: ParentNode): readonly Labelled[] {
  return deepAll(root, 'label').flatMap((label) => {
    const target = (label as HTMLLabelElement).control ?? controlBeside(label);
    return target ? [labelled('label', label, target)] : [];
  });
}

/** A label that names nothing: the control, or what is drawn in place of one, that follows it in the same box. */
function controlBeside(label: Element): Element | null {
  const { parentElement: box, nextElementSibling: next } = label;
  if (!box || box.querySelectorAll('label').length > 1) return null;
  return box.querySelector(CONTROL) ?? next;
}

/** Controls that only screen readers are told the name of. */
function named(root: ParentNode): readonly Labelled[] {
  return deepAll(root, CONTROL).flatMap((control) => {
    const label = nameOf(control);
    const { labels } = control as HTMLInputElement;
    return label === '' || (labels?.length ?? 0) > 0 ? [] : [{ ...labelled('name', control, control), label }];
  });
}

function nameOf(control: Element): string {
  const ids = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  const root = shadowOf(control) ?? control.ownerDocument;
  const referred = ids.map((id) => root.getElementById(id)?.textContent ?? '');
  return tidy(referred.join(' ')) || tidy(control.getAttribute('aria-label') ?? '');
}

/** Rows of a table that lays out a form: a cell with the word, the next one with the value. */
function cells(root: ParentNode): readonly Labelled[] {
  return deepAll(root, 'td').flatMap((cell) => {
    const before = cell.previousElementSibling;
    if (!before || !isLabelCell(before) || columnHeader(cell as HTMLTableCellElement) !== null) return [];
    const above = labelAbove(before);
    if (!above) return [];
    const isHeader = above.cell.tagName === 'TH';
    const found = labelled(isHeader ? 'row header' : 'cell', above.cell, cell.querySelector(CONTROL) ?? cell);
    return [{ ...found, below: above.rows }];
  });
}

function isLabelCell(cell: Element): boolean {
  if (cell.tagName === 'TH') return true;
  return cell.querySelector(`${CONTROL}, table, iframe`) === null && tidy(cell.textContent).length <= 40;
}

/** The word for a cell: in the cell itself, or, where that is empty, in the nearest row above that has one. */
function labelAbove(cell: Element): { readonly cell: Element; readonly rows: number } | null {
  const place = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  let row = cell.parentElement;
  for (let rows = 0; row && rows < 5; rows += 1) {
    const candidate = row.children[place];
    if (!candidate || !isLabelCell(candidate)) return null;
    const text = tidy(candidate.textContent);
    if (text !== '') return isLabel(text) ? { cell: candidate, rows } : null;
    row = row.previousElementSibling as HTMLElement | null;
  }
  return null;
}

/** A date or a number beside a value is no word for it, and would be another on the next record. */
export function isLabel(text: string): boolean {
  return text.length <= 40 && /\p{L}{2}/u.test(text) && !/\d{2}/.test(text);
}

/** First rows of tables with headed columns. */
function columns(root: ParentNode): readonly Labelled[] {
  return deepAll(root, 'table').flatMap((table) => {
    const first = [...(table as HTMLTableElement).rows].find((row) =>
      [...row.cells].every(({ tagName }) => tagName === 'TD'),
    );
    return [...(first?.cells ?? [])].flatMap((cell) => {
      const header = columnHeader(cell);
      return header ? [labelled('column', header, cell)] : [];
    });
  });
}

/** A paragraph under a heading of its own. */
function headed(root: ParentNode): readonly Labelled[] {
  return deepAll(root, 'h2, h3, h4, h5').flatMap((heading) => {
    const text = heading.nextElementSibling;
    const isText = text !== null && /^(?:P|DIV|SPAN)$/.test(text.tagName) && text.querySelector(CONTROL) === null;
    return isText && isLabel(tidy(heading.textContent)) ? [labelled('heading', heading, text)] : [];
  });
}

/** Where words of a page have an element of their own already, or are none beside a value. */
const NO_PAIR = 'dl, table, label, a, button, nav, option, h1, h2, h3, h4, h5, [role="tab"], [contenteditable="true"]';

/** Two boxes side by side of which the first says what is in the second, as pages draw it that know no better. */
function pairs(root: ParentNode): readonly Labelled[] {
  return deepAll(root, 'div, span, p, b, strong, em').flatMap((word) => {
    if (word.childElementCount > 0 || word.closest(NO_PAIR)) return [];
    const text = labelText(word);
    const isWord = isLabel(text) && (fieldNamed(text) !== null || /:\s*$/.test(word.textContent));
    const value = isWord ? besideWord(word) : null;
    return value ? [labelled('pair', word, value.querySelector(CONTROL) ?? value)] : [];
  });
}

/** What follows a word; where the word has a box to itself, what follows the box. Another word is no value. */
function besideWord(word: Element): Element | null {
  const { parentElement: box } = word;
  const next =
    word.nextElementSibling ??
    (box?.childElementCount === 1 && !box.matches('body, main') ? box.nextElementSibling : null);
  if (!next || next.matches(NO_PAIR.replace(' a,', ''))) return null;
  const text = tidy(next.textContent);
  return text.length > 2000 || fieldNamed(labelText(next)) !== null || /:$/.test(text) ? null : next;
}

/** The header at the top of a cell's column; null where the table has none. */
export function columnHeader(cell: HTMLTableCellElement): Element | null {
  const top = cell.closest('table')?.rows[0];
  if (!top || top === cell.parentElement || top.cells.length === 0) return null;
  if (![...top.cells].every(({ tagName }) => tagName === 'TH')) return null;
  return top.cells[cell.cellIndex] ?? null;
}

function labelled(kind: LabelKind, word: Element, element: Element): Labelled {
  return { kind, label: labelText(word), element, value: valueOf(element), below: 0 };
}

/** The word without its colon, star or hint. */
export function labelText(word: Element): string {
  const own = word.getAttribute('title') ?? '';
  const text = tidy(word.textContent);
  return (text === '' ? own : text).replace(/[\s:*]+$/, '').replace(/^[\s*]+/, '');
}
