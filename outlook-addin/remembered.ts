import { toInstant, toIsoDate, type Instant, type IsoDate } from '../core/dates.ts';
import { asked } from './office-async.ts';

export interface RememberedCase {
  readonly reference: string;
  readonly day: IsoDate;
}

/** What the mailbox remembers of one place's register: enough to say what is missing, and no word of anybody's message. */
export interface Remembered {
  readonly place: string;
  readonly cases: number;
  /** How many entries they have: so that it shows when the mailbox has gone back to what it knew before. */
  readonly entries: number;
  readonly seenAt: Instant;
  readonly backupAt: Instant | null;
  readonly since: readonly RememberedCase[];
  /** What was lost before, and nobody has brought back or dismissed. */
  readonly missing: readonly RememberedCase[];
}

/** Each place has a key of its own: what one can't read, or doesn't know of, it never writes. */
const OWN = 'duly-kept';
/** The places that have one, for whoever asks what is kept elsewhere: the settings don't tell which keys they hold. */
const PLACES = 'duly-places';
/**
 * Roaming settings take 32,768 characters in all, as Office.js counts them: what is kept as text stands in text that stands
 * in text, and each quotation mark takes four. Four places fit with all that each may keep; the oldest references go first.
 */
const LONGEST = 7_500;

/**
 * Where this page's storage is, as the mailbox's settings tell one from another: each client, and each address that
 * Outlook on the web is opened under, has one of its own.
 */
export function placeKey(client: string): string {
  const { partitionKey } = Office.context as Partial<Office.Context>;
  return partitionKey === undefined || partitionKey === '' ? client : `${client} (${partitionKey})`;
}

/** Everything that the mailbox remembers, by place, as it was when the pane was opened; what isn't ours is passed over. */
export function remembered(own: string): ReadonlyMap<string, Remembered> {
  // A client without such settings remembers nothing; that is said once there is something to remember.
  const { roamingSettings } = Office.context as Partial<Office.Context>;
  const found = new Map<string, Remembered>();
  if (!roamingSettings) return found;
  for (const key of new Set([own, ...placesIn(roamingSettings)])) {
    const one = rememberedOf(roamingSettings.get(nameOf(key)));
    if (one) found.set(key, one);
  }
  return found;
}

/** Keeps what is known of one place in the mailbox. Rejects with HostError. */
export async function remember(key: string, value: Remembered): Promise<void> {
  const { roamingSettings } = Office.context;
  await asked('keep the references in the mailbox', (done) => {
    roamingSettings.set(PLACES, [...new Set([...placesIn(roamingSettings), key])]);
    roamingSettings.set(nameOf(key), fitted(value));
    roamingSettings.saveAsync(done);
  });
}

function placesIn(settings: Office.RoamingSettings): readonly string[] {
  const places: unknown = settings.get(PLACES);
  return Array.isArray(places) ? places.filter((one) => typeof one === 'string') : [];
}

function nameOf(key: string): string {
  return `${OWN} ${key}`;
}

/** As text that the settings take. */
export function fitted(value: Remembered): string {
  const write = (most: number): string =>
    JSON.stringify({ ...value, since: value.since.slice(0, most), missing: value.missing.slice(0, most) });
  let most = Math.max(value.since.length, value.missing.length);
  let text = write(most);
  while (JSON.stringify(JSON.stringify(text)).length > LONGEST && most > 0) {
    most = Math.floor(most * 0.8);
    text = write(most);
  }
  return text;
}

/** Null for what is written by something else, or by a newer Duly: nothing is known, and nothing is claimed. */
function rememberedOf(kept: unknown): Remembered | null {
  if (typeof kept !== 'string') return null;
  try {
    return parsed(JSON.parse(kept));
  } catch {
    return null;
  }
}

function parsed(value: unknown): Remembered {
  const { place, cases, entries, seenAt, backupAt, since, missing } = value as Record<string, unknown>;
  if (typeof place !== 'string' || typeof cases !== 'number' || typeof entries !== 'number')
    throw new Error('not ours');
  if (!Array.isArray(since) || !Array.isArray(missing)) throw new Error('not ours');
  return {
    place,
    cases,
    entries,
    seenAt: toInstant(text(seenAt)),
    backupAt: backupAt === null ? null : toInstant(text(backupAt)),
    since: since.map(parsedCase),
    missing: missing.map(parsedCase),
  };
}

function parsedCase(value: unknown): RememberedCase {
  const { reference, day } = value as Record<string, unknown>;
  return { reference: text(reference), day: toIsoDate(text(day)) };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('not ours');
  return value;
}
