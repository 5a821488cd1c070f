/* Which of several equal words on a page is meant: "Name" stands under "Next of kin" as well as under "Tenant". */
import { deepAll, isSeen, tidy } from './deep.ts';
import { isLabel, labelledIn, labelText, type Labelled } from './labelled.ts';

/** What stands around a value, in the page's own words; nothing of what a record says. */
export interface Surroundings {
  /** The heading above it; null where it has none that is of the page and not of the record. */
  readonly section: string | null;
  /** The words of the values right before and after it, kept where others have the same word and heading. */
  readonly beside?: readonly (string | null)[];
}

const HEADINGS = 'h2, h3, h4, h5, h6, [role="heading"], legend, caption, summary';

/** What stands around an element that somebody points at; `equals` are all that have the same word, itself among them. */
export function surroundingsOf(element: Element, equals: readonly Element[], root: ParentNode): Surroundings {
  const all = labelledIn(root);
  const heading = sectionOf(element, root, all);
  // A heading that says whose record it is would be another on the next, and nothing of a record is kept.
  const said = [element.ownerDocument.title, ...all.map(({ value }) => value ?? ''), ...firstHeadings(root)].map(tidy);
  const isOfRecord = (text: string): boolean =>
    said.some((one) => one === text || (/ /.test(text) && one.includes(text)) || (/ /.test(one) && text.includes(one)));
  const section = heading !== null && !isOfRecord(heading) ? heading : null;
  const isAlone = equals.every((other) => other === element || sectionOf(other, root, all) !== section);
  return isAlone && (section !== null || equals.length < 2) ? { section } : { section, beside: besideOf(element, all) };
}

function firstHeadings(root: ParentNode): readonly string[] {
  return deepAll(root, 'h1').map((heading) => heading.textContent);
}

/** The one of several elements with the same word that stands where it did; null where that can't be told. */
export function theOneIn(
  kept: Surroundings | undefined,
  elements: readonly Element[],
  root: ParentNode,
): Element | null {
  const all = labelledIn(root);
  const { section = null, beside } = kept ?? {};
  const [only = null, another] = elements.filter(
    (element) =>
      (section === null || sectionOf(element, root, all) === section) &&
      (!beside || besideOf(element, all).every((word, at) => word === beside[at])),
  );
  return another ? null : only;
}

/** The last heading before an element that isn't itself the word of a value. */
function sectionOf(element: Element, root: ParentNode, all: readonly Labelled[]): string | null {
  const words = new Set(all.flatMap(({ kind, label }) => (kind === 'heading' ? [label] : [])));
  const before = deepAll(root, HEADINGS).filter(
    (heading) =>
      (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      isSeen(heading) &&
      !words.has(labelText(heading)),
  );
  const text = labelText(before.at(-1) ?? element.ownerDocument.createElement('i'));
  return isLabel(text) ? text : null;
}

function besideOf(element: Element, all: readonly Labelled[]): readonly (string | null)[] {
  const isBefore = (one: Element, other: Element): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const others = all
    .filter((one) => one.element !== element && one.below === 0)
    .toSorted((left, right) => (isBefore(left.element, right.element) ? -1 : 1));
  const before = others.findLast((one) => isBefore(one.element, element));
  const after = others.find((one) => isBefore(element, one.element));
  return [before?.label ?? null, after?.label ?? null];
}
