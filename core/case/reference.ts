import { digest } from './chain.ts';

/*
 * What people call a case: eight characters and a check, `7RK-4MD-2X9`. Over the telephone B and P, M and N, F and S are
 * one sound; on paper 0 and O, 1, I and L, 5 and S, 2 and Z, 8 and B are one shape: of each such pair at most one is
 * used, and no vowel, so that no word arises. The alphabet has 23 characters, a prime number, so that the check finds
 * every single wrong character and every two that were exchanged.
 */
const ALPHABET = '23456789CDFGHJKMPQRTVWX';

/** The reference of a case, made from its id: every program gives the same one. */
export function referenceOf(caseId: string): string {
  let number = BigInt(`0x${digest(['case-reference', caseId]).slice(0, 24)}`);
  const characters = Array.from({ length: 8 }, () => {
    const digitValue = Number(number % 23n);
    number /= 23n;
    return ALPHABET.charAt(digitValue);
  }).join('');
  return grouped(characters + checkOf(characters));
}

/** The reference that somebody typed or read out, as we write it; null where it is none, a mistyped one included. */
export function toReference(text: string): string | null {
  const characters = text.toUpperCase().replace(/[\s-]/g, '');
  if (characters.length !== 9 || Array.from(characters).some((character) => !ALPHABET.includes(character))) return null;
  return checkOf(characters.slice(0, 8)) === characters.charAt(8) ? grouped(characters) : null;
}

function checkOf(characters: string): string {
  const sum = Array.from(characters).reduce(
    (total, character, index) => total + (index + 2) * ALPHABET.indexOf(character),
    0,
  );
  return ALPHABET.charAt(sum % 23);
}

function grouped(characters: string): string {
  return [characters.slice(0, 3), characters.slice(3, 6), characters.slice(6)].join('-');
}
