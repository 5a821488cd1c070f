import type { RecordField } from '../../core/record.ts';
import { fieldInWords } from './label-words.ts';

/**
 * What the words beside a field, or the name that a programmer gave it, say that it is. They are compared without blanks, case
 * and punctuation: "Tenancy ref.", "tenancy_ref" and "TenancyRef" are the same. In the order in which they are asked.
 */
const NAMES: readonly (readonly [RecordField, RegExp])[] = [
  ['tenancyType', /^(?:tenancy|tenure)type$/],
  [
    'tenancy',
    /^(?:tenancy|tenure|tenant|agreement)(?:ref|reference|no|number|num|id)(?:no|number)?$|^cyfeirnodtenantiaeth$|^rhiftenantiaeth$/,
  ],
  ['rentAccount', /^rent(?:account|acct|ac)(?:no|number|ref|reference)?$/],
  [
    'reference',
    /^(?:(?:case|ticket|complaint|enquiry|incident|record)(?:ref|reference|no|number|num|id)(?:no|number)?|ref|refno|reference|referencenumber|ourref|ourreference|cyfeirnod|cyfeirnod(?:yr)?achos|cyfeirnodcwyn|rhif(?:yr)?achos)$/,
  ],
  [
    'address',
    /^(?:property|home|contact|postal|current|full|main|correspondence|tenancy|mailing|street|customer|tenant|resident)?address(?:line)?1?$|^(?:property|premises)$|^cyfeiriad(?:cartref|(?:yr)?eiddo|llawn)?$/,
  ],
  [
    'phone',
    /^(?:contact|home|main|primary|work|daytime|mobile|customer|tenant|preferred)?(?:phone|telephone|tel|mobile)(?:phone)?(?:number|no)?(?:1|2|3|h|m|w|home|mobile|work)?$|^contactn(?:umber|o)$|^(?:landline|mob)$|^(?:rhif)?(?:ffon)?(?:ffon|symudol|cartref)$/,
  ],
  [
    'email',
    /^(?:contact|customer|tenant|home|main|primary|supplied|web)?e?mail(?:address)?(?:1)?$|^(?:cyfeiriad)?ebost$/,
  ],
  ['stage', /^(?:complaint|case)?stage$|^cam$/],
  ['priority', /^(?:case|ticket)?priority(?:code)?$/],
  ['status', /^(?:case|ticket)status(?:code)?$|^status(?:code)?$|^statws$/],
  [
    'due',
    /^(?:response|reply|answer|target)?due(?:date|on|by)?$|^(?:respond|response|reply)by$|^(?:deadline|targetdate)$/,
  ],
  [
    'received',
    /^(?:date)?received(?:on|date|at)?$|^date(?:and)?(?:time)?(?:opened|created|received|logged|reported)$|^(?:created|opened|logged)(?:on|date|at)$|^(?:dyddiad)?derbyn(?:iwyd)?$/,
  ],
  ['subject', /^(?:case|ticket|complaint)?(?:title|subject|topic)$|^pwnc$/],
  [
    'notes',
    /^(?:case|contact|call|complaint|officer)?(?:notes?|description|details|comments?|narrative)$|^(?:summary|natureofcomplaint|detailsof(?:the)?complaint|whathappened|observations)$|^(?:nodiadau|sylwadau|disgrifiad|manylion)$/,
  ],
  ['alert', /^(?:alerts?|warnings?|cautions?|cautionaryalerts?)$/],
  ['vulnerability', /^vulnerabilit(?:y|ies)$|^supportneeds$/],
  [
    'name',
    /^(?:customer|contact|tenant|resident|requester|caller|complainant|applicant|person|client|full|leadtenant|maintenant|lead)?(?:full)?name$|^(?:customer|requester|tenant|resident|complainant|customerid|contactid|contact|leadtenant|maintenant)$|^nameof(?:the)?(?:tenant|customer|resident|caller|complainant)$|^(?:person|leaseholder|occupier|tenants?name)$|^enw(?:llawn|y?r?(?:cwsmer|tenant|preswylydd|galwr))?$/,
  ],
];

/** Which field a label or a programmer's name speaks of; null where it says nothing that a complaint needs. */
export function fieldNamed(label: string): RecordField | null {
  const compact = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (compact === '' || compact.length > 40) return null;
  return NAMES.find(([, pattern]) => pattern.test(compact))?.[0] ?? fieldInWords(label);
}

/** A field's value as a complaint needs it: an address in one line, a telephone number without the words around it. */
export function tidied(field: RecordField, value: string): string {
  const lines = value
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (field === 'address') return lines.map((line) => line.replace(/,$/, '')).join(', ');
  const text = lines.join(field === 'notes' ? '\n' : ' ');
  if (field === 'phone' || field === 'phone2') return /\+?\(?\d[\d\s()-]{7,20}\d/.exec(text)?.[0] ?? text;
  if (field === 'email') return /[^\s<>@]{1,100}@[^\s<>@]{1,100}/.exec(text)?.[0] ?? text;
  return text;
}
