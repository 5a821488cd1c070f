import { caseFile } from '../../case/case-file.ts';
import type { Actor } from '../../case/event.ts';
import { ANY_YEAR } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import type { DueRow } from '../../deadlines/due-row.ts';
import { personData } from '../../export/person-data.ts';
import type { MessageKey } from '../../host.ts';
import { mentions } from '../../mentions.ts';
import { isAddress } from '../../register/find-terms.ts';
import type { SeenMessage } from '../../register/seen.ts';
import { told, written } from '../acts/told.ts';
import { desksAbout, dropDesks, dropDesksOf, type KeptDesk } from '../kept-desks.ts';
import type { Ports } from '../ports.ts';
import { originalsOf } from '../effects/case-files.ts';
import { saveFile, type Saved } from '../effects/save-file.ts';

/** What is held of a person beside the register's cases. */
export interface FoundPerson {
  readonly sought: string;
  readonly rows: readonly DueRow[];
  /** Messages seen and on no case, decided or not. */
  readonly seen: readonly SeenMessage[];
  /** What was entered about messages and is kept. */
  readonly desks: readonly KeptDesk[];
}

/**
 * Everything that is held of a person, by name or address of mail: every case, messages of theirs, or naming them, that
 * were seen and are on none, and what was entered about messages and not logged.
 */
export async function findPerson(
  { register, store }: Pick<Ports, 'register' | 'store'>,
  typed: string,
): Promise<FoundPerson> {
  const sought = typed.trim();
  if (sought === '') return { sought, rows: [], seen: [], desks: [] };
  const person = isAddress(sought) ? { addresses: [sought] } : { name: sought };
  const [rows, all] = await Promise.all([register.history(person), register.seen.all()]);
  const seen = all.filter(({ from, subject, asked }) => mentions([from, subject, asked?.note], sought));
  // A page shows a name where the person gave an address: what they are called in what was found.
  const called = isAddress(sought)
    ? [...rows.map(({ name }) => name), ...seen.map(({ from }) => from?.name ?? '')]
    : [];
  const caseIds = rows.map(({ caseId }) => caseId);
  return { sought, rows, seen, desks: await desksAbout(store, { names: [sought, ...called], caseIds }) };
}

/** What of a person is to be erased: cases, seen messages and desks, by their ids and keys. */
export interface ToErase {
  readonly caseIds: readonly string[];
  readonly seenIds?: readonly string[];
  readonly deskKeys?: readonly MessageKey[];
}

/**
 * Erases what is kept of people, and what was entered about messages of these cases with it. Gives the keys of the desks
 * that are gone. What can't be seen to be kept goes last: it says itself who erased it.
 */
export async function erase(
  { register, store }: Pick<Ports, 'register' | 'store'>,
  { caseIds, seenIds = [], deskKeys = [] }: ToErase,
  by: { readonly basis: string; readonly actor: Actor },
): Promise<readonly MessageKey[]> {
  await dropDesks(store, deskKeys);
  const keys = [...deskKeys, ...(await dropDesksOf(store, caseIds))];
  await register.seen.erase(seenIds);
  if (caseIds.length > 0) await register.erase({ caseIds, ...by });
  return keys;
}

/** One readable file with everything that is held about a person. */
export async function savePersonData(
  { register, policies, clock }: Pick<Ports, 'register' | 'policies' | 'clock'>,
  { sought, rows, seen, desks }: FoundPerson,
): Promise<Saved> {
  const now = clock.now();
  const today = localDate(now);
  const cases = await Promise.all(
    rows.map(async ({ caseId }) => {
      const events = await register.eventsOf(caseId);
      const file = caseFile(events);
      const policy = file.policy
        ? await policies.policyOfCase(file.policy)
        : await policies.floorOn(localDate(file.receivedAt));
      const telling = { file, policy, today: ANY_YEAR, events };
      return {
        file,
        events,
        originals: await originalsOf(file, register),
        tell: (event: (typeof events)[number]) => ({ words: told(event, telling), written: written(event) }),
      };
    }),
  );
  const html = personData({
    name: sought,
    cases,
    seen,
    drafts: desks.map(({ stored }) => stored),
    now,
  });
  return saveFile(`duly-held-${today}.html`, html, 'text/html');
}
