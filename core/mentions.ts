import { plainLetters } from './folded.ts';

/** Whether any text within a plain value holds a name or an address: whole, whatever its accents, case and spacing. */
export function mentions(value: unknown, name: string): boolean {
  const sought = words(name);
  return sought.trim() !== '' && holds(value, sought);
}

function holds(value: unknown, sought: string): boolean {
  if (typeof value === 'string') return words(value).includes(sought);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => holds(item, sought));
}

/** Words with one space about each, so that a short name isn't found inside a longer one. */
function words(text: string): string {
  return ` ${plainLetters(text)
    .split(/[^\p{L}\p{M}\p{N}@]+/u)
    .filter(Boolean)
    .join(' ')} `;
}
