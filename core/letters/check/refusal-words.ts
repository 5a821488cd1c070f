import type { Span } from '../../message.ts';
import { sentenceAt, spanOf, type CheckedText } from './checked-text.ts';

/*
 * Words by which a letter turns a complaint away. They are looked for by what they mean: somebody of ours who doesn't, and
 * what they don't do with it; or the complaint, and what was done with it. A condition before them takes the sting out.
 */

const WE_DO_NOT =
  "(?<!\\b(?:you|they|who|he|she) )\\b(?:cannot|can't|can not|unable to|not able to|not in a position to|will not|won't|shall not|shan't|do not|don't|are not|aren't|am not|not going to|no longer|(?:decided|chosen|chose) not to|declin(?:e|ed|ing) to|refus(?:e|ed|ing) to|not possible (?:for us )?to)(?: (?:be|now|therefore|formally|able|to|intend|propose|currently|also|further)){0,3}";
const IT =
  '(?:your (?:formal )?(?:complaint|request|concerns?|case|points?|matter)|(?:this|the|that) (?:formal )?(?:complaint|matter|request|case|concern|issue)|this|it|them|that|any of (?:this|it)|matters?)';
const DEALT_WITH =
  '(?:accept|consider|investigat|look(?:ing)? (?:into|at)\\b|tak(?:e|ing) (?:on|up|forward)\\b|log(?:ging)?\\b|register|record|escalat|progress|pursu|process|deal(?:ing)? with\\b|open(?:ing)?\\b|review)[a-z]{0,4}';

/** Turned away: not looked into, not taken as a complaint. */
const REFUSED: readonly RegExp[] = [
  new RegExp(`${WE_DO_NOT} ${DEALT_WITH}[^.!?\\n]{0,60}\\b(?:complaint|this|it|matter|request|concerns?)\\b`, 'g'),
  new RegExp(`${WE_DO_NOT} (?:tak|carry|carri|mov|go)[a-z]{0,4} ${IT} (?:on|up|forward|any further|further)\\b`, 'g'),
  new RegExp(
    `${WE_DO_NOT} (?:treat|handl|record|regard|log|tak|class|see|consider)[a-z]{0,4} ${IT} as (?:a|an|your)\\b`,
    'g',
  ),
  /\bnot (?:something|a matter|a complaint|an issue|one) (?:that |which )?(?:we|i) (?:can|could|will|would|are able to|am able to)\b/g,
  /\b(?:complaint|matter|request|case|concerns?|this|it) (?:can|will|could|would)(?:not| not|n't) be (?:considered|investigated|looked (?:into|at)|taken|accepted|registered|logged|treated|dealt with|escalated|progressed|pursued|reviewed)\b/g,
  /\boutside (?:the scope of )?our (?:complaints? )?(?:policy|process|procedure)\b/g,
  /\b(?:not (?:covered|within|eligible|meet|qualify|fall)|n't (?:meet|qualify|fall|cover))\b[^.!?\n]{0,30}\b(?:complaints? (?:policy|process|procedure)|definition of a complaint|as a complaint)\b/g,
  /\b(?:is|are|was) not a complaint\b/g,
  /\bno (?:grounds?|reason|basis) (?:for us )?(?:to|on which to) (?:investigate|consider|accept|take|look|open)\b/g,
];

/** Decided: turned down, or at an end. In an answer it may be so; a letter that only says that it came can't know. */
const DECIDED: readonly RegExp[] = [
  /\b(?:complaint|request|case|matter|concerns?|this|it) (?:has|have|is|was|were|are)(?: (?:now|therefore|been|being|formally|hereby)){0,3} (?:declined|rejected|refused|dismissed|turned down|closed|not (?:been )?(?:upheld|accepted|substantiated|justified)|unfounded)\b/g,
  /\b(?:we|i)(?: (?:now|therefore|have|will|must|are|am|had to|hereby)){0,3} (?:consider(?:ed)?|regard(?:ed)?|treat(?:ed|ing)?|deem(?:ed)?) (?:this|the|your|it)(?: (?:matter|complaint|case|issue|request))?(?: (?:as|to be|now))? (?:closed|resolved|concluded|at an end|finished|unfounded)\b/g,
  /\b(?:we|i)(?: (?:now|therefore|have|will|must|are|am|hereby|had to|be)){0,3} (?:clos(?:e|ed|ing)|reject(?:ed|ing)?|declin(?:e|ed|ing)|dismiss(?:ed|ing)?|turn(?:ed|ing)? down) (?:this|the|your|it\b)/g,
  /\b(?:not|n't)(?: (?:been|be|able to|going to))? (?:uphold|upheld)\b/g,
  /\bno further action\b[^.!?\n]{0,40}\b(?:complaint|matter|this)\b|\bno fault (?:was|has been|on our)\b/g,
];

/** What it depends on stands before it, or what it isn't. */
const CONDITION =
  /\b(?:if|unless|whether|should (?:we|i)|in case|where (?:we|i|your|this|it)|when (?:we|i)|(?:does not|doesn't|do not|don't) mean|never (?:said|say)|even though|reasons? why|cases? (?:that|which|where)|(?:are|is) sorry that)\b/;
/** It isn't so yet, or not before something. */
const NOT_YET =
  /^[^.!?\n]{0,80}\b(?:yet|without|until (?:you (?:are|have|say|tell|agree)|we (?:have|are))|(?:only )?(?:once|when|after) )/;

/** Places at which a letter turns a complaint away. */
export function refusalsIn(text: CheckedText): readonly Span[] {
  return apart(REFUSED.flatMap((pattern) => placesIn(text, pattern)));
}

/** Places at which a letter says that a complaint is turned down, or is at an end. */
export function decisionsIn(text: CheckedText): readonly Span[] {
  return apart(DECIDED.flatMap((pattern) => placesIn(text, pattern)));
}

function placesIn(text: CheckedText, pattern: RegExp): Span[] {
  return [...text.ours.matchAll(pattern)]
    .filter(({ 0: words, index }) => {
      const { start } = sentenceAt(text, index);
      const before = text.ours.slice(Math.max(start, index - 200), index);
      const after = text.ours.slice(index + words.length, index + words.length + 100);
      return !CONDITION.test(before) && !NOT_YET.test(after) && !/\b(?:yet|without|until)\b/.test(words);
    })
    .map(({ 0: words, index }) => spanOf(text, index, index + words.length));
}

/** In the order of the letter, each place once. */
function apart(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((left, right) => left.start - right.start))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
