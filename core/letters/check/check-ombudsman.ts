import { contactOf } from '../../policy/policy.ts';
import type { Contact } from '../../policy/schema.ts';
import type { Span } from '../../message.ts';
import { FILTER_ENDED } from '../letter-dates.ts';
import { textOf } from '../markup.ts';
import { numbersOf, placesOf, spanOf } from './checked-text.ts';
import { ofCode, type Checked, type Finding } from './finding.ts';

/** Where the Ombudsman is named, or has to be: reached as it is today, and at once. */
export function checkOmbudsman(checked: Checked): readonly Finding[] {
  return [...wayThere(checked), ...oldWays(checked), ...otherNumbers(checked), ...oldFilter(checked)];
}

/** Every way to reach it is in the letter: by telephone, on the web, by post. */
function wayThere(checked: Checked): Finding[] {
  const { text, own, floor } = checked;
  const block = own.blocks.find(({ names }) => names.some((name) => name.startsWith('ombudsman')));
  if (!block || block.parts.length === 0) return [];
  // Where the letter must name it and doesn't, that is said with the other paragraphs.
  if (!/\bombudsman\b/.test(text.ours)) return block.clauses.length > 0 ? [] : [unnamed(checked, textOf(block.parts))];
  const today = contactOf(floor, 'Housing Ombudsman');
  if (!today) return [];
  const lacking = [
    ...(numbersOf(text, today.phone ?? '').length === 0 ? ['telephone'] : []),
    ...(webPlaces(checked, today.form ?? '').length === 0 ? ['web address'] : []),
    ...(postPlaces(checked, today.post ?? '').length === 0 ? ['postal address'] : []),
  ];
  if (lacking.length === 0) return [];
  const isOwed = block.clauses.length > 0;
  const severity = isOwed && (lacking.length === 3 || lacking.includes('web address')) ? 'must' : 'should';
  const message = `Of the Ombudsman it doesn’t give the ${list(lacking)}.`;
  return [
    {
      id: 'ombudsman-incomplete',
      severity,
      clauses: isOwed ? block.clauses : ofCode(checked, '3.7'),
      message,
      found: [],
      insert: textOf(block.parts),
    },
  ];
}

/** No clause wants it in this letter, but a resident may go there at every stage, and should know it. */
function unnamed(checked: Checked, insert: string): Finding {
  const message = 'It doesn’t name the Ombudsman, whom the resident may ask at any time.';
  return {
    id: 'ombudsman-incomplete',
    severity: 'should',
    clauses: ofCode(checked, '3.7'),
    message,
    found: [],
    insert,
  };
}

/** Ways that no longer lead there. */
function oldWays(checked: Checked): Finding[] {
  const { floor, today, text } = checked;
  const former = floor.contacts.filter(
    ({ who, until }) => who === 'Housing Ombudsman' && until !== undefined && until <= today,
  );
  const now = contactOf(floor, 'Housing Ombudsman');
  return former.flatMap((contact: Contact): Finding[] => {
    const { email = '', post = '', phone = '', form = '' } = contact;
    const found: Span[] = [
      ...placesOf(text, email),
      ...postPlaces(checked, post),
      ...numbersOf(text, phone),
      ...webPlaces(checked, form),
    ];
    if (found.length === 0) return [];
    const message =
      email === ''
        ? 'The Ombudsman is no longer there.'
        : 'The Ombudsman takes no new cases by email. Give its telephone, its web address and its postal address.';
    const insert = email !== '' ? (now?.form ?? null) : post !== '' ? (now?.post ?? null) : (now?.phone ?? null);
    return [
      { id: 'ombudsman-old', severity: 'must', clauses: ofCode(checked, ...contact.clause), message, found, insert },
    ];
  });
}

/** A telephone number that is given as the Ombudsman's, and isn't: not its own, nobody's that is known. */
function otherNumbers({ text, floor, policy, settings }: Checked): Finding[] {
  const now = contactOf(floor, 'Housing Ombudsman')?.phone;
  if (!now) return [];
  const known = [
    ...[...floor.contacts, ...policy.contacts].map(({ phone }) => phone ?? ''),
    settings.officer.phone,
    settings.landlord.phone,
    settings.emergencyNumber,
  ].map(digitsOf);
  const found = text.sentences.flatMap(({ start, end }): Span[] => {
    const named = text.ours.slice(start, end).indexOf('ombudsman');
    if (named < 0) return [];
    return [...text.ours.slice(start + named, end).matchAll(/(?:\+44|0)[\d ()-]{8,16}\d/g)]
      .filter(({ 0: number }) => !known.includes(digitsOf(number)))
      .map(({ 0: number, index }) => spanOf(text, start + named + index, start + named + index + number.length));
  });
  if (found.length === 0) return [];
  const message = `That isn’t the Ombudsman’s number: ${now}.`;
  return [{ id: 'ombudsman-number', severity: 'must', clauses: [], message, found, insert: now }];
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^44/, '0');
}

/** GEN-6: since October 2022 nobody has to wait eight weeks or go through a councillor, an MP or a panel first. */
function oldFilter(checked: Checked): Finding[] {
  const { text, today } = checked;
  if (today < FILTER_ENDED || !/\bombudsman\b/.test(text.ours)) return [];
  const pattern =
    /\b(?:designated persons?|designated (?:tenant )?panel|(?:wait|after|for|within) (?:for )?(?:8|eight) weeks|(?:8|eight) weeks)\b/g;
  const found = [...text.ours.matchAll(pattern)].map(({ 0: words, index }) =>
    spanOf(text, index, index + words.length),
  );
  if (found.length === 0) return [];
  const message = 'Since 1 October 2022 a resident can go straight to the Ombudsman, without waiting.';
  return [{ id: 'filter-ended', severity: 'must', clauses: ofCode(checked, '3.7'), message, found, insert: null }];
}

/** A web address; not the end of an email address. */
function webPlaces({ text }: Checked, form: string): readonly Span[] {
  const host = form.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').replace(/\/.*$/, '');
  return placesOf(text, host).filter(({ start }) => text.text[start - 1] !== '@');
}

/** A postal address, by its postcode, spaced or not. */
function postPlaces({ text }: Checked, post: string): readonly Span[] {
  const postcode = /([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/.exec(post);
  if (!postcode) return [];
  const [, outward = '', inward = ''] = postcode;
  return [...placesOf(text, `${outward} ${inward}`), ...placesOf(text, `${outward}${inward}`)];
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`;
}
