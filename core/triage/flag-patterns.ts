import { SURE_PATTERNS } from './sure-patterns.ts';

/*
 * Words that point to a flag. A hit is a strong feature for the flag's linear head, which decides; for people at risk and
 * for adjustments the words themselves are shown. Plain text, every pattern linear.
 */

const list = (...patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((pattern) => new RegExp(`\\b(?:${pattern})`, 'g'));

const YEARS =
  "(?:i am|i'm|im|she is|she's|shes|he is|he's|hes|is|aged?|at|and|am|mum's|dad's|nan is|nan's|nearly|almost|turned|both|are|over|wife|husband|mother|father)";

export const VULNERABLE = list(
  `${YEARS} (?:now |nearly |almost |only )?(?:6[5-9]|[7-9]\\d|10\\d)(?:\\b|,)(?! ?(?:days|weeks|%|per|pounds|quid|minutes|times|degrees|calls|flats|homes))`,
  '(?:6[5-9]|[7-9]\\d|10\\d)[ -]?(?:years? old|yrs? old|yr old|yo\\b|years of age|-year-old)',
  '(?:seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|odd))?\\b',
  '\\(\\d{2}\\)',
  'pensioners?|elderly|frail|oap\\b|old lady|old man|old age|at (?:my|her|his) age|retired',
  "(?:new ?born|premature|prem)\\b|bab(?:y|ies)(?:'s)?\\b|infants?\\b|toddlers?\\b|bairns?\\b|the wean|weans?\\b|pregnan\\w+|expecting a|due in (?:\\w+ )?weeks|(?:\\d|two|three|four|five|six|seven|eight|nine) months? (?:gone|pregnant)|\\d{2} weeks pregnant",
  '(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven) (?:weeks?|months?|mths?|wks?)[ -]old|(?:[0-4]|one|two|three|four) ?(?:years?|yrs?|yr)[ -]old|aged? (?:one|two|three|four|[1-4])\\b(?! ?\\d)|(?:two|three|four|2|3|4) and (?:a half|one|two|three|four|[1-6])\\b|under fives?',
  "disab\\w+|wheel ?chair|walking (?:frame|stick|aid)|zimmer|crutch\\w*|mobility|blind\\b|visually|partially sighted|sight loss|registered (?:blind|disabled)|deaf\\b|hard of hearing|hearing (?:aid|loss)|amput\\w+|paralys\\w+|housebound|bedbound|bed ?ridden|can't (?:walk|do stairs|stand|climb|manage)|cannot (?:walk|do stairs|stand|climb|manage)|stair ?lift|carer\\b|her carers|his carers|my carers|care package",
  'stroke|dementia|alzheimer\\w*|parkinson\\w*|multiple sclerosis|(?:has|have|having|got|my|her|his) ms\\b|epilep\\w+|seizures?|asthma\\w*|copd|emphysema|oxygen|cancer|chemo\\w*|radiotherapy|tumour|diabet\\w+|insulin|dialysis|pacemaker|angina|heart (?:attack|condition|failure|disease|op|bypass)|arthrit\\w+|rheumat\\w+|fibromyalgia|osteo\\w+|lupus|crohn\\w*|colitis|sickle|eczema|inhalers?|nebuli[sz]er|ventilator|immun\\w+|transplant|hip (?:replacement|op|operation)|new hip|knee (?:replacement|op|operation)|(?:had|after|waiting for) (?:an? )?(?:operation|surgery)|chronic|terminal\\w*|hospice|palliative|catheter|stoma|bronchi\\w+|pneumonia|brittle|cerebral palsy|m\\.e\\.|chronic fatigue|long covid|migraine\\w*|learning (?:disab\\w+|difficult\\w+)|down.?s syndrome|autis\\w+|asperger\\w*|adhd|special needs|send (?:needs|child|children|son|daughter|school|support|pupil|tribunal)|ehcp|non-?verbal',
  'mental(?:ly)? (?:health|ill\\w*)|anxi(?:ety|ous)|depress\\w+|bipolar|schizo\\w+|psychosis|ptsd|ocd\\b|panic attacks?|breakdown|nerves|suicid\\w+|self[- ]harm\\w*|sectioned|cpn\\b|antidepress\\w+|medication|on (?:tablets|meds)|addict\\w*|alcoholic|in recovery|trauma\\w*',
  'pip\\b|dla\\b|esa\\b|attendance allowance|blue badge|vulnerab\\w+|support worker|social worker|safeguard\\w+|occupational therap\\w+|\\bot\\b|health visitor|district nurse|power of attorney|appointee|care leaver|refuge\\b',
);

export const ADJUSTMENT = list(
  'large(?:r)? (?:print|type|writing|letters)|big(?:ger)? (?:print|writing|letters|type)|braille|easy[- ]read|audio|yellow paper|coloured paper|(?:14|16|18|20|24)[ -]?(?:point|pt)|font',
  'interpret\\w+|translat\\w+|speaks? (?:my|our|her|his|polish|urdu|arabic|romanian|somali|punjabi|bengali|welsh|portuguese|spanish|ukrainian|kurdish|farsi|dari|pashto|tigrinya|lithuanian)|in (?:polish|urdu|arabic|romanian|somali|punjabi|bengali|welsh|portuguese|spanish|ukrainian|kurdish|farsi)|(?:english|englsh) (?:is )?(?:not (?:so |very )?(?:good|well|my)|isn.t)|bsl\\b|sign language|text ?relay|relay (?:uk|call)|typetalk|minicom',
  "(?:please |pls )?(?:text|email|write|post|letter)(?: (?:me|her|him|only|instead|first|not|rather))+(?: (?:only|instead|please|first))?\\b|(?:can't|cannot|cant|don't|dont|not able to|unable to|doesn't|won't) (?:use|do|hear|answer|take|manage|talk on|speak on|read|see|get on with) (?:the |a |my |her |any |on the )?(?:phones?|telephone|calls?|email|emails|internet|online|computers?|small print|letters|screens?|texts?|portal|app)|no (?:phone )?calls|(?:do not|don't|dont|please not) (?:ring|phone|call)|rather than (?:ring|phon|call)\\w*|instead of (?:ring|phon|call)\\w*|by (?:post|letter|text|email) (?:only|please|instead|not)|in writing (?:because|as|please|only)|not (?:by )?(?:phone|email|text)",
  'extra time|more time|longer (?:to|slots?|appointments?)|slow(?:ly|er)|give (?:me|her|him|us) time|time to (?:get to|answer) the door|(?:knock|ring) (?:loud\\w*|twice|hard)|female (?:officer|engineer|worker|member)|woman (?:engineer|officer|to come)|reasonable adjustments?|adjustments?\\b|accessible|accessib\\w+|home visit|visit (?:me|her|him) (?:at home|instead)|(?:speak|talk|write|copy|ring|call) (?:to )?(?:my|her|his) (?:daughter|son|carer|support worker|advocate|sister|brother|mum|social worker)|someone with (?:me|her|him)|face to face|in person',
);

export const SAFEGUARDING = list(
  'abus(?:e[ds]?|ive|er|ing)|neglect\\w*|safeguard\\w*|domestic|coercive|controlling|stalk\\w*|non[- ]?molestation|restraining|injunction|marac|dash\\b|refuge|perpetrator|exploit\\w*|cuckoo\\w*|groom(?:ed|ing)|traffick\\w*|county lines|fgm|forced marriage|honour',
  "(?:he|she|they|him|dad|partner|ex|boyfriend|husband|son)(?:'s| has| had| is)? ?(?:been )?(?:hit|hits|hitting|punch\\w*|slap\\w*|kick\\w* (?:me|her|him)|strangl\\w*|chok\\w*|beat(?:s|ing|en)?|batter\\w*|threaten\\w* (?:me|to kill|her|him)|smash\\w*|swung|hurt (?:me|her|him|them))",
  'suicid\\w*|kill (?:myself|himself|herself|themselves)|end (?:it all|my life|it\\b)|take my (?:own )?life|overdose|self[- ]harm\\w*|(?:can.t|cannot|cant|don.t|no|couldn.t) (?:see|carry|want|go|cope|reason to)(?: \\w+){0,3} (?:point|on|live|alive|living|be here|any ?more)|not (?:want(?:ing)? to )?be here|no point (?:in )?(?:living|going on)|better off (?:dead|without me)|samaritans|reservoir|bridge|jump(?:ed|ing)? (?:off|from)',
  '(?:child|children|kid|kids|boy|girl|wee (?:boy|lad|lass)|baby|toddler|bairn|wean|son|daughter|little (?:one|boy|girl))s?\\b.{0,50}\\b(?:alone|on (?:his|her|their) own|crying|screaming|hungry|dirty|bruis\\w*|scared|locked|left|unattended|no food|nappy|burn(?:s|t)?|missing|unsupervised)',
  'bruis\\w*|black eye|(?:scared|frightened|terrified|afraid|fear) (?:of|for) (?:him|her|my|their|his|the (?:child|kids|baby))|police (?:came|attended|were|brought|welfare)|welfare check|found (?:her|him|mum|dad) (?:on the floor|at|confused|in)|on the floor|not (?:eating|eaten|seen|been seen)|wander\\w*|missing (?:since|person|from)|no one has seen|nobody has seen|malnour\\w*|unkempt|soiled|confused|missed (?:her|his) (?:medication|insulin|tablets|meals)|(?:her|his|the) (?:tablets|insulin|medication) (?:still|were|missed|not)|dead for|found dead|taking (?:her|his|their) money|financial(?:ly)? (?:abus\\w*|exploit\\w*)|bank card|hand(?:ed|ing)? over (?:her|his) (?:money|pension|card)',
);

const single = (pattern: string): RegExp => new RegExp(`\\b(?:${pattern})`, 'g');

/** Features for the flags' heads, by name. */
export const FLAG_PATTERNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ...VULNERABLE.map((pattern, at) => [`vulnerable ${String(at)}`, pattern] as const),
  ...ADJUSTMENT.map((pattern, at) => [`adjustment ${String(at)}`, pattern] as const),
  ...SAFEGUARDING.map((pattern, at) => [`safeguarding ${String(at)}`, pattern] as const),
  ...SURE_PATTERNS,
  [
    'building',
    single(
      'cladding|fire doors?|intumescent|closers?|sprinklers?|dry riser|wet riser|ews1|eicr|evacuat\\w*|stay put|waking watch|compartment\\w*|fire (?:risk assessment|strategy|alarm|engineer|stopping|safety|escape)|high[- ]?rise|tower|storeys?|floors? (?:up|above)|balcon\\w*|structur\\w*|subsidence|render|combustible|facade|building safety|smoke (?:vent|control|shaft)|aov\\b|panels?|lateral|load[- ]bearing',
    ),
  ],
  [
    'contractor',
    single(
      '(?:your|the|ur|their|its) (?:sub-?)?(?:contractors?|(?:roofing|heating|gas|lift|scaffold\\w*|cleaning|gardening|grounds|window|kitchen|boiler|plumbing|electrical|pest|decorating|building|maintenance|damp|fencing|flooring) (?:firm|people|company|contractors?|lot|men|crowd|fellas?|team|lads))|sub-?contractors?|contractors?\\b|(?:& sons?|and sons?|ltd|limited|bros|brothers|services|plumbing|heating|roofing|electrical|lifts)\\b',
    ),
  ],
  [
    'contractor approached',
    single(
      "(?:i|we|i've|ive|she|he) (?:have |had |has )?(?:rang|rung|phoned|called|emailed|wrote to|written to|complained to|spoke to|spoken to|told|asked|contacted|reported it to) (?:the (?:contractors?|firm|company)|them|their (?:office|manager|boss)|him|the (?:foreman|site manager))|they (?:said|told me|replied|offered|wrote back|answered)|their (?:reply|response|answer|offer)|took it up with",
    ),
  ],
  [
    'staff',
    single(
      '(?:housing|income|neighbourhood|tenancy|repairs|lettings|rents?|estate|asb|scheme|allocations|customer service|leasehold) (?:officer|manager|adviser|advisor|assistant|lady|man|woman|person|staff|team)|manager|officer|receptionist|caretaker|warden|concierge|adviser|advisor|your (?:mr|mrs|ms|miss)|member of (?:your )?staff|staff member|your staff|the (?:girl|lad|lass|lady|man|woman|bloke|chap|person) (?:on|at|in|from|who)',
    ),
  ],
  [
    'staff manner',
    single(
      'rude\\w*|condescend\\w*|patronis\\w*|dismiss\\w*|abrupt|snapped|shouted|laugh\\w*|smirk\\w*|tutted|attitude|manner\\b|tone|disrespect\\w*|bull(?:y|ied|ying)|intimidat\\w*|discriminat\\w*|racis\\w*|judg\\w*|made (?:me|her|him|us|my \\w+) feel|like (?:i was|a (?:criminal|child|liar|nuisance)|dirt|rubbish)|barged|let (?:himself|herself|themselves) in|walked (?:straight )?in|without knocking|called (?:me|my|him|her) (?:a|an|by)|told (?:me|my \\w+|her|him) (?:to|that i|i) (?:calm|shut|get|go|stop|smell|should)|sneer\\w*|swore|sworn|hung up|put the phone down|rolled (?:his|her) eyes|slammed|touched|leer\\w*|comments? about|remark\\w*|joked?|gossip\\w*|confidential\\w*|told (?:everyone|everybody|the whole|next door|my neighbour)|spoken to|talked (?:over|down|about)|wagged|lectured|smelt of|drunk|phone out|bookies|asleep',
    ),
  ],
  [
    'group',
    single(
      '(?:we|all) the (?:residents|tenants|leaseholders|undersigned|owners|families)|the undersigned|all of us|(?:residents|tenants|leaseholders|neighbours|families|households|flats) (?:of|at|in) [a-z]|on behalf of (?:the |all )?(?:residents|tenants|leaseholders|neighbours|flats|everyone|\\d)|residents.? (?:association|group|committee)|tenants.? (?:association|group|committee|panel)|petition|signatures?|signed by|names? (?:below|attached|at the (?:bottom|end)|on the)|flats? \\d+ (?:to|-|–) \\d+|(?:nos?\\.?|numbers?) \\d+(?:, \\d+)+ and \\d+|\\d+ (?:of us|flats|households|families|residents|tenants|leaseholders|homes|signatures)|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|nineteen|twenty) of us|several of us|some of us|a few of us|whole (?:block|street|landing|stair|close)|every(?:body|one) (?:in|on) (?:the|our|this)|all \\d+ (?:flats|of)',
    ),
  ],
  [
    'anonymous',
    single(
      "anonym\\w*|(?:not|rather not|won't|wont|don't want to|dont want to|prefer not to|no wanting to|wouldn't|not going to|cant|can't) (?:be )?(?:giv(?:e|ing)|say(?:ing)?|leav(?:e|ing)|put(?:ting)?|sign(?:ing)?|nam(?:e|ed|ing)|identif\\w*)(?: \\w+){0,3}(?: name| who| details|d\\b|\\b)|name (?:withheld|not given|supplied)|withheld|not given|no name|a (?:concerned|worried|fed up) (?:resident|tenant|neighbour|citizen)|from a (?:resident|tenant|neighbour|well ?wisher)|would rather not|wish to remain|don't (?:try|want you) to (?:find|trace)|keep my name out|well[- ]wisher",
    ),
  ],
  [
    'abusive',
    single(
      "(?:i'll|ill|i will|im gonna|i'm going to|going to|gonna|i swear i'?ll?) (?:\\w+ )?(?:kill|burn|smash|find (?:you|out where|him|her)|hurt|batter|do (?:you|him|her|time|summat)|come down there|knock|break|bury|swing|put (?:a|him|her|you|your)|torch|fuck\\w*|see to|sort (?:you|him|her) out)|know where (?:you|he|she|they|the office|your)(?: \\w+)? (?:live|lives|park|parks|work|is)|watch (?:your|yer) (?:back|self)|(?:you'?(?:re|ll)?|u|your|yous|useless|thick|lazy|bunch of|lot of|lying|fat|stupid|pack of|set of) (?:\\w+ ){0,2}(?:scum\\w*|bastards?|wankers?|twats?|cunts?|c\\*+\\w*|f\\*+\\w*|fuck\\w*|shits?|pricks?|dickheads?|idiots?|morons?|cow|bitch\\w*|arseholes?|tossers?|vermin|parasites?|nazis?|leeches|robots?)|fuck (?:you|off|the lot)|piss off|go to hell|drop dead|rot in|want shooting|deserve to|hope you(?:r| all| get)|threat\\w*|swore at|swearing|abusive|verbally|warning marker",
    ),
  ],
  [
    'money',
    single(
      'compensat\\w*|refund\\w*|reimburs\\w*|recompense|money back|goodwill|(?:pay|paid|paying) (?:me|us|her|him|for (?:the|my|a|it)|back|out)|out of pocket|rebate|redress|damages|knock (?:it |something )?off|off (?:my|the) (?:rent|bill)|cost of|costs?\\b|return (?:the )?£|£\\d|claim for|credit(?:ed)?|invoice|receipts?|overpa\\w*|deposit|owe[ds]? me|losses|voucher',
    ),
  ],
  [
    'formal',
    single(
      'formal(?:ly)? (?:complain\\w*|grievance|notice|log)|(?:make|making|raise|raising|lodge|lodging|log|logging|register|registering|put in|start|open|file|submit|record|put this down as|enter) (?:\\w+ ){0,4}complaint|(?:wish|want|like|writing|need|ringing|emailing|calling) (?:\\w+ )?to (?:\\w+ )?complain|(?:treat|take|accept|consider|regard|log|record|register|count|view|deal with) (?:\\w+ ){0,4}(?:as|under) (?:\\w+ ){0,4}complaints?|this is (?:a|my|an official) (?:\\w+ )?complaint|complaints? (?:procedure|process|policy|form)|official(?:ly)? complain\\w*|stage (?:1|one) complaint|skarg\\w*|reclama\\w*|plangere|form: make a complaint|type of feedback.{0,6}complaint|make a complaint',
    ),
  ],
  [
    'court',
    single(
      '(?:county|magistrates|sheriff|high|small claims) court|court (?:papers|hearing|date|order|claim|case|proceedings)|claim (?:form|no|number|has been issued)|proceedings|particulars of claim|issued (?:a claim|proceedings|at)|tribunal|hearing|judge|judgment|ccj|n1\\b|n244|n5|n208|possession (?:claim|hearing|order)|injunction|defence|defendant|claimant|witness statement|listed for|summons|sealed|statement of truth|directions|bundle|barrister|counsel|money claim|first[- ]tier|ftt\\b|employment tribunal|suing|sue you|taken you to court|see you in court',
    ),
  ],
  [
    'solicitor',
    single(
      'solicitors?|letter (?:of claim|before (?:action|claim))|pre-?action|protocol|our client|we act (?:for|on)|instructed by|acting (?:for|on)|without prejudice|disrepair claim|legal (?:action|advice|proceedings|representative)|take legal|no win|law (?:centre|firm)|expert|schedule of (?:disrepair|works)|disclosure',
    ),
  ],
  [
    'insurance',
    single(
      'insur\\w*|loss adjust\\w*|public liability|liability|claim (?:form|number|ref|for|against|on)|claiming|put(?:ting)? in a claim|making a claim|claimed|contents|policy number|excess|personal injury|third party|zurich|indemnity|reserve',
    ),
  ],
  [
    'exhausted',
    single(
      "(?:stage|step) (?:2|3|two|three)|final (?:response|decision|letter|answer|reply)|(?:been )?through (?:both|all|the whole|your (?:whole )?complaints?)|exhaust\\w*|ombudsman (?:has|said|found|decided|already|determin\\w*|takes|wrote)|already (?:had|been|considered|answered|investigated|dealt)|complaints? (?:process|procedure) (?:is|was|has)|same (?:complaint|matter|issue) (?:again|as)|re-?open|(?:asked|complained) (?:about this )?before|you(?:'ve| have) (?:already )?(?:answered|replied|refused|closed)|don't care what (?:stage|the ombudsman)|twice (?:upheld|refused|rejected)|panel (?:found|decided|said|turned)",
    ),
  ],
  [
    'employment',
    single(
      'my (?:line manager|employment|contract|probation|shift|shifts|rota|notice|p45|p60|payslip|wages (?:for|from) you|job (?:with|at)|apprenticeship|supervisor|team leader)|employ(?:ee|er|ed|ment)|(?:applied|application|applying|interview\\w*|shortlist\\w*|vacancy|applicant) (?:for|was|the|as|on|ref)|job (?:advert|application|offer|interview|ref)|the (?:post|role|vacancy|position) (?:of|as|at)|recruit\\w*|redundan\\w*|resign\\w*|grievance|disciplin\\w*|payroll|overtime|holiday pay|sick pay|unfair dismiss\\w*|dismissed|tupe|union|unison|unite\\b|acas|hr\\b|human resources|colleagues?|worked (?:for|here|there)|working for you|ex-?employee|former (?:employee|member of staff)|references?\\b|agency',
    ),
  ],
  [
    'rent',
    single(
      'rent (?:increase|rise|going up|has gone|review|letter|cap|setting|officer)|(?:increase|rise|gone up|going up|went up|put up|jump\\w*|hike) (?:\\w+ ){0,4}(?:rent|charge|charges|by|of|from|to)|service charges?|(?:more|extra) (?:a|per) (?:week|month)|£\\d+(?:\\.\\d+)? (?:a|per) (?:week|month)|affordab\\w*|cpi|per ?cent|\\d(?:\\.\\d)?%|ground rent|council tax|heating charge|how much (?:rent|you charge)|too (?:much|high|dear|expensive)|afford',
    ),
  ],
  [
    'other body',
    single(
      'dwp|universal credit|council tax|highways|bin ?men|energy (?:company|supplier|firm)|gas company|electric(?:ity)? company|water (?:company|board|firm)|broadband|openreach|virgin|sky\\b|amazon|courier|parcels?|royal mail|bank\\b|school|academy|hospital|gp\\b|surgery|police|bus\\b|train|airline|hotel|holiday|garage\\b|letting agents?|estate agents?|private landlord|my (?:old|last|previous|ex|other) landlord|job ?centre|hmrc|dvla|home office|supermarket|shop\\b|restaurant|gym|vet\\b|dentist|developer|managing agents?|freeholder|another (?:landlord|association|council)|different (?:landlord|association|council)|not (?:your|a) tenant|wrong (?:landlord|people|number|address|place|company|association)|dear (?:council|highways|energy|bank)|are you the|is this (?:the|where)',
    ),
  ],
  [
    'care',
    single(
      'carers?\\b|care (?:plan|calls?|team|visits?|agency|manager|workers?|staff|log|assistant|notes|charge)|support (?:plan|hours|workers?|staff|visits?|sessions?)|key ?worker|extra care|sheltered|supported (?:living|housing|lodgings?)|medication|mar (?:sheet|chart)|tea(?:time)? (?:call|visit)|morning call|welfare calls?|pull ?cords?|warden call|night staff|sleep[- ]?in|personal care|washed and dressed|meals|careline|telecare|pendant|cqc|scheme (?:manager|staff)|house meeting|residents.? lounge',
    ),
  ],
  [
    'outcome',
    single(
      "(?:i|we|she|he|mum|dad|they|tt|cust|tenant)(?:'d|'ll| would| should| do| just| only| really| simply| now| also)* (?:like|want|wants|need|needs|expect|require|demand|insist|ask|asks|wd like)|please|pls|plz|(?:can|could|would|will) (?:you|u|someone|somebody|anyone|we|i)|kindly|let me know|grateful (?:if|for)|requests?(?:ing)?\\b|asking (?:for|if|that)|asked (?:for|if|that|to)|wants? (?:it|the|a|to|someone|somebody|him|her)|needs? (?:to be|fixing|doing|sorting|a|it)|send (?:someone|somebody|me|him)|ring me|call me|get (?:it|this|someone|somebody)|sort (?:it|this)|do (?:something|it)|put it right|i look forward|outcome|what would (?:you like|put it right)",
    ),
  ],
  [
    'tried before',
    single(
      "(?:still|again|third|fourth|fifth|sixth|second|twice|chas\\w+|reported (?:it|this|them)? ?(?:\\w+ )?(?:in|on|to|before|several|numerous|many|\\d|last|since)|(?:rang|rung|phoned|emailed|written|wrote|called|told|asked|reported|complained)(?: \\w+){0,4} (?:times|before|again|twice|already|since|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|on (?:the )?\\d)|came back|come back|returned|keeps|promised|was told|were told|missed|never (?:came|turned|showed)|didn't (?:come|turn|show)|nobody (?:came|came back|rang|called|replied)|no one (?:came|rang|replied)|cancelled|rebooked|closed (?:it|the job)|job (?:no|number)|ref(?:erence)? \\w*\\d|visits?|last time|previous\\w*|first reported|since (?:january|february|march|april|may|june|july|august|september|october|november|december|last))",
    ),
  ],
];
