import { domainOf } from './own-domains.ts';
import type { Line } from './lines.ts';

/*
 * The block under a name that says what somebody is and where: left out, whoever the organisation is. The name stays, and
 * so does what a private person writes under it: a flat, a tenancy number, a telephone number, "(daughter)".
 */

const ROLE =
  /\b(?:manager|officer|(?:case|support|social|key|outreach|youth|duty)[ -]?worker|caseworker|advis[eo]r|assistant|director|leader|lead|co-?ordinator|supervisor|surveyor|solicitor|partner|paralegal|clerk|administrator|chief executive|nurse|health visitor|therapist|engineer|specialist|consultant|head of|executive|secretary|trainee|apprentice|inspector|planner|analyst|liaison|adjudicator|adjuster|handler|practitioner|registrar|teacher|caretaker|warden|receptionist|editor|treasurer)\b/i;

const ORGANISATION =
  /\b(?:ltd|limited|llp|plc|cic|housing|homes|council|association|society|trust|group|department|dept|directorate|service|services|team|hub|office|nhs|university|college|hospital|surgery|police|constituency|member of parliament|councillor for|ward|charity|foundation|solicitors|contractors|enforcement|tenancy)\b/i;

const CONTACT =
  /^(?:t|tel|telephone|phone|mob|mobile|m|e|email|e-mail|w|web|fax|dd|ddi|direct|ext)\b[.:]?\s*[\d+(@w:]|\bwww\.|https?:\/\/|^[^\s@]{1,60}@[^\s@]{1,80}$|^\(?(?:she|he|they)\s?\/\s?(?:her|him|them)|^\+?[\d\s()]{9,20}$|^(?:anfonwyd gan|sent by)\b/i;

const HOURS =
  /^(?:\(?(?:i|my) (?:do not|don.t|work|working|usual|normal)|working (?:days|hours|pattern)|(?:office )?hours:|mon(?:day)?s?\s?(?:-|–|to)\s?(?:thu|fri|wed))/i;

/** What no title and no address says. */
const PROSE =
  /\b(?:i|me|my|we|our|you|your|please|is|are|was|were|have|has|had|can|could|will|would|not|do|does|did|he|him|they|them|it)\b/i;

const CLOSING =
  /^(?:(?:kind|best|warm|many|with|kindest|warmest)\s)?(?:regards|wishes|thanks|yours|cheers|ta|thank you|thanks|best|cofion|diolch|sincerely)\b.{0,30}$/i;

const GREETING = /^(?:thanks|regards|dear|hi|hiya|hello|hey|good|morning|afternoon|evening|all|team|to)\b/i;

/** A name as people sign: up to five words, each with a capital, and no sentence. */
function isName(head: string): boolean {
  if (head.length > 45 || /[?!:;]|\d/.test(head) || ROLE.test(head) || GREETING.test(head)) return false;
  const words = head.split(/\s+/);
  return (
    words.length <= 5 &&
    words.every((word) => /^["'(]?\p{Lu}/u.test(word) || /^(?:de|da|van|von|of|the|and|&|al|bin|ap|x{1,4})$/.test(word))
  );
}

function isBlockLine(head: string, domain: string): boolean {
  if (head.length > 110) return false;
  if (CONTACT.test(head) || HOURS.test(head)) return true;
  if (PROSE.test(head)) return false;
  return ROLE.test(head) || ORGANISATION.test(head) || /\s[|•·]\s/.test(head) || isNamedBy(head, domain);
}

/** "Valley Heat" under a mail from valleyheat.example. */
function isNamedBy(head: string, domain: string): boolean {
  const name = domain.split('.')[0]?.replace(/[^a-z]/g, '') ?? '';
  return (
    name.length >= 5 &&
    head
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .includes(name)
  );
}

/** A line that could only be part of a block: prose under a name is none. */
function isStrong(head: string, domain: string): boolean {
  return (
    (ROLE.test(head) || ORGANISATION.test(head) || /\s[|•·]\s/.test(head) || isNamedBy(head, domain)) &&
    !/[.?!]$/.test(head.replace(/\b(?:ltd|co|inc)\.$/i, ''))
  );
}

const LONGEST = 9;

/**
 * Where the signature block at the end of these lines begins: an index into them, or their number where there is none.
 * `sender` is the address of whoever wrote them, as far as it is known.
 */
export function signatureStart(lines: readonly Line[], sender: string): number {
  const delimiter = lines.findIndex(({ head }) => head === '--' || head === '-- ');
  if (delimiter >= 0 && lines.length - delimiter <= LONGEST + 3) return delimiter;

  const domain = domainOf(sender);
  let top = lines.length;
  while (top > 1 && lines.length - top < LONGEST && isBlockLine(lines[top - 1]?.head ?? '', domain)) top--;
  if (top === lines.length) top = afterAddress(lines, domain);
  const block = lines.slice(top);
  if (block.length === 0 || !block.some(({ head }) => isStrong(head, domain))) return lines.length;

  const above = lines[top - 1]?.head ?? '';
  const before = lines[top - 2]?.head ?? '';
  if (isName(above) && !CLOSING.test(above)) return isRepeated(above, before) ? top - 1 : top;
  if (startsWithName(block[0]?.head ?? '')) {
    // The only name and a title in one line: that line stays, unless the name was given above it already.
    const isSecond = isSigned(above) || /^p\.?\s?p?\.?s\b/i.test(above);
    return isSecond && block[0]?.afterGap ? top : top + 1;
  }
  // "Kind regards" / "Keyworker team": a team or a firm in place of a person signs, and its name stays.
  if (CLOSING.test(above)) return top + 1;
  return isSigned(above) ? top : lines.length;
}

/** A block whose last lines are a name or an address: looked for under one that is a title or an organisation. */
function afterAddress(lines: readonly Line[], domain: string): number {
  for (let from = lines.length - 1; from > 0 && lines.length - from <= 4; from--) {
    const head = lines[from]?.head ?? '';
    if (head.length > 90 || CLOSING.test(head)) break;
    if (isBlockLine(head, domain) && isStrong(head, domain)) {
      let top = from;
      while (top > 1 && isBlockLine(lines[top - 1]?.head ?? '', domain)) top--;
      return top;
    }
    if (!isName(head) && !/\d|,|\b(?:road|street|lane|house|way|court|square|avenue)\b/i.test(head)) break;
  }
  return lines.length;
}

/** "Naomi Fellowes" right under "… Tenancy 3301-7. N": the sign-off stands above, the name heads the block. */
function isRepeated(name: string, before: string): boolean {
  const first = name.split(/\s/)[0] ?? '';
  if (isName(before) && before.split(/\s/)[0] === first) return true;
  const signed = (/(?:^|[.!?]\s+)([\p{L}.]{1,20})\s?x{0,3}$/u.exec(before)?.[1] ?? '').replace(/\.$/, '');
  return signed !== '' && (first.startsWith(signed) || signed.startsWith(first)) && signed.length <= first.length;
}

function startsWithName(head: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}\s?(?:[|,–-]|\s(?:mp|oam|obe)\b)/u.test(head) &&
    !/^\P{L}*(?:head|chief|senior)\b/iu.test(head)
  );
}

/** A line that ends with a sign-off: a short name of its own, or one after the last sentence. */
function isSigned(head: string): boolean {
  return (isName(head) && !CLOSING.test(head)) || /[.!?]\s+\p{Lu}\p{L}{0,14}\s?x{0,3}$/u.test(head);
}
