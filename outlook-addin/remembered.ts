import { toInstant, toIsoDate, type Instant, type IsoDate } from '../core/dates.ts';
import { asked } from './office-async.ts';

/** What the mailbox remembers of one place's register: enough to say what is missing, and no word of anybody's message. */
export interface Remembered {
  readonly place: string;
  readonly cases: number;
  readonly seenAt: Instant;
  readonly backupAt: Instant | null;
  readonly since: readonly { readonly reference: string; readonly day: IsoDate }[];
}

const NAME = 'duly-kept';
/**
 * Roaming settings take 32,768 characters in all, as Office.js counts them: what is kept as text stands in text that stands
 * in text, and each quotation mark takes four. The oldest references go first.
 */
const LONGEST = 30_000;

/**
 * Where this page's storage is, as the mailbox's settings tell one from another: each client, and each address that
 * Outlook on the web is opened under, has one of its own.
 */
export function placeKey(client: string): string {
  const { partitionKey } = Office.context as Partial<Office.Context>;
  return partitionKey === undefined || partitionKey === '' ? client : `${client} (${partitionKey})`;
}

/** Everything that the mailbox remembers, by place; what isn't ours is passed over. */
export function remembered(): ReadonlyMap<string, Remembered> {
  // A client without such settings remembers nothing; that is said once there is something to remember.
  const { roamingSettings } = Office.context as Partial<Office.Context>;
  const kept: unknown = roamingSettings?.get(NAME);
  const found = new Map<string, Remembered>();
  if (typeof kept !== 'string') return found;
  try {
    const places: unknown = JSON.parse(kept);
    for (const [key, value] of Object.entries(places as Record<string, unknown>)) found.set(key, rememberedOf(value));
  } catch {
    // Written by something else, or by a newer Duly: nothing is known, and nothing is claimed.
  }
  return found;
}

/** Keeps what is known of one place in the mailbox; null forgets it. Rejects with HostError. */
export async function remember(key: string, value: Remembered | null): Promise<void> {
  const places = new Map(remembered());
  if (value === null) places.delete(key);
  else places.set(key, value);
  await asked('keep the references in the mailbox', (done) => {
    Office.context.roamingSettings.set(NAME, fitted(places));
    Office.context.roamingSettings.saveAsync(done);
  });
}

/** As text that the settings take. */
export function fitted(places: ReadonlyMap<string, Remembered>): string {
  const write = (most: number): string =>
    JSON.stringify(
      Object.fromEntries([...places].map(([key, one]) => [key, { ...one, since: one.since.slice(0, most) }])),
    );
  let most = Math.max(0, ...[...places.values()].map(({ since }) => since.length));
  let text = write(most);
  while (JSON.stringify(JSON.stringify(text)).length > LONGEST && most > 0) {
    most = Math.floor(most * 0.8);
    text = write(most);
  }
  return text;
}

function rememberedOf(value: unknown): Remembered {
  const { place, cases, seenAt, backupAt, since } = value as Record<string, unknown>;
  if (typeof place !== 'string' || typeof cases !== 'number' || !Array.isArray(since)) throw new Error('not ours');
  return {
    place,
    cases,
    seenAt: toInstant(text(seenAt)),
    backupAt: backupAt === null ? null : toInstant(text(backupAt)),
    since: since.map((one: unknown) => {
      const { reference, day } = one as Record<string, unknown>;
      return { reference: text(reference), day: toIsoDate(text(day)) };
    }),
  };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('not ours');
  return value;
}
