import type { Signal } from '../policy/signals.ts';
import type { Reading } from '../reading/reading.ts';
import type { Features } from './features.ts';
import type { Flag, Hazard, Intent, Speaker } from './verdict.ts';

/** What the words were found to say, before it is put into the policies' vocabulary. */
export interface Found {
  readonly reading: Reading;
  readonly features: Features;
  readonly dissatisfied: boolean;
  readonly intent: Intent;
  readonly flags: ReadonlySet<Flag>;
  readonly speaker: Speaker;
  readonly hazards: readonly Hazard[];
  /** The verdict shows a danger as there now. */
  readonly isDangerNow: boolean;
  /** Whether a flag is surer than it need be to be shown: only then does a stage or an exclusion follow from it. */
  readonly isSure: (flag: Flag) => boolean;
}

/** Flags that are signals by another spelling. */
const FLAG_SIGNALS: readonly (readonly [Flag, Signal])[] = [
  ['health_safety', 'health-safety'],
  ['safeguarding', 'safeguarding'],
  ['building_safety', 'building-safety'],
  ['staff_conduct', 'staff-conduct'],
  ['anonymous', 'anonymous'],
  ['group', 'group'],
  ['employment', 'employment'],
  ['rent_level', 'rent-level'],
  ['not_responsible', 'not-responsible'],
  ['care_service', 'care'],
  ['insurance_claim', 'insurance-claim'],
  ['repeat_of_exhausted', 'repeat-of-exhausted'],
  ['formal', 'asks-formal'],
  ['contractor', 'contractor'],
];

/** Flags by which a policy turns a complaint away: shown to a person when they are likely, followed only when sure. */
const TURNS_AWAY: ReadonlySet<Flag> = new Set(['not_responsible', 'repeat_of_exhausted', 'employment', 'rent_level']);

/** A plain question about rent, a post or a decision is no dispute about it. */
const ONLY_OF_A_MATTER: ReadonlySet<Signal> = new Set([
  'rent-level',
  'employment',
  'anonymous',
  'repeat-of-exhausted',
  'asks-formal',
  'contractor',
]);

const OFFICE_SPEAKERS: ReadonlySet<Speaker> = new Set([
  'staff',
  'contractor',
  'supplier',
  'organisation',
  'machine',
  'ombudsman',
]);

const CAME_BACK =
  /\b(?:c[ao]me(?:s)? back|coming back|back again|returned|recur\w*|same (?:leak|fault|problem|place|spot|thing)|leak(?:s|ed|ing)? again|(?:broken|off|out|gone|failed) again|again and again|every (?:winter|time|year)|keeps? (?:coming|breaking|going|failing|leaking|happening|cutting))\b/;
/** Said in so many words that it isn't the first time: the flag needs no more certainty than it takes to be shown. */
const TOLD_BEFORE =
  /\b(?:(?:rang|rung|phoned|called|emailed|wrote|written|reported|complained|chased|asked|told you|been in touch)(?: \w+){0,3} (?:once already|twice|(?:two|three|four|five|six|several|many|numerous|\d{1,2}) times|before|already|again|last (?:week|month|year|winter))|(?:second|third|fourth|fifth|sixth|\d{1,2}(?:nd|rd|th)) time (?:of asking|(?:that )?(?:i|we)|(?:this|it|they))|(?:first )?reported (?:it |this |them )?(?:on|in|back in|since) (?:the )?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december)|(?:was|were|been) told (?:\w+ ){0,3}(?:someone|somebody|they|he|she|you|it) would)\b/;
const THREAT =
  /\b(?:kill|burn|smash|find you|find out where|(?:know|no|knew) (?:where|were|what time|which) (?:you|u|he|she|they|your)|hurt|batter|bury|torch|knife|petrol|waiting for (?:you|her|him)|watch (?:your|yer|ur) back|swing for|put (?:him|her|you|his|your) (?:\w+ )?(?:in|through|down)|teeth|drag(?:ged|ging)? (?:out|you|him|her)|break (?:your|his|her)|sorry when|come down there|regret)\b/;
const TRIBUNAL = /\btribunal\b/;
const SERVICE_CHARGE = /\bservice charges?\b/;
const QUALITY =
  /\b(?:clean\w*|garden\w*|grass|mow\w*|lift|lights?|repair\w*|standard|quality|never (?:been )?done|not done)\b/;
const HEARD =
  /\b(?:judgment|judgement|was heard|hearing was|order (?:was )?made|court (?:ordered|found|decided)|judge (?:said|found|ordered|decided))\b/;
const APPEAL =
  /\b(?:appeal(?:ing)? (?:against|the|your|my|this)|(?:wish|want|like) to appeal|(?:banding|allocation|homeless\w*|succession|transfer|medical|adaptation|eligibility|suspension) (?:\w+ )?(?:decision|appeal|panel|refus\w*)|review of (?:the|your|my) (?:\w+ )?(?:banding|decision|suitability)|s(?:ection)?\.? ?202)\b/;
const POLICY_ITSELF =
  /\b(?:(?:the|your) (?:\w+ )?(?:policy|scheme|rules?) (?:itself )?(?:is|are) (?:\w+ )?(?:unfair|wrong|discriminat\w*|ridiculous|stupid|nonsense|daft|out of date)|change (?:the|your) (?:\w+ )?(?:policy|rules?)|disagree with (?:the|your) (?:\w+ )?policy)\b/;
const POLICY_APPLIED =
  /\b(?:(?:not|n't|never|failed to) (?:\w+ )?follow\w* (?:the|your|own) (?:own )?(?:\w+ )?(?:policy|procedure)|applied (?:it|the policy|your policy)|your own (?:policy|procedure))\b/;
const EXTRA_CARE = /\b(?:kehfa|extra ?care)\b/;
const COUNCIL_SERVICE =
  /\b(?:council tax|highways|potholes?|bin (?:collection|day)|recycling|planning (?:application|department|permission)|environmental health|social (?:services|care)|adult services|education|parking (?:fine|ticket|permits?)|street ?lights?|libraries|benefits? (?:office|team))\b/;
const DIED =
  /\b(?:executor|executrix|probate|letters of administration|(?:her|his|the) (?:late )?estate\b|(?:passed away|died|passed on|death of)\b)/;
const LATE_TENANCY =
  /\b(?:tenancy|tenant|flat|house|bungalow|keys|belongings|rent|estate|executor|executrix|probate|arrears)\b/;
const HOW_YOU_HELPED =
  /\b(?:you|your \w+|yous|housing officer) (?:\w+ ){0,3}(?:never|didn't|didnt|did not|won't|wouldn't|refused to|haven't|not) (?:\w+ )?(?:help|support|back me|stand|speak up|do anything|take it up|chase|ring them|contact them)\b/;
const HANDLING =
  /\b(?:(?:nothing|nowt) (?:is |has |been |was )?(?:done|happen\w*|changed)|diary sheets?|log sheets?|app\b|recordings?|case (?:officer|closed|was)|closed (?:my|the|our) case|asb (?:team|officer)|reported (?:it|this|him|her|them)|told you|you (?:do|did|have done) nothing)\b/;
const EXECUTIVE =
  /\b(?:chief[ ._-]?exec\w*|ceo\b|managing director|executive director|chair(?:man|woman)?(?: of the board)?|board member|director of)\b/i;
const NEW_ISSUE =
  /\b(?:another (?:thing|matter|issue|problem)|separate(?:ly)? (?:matter|issue|complaint)|new (?:matter|issue|complaint|problem)|different (?:matter|issue)|not about (?:my|the) (?:other|old) complaint|nothing to do with (?:my|the) (?:other|old|first) complaint)\b/;
const REGULATOR = /\bregulator of social housing|\brsh\b|building safety regulator|care quality commission|\bcqc\b/i;

/** The policies' signals that the words and the sender give. */
export function policySignals(found: Found): ReadonlySet<Signal> {
  const { dissatisfied, intent, flags } = found;
  const text = found.features.plain.text;
  const signals = new Set<Signal>();
  const isMatter = dissatisfied || intent === 'claim' || intent === 'legal' || intent === 'enquiry_mp_councillor';
  for (const [flag, signal] of FLAG_SIGNALS) {
    const holds = TURNS_AWAY.has(flag) ? found.isSure(flag) : flags.has(flag);
    if (holds && (isMatter || !ONLY_OF_A_MATTER.has(signal))) signals.add(signal);
  }
  if (dissatisfied) signals.add('dissatisfaction');
  else addRequest(signals, intent);
  addSender(signals, found);
  addLaw(signals, found, text);
  addHazards(signals, found);
  // Shown as a danger that is there now it is a matter of safety for every policy that asks, however the flag was read.
  if (dissatisfied && found.isDangerNow) signals.add('health-safety');

  if (intent === 'escalation') signals.add('not-satisfied-with-response').add('response-issued');
  if (intent === 'chaser') signals.add('already-open');
  if (intent === 'survey_response') signals.add('survey');
  if (intent === 'claim') signals.add('insurance-claim');
  if (dissatisfied && found.isSure('repeat_of_exhausted')) signals.add('already-considered');
  if (dissatisfied && (found.isSure('tried_before') || (flags.has('tried_before') && TOLD_BEFORE.test(text)))) {
    signals.add('still-dissatisfied');
    if (CAME_BACK.test(text)) signals.add('recurring');
  }
  if (flags.has('contractor') && !flags.has('contractor_not_approached')) signals.add('contractor-approached');
  if (flags.has('abusive') && THREAT.test(text)) signals.add('abusive');
  if (
    flags.has('employment') &&
    /\b(?:applied|application|interview|vacancy|shortlist\w*|the (?:post|job|role) of)\b/.test(text)
  )
    signals.add('job-applicant');
  if (flags.has('rent_level') && SERVICE_CHARGE.test(text) && QUALITY.test(text))
    signals.add('service-charge-work-quality');
  if (signals.has('not-responsible') && OFFICE_SPEAKERS.has(found.speaker)) signals.delete('not-responsible');
  if (flags.has('not_responsible') && HOW_YOU_HELPED.test(text)) signals.add('how-we-supported');
  if (
    dissatisfied &&
    (intent === 'complaint' || intent === 'escalation') &&
    /\b(?:neighbou?r\w*|next door|upstairs|noise|asb|anti-?social)\b/.test(text) &&
    HANDLING.test(text)
  )
    signals.add('asb-handling');
  if (isMatter && APPEAL.test(text)) signals.add('decision-appeal');
  if (dissatisfied && POLICY_ITSELF.test(text)) signals.add('about-policy');
  if (POLICY_APPLIED.test(text)) signals.add('policy-application');
  if (EXTRA_CARE.test(text)) signals.add('kehfa');
  if (COUNCIL_SERVICE.test(text)) signals.add('other-council-service');
  if (
    DIED.test(text) &&
    LATE_TENANCY.test(text) &&
    /\b(?:executor|executrix|probate|administration|estate|(?:my|our|the) late|(?:mum|mother|dad|father|nan|aunt|uncle|brother|sister|husband|wife|tenant) (?:has )?(?:died|passed))\b/.test(
      text,
    )
  )
    signals.add('deceased');
  if (intent === 'chaser' && NEW_ISSUE.test(text)) signals.add('new-issue');
  return signals;
}

/** The hazards that set the law's clocks: the banner shows every one, these only what is said to be there now. */
function addHazards(signals: Set<Signal>, { hazards, flags, intent, dissatisfied }: Found): void {
  const isReport = dissatisfied || intent === 'service_request';
  if (flags.has('health_safety') && hazards.some(({ urgency }) => urgency === 'now')) signals.add('emergency-hazard');
  if (isReport && hazards.some(({ kind }) => kind === 'damp-and-mould')) signals.add('damp-and-mould');
}

function addRequest(signals: Set<Signal>, intent: Intent): void {
  if (intent === 'service_request') signals.add('first-request');
  if (intent === 'information_request') signals.add('information-request');
  if (intent === 'asb_report') signals.add('asb-report');
}

function addSender(signals: Set<Signal>, { reading: { message }, features: { facts }, intent, speaker }: Found): void {
  const isMember = facts.includes('from a member of Parliament');
  const isCouncillor = facts.includes('from a councillor');
  if (speaker === 'mp-councillor' || intent === 'enquiry_mp_councillor')
    signals.add(isCouncillor && !isMember ? 'councillor' : 'mp');
  if (speaker === 'ombudsman' && facts.includes('from the Ombudsman')) signals.add('ombudsman');
  const sender = `${message.from?.name ?? ''} ${message.from?.address ?? ''}`.slice(0, 200);
  if (REGULATOR.test(sender)) signals.add('regulator');
  if (speaker === 'solicitor' && intent === 'legal') signals.add('lawyer');
  const addressees = [...message.to.map(({ name, address }) => `${name} ${address}`), message.subject.slice(0, 100)]
    .join(' ')
    .slice(0, 600);
  if (EXECUTIVE.test(addressees)) signals.add('executive-contact');
}

function addLaw(signals: Set<Signal>, { intent, flags, speaker }: Found, text: string): void {
  if (flags.has('legal_proceedings')) {
    if (TRIBUNAL.test(text) && SERVICE_CHARGE.test(text)) signals.add('tribunal-service-charge');
    else signals.add('claim-issued');
    if (HEARD.test(text)) signals.add('court-heard');
  } else if (intent === 'legal' && speaker !== 'solicitor') signals.add('legal-action');
}
