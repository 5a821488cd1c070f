import type { PlainText } from './plain-text.ts';

/*
 * What a message itself says of the choice to complain (West Kent 3.4, Code 1.3). A word like "formal complaint" is in "I do
 * not want to make a formal complaint" too, and in "if nobody comes I will complain": neither is a choice that was made.
 */

/** That a complaint is asked for, or that it isn't wanted, and where in the plain text that stands. */
export interface ChoiceInWords {
  readonly said: 'asked' | 'declined';
  readonly place: number;
}

/** A complaint is asked for, or the message says that it is one. */
const ASKS =
  /\b(?:i|we)(?:'[a-z]+)? (?:\w+ ){0,4}(?:to )?(?:formally |officially )?(?:mak(?:e|ing)|rais(?:e|ing)|lodg(?:e|ing)|log|logging|regist(?:er|ering)|put(?:ting)? in|submit|submitting|open|start|file|filing) (?:(?:a|an|my|this|it|as) ){0,3}(?:\w+ ){0,2}complaint\b|\b(?:i|we)(?:'[a-z]+)? (?:\w+ ){0,2}(?:like|wish|want|need|have|writing|emailing|ringing|calling|am|here) to (?:formally |officially |make an? )?complain(?:t)?\b|\b(?:want|wish|like|need|expect) (?:this|it|that) (?:to be )?(?:\w+ ){0,3}(?:a|an) (?:\w+ ){0,2}complaint\b|\b(?:please|kindly|you|and|also) (?:please |also )?(?:treat|log|register|accept|take|consider|record|raise|open|regard) (?:\w+ ){0,4}(?:a|an|my) (?:\w+ ){0,2}complaint\b|\bthis (?:email |letter |message )?is (?:a|my|an) (?:\w+ ){0,3}complaint\b|^(?:formal )?complaint (?:about|against|re|regarding)\b|^(?:\w+ )?(?:formal|official) complaint\b|^(?:type|kind|nature|category)(?: of \w+)?: ?complaint\b/gm;

/** Where a note or a relative tells that somebody asks for one: "rang again, v. upset, wants to make a complaint". */
const ASKS_FOR_THEM =
  /(?:\b(?:wants|wishes|wanting|wishing|asks|asked|asking|requests|requested|requesting|insists on|insisting on|insisted on|demands|demanding)|(?:\b(?:she|he|they|caller|customer|cust|tenant|tnt|tt|resident|client|leaseholder|(?:mr|mrs|ms|miss|dr) [a-z'-]+|and|but)(?: \w+)? would|(?:^|[.;,] ?)would|'d) like) (?:(?:to )?(?:formally |officially )?(?:mak(?:e|ing)|rais(?:e|ing)|lodg(?:e|ing)|log|logging|regist(?:er|ering)|put(?:ting)? in|submit(?:ting)?|open(?:ing)?|fil(?:e|ing)) (?:(?:a|an|this|it|as|his|her|their) ){0,3}(?:\w+ ){0,2}complaint\b|(?:to )?(?:formally |officially )?complain\b|(?:for )?(?:this|it|that|same) (?:\w+ ){0,4}as (?:a|an) (?:\w+ ){0,2}complaint\b|(?:for )?(?:a |an )?(?:\w+ ){0,2}complaint (?:to be |be )?(?:logged|logging|raised|raising|opened|opening|registered|lodged|recorded)\b)/gm;

const NEGATED = String.raw`(?:not|never|dont|don't|didnt|didn't|doesn't|isn't|isnt|aren't|wasn't|wouldn't|wouldnt|won't|wont|nor|without|rather than|instead of|no (?:wish|intention|desire|need|reason|plans?) (?:of|to|for)|rather not|prefer not)`;

/** A complaint isn't wanted, or the message says that it is none. */
const DECLINES = new RegExp(
  [
    String.raw`\b${NEGATED} (?:(?:to|a|an|be|being|want|wanted|wanting|wish|wished|wishing|like|trying|looking|going|asking|after|for|here|writing|need|intend|mean|have|this|that|it|me|us|you|you to|please|make|making|go|through|down|the|raise|raising|lodge|lodging|log|logged|logging|register|registered|record|recorded|treat|treated|count|counted|taken|take|put|in|file|submit|start|open|as|any|formal|formally|official|officially|actual|proper|big|route|of|really|necessarily|at|all|currently|yet|just) ){0,9}(?:complain|complaining|complaint|complaints)\b(?! (?:was|were|has|had|is|to be|that|from|about me|response|handled|answered|dealt))`,
    String.raw`\bno (?:formal |official )?complaints? (?:(?:is |are )?(?:wanted|needed|intended|necessary|meant|required)|please|from me|here|as such|at (?:this|the) (?:stage|moment))\b`,
    String.raw`\bcomplain(?:t|ing)? (?:is not|isn't|isnt|is the last thing|was not) (?:what )?(?:i|we|wanted|needed|what|my|intended)\b`,
    String.raw`\b(?:hate|loath|reluctant|not one|not the (?:type|sort|kind)|last thing i want is) to (?:\w+ ){0,3}complain(?:t)?\b`,
  ].join('|'),
  'g',
);

/** Before an ask in the same sentence: it is a threat, a question or somebody else's word. */
const ONLY_IF =
  /\b(?:if|unless|or|otherwise|else|before|until|how|whether|can|could|may|should|might|do (?:i|we)|would|told|said|advised|suggested|next time|when|where)\b(?! like| you| u)[^.!?;]{0,80}$/;
/** After one, likewise. */
const IF_AFTER = /^[^.!?;\n]{0,12}\b(?:if|unless)\b/;
/** Before one made for somebody: as above, or nobody in particular asks it, or it was put to them. */
const ONLY_SAID =
  /\b(?:if|unless|or|otherwise|else|before|until|how|whether|should|when|where|who|which|anyone|anybody|somebody|someone|nobody|no one|none|any|every|each|a (?:resident|tenant|customer|caller|leaseholder|neighbour)|residents|tenants|customers|people|no longer|never|nor|neither|hardly|was|were|been|being|next time)\b[^.!?;]{0,80}$/;
/** How far before an ask its sentence is looked at. */
const NEAR = 120;

/**
 * What the message says of it: an ask that stands for itself outweighs every hesitation before and after it. Null where
 * nothing is said of it, or a complaint is only threatened or asked about.
 */
export function choiceSaidIn({ text }: PlainText): ChoiceInWords | null {
  const declined = [...text.matchAll(DECLINES)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  for (const [asks, onlyIf] of [
    [ASKS, ONLY_IF],
    [ASKS_FOR_THEM, ONLY_SAID],
  ] as const) {
    for (const { index, 0: words } of text.matchAll(asks)) {
      const end = index + words.length;
      if (declined.some((no) => no.start < end && no.end > index)) continue;
      const line = text.slice(Math.max(0, index - NEAR), index);
      const before = line.slice(Math.max(line.lastIndexOf('\n'), line.lastIndexOf('.')) + 1);
      if (!onlyIf.test(before) && !IF_AFTER.test(text.slice(end, end + 20))) return { said: 'asked', place: index };
    }
  }
  const [first] = declined;
  return first ? { said: 'declined', place: first.start } : null;
}

/** Whether a stretch of plain text says that a complaint isn't wanted: how it goes on, and no outcome. */
export function saysNoComplaint(text: string): boolean {
  return text.search(DECLINES) >= 0;
}

/** What a message itself said of the choice, in words for an officer; null where it said nothing. */
export function choiceInShort(said: ChoiceInWords['said'] | null): string | null {
  if (said === null) return null;
  return said === 'asked' ? 'asked for in the message' : 'they would rather not; the letter still offers it';
}
