import { upperFirst } from '../date-words.ts';
import type { Sentence } from '../reading/reading.ts';
import { SAYS_NOTHING } from './evidence.ts';
import type { Features } from './features.ts';
import type { Point } from './verdict.ts';

const MOST_POINTS = 6;

/** From which logit a sentence is a point: rather one too many, which an officer takes out, than one that nobody misses. */
const POINT_FROM = -0.4;
/** From which a sentence goes with the one before it, which it points back to. */
const GOES_ALONG_FROM = -1.6;

/** From which one that says what is wrong with the home is a point, though nobody is blamed in it. */
const FAULT_FROM = -2.4;

/** A sentence of more words than this names its matter by itself. */
const MOST_DANGLING_WORDS = 12;

/** How many characters sentences that belong together may have. */
const MOST_JOINED = 400;

/**
 * Words that say that something happened, when, or what to think of it, but never what: a sentence of nothing else ("I
 * reported it the same day", "Nobody came") is about the matter of the sentence before it.
 */
const NAMES_NO_MATTER: ReadonlySet<string> = new Set([
  ...SAYS_NOTHING,
  ...[
    'one ones thing am isn wasn aren weren having hasn haven hadn done doing don doesn didn won wouldn cant',
    'cannot couldn shall should shouldn might must need want wants not no never none nothing nobody noone neither',
    'nor yet still again already even just only really very too quite id ill thats dont didnt doesnt isnt wasnt',
    'hasnt havent wont wouldnt couldnt shouldnt t s m d ve re ll but why because about into up out off over all',
    'any some each every both other another same first second third fourth fifth sixth once twice time times day',
    'days week weeks month months year years hour hours today yesterday tomorrow morning afternoon evening night',
    'ago since until before after later now soon long enough more less far away ever always last next two three',
    'four five six seven eight nine ten eleven twelve came come comes coming turned turn turns showed show shows',
    'shown arrived arrive appeared appear went go goes gone rang ring called call calls phoned phone emailed',
    'email wrote write written texted text reported report reports told tell said say says saying asked ask',
    'asking complained complain complaining chased chase chasing explained promised promise promises heard hear',
    'hearing reply replied replies response responded respond answer answered answers back wait waited waiting',
    'waits happened happen happens happening fixed fix sorted sort mended resolved contact contacted good fair',
    'right wrong acceptable unacceptable ridiculous disgusting disgraceful appalling joke terrible awful shocking',
    'happy unhappy pleased annoyed angry upset fed disappointed think feel believe know expect hope please sorry',
    'thank thanks someone somebody anyone anybody everyone people person lady man woman chap bloke',
  ].flatMap((words) => words.split(' ')),
]);

/** "He said …", "It was …": who or what is said in the sentence before. */
const POINTS_BACK = /^(?:it|he|she|they|this|that|these|those)(?:['’]\w+)?\s/i;
/** "This is the third time I have written about the leak": what it points to stands in the same sentence. */
const COUNTS_TIMES =
  /^(?:it|this|that)(?:['’]s| is| was| will be| makes)(?: now)? (?:the|my|our|a) (?:\w+ )?(?:\w+ )?(?:time|email|letter|call|report|visit|winter|complaint)\b/i;
const GREETING = /^(?:dear|hi|hiya|hello|good (?:morning|afternoon|evening)|to whom)\b/i;

/** Words that greet, before the matter in the same sentence. */
const SALUTATION =
  /^(?:(?:dear|hi|hiya|hello|good (?:morning|afternoon|evening))(?: \p{L}[\p{L}'’-]*){0,3} ?[,!.:]|hi there[,!]?|to whom it may concern[,.:]?)\s+(?=\S)/iu;

/** A part of a home. */
const PART_OF_A_HOME =
  /\b(?:ceilings?|walls?|floors?|floorboards?|carpets?|windows?|doors?|frames?|roofs?|gutters?|kitchens?|bathrooms?|bedrooms?|living room|lounge|hall|landing|toilets?|showers?|baths?|sinks?|taps?|pipes?|drains?|boilers?|radiators?|heating|hot water|sockets?|lights?|plaster|wallpaper|paint|units?|cupboards?|worktops?|tiles?|stairs?|steps?|gates?|fences?|lifts?|intercom|locks?)\b/i;
/** What may be wrong with it, now. */
const AT_FAULT =
  /\b(?:soft|stain(?:s|ed)?|spongy|black|mou?ld\w*|damp|wet|soaked|sodden|leak(?:s|ing)|drip(?:s|ping)|rotten|rotting|crack(?:s|ed|ing)|broken|collaps\w+|bulg\w+|sagging|peel(?:s|ing)|rust\w*|blistered|blown|warped|swollen|loose|jammed|stuck|holes?|flood(?:ed|ing)|ruined|damaged|missing|bare|freezing|stone cold|unusable|unsafe|dangerous|(?:does|do|will|can) ?(?:n['’]t|not) (?:\w+ )?(?:work|open|close|shut|lock|flush|drain|heat|fit|turn)|won['’]t (?:\w+ )?(?:work|open|close|shut|lock|flush|drain|heat|turn)|(?:isn['’]t|not) working|no (?:heating|hot water|power|light))\b/i;
/** It is asked for, over, supposed or somebody else's. */
const NOT_A_FAULT =
  /\b(?:please|want|wants|would like|could you|can you|need you|fixed|mended|repaired|replaced|sorted|thanks?|thank you|lovely|if|might|neighbou?r['’]?s?|next door|used to|was)\b|\?/i;

function namesAFault(sentence: string): boolean {
  const short = sentence.slice(0, MOST_JOINED);
  return PART_OF_A_HOME.test(short) && AT_FAULT.test(short) && !NOT_A_FAULT.test(short);
}

/**
 * The matters complained of, in the order of the text: the sentences that show dissatisfaction, each with the one before it
 * where it doesn't say itself what it is about. `text` is the new text that the sentences are spans of.
 */
export function pointsOf(features: Features, logits: readonly number[], text: string): readonly Point[] {
  const { sentences } = features.plain;
  const best = Math.max(...logits);
  const isPoint = (at: number): boolean => {
    const logit = logits[at] ?? 0;
    return logit === best || logit > POINT_FROM || (logit > FAULT_FROM && namesAFault(sentences[at]?.text ?? ''));
  };
  const strong = [...logits.keys()]
    .filter(isPoint)
    .sort((left, right) => (logits[right] ?? 0) - (logits[left] ?? 0))
    .slice(0, MOST_POINTS)
    .sort((left, right) => left - right);

  const groups: { from: number; to: number }[] = [];
  for (const at of strong) {
    const from = beginning(sentences, at);
    const to = ending(sentences, logits, { from, at });
    const before = groups.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else groups.push({ from, to });
  }
  // What is about nothing that stands before it says only that something is wrong: other points say what.
  const told = groups.filter(({ from }) => !dangles(sentences[from]?.text ?? ''));

  const seen = new Set<string>();
  return (told.length > 0 ? told : groups).flatMap(({ from, to }): readonly Point[] => {
    const first = sentences[from];
    const end = sentences[to]?.end;
    if (first === undefined || end === undefined) return [];
    const start = first.start + (SALUTATION.exec(first.text)?.[0].length ?? 0);
    const point = text.slice(start, end);
    const short = inShort(point);
    if (seen.has(short.toLowerCase())) return [];
    seen.add(short.toLowerCase());
    return [{ text: point, start, end, short }];
  });
}

/** Where the point begins that sentence `at` is of: with itself, or with the sentence that says what it is about. */
function beginning(sentences: readonly Sentence[], at: number): number {
  const end = sentences[at]?.end ?? 0;
  let from = at;
  while (from > 0 && dangles(sentences[from]?.text ?? '')) {
    const before = sentences[from - 1];
    if (!before || GREETING.test(before.text) || end - before.start > MOST_JOINED) return at;
    from -= 1;
  }
  return from;
}

/** Where it ends: with the sentences after it that point back to it ("He shouted at me"). */
function ending(
  sentences: readonly Sentence[],
  logits: readonly number[],
  { from, at }: { readonly from: number; readonly at: number },
): number {
  const start = sentences[from]?.start ?? 0;
  let to = at;
  for (;;) {
    const next = sentences[to + 1];
    const goesAlong = next && POINTS_BACK.test(withoutFiller(next.text)) && (logits[to + 1] ?? 0) > GOES_ALONG_FROM;
    if (!goesAlong || next.end - start > MOST_JOINED) return to;
    to += 1;
  }
}

/** Whether a sentence leaves what it is about to the one before it. */
function dangles(sentence: string): boolean {
  const short = withoutFiller(sentence);
  if (POINTS_BACK.test(short) && !COUNTS_TIMES.test(short)) return true;
  const words = short.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length <= MOST_DANGLING_WORDS && words.every((word) => NAMES_NO_MATTER.has(word));
}

const FILLER =
  /^(?:(?:dear|hi|hiya|hello)\b[^,.!]{0,40}[,.!]|(?:so|well|and|but|also|anyway|right|ok|okay|now|just|basically|plus|then|to be (?:honest|fair)|as i (?:said|say)|as you know|look|honestly|actually|frankly|in addition|furthermore|secondly|firstly|finally)\b[,:]?|(?:i am|i'm|im) (?:writing|emailing|contacting you|getting in touch) (?:to (?:complain|say|let you know|tell you)(?: about| that)?|about|because|regarding|concerning)|i (?:would like|want|wish) to (?:\w+ ){0,2}complain (?:about|that|of)|[-–•*\d.)]{1,4})\s+/i;
const SHORT = 140;

/** A sentence without its leading fillers, in 140 characters at most. */
export function inShort(sentence: string): string {
  const short = upperFirst(withoutFiller(sentence));
  if (short.length <= SHORT) return short;
  const cut = short.slice(0, SHORT - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT / 2)).replace(/[,;:]$/, '')}…`;
}

function withoutFiller(sentence: string): string {
  let short = sentence.replace(/\s+/g, ' ').trim();
  for (let round = 0; round < 3; round++) {
    const rest = short.replace(FILLER, '');
    if (rest.length < 8) break;
    short = rest;
  }
  return short;
}
