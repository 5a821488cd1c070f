import type { Correspondent } from '../../core/message.ts';
import { firstFound, type Found } from './found.ts';
import { correspondentsIn, FOREIGN, type OutlookCard } from './outlook-thread.ts';
import { shownOf } from './shown.ts';

/** To or Cc: by the id of its well, or by the place of the well where a build has no ids; the word before it is the user's. */
export function recipients(card: OutlookCard, kind: 'TO' | 'CC'): Found<readonly Correspondent[]> {
  const [named] = shownOf(card.element, `[id^="MSG_"][id$="_${kind}"]`, FOREIGN);
  const wells = shownOf(card.element, '[data-testid="RecipientWell"]', FOREIGN);
  const well = firstFound<Element>([
    [`well MSG_…_${kind}`, () => named],
    ['place among the wells', () => (wells.some(({ id }) => id !== '') ? null : wells[kind === 'TO' ? 0 : 1])],
  ]);
  if (!well) return { value: [], by: 'no such well' };
  const labelled = [...well.value.querySelectorAll('[aria-label], [title]')].filter(
    (one) =>
      one.parentElement?.closest('[aria-label], [title]') == null ||
      !well.value.contains(one.parentElement.closest('[aria-label], [title]')),
  );
  const people = labelled.length > 0 ? labelled : [...well.value.children].slice(1);
  return { value: people.flatMap((person) => correspondentsIn(person)), by: well.by };
}
