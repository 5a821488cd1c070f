import { hasForm } from '../../case/reference-forms.ts';
import { toReference } from '../../case/reference.ts';
import type { Span } from '../../message.ts';
import { greeted as greetedName } from '../greeted.ts';
import { spanOf } from './checked-text.ts';
import type { Checked, Finding } from './finding.ts';

/** Whom the letter is for, and that nobody else's data is in it. */
export function checkPeople(checked: Checked): readonly Finding[] {
  return [...greeting(checked), ...references(checked), ...addresses(checked)];
}

const TITLES = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|sir|madam|dame|lord|lady)\b\.?/i;

/** "Dear Ruth Amankwah": the whole name, and this resident's. */
function greeting({ text, file, kind }: Checked): Finding[] {
  if (kind === 'social-media') return [];
  const match = /^[ \t]*(?:dear|hello|hi)[ \t]+([^\n,:]{1,80})/im.exec(text.text);
  const name = greetedName((file.representative ?? file.complainant)?.name ?? '');
  if (!match) {
    const message = 'It greets nobody.';
    return [
      {
        id: 'greeting',
        severity: 'should',
        clauses: [],
        message,
        found: [],
        insert: name === '' ? null : `Dear ${name}`,
      },
    ];
  }
  const [whole, greeted = ''] = match;
  const start = match.index + whole.length - greeted.length;
  const found = [spanOf(text, start, start + greeted.trimEnd().length)];
  const insert = name === '' ? null : name;
  const known = namesOf([name, file.complainant?.name ?? '', ...file.points.map((point) => point.text)].join(' '));
  const own = namesOf(greeted.replace(TITLES, ''));
  if (/\b(?:sir|madam|tenant|resident|customer|occupier|leaseholder|all)\b/i.test(greeted))
    return [{ id: 'greeting', severity: 'should', clauses: [], message: 'Greet the person by name.', found, insert }];
  if (name !== '' && own.length > 0 && !own.some((word) => known.includes(word)))
    return [
      { id: 'greets-another', severity: 'must', clauses: [], message: `The letter is for ${name}.`, found, insert },
    ];
  // Mr or Mrs is a guess unless the resident wrote it so.
  if (
    !TITLES.test(greeted.trim()) ||
    titleOf(name) === titleOf(greeted) ||
    signedSo(greeted, file.messages[0]?.text ?? '')
  )
    return [];
  return [
    {
      id: 'greeting',
      severity: 'should',
      clauses: [],
      message: 'Nobody said that this is their title.',
      found,
      insert,
    },
  ];
}

/** References of other cases: ours by their check, the landlord's own by their form. */
function references(checked: Checked): Finding[] {
  const { file, settings, entries } = checked;
  const known = [
    ...file.messages.flatMap(({ text: own, subject }) => [own, subject]),
    ...Object.values(entries),
    ...file.points.map((point) => point.text),
  ]
    .join('\n')
    .toUpperCase();
  const found = tokensOf(checked).filter(({ text: token }) => {
    const upper = token.toUpperCase();
    const ours = /[-]/.test(token) || token === upper ? toReference(token) : null;
    if (ours !== null) return ours !== file.reference;
    return settings.referenceFormats.some((format) => hasForm(token, format)) && !known.includes(upper);
  });
  if (found.length === 0) return [];
  const message = `This case is ${file.reference}. Another case’s reference is in the letter.`;
  return [{ id: 'other-reference', severity: 'must', clauses: [], message, found, insert: file.reference }];
}

/** Addresses, of email or of post, that belong to nobody on the case. */
function addresses(checked: Checked): Finding[] {
  const { text, file, settings, policy, floor, entries } = checked;
  const known = squeezed(
    [
      ...file.messages.flatMap((message) => [message.text, message.subject, message.from?.address ?? '']),
      ...[file.complainant, file.representative].map((person) => person?.address ?? ''),
      ...Object.values(entries),
      settings.landlord.address,
      settings.officer.email,
      ...[...policy.contacts, ...floor.contacts].flatMap(({ post = '', email = '' }) => [post, email]),
    ].join('\n'),
  );
  const emails = [...text.text.matchAll(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g)].filter(
    ({ 0: email }) =>
      !settings.landlord.domains.some((domain) => domain !== '' && email.toLowerCase().endsWith(domain.toLowerCase())),
  );
  const postcodes = [...text.text.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g)];
  const found = [...emails, ...postcodes]
    .filter(({ 0: address }) => !known.includes(squeezed(address)))
    .map(({ 0: address, index }) => spanOf(text, index, index + address.length));
  if (found.length === 0) return [];
  const message = 'An address that isn’t on this case is in the letter. Is it somebody else’s?';
  return [{ id: 'other-address', severity: 'must', clauses: [], message, found, insert: null }];
}

/** Pieces of the letter that may be a reference: letters, figures and what joins them. */
function tokensOf({ text }: Checked): readonly Span[] {
  return [...text.text.matchAll(/[A-Za-z0-9][A-Za-z0-9/_.-]{2,40}/g)]
    .map(({ 0: token, index }) => {
      const plain = token.replace(/[/_.-]+$/, '');
      return spanOf(text, index, index + plain.length);
    })
    .filter(({ text: token }) => /\d/.test(token));
}

function namesOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u)
    .filter((word) => word.length > 1);
}

function titleOf(name: string): string {
  return (TITLES.exec(name.trim())?.[0] ?? '').toLowerCase().replace('.', '');
}

/** The resident signed with that title. */
function signedSo(greeted: string, message: string): boolean {
  return message.toLowerCase().includes(greeted.trim().toLowerCase());
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}
