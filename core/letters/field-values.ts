import { currentStage, type CaseFile } from '../case/case-file.ts';
import { ERASED } from '../case/event.ts';
import { handlersOf } from '../case/handlers.ts';
import { letterDate, listInWords } from '../date-words.ts';
import { localDate, toIsoDate, type IsoDate } from '../dates.ts';
import type { Channel } from '../message.ts';
import { contactOf, stageById, type Policy } from '../policy/policy.ts';
import type { Stage } from '../policy/schema.ts';
import { aboutOf } from './about.ts';
import type { Entries, FieldSources } from './field-sources.ts';
import { fieldNamed, type About, type Field } from './fields.ts';
import { nextStageOf, stageOf } from './kinds.ts';
import type { LetterDates } from './letter-dates.ts';
import {
  actionItems,
  adjustmentItems,
  memberItems,
  offerItems,
  pointItems,
  totalOf,
  type Items,
} from './list-items.ts';
import { greeted } from './greeted.ts';
import { otherDayWritten, stageMessage, stageReceivedOn } from './stage-message.ts';
import { linesOf, oneLine, paragraphs, sentence } from './plain-line.ts';

/** What a letter is filled with; a field that isn't known is not there. Every value is text and nothing else. */
export interface FieldValues {
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, Items>>;
  readonly about: About;
  /** Known from the case, the settings or the policy: an entry for these is not asked for. */
  readonly known: ReadonlySet<string>;
  /** The fields of single points and actions, by path, labelled with what they are about. */
  readonly each: ReadonlyMap<string, Field>;
}

type Texts = Readonly<Record<string, string | null | undefined>>;

/**
 * Collects what is known: from the case where it is recorded, else as the officer typed it. Nothing is made up: an unknown
 * field stays out, and the letter names it.
 */
export function fieldValues(sources: FieldSources): FieldValues {
  const { entries } = sources;
  const recorded = clean({ ...ofCase(sources), ...ofDates(sources), ...ofPolicy(sources), ...ofSettings(sources) });
  const values = { ...typed(entries), ...recorded };
  const lists = {
    points: pointItems(sources.file, entries),
    actions: actionItems(sources.file, sources.dates.sentOn, entries),
    offers: offerItems(sources.file, entries),
    adjustments: adjustmentItems(sources.file),
    members: memberItems(entries),
  };
  const total = totalOf(sources.file, entries);
  return {
    values: total === null ? values : { ...values, 'compensation.total': total },
    lists: Object.fromEntries(Object.entries(lists).map(([name, { items }]) => [name, items])),
    about: aboutOf(sources),
    known: new Set([...Object.keys(recorded), ...recordedLists(sources.file)]),
    each: new Map(Object.values(lists).flatMap(({ fields }) => fields.map((field) => [field.path, field] as const))),
  };
}

function ofCase({ file, policy, responsibility }: FieldSources): Texts {
  const stage = stageOf(file, policy);
  const record = currentStage(file);
  const [earlier] = record?.acknowledgements ?? [];
  const previous = file.stages.at(-2);
  const { representative, refusal, restriction, agreed, closed } = file;
  return {
    'resident.name': residentOf(file),
    'representative.name': representative && greeted(representative.name),
    'postal.address': addressOf(file),
    'case.reference': file.reference,
    'case.receivedOn': letterDate(stageReceivedOn(file)),
    'case.writtenOn': letterDate(otherDayWritten(file) ?? stageReceivedOn(file)),
    'case.channel': CHANNEL_WORDS[stageMessage(file)?.channel ?? 'email'],
    'case.stage': stage && inLetter(stage),
    wants: wantsOf(file),
    responsibility,
    'handler.name': file.handler ?? record?.reviewer,
    'earlier.sentOn': earlier && letterDate(localDate(earlier.at)),
    'earlier.promisedBy': earlier?.promisedBy && letterDate(earlier.promisedBy),
    'previous.handler': listInWords([...new Set(file.stages.slice(0, -1).flatMap(handlersOf))]),
    'previous.stage': previous && inLetter(stageById(policy, previous.stage)),
    'previous.answeredOn': previous?.response && letterDate(localDate(previous.response.sentAt)),
    learning: file.learning.map(sentence).join(' '),
    'refusal.reason': refusal && sentence(refusal.reason),
    'signpost.reason': refusal && sentence(refusal.reason),
    'refusal.clause': clauseWords(file, policy),
    'refusal.considered': refusal?.considered && sentence(refusal.considered),
    'refusal.accepted': acceptedOf(file),
    'agreed.what': agreed && sentence(agreed.what),
    'agreed.by': agreed?.by && letterDate(agreed.by),
    'panel.members': listInWords(record?.panelMembers ?? []),
    'panel.on': record?.panelOn && letterDate(record.panelOn),
    // A merged complaint, and one not taken, have letters of their own; their reasons aren't how it ended.
    'closing.reason':
      closed && (closed.how === 'resolved' || closed.how === 'withdrawn') ? sentence(closed.reason) : '',
    'restriction.what': restriction && sentence(restriction.what),
    'restriction.reason': restriction && sentence(restriction.reason),
  };
}

function ofDates({ dates, file }: FieldSources): Texts {
  const { extension } = dates;
  const day = (date: IsoDate | null | undefined): string | null => (date ? letterDate(date) : null);
  return {
    'dates.sentOn': day(dates.sentOn),
    'dates.contactBy': day(dates.contactBy),
    // A day that is past is no promise: another one is typed.
    'dates.respondBy': day(stillToCome(dates.answer?.day, dates)),
    'dates.wasDue': day(dates.due?.day ?? dates.enquiryBy),
    'dates.acknowledgeWasDue': day(dates.acknowledgeWasDue),
    'dates.panelBy': day(stillToCome(dates.panelBy, dates)),
    'dates.enquiryBy': day(stillToCome(dates.enquiryBy, dates)),
    'dates.checkBack': day(dates.checkBack),
    'dates.escalateBy': day(dates.escalateBy),
    'dates.ombudsmanFrom': day(dates.ombudsmanFrom),
    'dates.ombudsmanUntil': day(dates.ombudsmanUntil),
    'extension.oldDate': day(extension.oldDate),
    'extension.newDate': day(extension.newDate),
    'extension.reason': extension.reason && sentence(extension.reason),
    'restriction.reviewOn': day(file.restriction?.reviewOn ?? dates.reviewBy),
  };
}

function stillToCome(date: IsoDate | null | undefined, { sentOn }: LetterDates): IsoDate | null {
  return date && date >= sentOn ? date : null;
}

function ofPolicy({ file, policy, floor }: FieldSources): Texts {
  const stage = stageOf(file, policy);
  const next = nextStageOf(stage, policy);
  const landlord = contactOf(policy, 'landlord');
  const ombudsman = contactOf(floor, 'Housing Ombudsman') ?? contactOf(policy, 'Housing Ombudsman');
  const regulator = contactOf(policy, 'Building Safety Regulator');
  const care = contactOf(policy, 'Care Quality Commission');
  const careOmbudsman = contactOf(policy, 'Local Government and Social Care Ombudsman');
  const advice = contactOf(policy, 'Citizens Advice');
  return {
    'stage.next': next && inLetter(next),
    'handler.team': stage?.handler?.team,
    'landlord.email': landlord?.email,
    'landlord.form': addressed(landlord?.form),
    'policy.link': addressed(contactOf(policy, 'website')?.form) ?? addressed(landlord?.form),
    'citizensAdvice.contact': advice && either(advice.phone, advice.form),
    'ombudsman.phone': ombudsman?.phone,
    'ombudsman.form': ombudsman?.form,
    'ombudsman.post': ombudsman?.post,
    'regulator.phone': regulator?.phone,
    'regulator.form': regulator?.form,
    'careRegulator.phone': care?.phone,
    'careRegulator.form': care?.form,
    'careOmbudsman.phone': careOmbudsman?.phone,
    'careOmbudsman.form': careOmbudsman?.form,
  };
}

function ofSettings({ policy, settings }: FieldSources): Texts {
  const { landlord, officer, emergencyNumber } = settings;
  const own = contactOf(policy, 'landlord');
  return {
    // The Code is no landlord.
    'landlord.name': landlord.name || (policy.about.baseline ? '' : policy.name),
    'landlord.phone': landlord.phone || own?.phone,
    'landlord.post': landlord.address || own?.post,
    'emergency.phone': emergencyNumber,
    'officer.name': officer.name,
    'officer.team': officer.team,
    'officer.phone': officer.phone,
    'officer.email': officer.email,
  };
}

/** What the case holds of the lists and their items: nobody is asked to type it again. */
function recordedLists({ actions, answers, compensation }: CaseFile): readonly string[] {
  return [
    ...(actions.length > 0 ? ['actions'] : []),
    ...(compensation.length > 0 ? ['offers'] : []),
    ...answers.flatMap(({ point }) => [`point.${point}.decision`, `point.${point}.reasons`]),
    ...actions.flatMap(({ id, who, by }) => [
      ...(who === '' ? [] : [`action.${id}.who`]),
      ...(by === null ? [] : [`action.${id}.by`]),
    ]),
  ];
}

/** Entries of fields that may be typed; a day that can't be read stays out, so that the field is still missing. */
function typed(entries: Entries): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([path, entry]) => {
      const input = fieldNamed(path)?.input;
      const text = input === undefined ? '' : asTyped(input, entry);
      return text === '' ? [] : [[path, text]];
    }),
  );
}

function asTyped(input: NonNullable<Field['input']>, entry: string): string {
  switch (input) {
    case 'date':
      return dayTyped(entry) ?? '';
    case 'text':
      return paragraphs(entry);
    case 'lines':
      return linesOf(entry).join(', ');
    default:
      return oneLine(entry);
  }
}

function dayTyped(entry: string): string | null {
  try {
    return letterDate(toIsoDate(entry.trim()));
  } catch {
    return null;
  }
}

function clean(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([path, value]) => {
      const text = oneLine(value ?? '');
      return text === '' || text === ERASED ? [] : [[path, text]];
    }),
  );
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

/** A stage as a letter names it: "stage 1", without what the policy's heading adds to it. */
function inLetter({ name }: Stage): string {
  return (name.split(/ [–(]/)[0] ?? name).toLowerCase();
}

/** The resident; not the one who writes for them, where the case knows only that one. */
function residentOf({ complainant, representative }: CaseFile): string | null {
  const name = complainant?.name ?? '';
  return representative && representative.name === name ? null : greeted(name);
}

/** A postal address that came with the message; an email address is none. */
function addressOf({ complainant, representative }: CaseFile): string | null {
  const address = (representative ?? complainant)?.address ?? '';
  return address.includes('@') ? null : address;
}

/** The outcome wanted: in quotation marks where it is the resident's own sentence. */
function wantsOf({ wants, messages }: CaseFile): string | null {
  if (wants === null || oneLine(wants) === '') return null;
  return messages.some(({ text }) => text.includes(wants.trim())) ? `“${oneLine(wants)}”` : sentence(wants);
}

/** What the policy's own words say about a matter that isn't taken: a quotation only where they are quoted. */
function clauseWords(file: CaseFile, policy: Policy): string | null {
  const named = file.refusal?.clauses ?? [];
  const ofRoute = (file.route?.clauses ?? []).filter((id) => id.startsWith(`${policy.id}/`));
  const ids = named.length > 0 ? named : ofRoute;
  const texts = ids.flatMap((id) => policy.clauses[id.slice(id.indexOf('/') + 1)] ?? policy.clauses[id] ?? []);
  const [first] = texts;
  if (!first) return null;
  return 'quote' in first ? `“${itsOwnPart(first.quote)}”` : sentence(first.paraphrase);
}

/** What is taken up of a message of which a part isn't, in the resident's words where they are at hand. */
function acceptedOf({ refusal, points }: CaseFile): string | null {
  if (!refusal?.isPart || points.length === 0) return null;
  return points.map(({ text, quoted }) => (quoted ? `“${oneLine(text)}”` : sentence(text))).join(' ');
}

/** Of a clause that begins a list and gives one item of it, the item: the rest is no answer to this resident. */
function itsOwnPart(quote: string): string {
  const line = oneLine(quote);
  const item = line.includes('[…]')
    ? line.slice(line.lastIndexOf('[…]') + 3).trim()
    : line.replace(/^[^:]{0,200}: /, '');
  const plain = item.replace(/[;,]?(?: and\/or| and| or)?$/, '');
  return item === line ? plain : `… ${plain}`;
}

/** A web address; the name of a form is none: nobody can go there. */
function addressed(form: string | undefined): string | undefined {
  return form !== undefined && /^[^\s.]+\.\S+$/.test(form) ? form : undefined;
}

function either(phone: string | undefined, form: string | undefined): string | null {
  return [phone, form].filter(Boolean).join(' or ') || null;
}
