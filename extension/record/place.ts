/* Where an element stands, in terms that hold for the next record of the same kind; and back from there to the element. */
import { finder } from '@medv/finder';
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

import { deepAll, isSeen, shadowOf, tidy, valueOf } from './deep.ts';
import { contentOf } from './frames.ts';
import { CONTROL, isLabel, labelledIn, type Labelled } from './labelled.ts';
import type { FieldPlace } from './mapping.ts';
import type { PlacedElement } from './picker.ts';
import { surroundingsOf, theOneIn } from './surroundings.ts';

/** An element's place. Nothing of what it says is in it. */
export function placeOf(element: Element): FieldPlace {
  const labelled = labelledIn(rootOf(element)).filter(
    (one) => one.element === element || one.element.contains(element),
  );
  const nearest = labelled.reduce<Labelled | null>(
    (best, one) => (best === null || best.element.contains(one.element) ? one : best),
    null,
  );
  // The nearest value that is labelled: pointing at the link within a cell means the cell's value, if that is all it says.
  const isWhole = nearest !== null && isLabel(nearest.label) && valueOf(nearest.element) === valueOf(element);
  const root = rootOf(element);
  const role = roleOf(element);
  const name = element.matches(CONTROL) ? controlName(element) : null;
  const label = isWhole ? { kind: nearest.kind, text: nearest.label, below: nearest.below } : null;
  const equals = name !== null ? namedAs(root, { role, name }) : label ? labelledAs(root, label) : [];
  const at = name === null && isWhole ? nearest.element : element;
  return {
    role,
    name,
    label,
    selector: selectorOf(element),
    within: roadTo(element),
    ...(equals.length > 0 && { around: surroundingsOf(at, equals, root) }),
  };
}

/** The element at a place, and by which of its terms it was found; null where none of them leads anywhere, or to several. */
export function elementAt(document: Document, place: FieldPlace): PlacedElement | null {
  const root = rootAt(document, place.within);
  if (!root) return null;
  const { name, role, label, selector, around } = place;
  const named = name === null ? [] : namedAs(root, { role, name });
  const byName = theOneIn(around, named, root);
  if (byName) return { element: byName, by: `name “${name}”`, isSure: true };
  const labelled = label ? labelledAs(root, label) : [];
  const byLabel = theOneIn(around, labelled, root);
  if (label && byLabel) return { element: byLabel, by: `${label.kind} “${label.text}”`, isSure: true };
  // Its word is there, but not where it stood: the value beside it is another's.
  if (named.length > 0 || labelled.length > 0) return null;
  const bySelector = query(root, selector);
  // Where its word is gone, another field may stand at the same place of the page: only what a programmer named is the same.
  const isNamed = isLasting(selector);
  return bySelector && (isNamed || (name === null && !label))
    ? { element: bySelector, by: `selector ${selector}`, isSure: isNamed }
    : null;
}

/** Whether a selector means one thing on all pages of a kind: what a programmer named, and a page's one first heading. */
function isLasting(selector: string): boolean {
  return selector === 'h1' || /[#[]/.test(selector.split(/[\s>+~]+/).at(-1) ?? '');
}

function namedAs(
  root: ParentNode,
  { role, name }: { readonly role: string; readonly name: string },
): readonly Element[] {
  return deepAll(root, CONTROL).filter(
    (element) => isSeen(element) && roleOf(element) === role && controlName(element) === name,
  );
}

function labelledAs(root: ParentNode, label: NonNullable<FieldPlace['label']>): readonly Element[] {
  const { kind, text, below } = label;
  const found = labelledIn(root).filter((one) => one.kind === kind && one.label === text && one.below === below);
  return [...new Set(found.map(({ element }) => element))];
}

/** The name that a person gave a control; null where it has none, or only one made of what stands in it. */
function controlName(control: Element): string | null {
  const name = tidy(computeAccessibleName(control));
  return name === '' || name === valueOf(control) || !isLabel(name) ? null : name;
}

function roleOf(element: Element): string {
  return getRole(element) ?? element.tagName.toLowerCase();
}

/** Numbers and ids of one session, and framework's class names, are other ones on the next page. */
function selectorOf(element: Element): string {
  const short = onlyOne(element) ?? shortSelector(element);
  // "span" is the page's first one, whatever it says.
  return isLasting(short) || short.includes('.') ? short : wayDown(element);
}

/** The page's one first heading, or a frame by its title: both are words for people, and outlast ids and classes. */
function onlyOne(element: Element): string | null {
  const tag = element.tagName.toLowerCase();
  const title = element.getAttribute('title') ?? '';
  const isFrame = (tag === 'iframe' || tag === 'frame') && isLabel(title);
  const selector = tag === 'h1' ? tag : isFrame ? `${tag}[title="${CSS.escape(title)}"]` : null;
  return selector !== null && rootOf(element).querySelectorAll(selector).length === 1 ? selector : null;
}

function shortSelector(element: Element): string {
  const isWord = (text: string): boolean => !/\d{3}|[0-9a-f]{8}|--|__/i.test(text) && text.length < 40;
  try {
    return finder(element, {
      root: rootElement(element),
      idName: (name) => isWord(name) || /^ctl00_/.test(name),
      className: (name) => isWord(name) && !/^(?:css|sc|fui|jss|_)/.test(name),
      attr: (name, value) =>
        /^(?:name|data-test-?id|data-test|data-field|data-name|data-id|data-qa|itemprop|headers)$/.test(name) &&
        value.length < 60,
      timeoutMs: 500,
    });
  } catch {
    // The tree is too deep for a short selector: the way from the top.
    return wayDown(element);
  }
}

function wayDown(element: Element): string {
  const steps: string[] = [];
  let at = element;
  for (let around = at.parentElement; around; at = around, around = at.parentElement) {
    const place = [...around.children].indexOf(at) + 1;
    steps.unshift(`${at.tagName.toLowerCase()}:nth-child(${place})`);
  }
  return steps.join(' > ');
}

function rootElement(element: Element): Element {
  const shadow = shadowOf(element);
  return (shadow as unknown as Element | null) ?? element.ownerDocument.documentElement;
}

/** What an element is looked for in: its shadow root, or the page. */
export function rootOf(element: Element): ParentNode {
  return shadowOf(element) ?? element.ownerDocument;
}

/** The frames and hosts around an element, each by a selector within the one around it. */
function roadTo(element: Element): readonly string[] {
  const road: string[] = [];
  let at: Element | null = element;
  while (at) {
    const host: Element | null = shadowOf(at)?.host ?? at.ownerDocument.defaultView?.frameElement ?? null;
    if (host) road.unshift(onlyOne(host) ?? shortSelector(host));
    at = host;
  }
  return road;
}

function rootAt(document: Document, within: readonly string[]): ParentNode | null {
  let root: ParentNode = document;
  for (const selector of within) {
    const host = query(root, selector);
    const inside: ParentNode | null | undefined = host?.shadowRoot ?? contentOf(host);
    if (!inside) return null;
    root = inside;
  }
  return root;
}

function query(root: ParentNode, selector: string): Element | null {
  try {
    return root.querySelector(selector);
  } catch {
    return null;
  }
}
