import { displayedMoments } from './displayed-date.ts';
import { firstFound, type Found } from './found.ts';
import { shownOf } from './shown.ts';

/** Where a message says when it came, the surest first. */
const PLACES = ['[id^="MSG_"][id$="_DATETIME"]', '[data-testid="SentReceivedSavedTime"]', 'time'];

/** The date that a message of Outlook's shows, in the words of its page; `foreign` is what isn't the message's own. */
export function dateOf(card: Element, foreign: string): Found<string> | null {
  const language = card.ownerDocument.documentElement.lang;
  const isDate = (text: string): boolean => displayedMoments(text, language).length > 0;
  const wordsAt = (place: string, wordsOf: (element: Element) => readonly string[]): readonly string[] =>
    shownOf(card, place, foreign).flatMap(wordsOf);
  return firstFound<string>([
    ...PLACES.map((place) => [place, () => wordsAt(place, textOf).find(isDate)] as const),
    // "Two hours ago" and "yesterday" say it in full in a tooltip.
    ...PLACES.map((place) => [`title in ${place}`, () => wordsAt(place, titlesOf).find(isDate)] as const),
    // It can't be read; it still tells one message from another.
    ...PLACES.map((place) => [place, () => wordsAt(place, textOf).find((text) => text !== '')] as const),
    [
      'the only date of the message’s head',
      () => {
        const texts = shownOf(card, 'div, span', foreign)
          .filter(({ childElementCount }) => childElementCount === 0)
          .flatMap(textOf)
          .filter((text) => text.length < 60 && isDate(text));
        const different = [...new Set(texts)];
        return different.length === 1 ? different[0] : null;
      },
    ],
  ]);
}

function textOf(element: Element): readonly [string] {
  return [element.textContent.replace(/\s+/g, ' ').trim()];
}

function titlesOf(element: Element): readonly string[] {
  return [element, ...element.querySelectorAll('[title], [aria-label]')].flatMap((one) =>
    ['title', 'aria-label'].map((name) => one.getAttribute(name) ?? ''),
  );
}
