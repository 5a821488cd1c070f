import type { EventSource } from '../../case/chain.ts';

/* A code as it is kept: never itself, only what tells whether somebody typed it. */

export interface Sealed {
  readonly salt: string;
  readonly hash: string;
}

/** As many as a person doesn't wait for, and somebody who tries all codes does. */
export const ROUNDS = 210_000;
/** No two of them are taken for each other, on paper or on the telephone. */
const ALPHABET = '23456789CDFGHJKMPQRTVWX';
const LENGTH = 12;

/** What a code is sealed with: chance, and how long it takes. */
export interface Sealing {
  readonly random: EventSource['random'];
  readonly rounds: number;
}

export async function sealed(code: string, { random, rounds }: Sealing): Promise<Sealed> {
  const salt = hexOf(random(16));
  return { salt, hash: await hashOf(code, { salt, rounds }) };
}

export async function isSealed(code: string, { salt, hash }: Sealed, rounds: number): Promise<boolean> {
  return (await hashOf(code, { salt, rounds })) === hash;
}

/** A code for the case that the other is forgotten, to be written down: `7RK4-MD2X-9QCF`. */
export function newRecovery(random: EventSource['random']): string {
  const characters: string[] = [];
  while (characters.length < LENGTH)
    for (const byte of random(LENGTH))
      // Of 256 values eleven times the alphabet: no character is likelier than another.
      if (byte < ALPHABET.length * 11 && characters.length < LENGTH)
        characters.push(ALPHABET.charAt(byte % ALPHABET.length));
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** The same as it was typed: in small letters, with spaces. */
export function plainRecovery(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '');
}

async function hashOf(
  code: string,
  { salt, rounds }: { readonly salt: string; readonly rounds: number },
): Promise<string> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(code), 'PBKDF2', false, ['deriveBits']);
  const asked = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: rounds };
  return hexOf(new Uint8Array(await crypto.subtle.deriveBits(asked, key, 256)));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
