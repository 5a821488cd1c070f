import { count, figure } from '../date-words.ts';
import type { LeftOut, Reading } from '../reading/reading.ts';
import { Icon } from './Icon.tsx';
import { languageTag } from './Quote.tsx';

/** More than anybody reads in a panel; the message itself is open beside it. */
const LONGEST = 20_000;

/** What Duly read: the new text, what it left out, and what it can't read. */
export function ReadFold({ reading }: { readonly reading: Reading }) {
  const { newText, leftOut, language, length } = reading;
  const paragraphs = newText.slice(0, LONGEST).split(/\n\s*\n/);
  return (
    <details class="fold">
      <summary>
        What Duly read <Icon name="turn" class="turn" />
      </summary>
      <div class="read stack" lang={languageTag(language)}>
        {paragraphs.map((paragraph, index) => (
          <p key={index} class="theirs">
            <bdi>{paragraph.trim()}</bdi>
          </p>
        ))}
        {newText.length > LONGEST && (
          <p class="meta left-out" lang="en-GB">
            … and {count(newText.length - LONGEST, 'more character')}.
          </p>
        )}
        <p class="meta left-out" lang="en-GB">
          Left out: {leftOutInWords(leftOut)}.
        </p>
        {length.weighed < length.total && (
          <p class="meta left-out" lang="en-GB">
            Weighed: the beginning and the end, {count(length.weighed, 'character')} of {figure(length.total)}.
          </p>
        )}
      </div>
    </details>
  );
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOut['kind'], readonly [one: string, countable: boolean]>> = {
  'quoted-message': ['quoted message', true],
  'forward-header': ['forward header', true],
  signature: ['signature', false],
  disclaimer: ['disclaimer', false],
  'device-signature': ['“Sent from my …”', false],
  banner: ['warning banner', false],
  'form-label': ['form label', true],
  'other-speaker': ['somebody else’s words', false],
  footer: ['footer', false],
};

/** "1 quoted message, signature"; "nothing". */
export function leftOutInWords(leftOut: readonly LeftOut[]): string {
  const kinds = new Map<LeftOut['kind'], number>();
  for (const { kind } of leftOut) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.size === 0) return 'nothing';
  return [...kinds]
    .map(([kind, number]) => {
      const [words, isCountable] = LEFT_OUT_WORDS[kind];
      return isCountable ? count(number, words) : words;
    })
    .join(', ');
}
