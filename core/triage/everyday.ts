import type { Hazard, HazardKind } from './verdict.ts';

/*
 * Turns of phrase in which the words of a danger name none: a dripping tap, a loose toilet seat, somebody who was shocked by
 * a letter. Each is about the words and what stands with them; what adds a danger to them is named beside it. They only keep
 * a warning from being shown; both readers weigh the words as before.
 */

interface Everyday {
  readonly kinds: readonly HazardKind[];
  readonly pattern: RegExp;
  /** Words in the same sentence by which it is a danger after all. */
  readonly unless?: RegExp;
}

const EVERYDAY: readonly Everyday[] = [
  {
    kinds: ['water-leak'],
    pattern:
      /\b(?:drip|drips|dripping|dripped|leaky|leaking)(?: \w+){0,3} (?:taps?|shower ?heads?|hose(?:pipe)?)\b|\b(?:taps?|shower ?heads?|hose(?:pipe)?)(?: \w+){0,4} (?:drip|drips|dripping|dripped)\b/gi,
    unless: /\b(?:ceiling|electric\w*|sockets?|lights?|flood\w*|through|pour\w*|downstairs)\b/i,
  },
  {
    kinds: ['water-leak', 'no-heating', 'no-water', 'electrics', 'security', 'structure'],
    pattern:
      /\b(?:thanks?|thank you|grateful)(?: \w+){0,6} (?:fix|fixing|sort|sorting|mend|mending|repairing|replacing|seeing to)(?: out)?(?: \w+){1,4}/gi,
    unless: /\b(?:not|never|but|still|again|no|would be|could|if)\b|n['’]t\b/i,
  },
  {
    kinds: ['structure', 'security'],
    pattern: /\b(?:fence|fences|fencing|fence panels?|garden gates?)\b/gi,
    unless:
      /\b(?:hurt|injur\w*|nails?|kids?|child\w*|toddler|baby|road|railway|main|drop|fell on|hit|wire|sharp|dog|secure|unsafe|dangerous|intruders?|burgl\w*)\b/i,
  },
  {
    kinds: ['structure', 'security', 'other'],
    pattern: /\b(?:fell|fall|falls|fallen|falling) out(?: \w+){0,2} (?:with|over|about)\b|\bkick(?:ed|ing|s)? off\b/gi,
  },
  {
    kinds: ['structure', 'other'],
    pattern:
      /\b(?:cut|cutting|trim|mow|prune)(?: (?:back|down|the|that|those|our|my|your|a|some))*(?: \w+)? (?:hedges?|hedging|grass|lawns?|bush(?:es)?|branch(?:es)?|brambles|ivy|shrubs?|weeds)\b|\btrees?(?: \w+){0,2} (?:drop|drops|dropped|dropping) (?:\w+ )?(?:leaves|fruit|berries|needles|sap|seeds|blossom)\b/gi,
  },
  { kinds: ['no-water', 'sewage'], pattern: /\b(?:toilet|loo|bog) (?:seat|seats|roll|rolls|lid|brush)\b/gi },
  {
    kinds: ['no-heating', 'gas'],
    pattern:
      /\bgas (?:man|bill|bills|meter|safety|check|checks|inspection|certificate|service|servicing|appointment|account)\b/gi,
    unless: /\b(?:boilers?|heating|radiators?|rads?|heaters?|smell\w*|leak\w*|freez\w*|cold|hot water|capped|off)\b/i,
  },
  {
    kinds: ['electrics'],
    pattern:
      /\b(?:bath|sink|basin) plugs?\b|\bplugs? (?:in|for|of|to) (?:the|my|our|a) (?:bath|sink|basin)\b|\b(?:street|traffic|christmas|fairy|security|head)[ -]?lights?\b|\bin (?:the |this )?light of\b|\blight of day\b|\b(?:objections?|objects?) to(?: \w+){0,3} lights?\b|\bswitch(?:ed|es|ing)? (?:(?:my|our|your|the|payment|appointment) )*(?:payments?|dates?|days?|appointments?|suppliers?|providers?|accounts?|rooms?|slots?|to|over)\b/gi,
    unless: /\b(?:spark\w*|burn\w*|smok\w*|bare|live|wires?|wiring|cables?|sockets?|fuse\w*|wet|water)\b/i,
  },
  {
    kinds: ['electrics'],
    pattern:
      /\bshocked (?:by|at|to|that|how|when (?:i|we) (?:read|saw|heard|got|opened))\b(?:[^.!?\n]{0,80}\bswitch)?/gi,
    unless: /\b(?:sockets?|wires?|wiring|cables?|fuse\w*|electric\w*|touch\w*|plugs?)\b/i,
  },
  {
    kinds: ['other'],
    pattern:
      /\bpress(?:ed|ing)? (?:the |a )?(?:\w+ )?button(?: \w+){0,4} (?:app|website|site|form|page|phone|portal|email|remote|screen)\b/gi,
  },
  {
    kinds: ['security'],
    pattern: /\b(?:playing|play|played|cricket|rounders|baseball) (?:\w+ ){0,4}bats?\b|\bbat and ball\b/gi,
    unless: /\b(?:threat\w*|swung|hit|hitting|smash\w*|attack\w*|door)\b/i,
  },
  {
    kinds: ['fire'],
    pattern: /\b(?:barbecues?|bbqs?)\b/gi,
    unless:
      /\b(?:balcon\w*|indoors?|inside|hall\w*|landing|stair\w*|cladding|canister\w*|bottles?|fire|flames?|flat)\b/i,
  },
  {
    kinds: ['damp-and-mould'],
    pattern:
      /\b(?:paint\w*|colou?rs?|shade|horrible|lovely|lurid|decorat\w*)(?: \w+){0,4} green\b|\bgreen (?:\w+ ){0,2}(?:paint\w*|colou?r|wallpaper|shade)\b/gi,
    unless: /\b(?:mou?ld\w*|damp\w*|mildew|fungus|patch\w*|spots?|stuff|fur\w*|wet)\b/i,
  },
];

/** A sentence longer than this is looked at only near the words. */
const AROUND = 160;

/** The dangers less those that stand in an everyday turn of phrase. */
export function withoutEveryday(hazards: readonly Hazard[], text: string): readonly Hazard[] {
  return hazards.filter((hazard) => !isEveryday(hazard, text));
}

function isEveryday({ kind, start, end }: Hazard, text: string): boolean {
  const from = start - (/[^.!?\n]*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0].length ?? 0);
  const rest = /^[^.!?\n]*/.exec(text.slice(end, end + AROUND))?.[0].length ?? 0;
  const sentence = text.slice(from, end + rest);
  return EVERYDAY.some(
    ({ kinds, pattern, unless }) =>
      kinds.includes(kind) &&
      !(unless?.test(sentence) ?? false) &&
      [...sentence.matchAll(pattern)].some(
        (match) => from + match.index < end && from + match.index + match[0].length > start,
      ),
  );
}
