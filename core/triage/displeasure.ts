import type { PlainText } from './plain-text.ts';
import type { Speaker } from './verdict.ts';

/*
 * The writer's own displeasure said in plain words: "I am fed up", "not good enough". With something of the landlord's in the
 * same breath it is an expression of dissatisfaction, however short, and whatever the writer calls it: the Code asks for
 * neither the word nor the wish to complain. So is what was told more than once, and nobody came.
 */

const ADVERB =
  '(?:(?:so|very|really|just|now|getting|becoming|feeling|absolutely|completely|thoroughly|totally|utterly|extremely|beyond|rather|quite|pretty|more than|frankly|honestly|still|also|all|both|deeply|bitterly|increasingly|truly|most|at all|too|well|proper|right|bloody|to say the least|simply) ){0,3}';
const FEELS = `(?:fed up|fed-up|cheesed off|sick (?:and tired )?of|sick to (?:the|my) (?:back )?teeth|unhappy|dissatisfied|disappointed (?:with|by|in|at|that|to)|(?:not|never) ${ADVERB}(?:happy|pleased|impressed|satisfied))`;

/** What somebody feels now; what they felt, would or might feel says nothing of today. */
const OWN = `(?:(?:i|we)(?:'m| am|'re| are| feel| remain|m) ${ADVERB}${FEELS}|(?:i've|i have|we've|we have|ive) ${ADVERB}had (?:just about |quite |more than )?enough(?: of (?:this|it|all|you|your|the|being|waiting|asking|ringing|chasing|living)\\b| now\\b|[.!,;]|$))`;
/** The same without a person: of what is the matter, not of what would be. */
const NOT_GOOD_ENOUGH =
  "(?:it|this|that|which|service|really|simply|just)(?:'s| is| was| has been)? (?:really |simply |just |frankly |quite )?(?:not|isn't|isnt|wasn't) (?:really |simply |just |anywhere near |nearly )?good enough";
const DISPLEASED = new RegExp(`\\b(?:${OWN}|${NOT_GOOD_ENOUGH})`);

const MORE_THAN_ONCE =
  '(?:twice|again(?: and again)?|over and over|(?:two|three|four|five|six|several|many|so many|\\d{1,2}) times|(?:every|each) (?:day|week|morning))';
/** Told again and again, and nobody came or answered: said as a fact, it is a reproach all the same. */
const IN_VAIN = new RegExp(
  `\\b(?:i|we)(?:'ve| have)? (?:already |now |since )?(?:rang|rung|phoned|called|emailed|texted|written|wrote|messaged|asked|chased|reported (?:it|this|that|them)|told (?:you|them)) (?:you |in |up |it |this |about it |to you |the office ){0,2}${MORE_THAN_ONCE}(?: now| already)?,? (?:and|but|yet)(?: still)? (?:nobody|no one|no-one|noone|not one (?:person|of you)|nothing)\\b`,
);
const OWN_DOING = /\b(?:wrong number|my (?:own )?fault|my mistake|i was out|out of hours|bank holiday)\b/;
const OF_A_DANGER = /\b(?:gas|carbon monoxide|smoke|alarms?|electric\w*|sparks?|flood\w*|sewage|water)\b/;

/** Before or around the words: somebody denies it, supposes it, or says it of another time. */
const NOT_MEANT =
  /\b(?:if|unless|in case|not that|don't think|dont think|would|wouldn't|might|no longer|used to|when i was|so that i|until i|before i) (?:\w+ ){0,4}(?:i|we|it|this|that)(?:'m|'re|'s| am| are| is| was| get| feel)?\b|\b(?:not|never|isn't|aren't|no longer|far from|don't (?:want|mean) to (?:sound|seem|be)) (?:\w+ ){0,2}(?:fed up|sick of|unhappy|dissatisfied|disappointed|annoyed|angry|furious|frustrated|a disgrace|ridiculous|unacceptable)/;

/** The words of somebody else, or of nobody: quoted, or typed to try a form. */
const NOT_ONES_OWN = /"[^"\n]{0,80}$/;
const TRIES_A_FORM =
  /\b(?:test(?:ing)? (?:only|message|please|pls|ignore)|(?:this is|just) (?:a|another) test|ignore this|prawf)\b/;

/** Whom else it may be said of: somebody or something that isn't the landlord's to answer for. */
const OF_ANOTHER =
  /\b(?:neighbou?rs?'?|next door|upstairs|downstairs|opposite|(?:his|her|their|that) (?:dogs?|kids|music|parties|mates|visitors|builders?)|dogs?|barking|hearing (?:it|him|her|them)|through the wall|nois[ey]\w*|shouting|parties|smok(?:e|ing) (?:in|on|outside|weed)|youths?|not asking you|nothing to do with you|cannabis|weed smell|weather|rain|snow|heatwave|news|football|job|boss|college|my ex|of (?:them|him|her|those)|roads|husband|boyfriend|girlfriend|benefits? office|dwp|universal credit|pip|job ?centre|gp|doctors?|hospital|nhs|lender|mortgage|police|council|highways|school|energy (?:company|supplier|firm)|water (?:company|board)|royal mail|courier|amazon|bank|broadband|virgin|sky|insurer|myself|retire\w*|sorry to (?:hear|see))\b/;

/** What homes, tenancies and their upkeep are made of. */
const OF_A_HOME =
  /\b(?:housing (?:officer|association)|landlord|repairs?|repaired|contractors?|engineers?|plumbers?|electricians?|joiners?|roofers?|surveyors?|inspectors?|caretakers?|wardens?|appointments?|complaints?|lifts?|boilers?|heating|radiators?|hot water|windows?|doors?|roofs?|gutters?|ceilings?|walls?|kitchens?|bathrooms?|toilets?|showers?|taps?|leak\w*|damp|mou?ld|drains?|sockets?|intercom|entry ?phone|gates?|fences?|fencing|stairs?|stairwell|communal|bins?|bin store|grass|gardens?|gardeners?|cleaners?|car park|lights?|lighting|scaffold\w*|rent|service charges?|tenancy|fob|pest|mice|rats)\b/;

const SPOKEN_TO = /\b(?:you|your|yours|yous|ur|yourselves)\b/;

/** Who may be displeased with the landlord in their own name. */
const MAY_BE: ReadonlySet<Speaker> = new Set(['resident', 'on-behalf']);

/** Where the writer says plainly that they are displeased, and how sure it is that it is with something of the landlord's. */
export interface Displeasure {
  /** Which sentence says it. */
  readonly at: number;
  /** A thing of the landlord's is named beside it, and not only somebody spoken to: mail for another speaks to others too. */
  readonly isOfOurs: boolean;
}

/** The first sentence in which the writer says plainly that they are displeased with the landlord's doing; null where none does. */
export function displeasureIn({ text, starts }: PlainText, speaker: Speaker): Displeasure | null {
  if (!MAY_BE.has(speaker) || !(DISPLEASED.test(text) || IN_VAIN.test(text)) || TRIES_A_FORM.test(text)) return null;
  const sentences = starts.map((start, at) => text.slice(start, (starts[at + 1] ?? text.length + 1) - 1));
  let spoken: Displeasure | null = null;
  for (const [at, sentence] of sentences.entries()) {
    if (isInVain(sentence, text)) return { at, isOfOurs: true };
    const match = DISPLEASED.exec(sentence);
    if (!match || NOT_MEANT.test(sentence) || NOT_ONES_OWN.test(sentence.slice(0, match.index))) continue;
    const around = [sentences[at - 1], sentence, sentences[at + 1]].join('\n');
    if (OF_ANOTHER.test(around)) continue;
    if (OF_A_HOME.test(around)) return { at, isOfOurs: true };
    if (spoken === null && SPOKEN_TO.test(around)) spoken = { at, isOfOurs: false };
  }
  return spoken;
}

function isInVain(sentence: string, text: string): boolean {
  return (
    IN_VAIN.test(sentence) &&
    !OWN_DOING.test(sentence) &&
    !OF_ANOTHER.test(sentence) &&
    (OF_A_HOME.test(text) || OF_A_DANGER.test(text))
  );
}
