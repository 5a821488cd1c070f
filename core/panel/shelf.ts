import type { BankHolidays, WorkingCalendar } from '../calendar.ts';
import { changedCalendar, NO_CHANGES, type CalendarChanges } from '../calendar-changes.ts';
import { parseChanges } from '../calendar-file.ts';
import type { CaseFile } from '../case/case-file.ts';
import { digest } from '../case/chain.ts';
import type { IsoDate } from '../dates.ts';
import { dueRow, type DueRow } from '../deadlines/due-row.ts';
import { reasonOf } from '../errors.ts';
import { PolicyError, type Policy } from '../policy/policy.ts';
import { exportPolicy } from '../policy/policy-file.ts';
import { appliesOn, inForce, versionOf, type PolicyVersions } from '../policy/versions.ts';
import type { PanelStore, Policies, PolicyName } from './ports.ts';
import { rowMaker } from './row-maker.ts';

/** The policies and calendars that the program brings. */
export interface PolicyBase {
  readonly ids: readonly string[];
  /** The ids among them of laws. */
  readonly laws: readonly string[];
  /** The id of the Code. */
  readonly floor: string;
  load(id: string): Promise<PolicyVersions>;
  bankHolidaysOf(division: string): BankHolidays;
}

/** What the program brings, with what was brought in here: a landlord's own policies, newer bank holidays, corrections. */
export interface Shelf {
  readonly policies: Policies;
  readonly rowOf: (file: CaseFile) => DueRow;
  /** Another one wherever dates may come out otherwise: rows that were kept are then made anew. */
  readonly rules: string;
}

const CHANGES = 'calendar-changes';
const OWN = 'own-policies';

/**
 * Opens the shelf. What was kept and can't be used any more stands in the way of its own only: of that policy, or, where
 * it is the calendar, of every date. Nothing is guessed without it.
 */
export async function openShelf(base: PolicyBase, store: PanelStore): Promise<Shelf> {
  const kept = textsOf(await store.load(OWN));
  const stored = await store.load(CHANGES);
  const changes = changesOf(stored);
  const floor = (): Promise<PolicyVersions> => base.load(base.floor);
  /** The last file of a policy governs; versions that only earlier ones hold are there for the cases opened under them. */
  const own = new Map<string, (PolicyVersions | PolicyError)[]>();
  for (const { id, text } of kept) own.set(id, [...(own.get(id) ?? []), await readKept(id, text, await floor())]);
  const ids = [...new Set([...base.ids, ...own.keys()])];
  const load = async (id: string): Promise<PolicyVersions> => {
    const found = own.get(id)?.at(-1);
    if (found instanceof PolicyError) throw found;
    return found ?? base.load(id);
  };
  const loadAll = async (id: string): Promise<PolicyVersions> => {
    const files = (own.get(id) ?? []).filter((file): file is PolicyVersions => !(file instanceof PolicyError));
    const brought = base.ids.includes(id) ? [await base.load(id)] : [];
    const [first, ...rest] = [...brought, ...files].flatMap(({ versions }) => versions);
    if (!first) return load(id);
    const seen = new Set<string>([first.version]);
    return {
      ...(await load(id)),
      versions: [first, ...rest.filter(({ version }) => !seen.has(version) && seen.add(version))],
    };
  };
  const calendars = new Map<Policy, WorkingCalendar>();
  const calendarWith = (policy: Policy, other: CalendarChanges): WorkingCalendar =>
    changedCalendar(policy, base.bankHolidaysOf(policy.calendar.bankHolidays), other);
  const calendarOf = (policy: Policy): WorkingCalendar => {
    if (changes instanceof Error) throw changes;
    const known = calendars.get(policy) ?? calendarWith(policy, changes);
    calendars.set(policy, known);
    return known;
  };
  const policyOn = async (id: string, date: IsoDate): Promise<Policy> => inForce(await load(id), date);
  const policies: Policies = {
    landlords: async () => {
      const landlords = ids.filter((id) => id !== base.floor && !base.laws.includes(id));
      const named = await Promise.all(landlords.map((id) => load(id).catch(() => null)));
      return named.flatMap((one): PolicyName[] => (one ? [{ id: one.id, name: one.name }] : []));
    },
    policyOn,
    policyOfCase: async ({ id, version }) => versionOf(await loadAll(id), version),
    floorOn: (date) => policyOn(base.floor, date),
    lawsOn: async (date) => {
      const laws = await Promise.all(base.laws.map((id) => policyOn(id, date)));
      return laws.filter((law) => appliesOn(law, date)).map((policy) => ({ policy, calendar: calendarOf(policy) }));
    },
    calendarOf,
    versionsOf: load,
    changes: () => {
      if (changes instanceof Error) throw changes;
      return changes;
    },
    calendarWith,
    bankHolidaysOf: (division) => base.bankHolidaysOf(division),
    bringIn: async (text) => {
      const { importPolicy } = await import('../policy/import-policy.ts');
      const versions = importPolicy(text, inForce(await floor(), LATEST));
      const before = ids.includes(versions.id) ? await loadAll(versions.id) : null;
      return {
        versions,
        isReserved: versions.id === base.floor || base.laws.includes(versions.id),
        clashes: before ? clashesOf(before, versions) : [],
        keep: () => store.save(OWN, [...kept, { id: versions.id, text }]),
      };
    },
    keepChanges: (next) => store.save(CHANGES, next),
  };
  const made = await rowMaker({ ids, laws: base.laws, load: loadAll, calendarOf });
  const rowOf = (file: CaseFile): DueRow => {
    try {
      return made(file);
    } catch {
      // A calendar that can't be read leaves every case without dates, and the list says so.
      return dueRow(file, []);
    }
  };
  const rules = kept.length === 0 && (stored ?? null) === null ? '' : digest([kept, stored]);
  return { policies, rowOf, rules };
}

/** Blocks that a letter leaves open are the Code's as it is now. */
const LATEST = '9999-12-31' as IsoDate;

/** Versions that are there already with other words: cases were opened under them, and keep what they were opened under. */
function clashesOf(before: PolicyVersions, after: PolicyVersions): readonly string[] {
  const textOf = (policy: Policy): string => exportPolicy({ id: policy.id, name: policy.name, versions: [policy] });
  return after.versions.flatMap((policy) => {
    const old = before.versions.find(({ version }) => version === policy.version);
    return old && textOf(old) !== textOf(policy) ? [policy.version] : [];
  });
}

async function readKept(id: string, text: string, floor: PolicyVersions): Promise<PolicyVersions | PolicyError> {
  const { importPolicy } = await import('../policy/import-policy.ts');
  try {
    return importPolicy(text, inForce(floor, LATEST));
  } catch (error) {
    return new PolicyError(id, 'file', `was brought in here and can’t be used any more: ${reasonOf(error)}`);
  }
}

function changesOf(stored: unknown): CalendarChanges | Error {
  if (stored === null || stored === undefined) return NO_CHANGES;
  try {
    return parseChanges(stored);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function textsOf(stored: unknown): readonly { readonly id: string; readonly text: string }[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    'id' in one &&
    'text' in one &&
    typeof one.id === 'string' &&
    typeof one.text === 'string'
      ? [{ id: one.id, text: one.text }]
      : [],
  );
}
