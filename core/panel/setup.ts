import * as v from 'valibot';
import { NO_SETTINGS, parseSettings, type Settings } from '../settings.ts';

/** What the officer set on this computer. */
export interface Setup {
  readonly settings: Settings;
  /** The landlord whose policy is followed; null = none chosen, and the Code stands in. */
  readonly landlord: string | null;
  /** The first-run page was read or put off. */
  readonly isDone: boolean;
  /** What the organisation set for everybody: shown, and not to be changed here. */
  readonly managed?: readonly ManagedField[];
}

/** A setting that an organisation can set for everybody. */
export type ManagedField = SettingField | 'landlord';

/** Nothing set yet: the first-run page is still to come. */
export const NO_SETUP: Setup = { settings: NO_SETTINGS, landlord: null, isDone: false };

const Stored = v.object({ settings: v.unknown(), landlord: v.nullable(v.string()), isDone: v.boolean() });

/** The setup from storage. Nothing stored, or something that can't be used, begins at the first-run page again. */
export function parseSetup(stored: unknown): Setup {
  const result = v.safeParse(Stored, stored);
  if (!result.success) return NO_SETUP;
  try {
    return { ...result.output, settings: parseSettings(result.output.settings) };
  } catch {
    return NO_SETUP;
  }
}

/** One field of Settings, by the name that its input has. */
export type SettingField =
  | 'name'
  | 'email'
  | 'phone'
  | 'team'
  | 'landlordName'
  | 'landlordPhone'
  | 'landlordAddress'
  | 'domains'
  | 'contractors'
  | 'referenceFormats'
  | 'streets'
  | 'handlers'
  | 'teams'
  | 'mailboxes'
  | 'emergencyNumber'
  | 'safeguardingLead';

/** The field as its input shows it; lists have one entry a line. */
export function settingText(settings: Settings, field: SettingField): string {
  const { officer, landlord } = settings;
  switch (field) {
    case 'name':
    case 'email':
    case 'phone':
    case 'team':
      return officer[field];
    case 'landlordName':
      return landlord.name;
    case 'landlordPhone':
      return landlord.phone;
    case 'landlordAddress':
      return landlord.address;
    case 'domains':
      return landlord.domains.join('\n');
    case 'contractors':
    case 'handlers':
    case 'referenceFormats':
    case 'streets':
    case 'teams':
    case 'mailboxes':
      return settings[field].join('\n');
    case 'emergencyNumber':
    case 'safeguardingLead':
      return settings[field];
  }
}

/** The settings with one field as it was typed. */
export function withSetting(settings: Settings, field: SettingField, text: string): Settings {
  switch (field) {
    case 'name':
    case 'email':
    case 'phone':
    case 'team':
      return { ...settings, officer: { ...settings.officer, [field]: text } };
    case 'landlordName':
      return { ...settings, landlord: { ...settings.landlord, name: text } };
    case 'landlordPhone':
      return { ...settings, landlord: { ...settings.landlord, phone: text } };
    case 'landlordAddress':
      return { ...settings, landlord: { ...settings.landlord, address: text } };
    case 'domains':
      return { ...settings, landlord: { ...settings.landlord, domains: lines(text) } };
    case 'contractors':
    case 'handlers':
    case 'referenceFormats':
    case 'streets':
    case 'teams':
    case 'mailboxes':
      return { ...settings, [field]: lines(text) };
    case 'emergencyNumber':
    case 'safeguardingLead':
      return { ...settings, [field]: text };
  }
}

/** Kept as typed, empty lines too, so that a text field can be typed into; who reads the lists drops the empty ones. */
function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** The settings as they are used and kept: trimmed, without empty entries. */
export function tidied(settings: Settings): Settings {
  const list = (items: readonly string[]): string[] => items.map((item) => item.trim()).filter((item) => item !== '');
  const { officer, landlord } = settings;
  return {
    ...settings,
    officer: {
      name: officer.name.trim(),
      email: officer.email.trim(),
      phone: officer.phone.trim(),
      team: officer.team.trim(),
    },
    landlord: { ...landlord, domains: list(landlord.domains).map((domain) => domain.replace(/^@/, '').toLowerCase()) },
    contractors: list(settings.contractors),
    handlers: list(settings.handlers),
    referenceFormats: list(settings.referenceFormats),
    streets: list(settings.streets),
    teams: list(settings.teams),
    mailboxes: list(settings.mailboxes).map((address) => address.toLowerCase()),
    emergencyNumber: settings.emergencyNumber.trim(),
    safeguardingLead: settings.safeguardingLead.trim(),
  };
}
