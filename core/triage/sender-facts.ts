import type { Message } from '../message.ts';
import type { Reading } from '../reading/reading.ts';
import { domainOf, isOwn, ownDomains } from '../reading/own-domains.ts';
import type { Settings } from '../settings.ts';

const PATTERNS: readonly (readonly [fact: string, pattern: RegExp])[] = [
  [
    'from a machine',
    /\b(?:no-?reply|do-?not-?reply|donotreply|mailer-daemon|postmaster|notifications?|alerts?|automated|auto|system|robot|daemon|bounce)\b/i,
  ],
  [
    'from a form',
    /\b(?:web ?forms?|forms?|website|web|portal|contact form|submissions?|my ?account|my ?home|online)\b/i,
  ],
  ['from a survey', /\b(?:surveys?|feedback|tsm|tps|star|poll|verbatim|insight|responses?|perception)\b/i],
  ['from a telephone', /\b(?:voice ?mail|vm|voip|call|phone|sms|text|missed)\b/i],
  [
    'from the contact log',
    /\b(?:crm|notes?|contact ?log|contacts?|hub|call handling|out of hours|ooh|visits?|mobile working|app|diary|tracker|log)\b/i,
  ],
  ['from the post room', /\b(?:post ?room|scan(?:s|ning|ned)?|mail ?room|incoming post)\b/i],
  ['from a member of Parliament', /\bMP\b|\bMSP\b|\bMS\b|\b(?:parliament|commons|senedd|constituency)\b/],
  ['from a councillor', /\b(?:cllr|councillor|ald(?:erman)?)\b/i],
  ['from a lawyer', /\b(?:law|legal|solicitors?|llp|chambers|barristers?|conveyanc\w*|notar\w*)\b|law\b/i],
  ['from the Ombudsman', /\bombuds\w*/i],
  [
    'from a public body',
    /\b(?:nhs|police|council|gov|court|tribunal|hmcts|fire|probation|university|school|college|hospital|surgery|inspectorate|regulator)\b/i,
  ],
  ['from an adviser', /\b(?:advice|cab|citizens|support|advocacy|shelter|charity|outreach|refuge|age ?uk|carers?)\b/i],
  [
    'from a firm',
    /\b(?:ltd|limited|plc|services?|contracts?|accounts?|sales|admin|office|team|info|enquiries|solutions|group|consult\w*|lifts?|heating|gas|roofing|electrical|cleaning|insurance|adjust\w*)\b/i,
  ],
];

/** What the headers say of the sender, as features for the model: never what a name is, only of what kind. */
export function senderFacts({ message, channel, writtenBy }: Reading, settings: Settings): readonly string[] {
  const facts: string[] = [`channel ${channel}`];
  const address = message.from?.address ?? '';
  const name = message.from?.name ?? '';
  const who = `${name} ${address.replace(/[@._-]/g, ' ').replace(/\b(?:example|co|uk|org|com)\b/g, ' ')}`.slice(0, 200);
  for (const [fact, pattern] of PATTERNS) if (pattern.test(who)) facts.push(fact);
  if (isOwn(address, ownDomains(message, settings))) facts.push('from our own domain');
  else if (isToSameDomain(message, address)) facts.push('from our own domain');
  if (!/\s/.test(name.trim())) facts.push('from one word');
  if (/\d/.test(address.split('@')[0] ?? '')) facts.push('from a private address');
  if (writtenBy) facts.push('passed on');
  if (/^\s*re\s*:/i.test(message.subject)) facts.push('subject re');
  if (/^\s*(?:fw|fwd)\s*:/i.test(message.subject)) facts.push('subject fw');
  return facts;
}

function isToSameDomain(message: Message, address: string): boolean {
  const domain = domainOf(address);
  return domain !== '' && message.to.some((to) => domainOf(to.address) === domain);
}
