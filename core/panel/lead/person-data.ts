import { caseFile } from '../../case/case-file.ts';
import { ANY_YEAR } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { personData } from '../../export/person-data.ts';
import { isAddress } from '../../register/find-terms.ts';
import type { Register } from '../../register/register.ts';
import { told, written } from '../acts/told.ts';
import type { Ports } from '../ports.ts';
import { originalsOf } from '../effects/case-files.ts';
import { saveFile, type Saved } from '../effects/save-file.ts';
import type { FoundPerson } from './PersonScreen.tsx';

/** Every case of a person, by name or address of mail, and messages of theirs that were seen and are on none. */
export async function findPerson(register: Register, typed: string): Promise<FoundPerson> {
  const sought = typed.trim();
  if (sought === '') return { sought, rows: [], seen: [] };
  const person = isAddress(sought) ? { addresses: [sought] } : { name: sought };
  const [rows, undecided, samples] = await Promise.all([
    register.history(person),
    register.seen.undecided(),
    register.seen.samples(),
  ]);
  const wanted = sought.toLowerCase();
  const seen = [...undecided, ...samples].filter(
    ({ from }) => from !== null && (from.address.toLowerCase() === wanted || from.name.toLowerCase() === wanted),
  );
  return { sought, rows, seen };
}

/** One readable file with everything that is held about a person. */
export async function savePersonData(
  { register, policies, clock }: Pick<Ports, 'register' | 'policies' | 'clock'>,
  { sought, rows, seen }: FoundPerson,
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
    seen: seen.map(({ subject, receivedAt, firstSeenAt }) => ({ subject, at: receivedAt ?? firstSeenAt })),
    now,
  });
  return saveFile(`duly-held-${today}.html`, html, 'text/html');
}
