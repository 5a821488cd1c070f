/* Where an element stands, in terms that hold for the next record of the same kind; and back from there to the element. */
import { finder } from '@medv/finder';
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

import { deepAll, isSeen, parentOf, shadowOf, tidy, valueOf } from './deep.ts';
import { contentOf } from './frames.ts';
import { CONTROL, isLabel, labelledIn, type Labelled } from './labelled.ts';
import type { FieldPlace } from './mapping.ts';

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
  return {
    role: roleOf(element),
    name: element.matches(CONTROL) ? controlName(element) : null,
    label: isWhole ? { kind: nearest.kind, text: nearest.label, below: nearest.below } : null,
    selector: selectorOf(element),
    within: roadTo(element),
  };
}

/** The element at a place, and by which of its terms it was found; null where none of them leads anywhere. */
export function elementAt(
  document: Document,
  place: FieldPlace,
): { readonly element: Element; readonly by: string } | null {
  const root = rootAt(document, place.within);
  if (!root) return null;
  const { name, role, label, selector } = place;
  const bySelector = query(root, selector);
  const choose = (elements: readonly Element[]): Element | null =>
    elements.find((element) => element === bySelector) ?? elements[0] ?? null;
  if (name !== null) {
    const named = deepAll(root, CONTROL).filter(
      (element) => isSeen(element) && roleOf(element) === role && controlName(element) === name,
    );
    const element = choose(named);
    if (element) return { element, by: `name “${name}”` };
  }
  if (label) {
    const labelled = labelledIn(root).filter(
      (one) => one.kind === label.kind && one.label === label.text && one.below === label.below,
    );
    const element = choose(labelled.map((one) => one.element));
    if (element) return { element, by: `${label.kind} “${label.text}”` };
  }
  // Where its word is gone, another field may stand at the same place of the page: only what a programmer named is the same.
  const isNamed = /[#[]/.test(selector.split(/[\s>+~]+/).at(-1) ?? '');
  return bySelector && (isNamed || (name === null && !label))
    ? { element: bySelector, by: `selector ${selector}` }
    : null;
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
  return onlyOne(element) ?? shortSelector(element);
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
  const isLasting = (text: string): boolean => !/\d{3}|[0-9a-f]{8}|--|__/i.test(text) && text.length < 40;
  try {
    return finder(element, {
      root: rootElement(element),
      idName: (name) => isLasting(name) || /^ctl00_/.test(name),
      className: (name) => isLasting(name) && !/^(?:css|sc|fui|jss|_)/.test(name),
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

function rootOf(element: Element): ParentNode {
  return shadowOf(element) ?? element.ownerDocument;
}

/** The frames and hosts around an element, each by a selector within the one around it. */
function roadTo(element: Element): readonly string[] {
  const road: string[] = [];
  let at: Element | null = element;
  while (at) {
    const host: Element | null = shadowOf(at)?.host ?? at.ownerDocument.defaultView?.frameElement ?? null;
    if (host) road.unshift(selectorOf(host));
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

/** What is pointed at: the field itself, not the mark or the button in it. */
export function pointedAt(element: Element): Element {
  const control = element.closest(CONTROL);
  if (control) return control;
  let at: Element = element;
  // A click lands on the innermost of several wrappers that say the same.
  for (
    let around = parentOf(at);
    around && valueOf(around) === valueOf(element) && !around.matches('body, main');
    around = parentOf(around)
  )
    at = around;
  const labelled = labelledIn(rootOf(element));
  const whole = labelled.find(
    (one) => one.element === at || (at.contains(one.element) && one.value === valueOf(element)),
  );
  return whole?.element ?? valueBesideWord(at, labelled) ?? valueOfLine(at, labelled) ?? element;
}

/** The value in a box that holds nothing but a word and its value: pointing at the word, or beside them, means the value. */
function valueBesideWord(box: Element, labelled: readonly Labelled[]): Element | null {
  const letters = (text: string | null): string => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  const inBox = labelled.filter(({ element }) => element !== box && box.contains(element));
  const [only] = new Set(inBox.map(({ element }) => element));
  const said = letters(valueOf(box));
  return only &&
    inBox.some(({ label, value, element }) => element === only && said === letters(`${label}${value ?? ''}`))
    ? only
    : null;
}

/** One line of an address means all of it; a part within a line means itself. */
function valueOfLine(line: Element, labelled: readonly Labelled[]): Element | null {
  const display = line.ownerDocument.defaultView?.getComputedStyle(line).display ?? 'inline';
  if (display.startsWith('inline')) return null;
  const around = labelled.filter(
    ({ element, kind, value }) => element.contains(line) && kind !== 'heading' && (value ?? '').length <= 200,
  );
  return (
    around.reduce<Labelled | null>(
      (nearest, one) => (nearest === null || nearest.element.contains(one.element) ? one : nearest),
      null,
    )?.element ?? null
  );
}
