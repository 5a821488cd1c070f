import { workingCalendar, type BankHolidays, type WorkingCalendar } from '../core/calendar.ts';
import { changedCalendar, type CalendarChanges } from '../core/calendar-changes.ts';
import type { IsoDate } from '../core/dates.ts';
import { parsePolicy, PolicyError, type Policy } from '../core/policy/policy.ts';
import { appliesOn, inForce, policyVersions, versionOf, type PolicyVersions } from '../core/policy/versions.ts';
import englandAndWales from './calendars/england-and-wales.json' with { type: 'json' };
import northernIreland from './calendars/northern-ireland.json' with { type: 'json' };
import scotland from './calendars/scotland.json' with { type: 'json' };

/*
 * A policy is a folder of files, `<id>/<version>/`; adding one adds it here. Each is parsed when it is first asked for,
 * so that a panel reads the policy of its own landlord and no other.
 */
const documents = import.meta.glob<unknown>('./*/*/policy.json', { import: 'default' });
const clauses = import.meta.glob<unknown>('./*/*/clauses.json', { import: 'default' });

const loaded = new Map<string, Promise<PolicyVersions>>();

/** The ids of all policies that there are, the Code among them. */
export const policyIds: readonly string[] = [
  ...new Set(Object.keys(documents).map((path) => path.split('/')[1] ?? '')),
].sort();

/** The floor under every landlord's policy, and what stands in where a landlord has no words of its own. */
export const FLOOR = 'hos-code-2024';

/** Law whose clocks run beside every policy's. */
export const LAWS: readonly string[] = ['awaabs-law'];

/** The landlords' own policies, with the names that a person chooses from. */
export async function landlords(): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const own = policyIds.filter((id) => id !== FLOOR && !LAWS.includes(id));
  return (await Promise.all(own.map(loadPolicy))).map(({ id, name }) => ({ id, name }));
}

/** The laws that were in force on a date, each with the calendar that it counts by. */
export async function lawsOn(
  date: IsoDate,
): Promise<readonly { readonly policy: Policy; readonly calendar: WorkingCalendar }[]> {
  const laws = await Promise.all(LAWS.map((id) => policyOn(id, date)));
  return laws.filter((law) => appliesOn(law, date)).map((policy) => ({ policy, calendar: calendarOf(policy) }));
}

/** Reads and checks all versions of one policy. Rejects with PolicyError for an unknown id or a policy that doesn't parse. */
export function loadPolicy(id: string): Promise<PolicyVersions> {
  const known = loaded.get(id);
  if (known) return known;
  const loading = readVersions(id);
  loaded.set(id, loading);
  return loading;
}

/** The version of a policy in force on a date. */
export async function policyOn(id: string, date: IsoDate): Promise<Policy> {
  return inForce(await loadPolicy(id), date);
}

/** The version of a policy that a case was opened under. */
export async function policyOfCase({
  id,
  version,
}: {
  readonly id: string;
  readonly version: string;
}): Promise<Policy> {
  return versionOf(await loadPolicy(id), version);
}

const holidays: Readonly<Record<string, BankHolidays>> = Object.fromEntries(
  [englandAndWales, northernIreland, scotland].map((file) => [file.division, file as unknown as BankHolidays]),
);

const calendars = new Map<Policy, WorkingCalendar>();

/** The working days that a policy counts by. */
export function calendarOf(policy: Policy): WorkingCalendar {
  const known = calendars.get(policy);
  if (known) return known;
  const calendar = workingCalendar(bankHolidaysOf(policy.calendar.bankHolidays), policy.calendar);
  calendars.set(policy, calendar);
  return calendar;
}

/** The working days of a division without any landlord's closures: Monday to Friday less bank holidays. */
export function calendarOfDivision(division: string): WorkingCalendar {
  return workingCalendar(bankHolidaysOf(division), { workingWeek: [1, 2, 3, 4, 5], closures: [] });
}

/** A landlord's working days as an officer corrected them, or as a newer list of bank holidays has them. */
export function calendarWith(policy: Policy, changes: CalendarChanges): WorkingCalendar {
  return changedCalendar(policy, bankHolidaysOf(policy.calendar.bankHolidays), changes);
}

/** All of it, for a host that puts a landlord's own policies and newer calendars beside it. */
export const policyBase = {
  ids: policyIds,
  laws: LAWS,
  floor: FLOOR,
  load: loadPolicy,
  bankHolidaysOf: (division: string): BankHolidays => bankHolidaysOf(division),
} as const;

/** The UK's divisions, each with bank holidays of its own. */
export const DIVISIONS: readonly string[] = Object.keys(holidays);

/** The bank holidays of a division that the program brings. Throws RangeError for one that isn't one of the three. */
export function bankHolidaysOf(division: string): BankHolidays {
  const found = Object.hasOwn(holidays, division) ? holidays[division] : undefined;
  if (!found) throw new RangeError(`unknown division ${JSON.stringify(division)}: ${Object.keys(holidays).join(', ')}`);
  return found;
}

async function readVersions(id: string): Promise<PolicyVersions> {
  const folders = Object.keys(documents).filter((path) => path.startsWith(`./${id}/`));
  if (folders.length === 0) throw new PolicyError(id, 'id', `is no policy; there are ${policyIds.join(', ')}`);
  return policyVersions(await Promise.all(folders.map((path) => readVersion(path.replace(/policy\.json$/, '')))));
}

async function readVersion(folder: string): Promise<Policy> {
  const [{ templates }, document, ownClauses] = await Promise.all([
    import('./letters.ts'),
    documents[`${folder}policy.json`]?.(),
    clauses[`${folder}clauses.json`]?.(),
  ]);
  const letters = Object.entries(templates).filter(([path]) => path.startsWith(`${folder}letters/`));
  const version = folder.split('/').at(-2) ?? '';
  const policy = parsePolicy({
    version,
    document,
    clauses: ownClauses,
    templates: Object.fromEntries(
      letters.map(([path, words]) => [path.slice(`${folder}letters/`.length, -'.liquid'.length), words]),
    ),
  });
  if (!folder.startsWith(`./${policy.id}/`))
    throw new PolicyError(policy.id, 'id', `differs from its folder ${folder}`);
  if ((policy.effectiveFrom ?? 'undated') !== version) {
    throw new PolicyError(policy.id, 'effectiveFrom', `differs from its folder ${folder}`);
  }
  return policy;
}
