import type { Features } from './features.ts';
import { sentenceAt } from './plain-text.ts';
import type { Hazard, HazardKind } from './verdict.ts';

/*
 * Dangers that are told by what they do, without the words that name them: breath that is seen indoors, a bath that fills
 * from below, a step that somebody fell on; and their names in the languages that residents write beside English. Looked
 * for where none of the known words stands, so that a person is shown what the writer says.
 */

const few = String.raw`(?:\w+ ){0,4}`;
const bone = '(?:wrist|hip|arm|ankle|leg|collarbone)';

/** What tells each kind: each way matches within one line of plain text, in time linear in its length. */
const TELLING: Readonly<Partial<Record<HazardKind, readonly string[]>>> = {
  'no-heating': [
    'see(?:ing)? (?:my|me|your|our|their|his|her|the|wer) (?:own )?breath',
    String.raw`(?:sleep|sleeps|sleeping|sit|sits|sitting|bed|dressed|live|living|eating) (?:\w+ ){0,2}(?:coats?|hats?|gloves|jumpers?|woolly|dressing gowns?)`,
    '(?:two|three|four|[2-9]|wearing) (?:jumpers|coats|cardigans|pairs of socks)',
    String.raw`nothing (?:\w+ ){0,3}(?:keeping|keeps|kept) (?:\w+ ){1,3}warm`,
    'fan heaters?',
    `heatin ${few}(?:off|out|gone|down)`,
    String.raw`(?:bath|baths|bathe|bathed|bathing|shower|showered|wash|washed|washing) ${few}at (?:\w+ )?(?:nans?|nanas?|mums?|sisters?|sister's|mother's|gym|neighbours?|school)`,
    `shower ${few}cold`,
    String.raw`ogrzewani\w+|kaloryfer\w*|zimno|căldur\w+|caldura|căldură|calorifer\w*|aquecimento|aquecedor\w*|gwres|gwresogi`,
    'boiler (?:kharab|band|nahi)|heating (?:kharab|band|nahi|nie|nu|não)|garam pani (?:nahi|nai)',
    'হিটিং|تدفئة|التدفئة|سخان|السخان|ہیٹنگ|ہیٹر',
  ],
  sewage: [
    String.raw`(?:coming|comes|come|came|comin|rising|bubbling) (?:back )?up (?:\w+ ){0,3}(?:bath|shower|sink|plughole|drain|drains|yard|grass|tray|manhole|toilet|floor)`,
    'foul water|septic tank|raw waste',
    String.raw`sanita|esgoto|ściek\w*|carthffos\w*|الصرف|مجاري`,
  ],
  structure: [
    `(?:wall|chimney|cover|post|lintel|bracket|frame) ${few}(?:lean|leans|leaning|leant|leaned|bows|rocks|rocking)`,
    String.raw`(?:leant|leaned|leaning|moved|dropped|sunk) (?:\w+ ){0,3}(?:inch|inches|cm)`,
    `(?:concrete|render|plaster|lath|masonry|stone|coping|piece|pieces|lump|lumps|chunks?) ${few}(?:fell|fallen|falling|came away|came down|came off|coming away|coming down|coming off|dropped|landed)`,
    String.raw`(?:it|ceiling)(?:'s| has| is)? (?:come|came|coming|fell|fallen|now) (?:down )?(?:in|on) (?:the|my|her|his|our) (?:\w+ )?(?:bed|kitchen|lino|floor|sofa|cot|head)`,
    '(?:bolt|bolts|nail|nails|screw|screws|metal) sticking (?:out|up)|sharp edges?',
    'restrictors?|tarpaulins?',
    `drill(?:ed|ing)? ${few}ceilings?|chrysotile`,
    'nenfwd|sufit|tavan|tavanul|teto|چھت|السقف|ছাদ',
  ],
  other: [
    String.raw`(?:fell|fallen|slipped|tripped|gone over|went over|been down|went down|cam doon) (?:\w+ ){0,2}(?:twice|on|over|off|getting|coming|three times|again|this week|backside)`,
    String.raw`(?:two|three|2|3|several|second|another) (?:\w+ )?falls?`,
    String.raw`clean break|broken ${bone}|broke (?:my|her|his) ${bone}|fractur\w+|out of plaster`,
    'a ?& ?e',
    '(?:like|like a|sheet of|pure|black|all) (?:glass|ice|bottle|rink)|icy|iced over|ice rink|frost|ungritted|grit|gritted|gritting',
    String.raw`(?:water|went|running) (?:\w+ ){0,3}brown|(?:brown|discoloured|orange) (?:\w+ )?water|(?:buying|on|drinking) ${few}bottled|cases? of \w+ (?:spring|water)`,
    String.raw`(?:frightened|scared|afraid|frit|terrified) ${few}(?:going over|falling)`,
    String.raw`(?:couldn't|can't|cannot|could not) get (?:\w+ )?(?:up|in|out|down) ${few}(?:stretcher|ambulance|floor|bath)`,
    String.raw`(?:on|found) (?:\w+ ){0,3}floor for`,
  ],
  'damp-and-mould': [
    String.raw`cough|coughs|coughing|wheez\w+|bronchi\w+|croup|antibiotics|inhalers?`,
    `(?:wall|walls|wallpaper|paper roses|plaster|paint|corner) ${few}(?:is wet|is black|gone black|furry|soaking|sodden|growing)`,
    'the black (?:is|has|again|behind|on|in|round)|black again',
    String.raw`wilgo[cć]\w*|ple[śs]ń|pleśni\w*|grzyb\w*|umezeal\w*|umiditate\w*|mucegai\w*|bolor|humidade|lleithder|نمی|پھپھوندی|رطوبة|عفن|ছত্রাক|স্যাঁতসেঁতে`,
  ],
  fire: [
    '(?:door |self-|self )?closers?|head gap|extinguishers?|sprinklers?|dry risers?|airhorn|waking watch|combustible|cladding',
    String.raw`zone \d+|escape route|means of escape|only (?:\w+ ){0,2}way out|out if there was a`,
    'chip pan|lithium|burns? nicely|(?:set|setting) (?:it )?(?:alight|on fire)',
  ],
  electrics: [
    String.raw`overheat\w*|fuse ?box|consumer unit`,
    String.raw`trydan|prąd\w*|gniazdk\w*|iskr\w+|electricitate\w*|priza|eletricidade|tomada|بجلی|كهرباء|الكهرباء|বিদ্যুৎ`,
    String.raw`(?:light|switch) (?:\w+ ){0,2}(?:pani|se awaz)`,
  ],
  'water-leak': [
    String.raw`(?:the|that|a) pipe (?:\w+ ){0,8}(?:hold|held|tape)`,
    String.raw`(?:dŵr|pani|água|woda|apa) (?:\w+ ){0,3}(?:lawr|jata|ata|desce|leje|kapie|curge|drwy|trwy)`,
    String.raw`wyciek\w*|przeciek\w*|scurg\w+|infiltra\w+|تسرب|پانی ٹپک\S*`,
  ],
  security: [
    'no glass',
    '(?:door|window) (?:has been |is |was |been )?(?:stood|standing|wide) open|(?:door|window) (?:is|put) through',
    String.raw`(?:ply|plywood|cardboard|ironing board) (?:\w+ ){0,5}(?:door|window|it)`,
  ],
  pests: [
    String.raw`صراصير|الصراصير|karaluch\w*|szczur\w*|șobolan\w*|sobolan\w*|gândaci|gandaci|barata|baratas|ratazanas?|llygod\w*|چوہے|ইঁদুর`,
  ],
  lift: [
    `(?:lift|lifts) ${few}(?:released|entrapment|autodialler)`,
    String.raw`carried (?:\w+ ){1,4}(?:floors|flights)`,
    'winda|liftul|elevador|লিফট|المصعد',
  ],
};

const PATTERNS = (Object.entries(TELLING) as readonly (readonly [HazardKind, readonly string[]])[]).map(
  ([kind, ways]) => ({
    kind,
    pattern: new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${ways.join('|')})(?![\p{L}\p{M}])`, 'u'),
  }),
);

/** Dangers that are shown of one message: the first sentence of each kind, so many kinds. */
const MOST_KINDS = 2;

/** The dangers that a message tells without naming them, in its order, each with the sentence that tells it. */
export function saidOtherwise({ plain }: Pick<Features, 'plain'>): readonly Hazard[] {
  const found: Hazard[] = [];
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(plain.text);
    const sentence = match && plain.sentences[sentenceAt(plain, match.index)];
    if (!sentence || found.some(({ start }) => start === sentence.start)) continue;
    found.push({ kind, urgency: 'possible', text: sentence.text, start: sentence.start, end: sentence.end });
    if (found.length === MOST_KINDS) break;
  }
  return found.toSorted((left, right) => left.start - right.start);
}
