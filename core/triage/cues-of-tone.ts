import { gap, NOT } from './cue-words.ts';
import { cue, type Cue } from './cue.ts';

const JUDGEMENT: readonly Cue[] = [
  cue(
    'harsh word',
    'judgement',
    `\\b(?:disgrac\\w+|disgust\\w+|appall\\w+|shocking|shock(?:ed)?|unacceptable|not acceptable|ridiculous|absurd|joke|shambl\\w+|farc\\w+|pathetic|useless|terrible|awful|horrendous|horrible|rubbish|diabolical|abysmal|atrocious|dire|shameful|shame on|scandal\\w*|outrag\\w+|incompeten\\w+|neglig\\w+|neglect\\w*|careless|sloppy|shoddy|lazy|cowboys?|muppets?|clowns?|crap|shite?|bloody|fuck\\w*|f\\*+\\w*|bollocks|pants|wicked|criminal|inhumane|degrading|nightmare|hell|chaos|fiasco|waste of|worst)\\b`,
  ),
  cue(
    'feeling',
    'judgement',
    `\\b(?:fuming|livid|angry|furious|frustrat\\w+|upset|upsetting|annoy\\w+|disappoint\\w+|fed up|sick (?:of|and tired|to)|tired of|wits'? end|end of (?:my|our|her|his) tether|had enough|enough is enough|at a loss|despair|stress\\w*|tears|crying|humiliat\\w+|embarrass\\w+|ashamed|insult\\w*|hurt|belittled|depressed|exhaust\\w+|worn (?:out|down)|gutted|demoralis\\w+|gobsmacked|amazed|astonish\\w+|astound\\w+)\\b`,
  ),
  cue(
    'not good enough',
    'judgement',
    `\\b(?:not (?:good enough|on\\b|happy|impressed|satisfied|right|fair|acceptable|ideal|what i|helpful|much use|a lot to ask|the point|funny|how you|adequate|fit for|nice|professional|respectful)|isn't (?:good enough|on\\b|fair|right|acceptable)|isnt (?:good enough|on\\b|fair|right)|unhappy|dissatisf\\w+|unsatisf\\w+|unimpressed|unfair\\w*|unreasonabl\\w+|unjust|unprofessional|unhelpful|unfriendly|inadequate|insufficient|substandard|below (?:par|standard)|poor(?:ly)?|could(?:'ve| have)? (?:been )?(?:better|do better)|let (?:me|us|her|him|them|down)|falls? short|lacking|lack of)\\b`,
  ),
  cue(
    'manner',
    'judgement',
    `\\b(?:rude|rudely|condescend\\w+|patronis\\w+|dismissive|abrupt|curt|snapped at|shouted at|laughed|smirk\\w*|tutted|rolled (?:his|her) eyes|spoke (?:to (?:me|us|her|him) (?:like|as|in|so|very|badly)|down|over)|spoken to (?:like|as|so|in|badly|rudely)|talk(?:ed|s)? (?:down|over|to me (?:like|as))|tone|attitude|manner|disrespect\\w*|bully\\w*|intimidat\\w+|threaten\\w*|discriminat\\w+|racist|judged|made (?:me|her|him|us) feel|like (?:i was|a criminal|a child|dirt|i'm)|barged|walked in|without knocking|let himself|(?:called|calls|calling) (?:me|her|him|us|my \\w{2,8}) (?:an?|names|stupid|lazy|dirty|mad|old|thick|mental|love|darling|dear|sweetheart|liars?)|told (?:me|my \\w{3,8}) to|sneer\\w*|couldn't care less|doesn't care|don't care|dont care|not interested|shrugged)\\b`,
  ),
  cue(
    'cost to me',
    'judgement',
    `\\b(?:cost (?:me|us|her|him)|out of (?:my|our|her) (?:own )?pocket|lost (?:a )?(?:day|days|wages|pay|hours|shift|earnings|two days)|wages|had to (?:buy|pay|throw|borrow|use|sleep|wash|stay|go|get|take|move|cook|do it|carry|eat|bin|leave|spend)|threw away|thrown out|ruined|extra (?:electric|heating|cost)|paying for|still paying|charged (?:for|me|twice|us)|overcharged|double charged|for nothing|for what|what (?:am i|are we) paying|my rent|full rent|the rent i pay|service charge)\\b`,
  ),
  cue(
    'effect',
    'judgement',
    `\\b(?:can't (?:sleep|use|get|go|live|cook|wash|have|open|move|leave|breathe)|cant (?:sleep|use|get|go|live|cook|wash|have|open)|unable to|without (?:heating|hot water|a|any|water|electric|toilet|power|cooker|shower|lift)|no (?:heating|hot water|electric|power|toilet|shower|lift|kitchen|light|lights|water|access)|sleeping (?:in|on)|washing (?:in|at)|freezing|in the dark|stuck|trapped|prisoner|housebound|unsafe|dangerous|health|asthma|chest|cough\\w*|ill|hospital)\\b`,
  ),
];

const COMPLAINT: readonly Cue[] = [
  cue(
    'complaint',
    'complaint',
    `\\b(?:complain(?:t|ts|ed|ing|s)?|complaint's|grievance|formal(?:ly)?|concerns?|dispute|object(?:ion)?)\\b`,
  ),
  cue(
    'wants to complain',
    'complaint',
    `\\b(?:(?:want|wish|like|writing|need|going|intend|wanting|have|forced|obliged)\\s(?:\\w{1,8}\\s)?to (?:\\w{1,8}\\s)?(?:complain|make a (?:formal )?complaint|raise a|lodge a|register a|put in a|log a)|(?:make|making|raise|lodge|register|log|treat|take|regard|accept|consider) (?:\\w{1,8}\\s){0,3}(?:as )?(?:a|an|my|this as) (?:\\w{2,12}\\s)?complaint|formal complaint|(?:this|it) is a (?:formal )?complaint|complaint about)\\b`,
  ),
  cue(
    'no complaint',
    'complaint',
    `\\b(?:no complaints?|not (?:a|one to|complaining|to complain|making a|here to)\\s?(?:complain\\w*)?|${NOT} (?:\\w{1,10}\\s){0,3}complain\\w*|can't complain|cant complain|cannot complain|nothing to complain|hate to (?:complain|be a pain|moan)|sorry to (?:moan|complain|be a (?:pain|pest|nuisance)|bother|trouble|go on|keep)|not (?:one )?to (?:moan|fuss)|not the (?:sort|type|kind))\\b`,
  ),
];

const IRONY: readonly Cue[] = [
  cue(
    'irony',
    'irony',
    `\\b(?:no doubt|apparently|presumably|supposedly|evidently|i (?:wonder|note|gather|notice|assume|understand|suppose|presume|trust|imagine|hope)|if anyone|perhaps (?:you|someone|somebody)|maybe (?:you|someone|somebody|next)|thanks for nothing|bravo|congratulations|hats off|slow clap|well done|good to know|great stuff|marvellous|impressive|lucky (?:me|us)|silly me|what a surprise|surprise surprise|funny (?:how|that)|for the record|in case anyone|don't hold|holding my breath|when pigs|this century|in my lifetime|before i die|christmas (?:tree|card)|museum|miracle|mystery|ghost|invisible|crystal ball|psychic|telepathic|hobby|souvenir|anniversary|birthday cake|olympic|record|prize|raffle|bingo|medal)\\b`,
  ),
  cue(
    'understatement',
    'irony',
    `\\b(?:rather|somewhat|a (?:bit|little|touch|tad) (?:much|off|rich|cheeky|strange|odd|disappoint\\w*|long|thin|tired)|not (?:exactly|quite|entirely|altogether|strictly|best|terribly|very|much of)|hardly|scarcely|barely|i (?:had|was) (?:hoped|hoping|expecting|under the impression)|one (?:might|would|does|had|has) |it would (?:have been|be) (?:nice|helpful|courteous|good|polite)|would have been (?:nice|helpful|polite|good)|courtesy|the least|at least|might have|could have (?:at least|told|rung|let|said)|surely|seems (?:to|odd|a|that)|appear(?:s)? to|i (?:do )?(?:feel|think|find) (?:it|that|this))\\b`,
  ),
  cue('quoted words', 'irony', `"[^"\\n]{2,60}"|(?:^|[ (])'[^'\\n]{3,50}'(?=[ .,;:!?)\\n]|$)`, true),
  cue(
    'pleasantry then but',
    'irony',
    `\\b(?:lovely|nice|grand|great|good|polite|pleasant|thank|thanks|brilliant|happy|pleased|helpful|friendly|kind|fine|appreciate|love)\\b${gap(90)}\\b(?:but|however|only|except|although|though|yet|shame|pity|apart from|just wish|only thing|bar|mind you)\\b`,
  ),
  cue(
    'but',
    'irony',
    `\\b(?:but|however|although|though|despite|even though|except|apart from|instead|whereas|mind you|only)\\b`,
  ),
  cue(
    'pity',
    'irony',
    `\\b(?:shame|pity|unfortunately|regrettabl\\w+|sadly|bugbear|gripe|niggle|grumble|moan|whinge|only thing|one thing|if only|wish (?:you|they|someone|somebody|i)|suggestion|room for improvement|for next time|in future|next time|while i'm (?:here|at it|on)|by the way|incidentally|p\\.?s\\b)\\b`,
  ),
];

const QUESTION: readonly Cue[] = [
  cue(
    'how many more',
    'question',
    `\\b(?:how (?:many|much longer|long (?:do|does|am|is|will|must|are|has|have)|hard (?:is|can)|is (?:it|that|this) (?:fair|possible|right|acceptable)|come|would you|can (?:you|it|that|this|anyone|somebody)|on earth|dare|am i (?:supposed|meant))|why (?:is|are|am|do|does|did|was|were|has|have|should|can't|cant|couldn't|not|on earth|must|would|haven't|hasn't)|what (?:is the point|'s the point|am i (?:supposed|meant|paying)|are (?:you|we)|more|on earth|exactly|happened to|gives|do i have|does it take|use is)|when (?:will|is|are|do|does|can|might|am) (?:you|someone|somebody|anyone|i|we|this|it|the|my)|is (?:it|that|this) (?:too much|really|normal|acceptable|how|right|fair)|do you (?:think|know|even|really|people|lot|not|want|ever|expect)|would you (?:like|live|accept|let|want)|does (?:anyone|anybody|someone)|is (?:anyone|anybody|there anyone|somebody)|has (?:anyone|anybody)|did (?:anyone|anybody|you)|are you (?:going|ever|serious|having)|who (?:do|is|am|does|signed|decided|on earth)|where (?:is|are|has|have|did))\\b`,
  ),
  cue(
    'polite question',
    'question',
    `\\b(?:(?:can|could|would|will|please) (?:you|u|someone|somebody|anyone|i|we)(?: please)?(?: \\w{1,10})?|is it possible|would it be|may (?:i|we)|do (?:i|we) (?:need|have|get)|can (?:i|we)|could (?:i|we)|am i (?:able|allowed)|how do i|what (?:is|are|do|does) (?:the|my|i)|do you (?:have|do|accept|offer|allow)|just (?:asking|wondering|checking|a quick)|quick question|wanted to (?:ask|know|check)|i'd like to (?:know|ask)|let me know|please (?:advise|confirm|tell|let|send|could|can))\\b`,
  ),
];

const ANSWER: readonly Cue[] = [
  cue(
    'your answer',
    'answer',
    `\\b(?:your|the)\\s(?:\\w{3,12}\\s)?(?:response|reply|letter|decision|answer|findings?|outcome|investigation|conclusion|email|offer|report|apology|resolution)\\b`,
  ),
  cue(
    'does not accept',
    'answer',
    `\\b(?:(?:do|does|did|can|will|could)(?:n't|nt| not) (?:\\w{1,8}\\s)?(?:accept|agree|answer|address|mention|explain|cover|deal with|resolve|reflect|understand|recognise|consider)|cannot accept|disagree\\w*|not accept\\w*|reject\\w*|unresolved|not upheld|partly upheld|whitewash|marked (?:your|their) own homework|missed the point|beside the point|ignores|fails to|incorrect|inaccurate|factually|wrong\\b|not having (?:that|it)|nope|look at it again|looked at again|read it again|start again|re-?open)\\b`,
  ),
  cue(
    'next stage',
    'answer',
    `\\b(?:stage (?:1|2|3|one|two|three)|next (?:stage|step|level)|escalat\\w+|take (?:it|this) further|higher up|above (?:you|him|her)|someone (?:above|senior|else|different|higher)|somebody (?:above|senior|else|different|higher)|senior (?:manager|person|member)|your (?:boss|manager|supervisor|director|chief)|review|appeal|reconsider|ombudsman|\\bmp\\b|councillor|solicitor|court|newspaper|local paper|legal advice|panel|director|chief executive)\\b`,
  ),
  cue(
    'closed the case',
    'answer',
    `\\b(?:clos(?:e|ed|ing) (?:my|the|this|it|that|our) (?:\\w{3,10}\\s)?(?:complaint|case|job|file|ticket|enquiry)|(?:complaint|case|job) (?:was |is |has been )?(?:closed|upheld|resolved)|final response|withdraw\\w*|cancel my complaint|drop (?:the|my) complaint)\\b`,
  ),
];

const OUTCOME: readonly Cue[] = [
  cue(
    'i want',
    'outcome',
    `\\b(?:i|we|she|he|mum|dad|they)(?:'d| would)?\\s(?:just\\s|only\\s|really\\s|simply\\s|now\\s|do\\s|also\\s)?(?:want|wants|need|needs|expect|require|demand|insist|ask(?:s)? (?:for|that|you)|should like|would like|like (?:to|a|an|the|someone|somebody)|wish)\\b`,
  ),
  cue(
    'please do',
    'outcome',
    `\\b(?:please|pls|plz|kindly)\\s(?:can|could|will|would|just|arrange|send|fix|stop|get|come|put|sort|do|make|give|let|ring|call|look|tell|someone|somebody|mend|repair|replace|return|refund|remove|take|have|ask|explain)\\b`,
  ),
  cue(
    'money back',
    'outcome',
    `\\b(?:compensat\\w+|refund\\w*|reimburs\\w+|recompense|money back|goodwill|pay (?:me|us|for|back|her)|credit(?:ed)? (?:my|the|back)|rebate|redress|knock (?:it )?off|reduce (?:my|the) (?:rent|charge)|voucher)\\b`,
  ),
  cue(
    'apology',
    'outcome',
    `\\b(?:apolog\\w+|say(?:ing)? sorry|an explanation|held (?:to account|accountable)|put (?:it |this |things )?right|do (?:the|your|their) job|sort(?:ed)? (?:it|this|out)|get it (?:done|sorted|fixed)|something (?:done|needs|has to|must)|needs? (?:sorting|doing|fixing|to be (?:done|fixed|sorted)))\\b`,
  ),
];

const POSITIVE: readonly Cue[] = [
  cue(
    'thanks',
    'positive',
    `\\b(?:thank|thanks|thankyou|thank-you|thx|ta\\b|cheers|grateful|gratitude|appreciat\\w+|much obliged|bless (?:you|him|her|them)|diolch|kudos|credit (?:to|where)|hats off|big shout)\\b`,
  ),
  cue(
    'thanks for nothing yet',
    'positive',
    `\\b(?:thanks in advance|thank you in advance|many thanks|kind regards|best wishes|thanks\\s?$|thank you\\s?$)`,
  ),
  cue(
    'praise',
    'positive',
    `\\b(?:lovely|brilliant|excellent|fantastic|wonderful|marvellous|superb|smashing|amazing|perfect|great (?:job|service|work|help|bloke|lad|man)|good (?:job|service|as gold|work)|spot on|first class|top (?:man|job|notch|marks)|star\\b|gem|angel|legend|hero|credit|pleasure|delight\\w*|pleased|happy (?:with|to|that|bunny)|so happy|very happy|over the moon|chuffed|impressed|kind(?:ness)?|polite|courteous|respectful|helpful|friendly|patient|professional|efficient|tidy|clean and|a treat|faultless|couldn't fault|cannae fault|can't fault|recommend)\\b`,
  ),
  cue(
    'put right',
    'positive',
    `\\b(?:all (?:sorted|done|fixed|good|working|fine|is well|ok|okay|right now)|(?:now|been|is|was|got) (?:all )?(?:sorted|fixed|mended|resolved|repaired|done|working|dry|back on)|works? (?:a treat|perfectly|fine|lovely|now|like)|working (?:now|fine|perfectly|again|lovely)|good as new|no (?:further|more) (?:action|problems?|issues?|trouble|leaks?)|case closed|can be closed|close (?:it|the job|the case|this one)|resolved|sorted)\\b`,
  ),
  cue(
    'prompt',
    'positive',
    `\\b(?:prompt(?:ly)?|quick(?:ly|er)?|fast|same day|next day|within (?:the|an|half|two|a couple of|\\d{1,2}) (?:hours?|hour|minutes|mins)|on time|early|first time|no fuss|straight away|right away|immediately|in no time|bang on|to the minute|as promised|when (?:he|she|they) said|kept (?:me|us) informed)\\b`,
  ),
  cue(
    'no rush',
    'positive',
    `\\b(?:no (?:rush|hurry|problem|problems|worries|bother|need|harm|panic|hard feelings|drama|reply needed|urgency|issue|issues|harm done)|not (?:urgent|a problem|an emergency|bothered|fussed|worried|desperate|an issue|in a hurry|a big deal)|whenever (?:suits|you|is)|any (?:day|time) (?:suits|is|will|you)|when you (?:get|have|can)|happy to wait|can wait|take your time|nothing urgent|all fine|quite content|quite happy|perfectly happy)\\b`,
  ),
  cue(
    'own doing',
    'positive',
    `\\b(?:my (?:own )?(?:fault|mistake|error|doing|bad|stupid)|i (?:forgot|lost|broke|locked|dropped|cocked|messed|mixed|misread|misunderstood|should have|was wrong|take it back|withdraw)|sorry (?:for|about|i|if|to have|my)|apologies|i apologise|silly me|i was (?:sharp|rude|wrong|out of order)|our (?:own )?fault|me being|user error|nobody's fault|no one's fault|act of god|storm|just (?:one of those|bad luck)|bad luck|understand(?:ably| that| why| it| you)|these things happen|can't be helped)\\b`,
  ),
];

const FIRST_REPORT: readonly Cue[] = [
  cue(
    'just happened',
    'first-report',
    `\\b(?:just (?:noticed|started|seen|happened|now|come|found|realised|got in|discovered|got|had|spotted|moved)|this (?:morning|afternoon|evening)|last night|today|tonight|yesterday|overnight|since (?:this morning|last night|yesterday)|an hour ago|minutes ago|(?:has|have) (?:just )?(?:stopped|started|come (?:off|away|down|loose)|gone|broken|snapped|cracked|fallen|failed|tripped)|won't (?:turn|light|flush|open|close|lock)|gone off)\\b`,
  ),
  cue(
    'first time',
    'first-report',
    `\\b(?:first (?:time|report|contact|i've|ive|one)|never (?:had|happened|rung|reported|been) (?:\\w{1,8}\\s)?(?:before|a problem|any|this)|not (?:reported|rung|told|mentioned|contacted) (?:\\w{1,8}\\s)?(?:before|this|it|you|anyone|yet)|new (?:problem|issue|leak|fault)|haven't (?:reported|told|rung)|havent (?:reported|told|rung)|(?:wanted|like|writing|ringing|emailing|calling) to report|reporting (?:a|an|that|the)|i (?:wish|need|want) to report|report a|to let you know|letting you know|just to say|heads up|fyi\\b|for your information|thought (?:i'd|you|i should|id) (?:let|should|better|ought|tell|mention))\\b`,
  ),
  cue(
    'request',
    'first-report',
    `\\b(?:(?:can|could|would|will) (?:you|someone|somebody|anyone|one of)(?: \\w{1,8}){0,2} (?:send|come|have a look|look at|fix|take a look|pop|arrange|book|raise|check|replace|sort|get)|need(?:s)? (?:a|an|someone|somebody|it|fixing|replacing|looking)|(?:book|arrange|request|apply|order) (?:a|an|for)|appointment|permission|apply|application|form|swap|transfer|exchange|bid|garage|parking permit|key|fob|copy of|statement|balance)\\b`,
  ),
];

const TYPOGRAPHY: readonly Cue[] = [
  cue(
    'angry picture',
    'typography',
    `[\\u{1F620}\\u{1F621}\\u{1F92C}\\u{1F44E}\\u{1F624}\\u{1F644}\\u{1F612}\\u{1F622}\\u{1F62D}\\u{1F926}\\u{1F643}\\u{1F92E}\\u{1F927}\\u{1F4A9}]`,
  ),
  cue(
    'glad picture',
    'typography',
    `[\\u{1F600}\\u{1F603}\\u{1F60A}\\u{1F642}\\u{1F44D}\\u{1F64F}\\u{2764}\\u{1F60D}\\u{1F970}\\u{1F44F}\\u{1F389}\\u{1F970}\\u{1F618}\\u{1F31F}\\u{2B50}]|\\bx{1,3}\\s?$|:\\)|\\bxx\\b`,
  ),
  cue('loud', 'typography', `!{2,}|\\?!|!\\?|\\?{2,}`),
  cue('sum of money', 'typography', `£\\s?\\d|\\b\\d+ ?(?:quid|pounds|p\\b)`, true),
];

/** The cues of tone, judgement and manner of speaking. */
export const LATER_CUES: readonly Cue[] = [
  ...JUDGEMENT,
  ...COMPLAINT,
  ...IRONY,
  ...QUESTION,
  ...ANSWER,
  ...OUTCOME,
  ...POSITIVE,
  ...FIRST_REPORT,
  ...TYPOGRAPHY,
];
