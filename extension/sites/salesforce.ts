import { deepAll, isSeen, parentOf, valueOf } from '../record/deep.ts';
import { fieldNamed } from '../record/field-names.ts';
import { gathered, recordOf, type Candidate } from '../record/gather.ts';
import { labelledIn, labelText } from '../record/labelled.ts';
import { NO_REPLY, type Site } from './site.ts';

const ITEMS = 'records-record-layout-item, force-record-layout-item, [data-target-selection-name^="sfdc:RecordField."]';

/** Where the value of an item stands, by release. */
const VALUES = [
  '[slot="outputField"]',
  '.test-id__field-value',
  '.slds-form-element__static',
  '.slds-form-element__control',
];

/**
 * Salesforce Lightning. Its page is made of components of which some keep their insides in shadow roots, more of them with
 * every release: all open ones are looked through. Fields are known by their API name, and by the label where that is gone.
 */
export const salesforce: Site = {
  name: 'Salesforce',
  read: (document) => {
    const items = deepAll(document, ITEMS).filter((item) => !isWithin(item, ITEMS) && isSeen(item));
    const highlights = deepAll(document, 'records-highlights-details-item').filter(isSeen);
    if (items.length === 0 && highlights.length === 0) return { kind: 'none' };
    const others = labelledIn(document).filter(({ element }) => !isWithin(element, ITEMS));
    const values = gathered([
      ...items.map(itemOf),
      ...highlights.map(highlightOf),
      ...others.map(({ kind, label, value }) => ({
        names: [label],
        label,
        value,
        by: `${kind} “${label}”`,
        isGuess: false,
      })),
    ]);
    return recordOf(document, { page: salesforce.name, key: keyOf(document), values });
  },
  glance: (document) => `${keyOf(document)} ${document.title} ${document.querySelectorAll(ITEMS).length}`,
  insertDraft: () => Promise.resolve(NO_REPLY),
};

function keyOf({ location }: Document): string {
  const [, entity = '', id] = /\/lightning\/r\/(?:(\w+)\/)?([a-zA-Z0-9]{15,18})\//.exec(`${location.pathname}/`) ?? [];
  return id === undefined ? `salesforce/${location.host}${location.pathname}` : `salesforce/${entity}/${id}`;
}

function isWithin(element: Element, selector: string): boolean {
  for (let around = parentOf(element); around; around = parentOf(around)) if (around.matches(selector)) return true;
  return false;
}

function itemOf(item: Element): Candidate {
  const target =
    item.getAttribute('data-target-selection-name') ??
    deepAll(item, '[data-target-selection-name]')[0]?.getAttribute('data-target-selection-name') ??
    '';
  const api = (/\.(\w+)$/.exec(target)?.[1] ?? '').replace(/__c$/, '');
  const [word] = deepAll(item, '.test-id__field-label, .slds-form-element__label, dt, label');
  const label = item.getAttribute('field-label') ?? (word ? labelText(word) : null);
  const isByApi = fieldNamed(api) !== null;
  return {
    names: [api, ...(label === null ? [] : [label])],
    label,
    value: valueIn(item),
    by: isByApi ? `field ${api}` : `field-label “${label ?? ''}”`,
    isGuess: false,
  };
}

function valueIn(item: Element): string | null {
  for (const selector of VALUES) {
    const [place] = deepAll(item, selector);
    if (place) return valueOf(place);
  }
  const [output] = deepAll(item, '[data-output-element-id]').filter((one) => one.tagName.includes('-'));
  return output ? valueOf(output) : null;
}

function highlightOf(item: Element): Candidate {
  const [word] = deepAll(item, '[title], .slds-text-title');
  const label = word ? labelText(word) : '';
  const [value] = deepAll(item, '.fieldComponent, slot, lightning-formatted-text');
  return { names: [label], label, value: value ? valueOf(value) : null, by: `highlight “${label}”`, isGuess: false };
}
