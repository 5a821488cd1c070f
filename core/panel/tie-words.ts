import type { Belonging, Tie } from '../case/belongs.ts';
import type { FollowUp } from '../case/follow-up.ts';
import { listInWords, upperFirst } from '../date-words.ts';

/** "Same thread, quotes 7RK-4MD-2X9, same sender, address and telephone." Empty where nothing is shared. */
export function tiesInWords({ ties }: Pick<Belonging, 'ties'>): string {
  const of = (kind: Tie['kind']): Tie | undefined => ties.find((one) => one.kind === kind);
  const quoted = [of('reference'), of('their-reference')].flatMap((one) => (one ? [`quotes ${one.text}`] : []));
  const same = SAME.flatMap(([kind, words]) => (of(kind) ? [words] : []));
  const words = [
    ...(of('thread') ? ['same thread'] : []),
    ...quoted,
    ...(same.length > 0 ? [`same ${listInWords(same)}`] : []),
  ].join(', ');
  return words === '' ? '' : `${upperFirst(words)}.`;
}

const SAME: readonly (readonly [Tie['kind'], string])[] = [
  ['sender', 'sender'],
  ['name', 'name'],
  ['home', 'home'],
  ['postcode', 'postcode'],
  ['phone', 'telephone'],
];

/** What the message is to the case, and what follows from it. */
export function followUpInWords({ kind, because }: FollowUp, isClosed: boolean): string {
  switch (kind) {
    case 'thanks':
      return isClosed
        ? 'A thank-you: it opens nothing again.'
        : 'A thank-you: it closes nothing, and the dates run on.';
    case 'new-matter':
      return because
        ? `It may be a new matter: “${because.text}”.`
        : 'It may be a new matter: it has no word of this one.';
    case 'chaser':
      return isClosed ? 'It asks for news of a closed case.' : 'It asks for news.';
    case 'next-stage':
      return 'It asks for the next stage.';
    case 'more':
      return '';
  }
}
