import { upperFirst } from '../date-words.ts';

/**
 * Whom a letter greets: where an office wrote for somebody, the person ("Office of Jane Marlow MP" is no one to say Dear
 * to), and a name as a directory lists it, in its usual order ("MARCHETTI, Helen").
 */
export function greeted(name: string): string {
  const plain = name
    .trim()
    .replace(/^(?:the )?office of (?:the )?/i, '')
    .replace(/[’']s office$/i, '');
  const listed = LISTED.exec(plain);
  if (!listed) return plain;
  const [, surname = '', first = ''] = listed;
  return AFTER_A_NAME.test(first) ? plain : `${first} ${inSmallLetters(surname)}`;
}

/** A surname, a comma, one or two other names. */
const LISTED = /^((?:(?:de|van|von|le|la|O) )?[\p{L}'’-]{2,40}), ?([\p{L}'’.-]{1,40}(?: [\p{L}'’.-]{1,40})?)$/u;

/** What stands behind a name with a comma and is no first name. */
const AFTER_A_NAME = /^(?:MP|MSP|MS|AM|MLA|OBE|MBE|CBE|JP|KC|QC|DL|PhD|BSc|MA|Jr|Snr|Sr|FCA|RN|Esq)\b\.?/i;

/** A surname in capitals as it is written in a letter; any other as it is. */
function inSmallLetters(surname: string): string {
  if (surname !== surname.toLocaleUpperCase('en-GB')) return surname;
  return surname
    .toLocaleLowerCase('en-GB')
    .replace(/(?<!\p{L})\p{L}|(?<=\p{L}['’])\p{L}/gu, upperFirst)
    .replace(/(?<=\bMc)\p{L}/u, upperFirst);
}
