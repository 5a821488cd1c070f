import type { CaseFile } from '../case/case-file.ts';
import { ERASED } from '../case/event.ts';
import { letterDate } from '../date-words.ts';
import { toIsoDate, type IsoDate } from '../dates.ts';
import { contactOf } from '../policy/policy.ts';
import { aboutOf } from './about.ts';
import { caseValues, inLetter, type Texts } from './case-values.ts';
import type { Entries, FieldSources } from './field-sources.ts';
import { fieldNamed, type Field } from './fields.ts';
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
import { linesOf, oneLine, paragraphs, sentence } from './plain-line.ts';
import type { About } from './questions.ts';

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

/**
 * Collects what is known: from the case where it is recorded, else as the officer typed it. Nothing is made up: an unknown
 * field stays out, and the letter names it.
 */
export function fieldValues(sources: FieldSources): FieldValues {
  const { entries } = sources;
  const recorded = clean({ ...caseValues(sources), ...ofDates(sources), ...ofPolicy(sources), ...ofSettings(sources) });
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

/** A web address; the name of a form is none: nobody can go there. */
function addressed(form: string | undefined): string | undefined {
  return form !== undefined && /^[^\s.]+\.\S+$/.test(form) ? form : undefined;
}

function either(phone: string | undefined, form: string | undefined): string | null {
  return [phone, form].filter(Boolean).join(' or ') || null;
}
