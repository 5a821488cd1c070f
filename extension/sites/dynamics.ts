import { deepAll, isSeen, linesOf, tidy, valueOfControl } from '../record/deep.ts';
import { fieldNamed } from '../record/field-names.ts';
import { gathered, recordOf, type Candidate } from '../record/gather.ts';
import { labelText } from '../record/labelled.ts';
import { NO_REPLY, type Site } from './site.ts';

const CONTAINER = '-FieldSectionItemContainer';
const CONTAINERS = `[data-id$="${CONTAINER}"]`;

/**
 * Dynamics 365, model-driven forms. Ids hold a number that is new in every session and class names change; the attribute
 * data-id is made of the field's schema name and stays, in every language.
 */
export const dynamics: Site = {
  name: 'Dynamics 365',
  read: (document) => {
    const containers = deepAll(document, CONTAINERS).filter(isSeen);
    const title = document.querySelector('[data-id="header_title"]');
    if (containers.length === 0 && !title) return { kind: 'none' };
    const inOrder = [...containers].sort((left, right) => Number(isHeader(left)) - Number(isHeader(right)));
    const candidates = [...inOrder.map(candidateOf), ...(title ? [titleOf(title)] : [])];
    return recordOf(document, { page: dynamics.name, key: keyOf(document), values: gathered(candidates) });
  },
  glance: (document) => `${keyOf(document)} ${document.title} ${document.querySelectorAll(CONTAINERS).length}`,
  insertDraft: () => Promise.resolve(NO_REPLY),
};

function keyOf({ location }: Document): string {
  const query = new URLSearchParams(location.search);
  const id = query.get('id');
  return id === null ? `dynamics/${location.host}${location.pathname}` : `dynamics/${query.get('etn') ?? ''}/${id}`;
}

function isHeader(container: Element): boolean {
  return schemaName(container).startsWith('header_');
}

function schemaName(container: Element): string {
  return (container.getAttribute('data-id') ?? '').slice(0, -CONTAINER.length);
}

function candidateOf(container: Element): Candidate {
  const schema = schemaName(container).replace(/^header_/, '');
  const [word] = deepAll(container, 'label');
  const label = word ? labelText(word) : null;
  // A landlord's own fields begin with its publisher's prefix: tb_tenancyreference.
  const own = schema.replace(/^[a-z][a-z0-9]{1,7}_/i, '');
  const isBySchema = fieldNamed(schema) !== null || fieldNamed(own) !== null;
  return {
    names: [schema, own, ...(label === null ? [] : [label])],
    label,
    value: valueIn(container),
    by: isBySchema ? `data-id ${schemaName(container)}` : `label “${label ?? ''}”`,
    isGuess: false,
  };
}

/** Values stand in lookup tags and in controls, a date and its time in two of them; in the header as plain text. */
function valueIn(container: Element): string | null {
  const tags = [
    ...deepAll(container, '[data-id$="_selected_tag_text"]'),
    ...deepAll(container, '[data-id$="_selected_tag"]').filter(
      (tag) => !tag.querySelector('[data-id$="_selected_tag_text"]'),
    ),
  ];
  const tagged = tags.map((tag) => tidy(tag.textContent) || tidy(tag.getAttribute('aria-label') ?? ''));
  const controls = deepAll(container, 'input, textarea, select, button[role="combobox"]').filter(
    (control) => !(control.getAttribute('data-id') ?? '').includes('textInputBox_with_filter'),
  );
  const typed = controls.map((control) => valueOfControl(control) ?? tidy(control.textContent));
  const texts = [tagged.join(', '), ...typed].filter((text) => !/^[-–—.\s]*$/.test(text));
  if (texts.length > 0) return texts.join(' ');
  if (tags.length > 0 || controls.length > 0 || container.querySelector('[data-id*="LookupResultsDropdown"]'))
    return null;
  const words = new Set(deepAll(container, 'label').flatMap(linesOf));
  const lines = linesOf(container).filter((line) => !words.has(line) && !/^[-–—*.\s]*$/.test(line));
  return lines.length > 0 ? lines.join('\n') : null;
}

/** The heading's own words; whether it is saved stands in an element within it. */
function titleOf(title: Element): Candidate {
  const own = [...title.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ nodeValue }) => nodeValue ?? '');
  return {
    names: ['title'],
    label: null,
    value: tidy(own.join(' ')) || null,
    by: 'data-id header_title',
    isGuess: false,
  };
}
