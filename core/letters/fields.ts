import { currentStage, type CaseFile } from '../case/case-file.ts';
import { letterDate } from '../date-words.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import type { Channel } from '../message.ts';
import { contactOf, stageById, type Policy } from '../policy/policy.ts';
import type { Settings } from '../settings.ts';

/** Where a person fills in a field that a letter lacks. */
export type FieldPlace = 'case' | 'settings' | 'policy';

/** A field that a letter can show: what it is called, and where it comes from. */
export interface Field {
  readonly path: string;
  readonly label: string;
  readonly place: FieldPlace;
}

/** Every field that a template may name. One that isn't here is refused when the policy is read. */
export const FIELDS: readonly Field[] = [
  { path: 'resident.name', label: 'Resident’s name', place: 'case' },
  { path: 'case.reference', label: 'Case reference', place: 'case' },
  { path: 'case.receivedOn', label: 'Day received', place: 'case' },
  { path: 'case.channel', label: 'How it came', place: 'case' },
  { path: 'case.stage', label: 'Stage', place: 'case' },
  { path: 'points', label: 'What is complained of, point by point', place: 'case' },
  { path: 'wants', label: 'Outcome wanted', place: 'case' },
  { path: 'responsibility', label: 'What is ours to answer', place: 'case' },
  { path: 'handler.name', label: 'Handler', place: 'case' },
  { path: 'handler.team', label: 'Handler’s team', place: 'policy' },
  { path: 'dates.contactBy', label: 'Day to make contact by', place: 'case' },
  { path: 'dates.respondBy', label: 'Day to answer by', place: 'case' },
  { path: 'earlier.sentOn', label: 'Day of the earlier letter', place: 'case' },
  { path: 'earlier.promisedBy', label: 'Answer date in the earlier letter', place: 'case' },
  { path: 'officer.name', label: 'Your name', place: 'settings' },
  { path: 'officer.team', label: 'Your team', place: 'settings' },
  { path: 'officer.phone', label: 'Your phone number', place: 'settings' },
  { path: 'officer.email', label: 'Your email address', place: 'settings' },
  { path: 'emergency.phone', label: 'Emergency repairs number', place: 'settings' },
  { path: 'landlord.name', label: 'The landlord’s name', place: 'policy' },
  { path: 'ombudsman.phone', label: 'The Ombudsman’s phone number', place: 'policy' },
  { path: 'ombudsman.form', label: 'The Ombudsman’s web address', place: 'policy' },
  { path: 'ombudsman.post', label: 'The Ombudsman’s address', place: 'policy' },
  { path: 'regulator.phone', label: 'The Building Safety Regulator’s phone number', place: 'policy' },
  { path: 'regulator.form', label: 'The Building Safety Regulator’s web address', place: 'policy' },
];

/** A text that goes into a letter. `theirs` = it came from a message or was typed, and is never read as anything but text. */
export interface FieldValue {
  readonly text: string;
  readonly theirs: boolean;
}

/** The values that a letter is filled with; a field that isn't known is not there. */
export interface FieldValues {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly points: readonly { readonly text: string; readonly quoted: boolean }[];
  /** What a template may ask about the case. */
  readonly about: { readonly buildingSafety: boolean; readonly danger: boolean };
}

/** What a letter is filled from. */
export interface FieldSources {
  readonly file: CaseFile;
  readonly policy: Policy;
  /** The Code: it names the Ombudsman as it is reached today. */
  readonly floor: Policy;
  readonly settings: Settings;
  readonly now: Instant;
  readonly respondBy: IsoDate | null;
  /** Null where contact was made already, or its day is past. */
  readonly contactBy: IsoDate | null;
  readonly responsibility: string | null;
}

/** Collects what is known. Nothing is made up: an unknown field stays out, and the letter names it. */
export function fieldValues({
  file,
  policy,
  floor,
  settings,
  respondBy,
  contactBy,
  responsibility,
}: FieldSources): FieldValues {
  const stage = currentStage(file);
  const [earlier] = stage?.acknowledgements ?? [];
  const stageRule = stage && stageById(policy, stage.stage);
  const ombudsman = contactOf(floor, 'Housing Ombudsman') ?? contactOf(policy, 'Housing Ombudsman');
  const regulator = contactOf(policy, 'Building Safety Regulator');
  const [message] = file.messages;
  const ours: Readonly<Record<string, string | null | undefined>> = {
    'case.reference': file.reference,
    'case.receivedOn': letterDate(localDate(stage?.enteredAt ?? file.receivedAt)),
    'case.channel': CHANNEL_WORDS[message?.channel ?? 'email'],
    'case.stage': stageRule?.name.toLowerCase(),
    'handler.team': stageRule?.handler?.team,
    'dates.contactBy': contactBy && letterDate(contactBy),
    'dates.respondBy': respondBy && letterDate(respondBy),
    'earlier.sentOn': earlier && letterDate(localDate(earlier.at)),
    'earlier.promisedBy': earlier?.promisedBy && letterDate(earlier.promisedBy),
    'landlord.name': settings.landlord.name || policy.name,
    'ombudsman.phone': ombudsman?.phone,
    'ombudsman.form': ombudsman?.form,
    'ombudsman.post': ombudsman?.post,
    'regulator.phone': regulator?.phone,
    'regulator.form': regulator?.form,
  };
  const theirs: Readonly<Record<string, string | null | undefined>> = {
    'resident.name': file.representative?.name ?? file.complainant?.name,
    wants: wantsOf(file),
    responsibility,
    'handler.name': file.handler,
    'emergency.phone': settings.emergencyNumber,
    'officer.name': settings.officer.name,
    'officer.team': settings.officer.team,
    'officer.phone': settings.officer.phone,
    'officer.email': settings.officer.email,
  };
  return {
    values: { ...known(ours, false), ...known(theirs, true) },
    points: file.points.map(({ text, quoted }) => ({ text: oneLine(text), quoted })).filter(({ text }) => text !== ''),
    about: {
      buildingSafety: file.signals.includes('building-safety'),
      danger: file.signals.includes('emergency-hazard'),
    },
  };
}

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  email: 'email',
  'crm-note': 'call',
  'web-form': 'form',
  letter: 'letter',
  'social-dm': 'message',
  voicemail: 'voicemail',
  chat: 'chat',
  sms: 'text message',
  phone: 'call',
  visit: 'visit',
};

function known(
  texts: Readonly<Record<string, string | null | undefined>>,
  theirs: boolean,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([path, value]) => {
      const text = oneLine(value ?? '');
      return text === '' ? [] : [[path, { text, theirs }]];
    }),
  );
}

/** The outcome wanted: in quotation marks where it is the resident's own sentence. */
function wantsOf({ wants, messages }: CaseFile): string | null {
  if (wants === null || oneLine(wants) === '') return null;
  return messages.some(({ text }) => text.includes(wants.trim())) ? `“${oneLine(wants)}”` : sentence(wants);
}

/** With a full stop where the writer left it out. */
function sentence(text: string): string {
  const line = oneLine(text);
  return line === '' || /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** Longer than any sentence that belongs into a letter. */
const LONGEST = 2_000;

/**
 * A text as one line of a letter: without control characters, without marks that turn the direction of writing (they could
 * show a date or an address backwards), without the private characters by which we mark gaps.
 */
export function oneLine(text: string): string {
  const plain = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
