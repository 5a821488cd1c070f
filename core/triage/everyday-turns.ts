import { HAZARDS, type HazardKind } from './verdict.ts';

/*
 * Turns of phrase in which the words of a danger name none: a dripping tap, a loose toilet seat, somebody who was shocked by
 * a letter. Each is about the words and what stands with them; what adds a danger to them is named beside it. They only keep
 * a warning from being shown; both readers weigh the words as before.
 */

/** A turn of phrase in which words of these kinds of danger name none. */
export interface Everyday {
  readonly kinds: readonly HazardKind[];
  readonly pattern: RegExp;
  /** The words needn't stand in the turn itself: all of its sentence is meant so. */
  readonly isOfSentence?: true;
  /** Words in the same sentence by which it is a danger after all. */
  readonly unless?: RegExp;
  /** Words anywhere in the message by which it goes on. */
  readonly unlessAnywhere?: RegExp;
}

/** Whoever says it, and of whatever home: these are never let go. */
const NEVER_LET_GO: ReadonlySet<HazardKind> = new Set(['gas', 'carbon-monoxide', 'fire']);

/** Kinds that are let go where they are another's, over, or talked about. */
const POSSIBLY_ANY = HAZARDS.filter((kind) => !NEVER_LET_GO.has(kind));

export const EVERYDAY: readonly Everyday[] = [
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
  {
    kinds: ['security', 'structure'],
    pattern:
      /\bwindow[ -]?clean\w*|\bwindows? down\b|\b(?:out|out of|through|from) (?:the|my|a|his|her|our|their) (?:\w+ )?window\b|\bwindow (?:box|boxes|seat|sill|shopping)\b/gi,
    unless:
      /\b(?:threw|throw\w*|thrown|climb\w*|fell|fall\w*|jump\w*|put|smash\w*|broken|brick\w*|stone|lock\w*|latch|catch|hinge\w*)\b/i,
  },
  {
    // Where somebody goes, not what has come off.
    kinds: ['structure', 'security'],
    pattern:
      /\b(?:came|come|comes|coming|went|go|goes|going|walk\w*|got|get|getting|step\w*|head\w*|up and|out on|look\w*|sent|back) (?:\w+ ){0,2}(?:off|out|down|on|to|onto|up|along)(?: (?:of|to|on|onto))* (?:the|that|my|her|his|our|their|your|a|this) (?:\w+ ){0,2}(?:stairs?|staircase|steps?|path|landing|bridge|road|gate|door|lounge|lift)\b/gi,
    unless:
      /\b(?:fell|fall\w*|slip\w*|trip\w*|missed|loose|broken|rotten|collapsed?|crack\w*|hurt|injur\w*|unsafe|dangerous|dark|ic[ey]|handrail|rail|lost)\b/i,
  },
  {
    kinds: ['security', 'fire'],
    pattern:
      /\b(?:petrol (?:money|costs?|prices?|station)|(?:cost|price) of petrol|mack the knife|butter knife|knife and fork|by a needle)\b/gi,
  },
  {
    // Care that comes, and tablets that are taken.
    kinds: ['other'],
    pattern: /\b(?:carers?|tablets|meds|medication)\b/gi,
    unless:
      /\b(?:no|without) (?:\w+ ){0,2}(?:carers?|tablets|meds|medication|insulin|oxygen)\b|\b(?:carers?|tablets|meds|medication)(?: \w+){0,4} (?:not (?:\w+ )?(?:given|come|came|been|turned|arrived|had)|(?:have|has|had|did|could|can|do|does)(?:n['’]t| not)|cannot|can['’]t|never|late|missed|stuck|couldn['’]t)\b|\b(?:missed|run out of|not had|hasn['’]t had|haven['’]t had|can['’]t get)\b|\bnobody\b|\bstill (?:in|had|there)\b|\boff (?:her|his|their|my|the)? ?meds\b/i,
  },
  {
    kinds: ['other'],
    pattern:
      /\b(?:will|may|might|could|can|would|not|to) lead\b|\blead (?:petitioner|tenant|officer|contact|time|to|on|the|us|by)\b|\bon (?:a |the |his |her )?leads?\b/gi,
    unless: /\b(?:pipes?|water|paint|test\w*)\b/i,
  },
  {
    // To lift something is no lift.
    kinds: ['lift'],
    pattern:
      /\b(?:to|can|could|can['’]t|cannot|couldn['’]t|won['’]t|didn['’]t|not|must|should|floors?) lifts? (?:the|a|an|my|your|it|up|her|him|his|them|that|when|carpets?|heavy|anything|fire)\b/gi,
    unless: /\b(?:out of (?:order|service|use)|broken|stuck|trapped|wheelchair|use the lift)\b/i,
  },
  {
    kinds: ['no-heating'],
    pattern:
      /\b(?:1[89]|2[0-3]|eighteen|nineteen|twenty(?:-one|-two)?) ?(?:degrees|celsius|°)|\bcold (?:beans|tea|coffee|calls?|callers?|calling|drinks?|dinner|meals?|food|store)\b|\b(?:a|bad|nasty|heavy|stinking|streaming) cold\b(?! (?:house|flat|room|home|bedroom|bath))/gi,
    unless: /\b(?:no|not|without|never|only|minus|freez\w*|broken|boiler)\b|n['’]t\b/i,
  },
  {
    kinds: ['no-water', 'sewage', 'water-leak'],
    pattern:
      /\b(?:down|off) (?:a|the|my|our|that|this) (?:drain|loo|toilet|sink|hill|roof)\b|\bmoney down the drain\b/gi,
    unless: /\b(?:block\w*|overflow\w*|back(?:ed|ing)? up|come up|camera|flood\w*|smell\w*|leak\w*|ceiling|through)\b/i,
  },
  {
    kinds: ['fire'],
    pattern:
      /\bfire (?:risk assessments?|drills?|insurance|alarm tests?|safety (?:week|talk|visit|leaflet))\b|\bsmoke (?:alarms?|detectors?) (?:\w+ ){0,2}(?:tested|fitted|checked|working|replaced|done)\b|\b(?:tested|fitted|checked|replaced) (?:\w+ ){0,3}smoke (?:alarms?|detectors?)\b/gi,
    unless:
      /\b(?:not|never|no|nobody|overdue|out of date|expired|fail\w*|missing|broken|wedged|still|without|panels?|cladding|action plan|danger\w*)\b|n['’]t\b/i,
  },
  {
    // Another home, left behind.
    kinds: POSSIBLY_ANY,
    pattern:
      /\b(?:last|old|previous|former) (?:place|house|flat|home|landlord|address)\b[^.!?\n]{0,90}|[^.!?\n]{0,60}\b(?:in|at) (?:my|our|the|his|her) (?:last|old|previous|former) (?:place|house|flat|home|address)\b/gi,
    unless: /\b(?:still|now|here|again|too|as well|same|this one|your)\b/i,
  },
  {
    // Over and mended.
    kinds: POSSIBLY_ANY,
    pattern:
      /[^.!?\n]{0,80}\b(?:(?:is|was|were|has been|been|got|all) (?:all )?(?:fixed|mended|repaired|sorted|put right|cured|made good)|(?:fixed|mended|repaired|sorted) (?:it|them|mine|ours|that) (?:the same|within|in an|straight|there and|next|that))\b[^.!?\n]{0,40}/gi,
    unless:
      /\b(?:not|never|no|nobody|but|still|again|until|till|needs?|want\w*|should|could|would|if|when|before|except|apart|since|more|supposed|said|says|told|claim\w*|times|twice|please|nothing)\b|n['’]t\b|\?/i,
  },
  {
    // So long, in a year that is named, and told as over: "In January 2024 I was left without a boiler for two weeks".
    kinds: POSSIBLY_ANY,
    isOfSentence: true,
    pattern:
      /\b(?:in|during|back in|over|from) (?:the )?(?:\w+ ){0,2}(?:of )?20\d\d\b[^.!?\n]{0,80}\b(?:was|were|had|went|spent|lived|stood)\b[^.!?\n]{0,80}\b(?:for|of|spent|went|than) (?:\w+ ){0,3}(?:days|weeks|months|nights|fortnight|week|month)\b|\b(?:was|were|had|went|spent|lived|stood)\b[^.!?\n]{0,80}\b(?:for|of|spent|went|than) (?:\w+ ){0,3}(?:days|weeks|months|nights|fortnight|week|month)\b[^.!?\n]{0,40}\b(?:in|during|back in|over) (?:the )?(?:\w+ ){0,2}(?:of )?20\d\d\b/gi,
    unlessAnywhere:
      /\b(?:still|now|again|since|today|tonight|yesterday|currently|at the moment|this (?:week|month|morning|winter)|last (?:night|week)|keeps?|ongoing|has been|have been|(?:is|are|it['’]s) (?:\w+ )?(?:broken|leaking|off|cold|wet|damp|unsafe|not|no))\b|(?:is|are|has|have|does|do)n['’]t\b/i,
  },
  {
    // Washed elsewhere for want of a machine, not of hot water.
    kinds: ['no-heating'],
    isOfSentence: true,
    pattern: /\b(?:washing|laundry)\b[^.!?\n]{0,80}\b(?:machine|washer|dryer|drier)\b/gi,
    unless: /\b(?:boilers?|heating|hot water|cold|freez\w*|radiators?|no water)\b/i,
  },
  {
    // What others write, teach and sell about dangers.
    kinds: POSSIBLY_ANY,
    isOfSentence: true,
    pattern:
      /\b(?:webinars?|newsletters?|conferences?|seminars?|cpd|white ?paper|bulk order|free trial|case stud(?:y|ies)|e-?learning|toolkit|(?:how many|number of) (?:\w+ )?(?:complaints|reports|cases|jobs|properties))\b|% off\b/gi,
  },
];
