/* Which field is meant by a click on something in it, on its word, or beside both. */
import { parentOf, valueOf } from './deep.ts';
import { CONTROL, labelledIn, type Labelled } from './labelled.ts';
import { rootOf } from './place.ts';

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
  return (
    whole?.element ??
    valueBesideWord(at, labelled) ??
    valueOfLine(at, labelled) ??
    withRemark(element, labelled) ??
    element
  );
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

/** A value with a remark in brackets behind it, as "01632 960588 (Home)": the word beside them belongs to both. */
function withRemark(element: Element, labelled: readonly Labelled[]): Element | null {
  const said = valueOf(element) ?? '';
  const whole = labelled.find(
    ({ element: around, value }) =>
      said !== '' &&
      around.contains(element) &&
      value !== null &&
      value.startsWith(said) &&
      /^\s*\([^()]{1,30}\)$/.test(value.slice(said.length)),
  );
  return whole?.element ?? null;
}
