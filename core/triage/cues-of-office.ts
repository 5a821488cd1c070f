import { cue, type Cue } from './cue.ts';

const OFFICE: readonly Cue[] = [
  cue(
    'tenants spoken of',
    'office',
    `\\b(?:tenants?|residents?|customers?|complainants?|leaseholders?|service users?|occupiers?|householders?|claimants?|constituents?|clients?)\\b`,
  ),
  cue(
    'case work',
    'office',
    `\\b(?:case (?:ref|number|no|file|note|officer|worker|is|was|review)|upheld|not upheld|acknowledg\\w+|sla\\b|kpis?|tsm\\w*|tp\\d\\d|ch0[12]|target|actions?:|action (?:log|point|plan|required|needed)|minutes|agenda|quarterly|monthly|weekly|q[1-4]\\b|w\\/?e\\b|per ?cent|\\d%|figures|themes?|trend|dashboard|performance|benchmark|lessons learn\\w*|learning|root cause|triage|allocated|logged|closed|raised (?:as|on)|on (?:the )?system|workflow|template|draft|sign[- ]?off|deadline|due (?:on|by|date)|response due|extension|determination|self-assessment)\\b`,
  ),
  cue(
    'colleagues',
    'office',
    `\\b(?:hi (?:all|team|both|folks|everyone|colleagues)|dear (?:all|team|colleagues?|both|provider|landlord)|morning (?:all|team|both)|fyi|please (?:log|raise|action|note|see (?:attached|below)|find (?:attached|enclosed)|can you (?:raise|log)|pick (?:this )?up|circulate|review|complete)|can you (?:raise|log|pick|action|chase|confirm|look at this|deal)|as discussed|per (?:our|my) (?:call|conversation)|cc'?d|copied in|looping in|handover|annual leave|on leave|out of (?:the )?office|back on|teams call|diary|rota|shift cover|1:1|supervision|team meeting|board|committee|panel (?:meeting|papers)|line manager|payroll|timesheet)\\b`,
  ),
  cue(
    'trade',
    'office',
    `\\b(?:invoices?|purchase order|p\\.?o\\.? number|quot(?:e|ation)|vat|tender|contract(?:s|ual)?|variation|schedule of rates|sor\\b|works order|wo \\d|job no|job number|completed|attended|no access|rebooked|carded|certificate|eicr|lgsr|cp12|fra\\b|rams|method statement|site|programme|snag(?:s|ging)?|retention|account manager|our (?:engineer|operative|client|records|team)|we (?:attended|completed|have (?:attended|completed|raised|logged)))\\b`,
  ),
  cue(
    'newsletter',
    'office',
    `\\b(?:webinar|newsletter|subscribe\\w*|register (?:now|here|your place)|book (?:now|your place)|early bird|in this issue|read more|click|free (?:trial|guide|download|demo)|demo|join us|keynote|speakers?|conference|sector|providers|landlords (?:must|should|are)|regulator|new research|survey of|7 in 10|%|awards?|sponsor\\w*|solution|platform|software|our (?:latest|new) (?:guide|report|product)|no[- ]obligation|special offer)\\b`,
  ),
  cue(
    'policy prose',
    'office',
    `\\b(?:policy|procedure|definition|definitions|section \\d|paragraph|para \\d|clause|appendix|guidance|code|scheme|provision|hereby|pursuant|herein|act \\d{4}|regulations?|statutory|compliance|framework|consultation|stakeholders?|we aim to|we will (?:acknowledge|respond|investigate|write)|must be (?:acknowledged|answered|recorded)|expression of dissatisfaction|training|module|e-learning|role ?play|scenario|exercise|example)\\b`,
  ),
  cue(
    'machine',
    'office',
    `\\b(?:automated|automatic(?:ally)?|do not reply|no-?reply|unmonitored|notification|ticket|case (?:created|assigned|updated|closed)|has been (?:assigned|created|updated|logged|submitted|received|closed)|your (?:message|request|form|ticket|order|parcel|booking) (?:has|was|is)|undeliver\\w+|delivery (?:status|failure)|out of office|status:|priority:|owner:|category:|reference:|ref:|system|portal|log ?in|password)\\b`,
  ),
  cue(
    'law',
    'office',
    `\\b(?:solicitors?|we act for|acting for|our client|instructed by|claimant|defendant|disrepair|letter (?:of claim|before action)|pre-action|protocol|particulars|county court|tribunal|hearing|injunction|possession|proceedings|claim (?:no|number|form)|without prejudice|disclosure|witness statement|order of|court)\\b`,
  ),
  cue(
    'council member',
    'office',
    `\\b(?:my constituent|constituents?|casework(?:er)?|on behalf of (?:my|the|a) constituent|councillor|cllr|member of parliament|\\bmp\\b|surgery|ward\\b)\\b`,
  ),
  cue(
    'investigator',
    'office',
    `\\b(?:ombudsman|determination|maladministration|evidence (?:request|please)|we (?:investigated|found|uphold|have decided)|finding|service failure|investigat\\w+|adjudicator|under review|our (?:decision|investigation))\\b`,
  ),
];

const RELAY: readonly Cue[] = [
  cue(
    'says',
    'relay',
    `\\b(?:says|said|states|stated|saying|reports|reported that|feels|felt|claims|advised (?:that|she|he|me)|tells (?:me|us)|told (?:me|us)|mentioned|asked (?:me|if|why|for|that)|wants to know|wd like|would like|is asking|asking (?:if|for|why)|complain(?:s|ing) (?:of|that|about)|unhappy (?:with|that|about))\\b`,
  ),
  cue(
    'note shorthand',
    'relay',
    `\\b(?:tt|tnt|ten|t\\/c|t\\/t|cust|cx|clr|caller|adv(?:d|ised)?|appt|c\\/b|cb|nfa|rtc|hv|ooh|ho\\b|nho|csc|w\\/e|o\\/s|pls|wd|shd|re:|ref:|dob|eng|op\\b|opt|prev|approx|b\\/f|l\\/m|lvm|nok|pt\\b)\\b`,
  ),
  cue(
    'for someone',
    'relay',
    `\\b(?:on behalf of|my (?:mum|mam|mother|dad|father|nan|gran\\w*|grandad|husband|wife|partner|son|daughter|brother|sister|aunt\\w*|uncle|friend|neighbour|client|patient)|her (?:son|daughter)|his (?:son|daughter|mother)|i am (?:her|his|their|the) (?:\\w{3,10}\\s)?(?:daughter|son|carer|advocate|niece|nephew|support|social|friend|neighbour)|support worker|social worker|carer|advocate|citizens advice|power of attorney|appointee|deputy|executor)\\b`,
  ),
  cue(
    'passes on',
    'relay',
    `\\b(?:passing (?:this |it |that )?on|forwarding|see below|please see (?:the )?(?:below|message)|(?:came|come|sent) (?:in|to|into|through) (?:my|the|our) (?:inbox|desk|office|hub)|asked me to (?:pass|tell|write|say|let|ask)|wanted (?:me|it) (?:to be )?(?:pass|log|record|noted)|as (?:she|he|they) said|her words|his words|verbatim|quote|word for word|for (?:you|complaints) (?:i think|to)|one for you|over to you)\\b`,
  ),
];

const MATTER: readonly Cue[] = [
  cue(
    'repair',
    'matter',
    `\\b(?:boiler|heating|radiators?|hot water|tap|toilet|shower|bath|sink|drain|gutter\\w*|roof|leak\\w*|damp|mould|mold|window|door|lock|kitchen|ceiling|floor|wall|electric\\w*|socket|light|lift|fence|gate|plumb\\w*|repair\\w*|fan|alarm)\\b`,
  ),
  cue(
    'rent',
    'matter',
    `\\b(?:rent|arrears|account|direct debit|standing order|payment|housing benefit|service charge|charge|balance|increase|bill|statement)\\b`,
  ),
  cue(
    'estate',
    'matter',
    `\\b(?:bins?|rubbish|fly ?tip\\w*|grass|garden|hedge|trees?|parking|car park|cleaning|communal|stairs|lobby|hallway|litter|weeds|rats?|mice|pests?|pigeons?|estate)\\b`,
  ),
  cue(
    'home wanted',
    'matter',
    `\\b(?:transfer|bidding|waiting list|mutual exchange|bands?|overcrowd\\w*|move|moving|allocation|adaptation|ot\\b|wet ?room|ramp|viewing|offer|keys)\\b`,
  ),
  cue(
    'care',
    'matter',
    `\\b(?:carers?|care (?:plan|call|team|visit|home|agency)|medication|support (?:plan|hours|worker)|scheme|sheltered|extra care|pull ?cord|warden)\\b`,
  ),
];

/** The cues of the landlord's own mail, of notes about residents, and of the matter in hand. */
export const OFFICE_CUES: readonly Cue[] = [...OFFICE, ...RELAY, ...MATTER];
