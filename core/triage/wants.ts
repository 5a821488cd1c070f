import type { Span } from '../message.ts';
import type { Reading } from '../reading/reading.ts';
import { saysNoComplaint } from './choice-in-words.ts';
import type { Features } from './features.ts';

const WANT =
  /\b(?:(?:i|we|she|he|mum|dad|they)(?:'d| would| do| just| only| really| simply| now| also)* (?:like|want|wants|need|needs|expect (?:you|someone|somebody|them|this|it|him|her) to|expect (?:a|an|the|some|to)|require|demand|insist|wish|ask (?:you|that|for))|all i (?:want|ask|need)|what i (?:want|would like|need)|i should (?:like|be grateful)|grateful if|would (?:you )?(?:please )?(?:kindly )?(?:arrange|cancel|refund|replace|remove|send|put)|asks? for|wants? (?:it|the|a|an|to|someone|somebody)|(?:and|but) (?:would|'d) like|(?:^|[,;] ?)(?:would like|(?:asking|asked|looking) for|requests|requesting|seeks|seeking)|(?:is|are) (?:asking|looking) for)\b/;
/** The words of a want, and none: what they don't want, or want to say. */
const NO_WANT =
  /(?:\b(?:not|never|dont|didnt|wont|cant|without)|n't) (?:\w+ )?(?:want|wants|wish|wishing|like|need|expect)\b|\b(?:like|wants?|wish(?:es)?|wanted|needs?|asks|asked) to (?:\w+ )?(?:complain|say|tell you|thank|report|point out|express|mention|start by|begin|(?:make|raise|log|lodge|register) (?:a|an|my) (?:\w+ )?complaint)\b/;
const PLEASE = /\b(?:please|pls|plz|kindly)\b/;
const ACTION =
  /\b(?:send|fix|repair|replace|refund|return|pay|stop|cancel|remove|put|get|come|sort|mend|finish|clean|clear|cut|do|make|give|let|give me a date|a date|date|apolog\w+|explain|explanation|answer|move|change|arrange|book|collect|fit|install|take|look|inspect|investigate|review|credit|correct|compensat\w+|someone|somebody)\b/;
/** To have it taken as a complaint, or to the next stage, is how it goes on and no outcome. */
const GOES_ON =
  /\b(?:(?:take|escalate|move|raise|log|treat|register|accept|record|consider|put|pass|refer|have)\w*\b[^.!?]{0,60}\b(?:stage (?:one|two|three|1|2|3)|next stage|(?:formal |official )?complaint|panel|escalat\w+)|(?:stage (?:two|three|2|3)|next stage) (?:complaint|review|please|pls)|escalate (?:this|it|my))\b/;
const ASK = /\b(?:can|could|would|will) (?:you|u|someone|somebody|anyone|we|i)\b/;
/** A sentence of these words alone asks for nothing but an answer. */
const CONTACT_WORDS: ReadonlySet<string> = new Set(
  'please pls kindly can could would will you u someone somebody just me us to back on let know if need anything else any more questions information details call ring phone reply contact email text write confirm receipt feel free do not hesitate the a i should have get in touch'.split(
    ' ',
  ),
);

function asksForAnAnswer(text: string): boolean {
  const words = text.match(/[a-z']+/g) ?? [];
  return words.length <= 20 && words.every((word) => CONTACT_WORDS.has(word));
}

/**
 * The sentence by which the writer says what should be done, or null where none does. What stands in `without`, words that
 * speak of harm, is never given back to its writer as a wish.
 */
export function wantsOf(reading: Reading, features: Features, without: readonly Span[] = []): Span | null {
  const field = reading.fields.find(
    ({ label, answer }) =>
      /\b(?:like us to do|put (?:it|this|things) right|outcome|like to happen|want (?:us|to happen)|like done)\b/i.test(
        label,
      ) && answer.text.length > 2,
  );
  if (field) return field.answer;
  const { plain } = features;
  const count = plain.sentences.length;
  let best: { readonly span: Span; readonly score: number } | null = null;
  for (let at = 0; at < count; at++) {
    const sentence = plain.sentences[at];
    if (sentence && without.some(({ start, end }) => start < sentence.end && end > sentence.start)) continue;
    const text = plain.text.slice(plain.starts[at], (plain.starts[at + 1] ?? plain.text.length + 1) - 1);
    if (!sentence) continue;
    const { from, to } = withoutNo(text);
    const score = scoreOf(text.slice(from, to)) + (at >= count * 0.6 ? 0.5 : 0);
    const span =
      to - from === text.length
        ? { text: sentence.text, start: sentence.start, end: sentence.end }
        : { text: sentence.text.slice(from, to), start: sentence.start + from, end: sentence.start + to };
    if (score >= 2 && (best === null || score >= best.score)) best = { span, score };
  }
  return best?.span ?? null;
}

/** Where a sentence goes on after saying that it is no complaint: "I don't want to complain, can somebody just come". */
function withoutNo(text: string): { readonly from: number; readonly to: number } {
  const whole = { from: 0, to: text.length };
  if (!saysNoComplaint(text)) return whole;
  const clauses = [...text.matchAll(/[^,;:–—]+/g)].map(({ index, 0: clause }) => {
    const gap = clause.length - clause.trimStart().length;
    return { from: index + gap, to: index + clause.trimEnd().length, clause };
  });
  const wished = clauses.filter(({ clause }) => !saysNoComplaint(clause));
  const best = wished.find(({ clause }) => scoreOf(clause) >= 1.5);
  return best ?? { from: 0, to: 0 };
}

/**
 * The sentence that asks for the next stage, or null where none does: who asks for one needn't say why or what else they
 * want, so where no outcome is named that is what they want.
 */
export function nextStageWanted({ plain }: Pick<Features, 'plain'>): Span | null {
  const at = plain.sentences.findIndex((_, index) => {
    const text = plain.text.slice(plain.starts[index], (plain.starts[index + 1] ?? plain.text.length + 1) - 1);
    return text.length < MOST_OF_AN_ASK && TO_NEXT_STAGE.test(text) && !NOT_ASKED.test(text);
  });
  const sentence = plain.sentences[at];
  return sentence ? { text: sentence.text, start: sentence.start, end: sentence.end } : null;
}

const MOST_OF_AN_ASK = 200;
const TO_NEXT_STAGE =
  /\b(?:please|pls|kindly|want|wants|would like|wish|can|could|ask|asking|request|requesting)\b[^.!?]{0,60}\b(?:(?:stage|step) (?:two|three|2|3)|next stage|escalat\w+)\b|^(?:escalate|take) (?:this|it|my|the)\b[^.!?]{0,60}\b(?:stage|escalat)/;
const NOT_ASKED = /\b(?:not|never|without|told|said|whether|how|if)\b|n't\b/;

function scoreOf(text: string): number {
  const short = text.slice(0, 400);
  if (asksForAnAnswer(short) || (GOES_ON.test(short) && short.length < 140)) return 0.5;
  let score = 0;
  if (WANT.test(short) && !NO_WANT.test(short)) score += 2;
  if (PLEASE.test(short)) score += 1.5;
  if (ASK.test(short)) score += 1;
  return score > 0 && ACTION.test(short) ? score + 1 : score;
}
