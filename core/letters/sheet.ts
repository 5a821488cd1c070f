import type { CaseFile } from '../case/case-file.ts';
import type { Way } from '../case/way-back.ts';
import { letterDate } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';
import { contactOf, type Policy } from '../policy/policy.ts';
import type { Settings } from '../settings.ts';
import { wantsLargePrint } from './about.ts';
import type { Entries } from './field-sources.ts';
import type { LetterDates } from './letter-dates.ts';
import { linesOf, oneLine } from './plain-line.ts';

/** What stands on a letter's paper beside its words, and what became of it in the post. */
export interface Sheet {
  readonly way: Way;
  /** The landlord's name, then its address and telephone where they are known. */
  readonly from: readonly string[];
  /** The name of the person addressed, then the lines of their address. */
  readonly to: readonly string[];
  /** The day on the letter: that of posting. */
  readonly date: string;
  readonly postedOn: IsoDate;
  /** The day on which the policy takes it as received. */
  readonly receivedOn: IsoDate;
  readonly reference: string;
  /** The resident asked for larger letters. */
  readonly isLargePrint: boolean;
}

/** Lays out the paper for a letter. Nothing in it is made up: an address that isn't known is not there. */
export function sheetOf({
  file,
  policy,
  settings,
  dates,
  entries,
  way,
}: {
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly dates: LetterDates;
  readonly entries: Entries;
  readonly way: Way;
}): Sheet {
  const { landlord } = settings;
  const own = contactOf(policy, 'landlord');
  const addressed = file.representative ?? file.complainant;
  const address = postalAddressOf(file, entries);
  const phone = oneLine(landlord.phone || (own?.phone ?? ''));
  return {
    way,
    from: [
      oneLine(landlord.name || (policy.about.baseline ? '' : policy.name)),
      ...addressLines(landlord.address || (own?.post ?? '')),
      ...(phone === '' ? [] : [phone]),
    ],
    to: [oneLine(addressed?.name ?? entries['resident.name'] ?? ''), ...address].filter((line) => line !== ''),
    date: letterDate(dates.sentOn),
    postedOn: dates.sentOn,
    receivedOn: dates.receivedOn,
    reference: file.reference,
    isLargePrint: wantsLargePrint(file),
  };
}

/** The lines of the address that a letter goes to; empty where none is known. */
function postalAddressOf({ representative, complainant }: CaseFile, entries: Entries): readonly string[] {
  const known = (representative ?? complainant)?.address ?? '';
  return addressLines(known.trim() === '' || known.includes('@') ? (entries['postal.address'] ?? '') : known);
}

/** An address that was typed on one line is one line for each part. */
function addressLines(address: string): readonly string[] {
  const lines = linesOf(address);
  return lines.length === 1 ? (lines[0] ?? '').split(',').map(oneLine).filter(Boolean) : lines;
}
