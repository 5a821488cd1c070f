import { CAME, CONTACT, gap, MONTH, NOBODY, NUMBER, PROMISED, STAFF, UNIT, YOU } from './cue-words.ts';
import { cue, type Cue } from './cue.ts';
import { LATER_CUES } from './cues-of-tone.ts';
import { OFFICE_CUES } from './cues-of-office.ts';

/*
 * Named signs of dissatisfaction and of its opposites, in plain text. Written by reading what residents write; what each
 * is worth is learnt (see linear-weights.json), so a sign may count for or against.
 */

const REPETITION: readonly Cue[] = [
  cue('again', 'repetition', `\\b(?:again|once more|yet another|another one|all over again|anither|square one)\\b`),
  cue('still', 'repetition', `\\b(?:still|stil|yet|even now|to this day|to date|as yet)\\b`),
  cue(
    'still not',
    'repetition',
    `\\b(?:still|yet)\\b${gap(25)}\\b(?:no|not|nothing|waiting|hasn't|hasnt|haven't|havent|isn't|isnt|don't|dont|doesn't|doesnt|without|broken|leaking|there|outstanding|open|off)\\b`,
  ),
  cue(
    'the third time',
    'repetition',
    `\\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|nth|umpteenth|2nd|3rd|4th|5th|6th|7th|8th|9th|\\d\\dth)\\b${gap(12)}\\b(?:time|email|call|letter|visit|week|month|year|appointment|one|attempt|message|winter|request|reminder|day|report|form|man|engineer|chap|person|go)\\b`,
  ),
  cue(
    'so many times',
    'repetition',
    `\\b(?:${NUMBER}|countless|numerous|umpteen|how many|so many|god knows how many|loads of)\\b${gap(8)}\\b(?:times|calls|emails|letters|visits|messages|appointments|attempts|reports|promises|phone calls|texts|reminders|occasions|engineers|plumbers|contractors|people|men|officers|teams|departments|managers)\\b`,
  ),
  cue(
    'twice',
    'repetition',
    `\\b(?:twice|thrice|3x|x ?[2-9]\\b|time after time|over and over|time and again|repeatedly|on numerous occasions|every time|each time|day after day|week after week|lost count)`,
  ),
  cue('keeps on', 'repetition', `\\b(?:keeps?|kept|keeping)\\s(?:on\\s)?(?:\\w{2,15}ing|saying|me|us|the)\\b`),
  cue(
    'chased',
    'repetition',
    `\\b(?:chas(?:e|ed|ing|er)|(?:rang|rung|phoned|called|emailed|wrote|texted|written|asked|reported|complained)\\s(?:\\w{1,8}\\s){0,3}(?:again|twice|back|since|repeatedly|numerous|several|three|four|five|six|every|weekly|daily))\\b`,
  ),
  cue(
    'i told you',
    'repetition',
    `\\b(?:i|we|i've|ive|we've|mum|dad|my \\w{2,10})\\s(?:have\\s|had\\s|already\\s|first\\s|also\\s|did\\s|both\\s)?${CONTACT}\\b`,
  ),
  cue(
    'already',
    'repetition',
    `\\b(?:already|previously|as i (?:said|told|wrote|mentioned)|like i said|as you know|as before|see below|my (?:last|previous|first|earlier) (?:email|letter|call|message))\\b`,
  ),
  cue(
    'day forty',
    'repetition',
    `\\b(?:day|week|month|visit|year|night|attempt|round|chapter|part|email|letter|call|take)\\s(?:no\\.?\\s|number\\s)?(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty\\S{0,8}|forty\\S{0,8}|fifty\\S{0,8})\\b`,
  ),
  cue(
    'different person each time',
    'repetition',
    `\\b(?:different|another|someone new|new|somebody else|yet another)\\s(?:person|man|woman|lady|story|answer|one|officer|name|number|department|team|thing|excuse|date|people)\\b`,
  ),
];

const INACTION: readonly Cue[] = [
  cue('nobody came', 'inaction', `\\b${NOBODY}\\b${gap(22)}\\b${CAME}\\b`),
  cue('nobody', 'inaction', `\\b${NOBODY}\\b`),
  cue(
    'not been done',
    'inaction',
    `\\b(?:hasn't|hasnt|haven't|havent|hadn't|not|never|yet to|still to|wasn't|wasnt|weren't|isn't|isnt)\\s(?:yet\\s|even\\s|still\\s|actually\\s|ever\\s)?(?:be|been|being|done|fixed|finished|repaired|mended|sorted|replaced|happened|resolved|completed|collected|cleaned|cleared|returned|fitted|installed|answered|arrived|received|heard|had|seen|come|came|moved|changed|put|gone|got|back)\\b`,
  ),
  cue(
    'no reply',
    'inaction',
    `\\b(?:no|not a|without (?:a|any)|never (?:had|got|received) an?|not (?:had|received) (?:a|any)|nor (?:a|any)|never a)\\s(?:single\\s|proper\\s|further\\s)?(?:reply|replies|response|answer|answers|acknowledgement|acknowledgment|contact|call|callback|word|explanation|apology|update|updates|sign|news|letter|email|date|one|notice|warning|joy|show|progress|card|peep|dicky|thing|sausage|whisper|message|information|communication|record|trace|visit|follow)\\b`,
  ),
  cue(
    'heard nothing',
    'inaction',
    `\\b(?:heard (?:nothing|nowt|no more|not|nor)|(?:not|never|haven't|havent|hasn't|didn't|didnt|nor) (?:yet )?hear(?:d)?\\b|nothing (?:since|happened|happens|done|has|came|back|yet|was|from|for|else)|nowt\\b|silence|radio silence|ignored|ignoring|ignore|no further forward|none the wiser|in the dark)`,
  ),
  cue(
    'did not turn up',
    'inaction',
    `\\b(?:(?:didn't|didnt|did not|never|not|failed to|doesn't|don't|forgot to|hasn't|neither)\\s(?:\\w{1,8}\\s){0,2}(?:show(?:ed)?|turn(?:ed)?|come|came|arrive[ds]?|attend(?:ed)?|ring|rang|called?|phone[ds]?|reply|replied|answer(?:ed)?|respond(?:ed)?|appear(?:ed)?|materialis\\w+|return(?:ed)?|contact(?:ed)?|visit(?:ed)?|write|wrote|listen\\w*|happen\\w*|work(?:ed)?|fix(?:ed)?|finish(?:ed)?)|no[- ]shows?|missed (?:appointment|visit|slot|call)|stood (?:me |us )?up)\\b`,
  ),
  cue(
    'waited in',
    'inaction',
    `\\b(?:wait(?:ed|ing)?|stay(?:ed|ing)?|sat|stood|stopped|stuck)\\s(?:in|at home|around|there|by the|all (?:day|morning|afternoon)|up|here|for)\\b|\\b(?:day|morning|shift|time|week)s? off (?:work)?|\\b(?:unpaid|annual) leave\\b`,
  ),
  cue(
    'waiting',
    'inaction',
    `\\b(?:waiting|awaiting|waited|awaited|wait|overdue|outstanding|delay(?:ed|s)?|backlog|behind schedule|late|slow)\\b`,
  ),
  cue(
    'left',
    'inaction',
    `\\b(?:left|leaving|leave|abandoned|dumped|stranded)\\s(?:us|me|it|him|her|them|the|a|an|my|our|with|without|in|hanging|open|half|to|like)\\b`,
  ),
  cue(
    'passed around',
    'inaction',
    `\\b(?:passed (?:from|around|round|about|on|to|back|me|over|between)|pillar to post|not (?:my|our|their|your) (?:job|department|responsibility|problem)|wrong (?:department|team|number|form|person|place)|back and forth|each other|between (?:you|the two|departments)|fobbed|brush(?:ed)? off|put through to|transferred to|going round|round in circles|merry-go-round|blam(?:e|es|ed|ing) (?:the|each|it|me|him|her|us))\\b`,
  ),
  cue(
    'cut off on the phone',
    'inaction',
    `\\b(?:cut (?:me |us )?off|hung up|on hold|in a queue|number (?:\\d{1,2}|\\w{3,7}) in the queue|queue|press (?:one|two|\\d)|rang out|rings out|engaged|voicemail|answerphone|put the phone down|picks? up|hold music|vivaldi)\\b`,
  ),
  cue(
    'cancelled on me',
    'inaction',
    `\\b(?:cancel(?:led|ed|s|ling)?|rebooked|re-booked|rescheduled|postponed|put back|moved again|bumped|(?:closed|marked|signed|logged|ticked|recorded)\\s(?:it\\s|the job\\s|my\\s|as\\s|off\\s|the\\s|down\\s|this\\s){0,2}(?:as\\s|off\\s)?(?:complete[d]?|done|resolved|closed|no access|refused|finished|off)|no access|closed (?:my|the|it|this|that|down|again|without|as)|job (?:was |is )?(?:closed|completed))\\b`,
  ),
  cue(
    'refused to',
    'inaction',
    `\\b(?:refus(?:e|ed|es|ing|al)|declin(?:ed|es)|(?:won't|wont|wouldn't|wouldnt|will not|would not|unwilling to|not (?:allowed|prepared|willing) to) (?:\\w{1,8}\\s){0,2}(?:help|fix|listen|do|come|say|tell|give|let|speak|pay|accept|take|look|send|replace|repair|put|move|touch|deal)|not your (?:problem|responsibility)|said no\\b|turned (?:me |us )?(?:down|away))`,
  ),
  cue(
    'blamed me',
    'inaction',
    `\\b(?:lifestyle|condensation|open (?:a|the|your|some|more) windows?|tumble dryer|drying (?:clothes|washing)|(?:my|our|her|his) (?:own )?fault|wasn't in\\b|not in\\b|no answer|missed you|weren't in|refused access|house ?keeping|kept a cleaner|user (?:error|preference)|misuse|wear and tear)\\b`,
  ),
  cue(
    'not working',
    'inaction',
    `\\b(?:not|isn't|isnt|doesn't|doesnt|never|no longer|stopped|don't|dont|won't|wont|hardly|barely)\\s(?:\\w{1,8}\\s){0,1}(?:work(?:s|ing|ed)?|open|close|shut|lock|heat|stop|flush|drain|function|fit|turn|come on|hot|warm)\\b|\\b(?:broken|bust|knackered|faulty|out of order|packed (?:in|up)|given up)\\b`,
  ),
  cue(
    'made it worse',
    'inaction',
    `\\b(?:worse|worsen\\w*|came back|come back|comes back|coming back|back again|returned|same (?:again|fault|problem|leak|place|thing|answer|letter|reply|day|spot|story|as before)|no better|hasn't helped|didn't (?:work|help)|failed|lasted|within (?:a|two|three|days|hours)|fell off|leaking again)\\b`,
  ),
  cue(
    'botched',
    'inaction',
    `\\b(?:botch\\w*|bodge\\w*|half[- ](?:done|finished|a job|hearted|painted|fitted|built)|unfinished|not finished|incomplete|wrong (?:part|size|colour|key|door|window|name|address|date|house|flat|amount|one|way|day|time)|painted over|patched|gaffer|duct tape|cardboard|bin bag|bucket|temporary|make safe|crooked|wonky|scratched|damaged|cracked|left a (?:mess|hole)|mess|dust|mud|rubble|ruin(?:ed)?|soaked|destroyed|broke (?:my|the|our)|snapped|went through)\\b`,
  ),
  cue(
    'lost',
    'inaction',
    `\\b(?:lost|mislaid|lose|losing|missing|disappeared|vanished|gone astray|no record|not on (?:the|your) system|no trace|never (?:received|arrived)|went astray|deleted)\\b`,
  ),
];

const PROMISE: readonly Cue[] = [
  cue(
    'was told',
    'promise',
    `\\b(?:was|were|been|got|had been|being|keep being|i'm|im)\\s(?:\\w{1,10}\\s)?${PROMISED}\\b`,
  ),
  cue(
    'you said',
    'promise',
    `\\b(?:you|u|yous|they|he|she|${STAFF}|letter|text|email|website|leaflet|policy)\\s(?:\\w{1,10}\\s)?(?:said|say|says|told|promised|wrote|write|assured|claim(?:ed|s)?|agreed|confirmed|insist(?:ed|s)?|swore|reckon(?:ed|s)?|state[ds]?)\\b`,
  ),
  cue(
    'should have',
    'promise',
    `\\b(?:should (?:have|of|be|get)|shouldn't|shouldnt|supposed to|meant to|was to (?:be|have|start|come)|were to (?:be|come)|due (?:on|by|in|to|back|last)|ought to|expected|would be (?:done|back|here|in touch|fixed)|would (?:ring|call|come|send|get back|look into)|were going to|was going to|booked for|scheduled for|so-called)\\b`,
  ),
  cue(
    'promised but',
    'promise',
    `\\b(?:told|promised|said|assured|supposed|meant|booked|agreed|confirmed|due|would)\\b${gap(90)}\\b(?:but|yet|still|nobody|no one|no-one|never|nothing|hasn't|hasnt|haven't|didn't|didnt|not|wasn't|instead|then|only to|now it's|since|nowt|except)\\b`,
  ),
  cue(
    'not true',
    'promise',
    `\\b(?:lie[sd]?|liars?|lying|not true|untrue|false|misled|mislead\\w*|contradict\\w*|nonsense|never (?:said|agreed|refused|happened|asked|signed|had)|that(?:'s| is| was) not (?:what|true|the case|right|correct|so)|isn't true|isnt true|wasn't true|it was not|it isn't|it is not|they (?:hadn't|haven't|didn't|have not))\\b`,
  ),
];

const TIME: readonly Cue[] = [
  cue(
    'for weeks',
    'time',
    `\\b(?:${NUMBER}|a|over a|all|couple of|past|last)\\s(?:whole\\s|long\\s|full\\s|solid\\s|more\\s|working\\s|odd\\s|straight\\s)?(?:days|weeks|wks|months|mths|years|yrs|hours|hrs|nights|winters|summers|fortnights?|month|year|week)\\b`,
  ),
  cue(
    'ago',
    'time',
    `\\b(?:ago|back in|last (?:week|month|year|summer|winter|autumn|spring|january|february|march|april|may|june|july|august|september|october|november|december))\\b`,
  ),
  cue(
    'since',
    'time',
    `\\b(?:since|from)\\s(?:the\\s|last\\s|before\\s|early\\s|mid\\s|late\\s|about\\s|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?|then\\b|at least\\s){0,2}(?:${MONTH}|\\d{4}|then|i moved|we moved|\\d{1,2}[./]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th))\\b`,
  ),
  cue(
    'months later',
    'time',
    `\\b(?:later|on and|months on|weeks on|years on|and counting|by now|so far|up to now|in all that time|long time|ages|forever|for ever|months and months|weeks and weeks|for so long|this long|how long|much longer|any longer|too long|years|it's now|its now|it is now|we are now|now (?:the|it's|into))\\b`,
  ),
  cue(
    'a date and another',
    'time',
    `\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\b${gap(80)}\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\b`,
  ),
  cue('a row of dates', 'time', `(?:\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s(?:of\\s)?${MONTH})?,? ){3}(?:and |& )?\\d{1,2}`),
  cue(
    'a date',
    'time',
    `\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b`,
  ),
  cue(
    'working days',
    'time',
    `\\b(?:working days|${NUMBER} days|within \\d|target|deadline|timescale|service standard|response time|28 days|ten days|by the (?:\\d|end))\\b`,
  ),
  cue(
    'time with nobody',
    'time',
    `\\b(?:${NUMBER}|a|last|since)\\s?${UNIT}?\\b${gap(60)}\\b(?:nobody|no one|no-one|nothing|not|never|still|haven't|hasn't|hasnt|havent|without|waiting|nowt)\\b`,
  ),
  cue(
    'nobody with time',
    'time',
    `\\b(?:nobody|no one|no-one|nothing|not|never|still|haven't|hasn't|hasnt|havent|without|waiting|nowt)\\b${gap(60)}\\b(?:since|for (?:\\d|a|over|more|${NUMBER})|${NUMBER} ${UNIT}|ago|last (?:week|month|year))\\b`,
  ),
  cue('times of the clock', 'time', `\\b\\d{1,2}[.:]\\d{2}\\b|\\b\\d{1,2}\\s?[ap]m\\b`),
];

const TARGET: readonly Cue[] = [
  cue('your staff', 'target', `\\b(?:your|ur|yer|the)\\s(?:\\w{2,12}\\s)?${STAFF}\\b`),
  cue('you', 'target', `\\b${YOU}\\b`),
  cue(
    'you have not',
    'target',
    `\\b(?:you|u|yous|they|housing|council|landlord|association|${STAFF})\\s(?:\\w{1,8}\\s)?(?:haven't|havent|have not|hasn't|hasnt|has not|didn't|didnt|did not|don't|dont|do not|won't|wont|will not|can't|cant|cannot|never|failed|are not|aren't|weren't|refuse\\w*|ignore\\w*|forgot|lost|missed|left|broke|took|cancelled|closed|sent|keep|kept)\\b`,
  ),
  cue('they', 'target', `\\b(?:they|them|he|she|him|her)\\b`),
  cue('i and mine', 'target', `\\b(?:i|i'm|im|i've|ive|i'd|me|my|mine|myself|we|we've|our|us)\\b`),
  cue(
    'other body',
    'target',
    `\\b(?:dwp|universal credit|uc\\b|hospital|gp\\b|doctor|council tax|highways|bin ?men|binmen|energy|electric company|gas company|water (?:company|board)|broadband|internet|virgin|openreach|bt\\b|amazon|courier|parcel|royal mail|post office|bank|school|academy|college|insurance company|insurer|police|dvla|hmrc|bus|train|airline|hotel|garage down|letting agent|estate agent|private landlord|ex[- ]landlord|last landlord|previous landlord|old landlord|job ?centre|vet|dentist|supermarket|shop|utility|supplier|developer|managing agent|freeholder|home office|airport|solicitor)\\b`,
  ),
  cue(
    'not you',
    'target',
    `\\b(?:not (?:you|your|yous|u|ur|yours|his|her|their|the council's|having a go|blaming|aimed|complaining|against)|nothing to do with you|isn't (?:you|your)|no fault of yours|nobody's fault|not (?:a|any) complaint|not complaining|i know (?:it's|its|it is) not (?:you|your)|unlike|never you|you've (?:been|always been) (?:good|great|alright|all right|fine|lovely|brilliant)|you were (?:great|good|brilliant|lovely|marvellous))\\b`,
  ),
  cue(
    'neighbour',
    'target',
    `\\b(?:neighbou?rs?|next door|upstairs|downstairs|above (?:me|us)|below (?:me|us)|(?:no|number|flat)\\.?\\s?\\d{1,3}[a-z]?\\b|his dog|her dog|their (?:dog|kids|music|son|bins?)|parties|loud music|shouting|smoking|cannabis|weed|noise|banging|threatened|drug|barking|lodger|visitors)\\b`,
  ),
  cue('staff by name', 'target', `\\b(?:mr|mrs|ms|miss)\\s[a-z]{2,15}\\b`),
  cue(
    'contractor',
    'target',
    `\\b(?:contractors?|subcontractors?|ltd|your (?:gas|heating|lift|roofing|cleaning|scaffolding|boiler) (?:firm|people|company|men)|scaffold\\w*|operatives?|workm[ae]n|builders)\\b`,
  ),
];

/** All cues, in a fixed order. */
export const CUES: readonly Cue[] = [
  ...REPETITION,
  ...INACTION,
  ...PROMISE,
  ...TIME,
  ...TARGET,
  ...LATER_CUES,
  ...OFFICE_CUES,
];
