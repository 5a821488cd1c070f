import type { ChoiceInWords } from './choice-in-words.ts';
import { sentenceAt, type PlainText } from './plain-text.ts';
import type { Speaker } from './verdict.ts';

/*
 * What needs no weighing: somebody says in so many words that an answer isn't accepted, or that a complaint is to be raised.
 * The first is dissatisfaction whatever else is said. The second may be a retelling, or meant for another organisation: in
 * a text that says much else it settles no verdict, but is always brought to a person.
 */

const COMPLAIN =
  /\b(?:i|we)(?:'[a-z]+)? (?:\w+ ){0,4}(?:to )?(?:formally |officially )?(?:mak(?:e|ing)|rais(?:e|ing)|lodg(?:e|ing)|log|logging|regist(?:er|ering)|put(?:ting)? in|submit|submitting|open|file|filing) (?:a|an|my|this as a)? ?(?:\w+ ){0,3}complaint\b|\b(?:i|we)(?:'[a-z]+)? (?:\w+ ){0,2}(?:like|wish|want|need|have|writing|emailing|ringing|calling|am|here) to (?:formally |officially )?complain\b|\b(?:please|kindly|you) (?:please )?(?:treat|log|register|accept|take|consider|record|raise|open|regard) (?:\w+ ){0,4}(?:a|an|my) (?:\w+ ){0,2}complaint\b|\bthis is (?:a|my|an) (?:\w+ ){0,3}complaint\b|^(?:formal )?complaint (?:about|against|re|regarding)\b/m;

/** "I don't want to make a complaint", "not a complaint": the same words, and the opposite. */
const NOT_COMPLAIN =
  /\b(?:not|never|don't|dont|didn't|wouldn't|rather not|without|no wish|no intention|isn't|isnt) (?:\w+ ){0,5}complain(?:t|ing)?\b|\b(?:not|never|don't|dont|hate|one) (?:\w+ ){0,2}to complain\b/;

const NEXT_STAGE =
  /\b(?:escalat(?:e|ed|ing)|escalation of|take|taken|move|moved|go|goes|progress|referred|refer|proceed|request|want|ask for|asking for) (?:(?:my|this|the|it|our|that|to|a|for|complaint|matter|case|please) ){0,5}(?:stage|step) (?:2|two|ii|3|three)\b|\bescalate (?:my|this|our|the) (?:complaint|case|matter)\b|\b(?:do not|don't|dont|cannot|can't|cant|will not|won't|wont) accept (?:your|the|this) (?:\w+ ){0,4}(?:response|answer|reply|decision|outcome|findings|letter)\b|\b(?:not|un)(?: \w+)? ?(?:happy|satisfied) with (?:your|the|this) (?:\w+ ){0,3}(?:response|answer|reply|decision|outcome|findings)\b/;

/** Papers about complaints are full of these words. */
const SPEAKS_FOR_A_RESIDENT: ReadonlySet<Speaker> = new Set([
  'resident',
  'on-behalf',
  'mp-councillor',
  'solicitor',
  'staff-relay',
]);

/** What somebody may ask for in so many words. */
export type Asked = 'complaint' | 'next-stage';

/**
 * What is asked for in so many words; null where nothing is, or where the speaker only writes about it. `choice` is what the
 * same text says of the choice to complain.
 */
export function explicitAsk({ text }: PlainText, speaker: Speaker, choice: ChoiceInWords | null): Asked | null {
  if (!SPEAKS_FOR_A_RESIDENT.has(speaker)) return null;
  if (NEXT_STAGE.test(text)) return 'next-stage';
  if (choice) return choice.said === 'asked' ? 'complaint' : null;
  return COMPLAIN.test(text) && !NOT_COMPLAIN.test(text) ? 'complaint' : null;
}

/** The sentence in which something is asked for in so many words: it is shown whatever else is. */
export function explicitSentence(plain: PlainText, asked: Asked, choice: ChoiceInWords | null): number {
  const said = asked === 'complaint' ? choice : null;
  const found = (asked === 'next-stage' ? NEXT_STAGE : COMPLAIN).exec(plain.text);
  return sentenceAt(plain, said?.place ?? found?.index ?? 0);
}
