import type { FillPage } from '../host.ts';
import type { OpenCase } from './state.ts';

/** Words before or after a name that aren't part of it. */
const BESIDE_NAMES = /^(?:mr|mrs|ms|miss|mx|dr|prof|rev|cllr|sir|lady|and|jr|snr|sr)$/;

/** The name of the person whose record a page shows; null where it doesn't say. */
export function nameOnPage({ whose }: Pick<FillPage, 'whose'>): string | null {
  return whose.find(({ field }) => field === 'name')?.value ?? null;
}

/**
 * Whose record a page shows, where the case is somebody else's: a name, or the number of a tenancy. Null where it isn't, or
 * where nothing that both say differs.
 */
export function someoneElse({ file }: OpenCase, page: Pick<FillPage, 'whose'>): string | null {
  const shown = nameOnPage(page);
  const own = file.complainant?.name ?? '';
  // Several people may stand on one tenancy, and two of one name on two: its number says more than a name.
  const said = file.messages.map(({ text }) => text).join('\n');
  const numbers = page.whose
    .filter(({ field, value }) => field === 'tenancy' && value.length >= MIN_NUMBER)
    .map(({ value }) => value);
  if (numbers.some((number) => said.includes(number))) return null;
  if (shown !== null && own.trim() !== '' && !isOnePerson(own, shown)) return shown;
  const [other] = numbers;
  if (other === undefined || !TENANCY_SAID.test(said)) return null;
  return shown === null || parts(shown).length === 0 ? `tenancy ${other}` : `${shown} (tenancy ${other})`;
}

/** The line that the note of a record bears, where its page showed one. */
const TENANCY_SAID = /^Tenancy: \S/m;

/** A shorter number may stand anywhere. */
const MIN_NUMBER = 5;

/** Whether two names may be one person's: the same last name, and no first names that differ. */
function isOnePerson(left: string, right: string): boolean {
  const [one, other] = [parts(left), parts(right)];
  if (one.length === 0 || other.length === 0) return true;
  if (one.at(-1) !== other.at(-1)) return false;
  const [first, second] = [one.length > 1 ? one[0] : undefined, other.length > 1 ? other[0] : undefined];
  if (first === undefined || second === undefined) return true;
  return first.length === 1 || second.length === 1 ? first.startsWith(second.slice(0, 1)) : first === second;
}

function parts(name: string): readonly string[] {
  // "Tudor, Bronwen" is as a directory has it.
  const [last = '', ...firsts] = name.split(',');
  return [...firsts, last]
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '' && !BESIDE_NAMES.test(word));
}
