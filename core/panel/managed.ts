import * as v from 'valibot';
import { tidied, withSetting, type ManagedField, type SettingField, type Setup } from './setup.ts';

/*
 * What an organisation sets for everybody, by the browser's managed storage. Each is a text, as somebody would type it in
 * Settings; lists have one entry a line.
 */

const FIELDS = [
  'team',
  'landlordName',
  'landlordPhone',
  'landlordAddress',
  'domains',
  'contractors',
  'handlers',
  'teams',
  'mailboxes',
  'emergencyNumber',
  'safeguardingLead',
] as const satisfies readonly SettingField[];

const text = v.optional(v.fallback(v.string(), ''), '');

/** What can't be used of it is as if it weren't set: nobody at this desk can mend it. */
const Managed = v.object({ landlord: text, ...v.entriesFromList(FIELDS, text) });

/** The setup under what the organisation set: that comes first, and can't be changed here. */
export function withManaged(setup: Setup, input: unknown): Setup {
  const result = v.safeParse(Managed, input);
  if (!result.success) return setup;
  const set = FIELDS.filter((field) => result.output[field].trim() !== '');
  const { landlord } = result.output;
  const managed: readonly ManagedField[] = landlord.trim() === '' ? set : ['landlord', ...set];
  if (managed.length === 0) return setup;
  const settings = set.reduce((under, field) => withSetting(under, field, result.output[field]), setup.settings);
  return {
    ...setup,
    settings: tidied(settings),
    landlord: landlord.trim() === '' ? setup.landlord : landlord.trim(),
    managed,
  };
}
