import type { Span } from '../message.ts';
import { quoteParts } from './quote-parts.ts';

/** Words of a message, in quotation marks, with the deciding ones marked. Text only, and kept apart from ours. */
export function Quote({
  span,
  words = [],
  language,
}: {
  readonly span: Span;
  readonly words?: readonly Span[];
  readonly language: string;
}) {
  return (
    <blockquote class="quote">
      <p>
        <QuotedWords span={span} words={words} language={language} />
      </p>
    </blockquote>
  );
}

/** The same within a line of ours. */
export function QuotedWords({
  span,
  words = [],
  language,
}: {
  readonly span: Span;
  readonly words?: readonly Span[];
  readonly language: string;
}) {
  return (
    <bdi lang={languageTag(language)}>
      “
      {quoteParts(span, words).map(({ text, isMarked }, index) =>
        isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
      ”
    </bdi>
  );
}

/** The language for a screen reader, where it isn't the panel's own. */
export function languageTag(language: string): string | undefined {
  return /^[a-z]{2,3}$/.test(language) && language !== 'en' && language !== 'und' ? language : undefined;
}
