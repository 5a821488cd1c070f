/** What a record of a CRM can say that a complaint needs. Nothing else of such a page is read. */
export const RECORD_FIELDS = [
  'name',
  'address',
  'reference',
  'tenancy',
  'phone',
  'phone2',
  'email',
  'notes',
  'stage',
  'priority',
  'status',
  'due',
  'alert',
  'tenancyType',
  'rentAccount',
  'vulnerability',
  'subject',
  'received',
] as const;

export type RecordField = (typeof RECORD_FIELDS)[number];

/** One field of a record as the page shows it. */
export interface RecordValue {
  readonly field: RecordField;
  readonly value: string;
  /** The word beside it on the page: "Tenancy ref"; null where none stands there. */
  readonly label: string | null;
  /** By what it was found, in words for whoever mends a site. */
  readonly by: string;
  /** The word beside it only suggests what it is: nobody has pointed at it on this kind of page. */
  readonly isGuess: boolean;
}

/** What of a case can be written into a page's fields. */
export const FILL_PARTS = ['reference', 'summary', 'due'] as const;

export type FillPart = (typeof FILL_PARTS)[number];

/** A field of a page that somebody chose for a part of the case. */
export interface FillTarget {
  readonly part: FillPart;
  /** The word beside it on the page; null where none stands there. */
  readonly label: string | null;
  /** What stands in it now, letter by letter; null where nothing can be written in it. */
  readonly holds: string | null;
  /** What it takes: one line, several, or a day as 2026-03-25. */
  readonly takes: 'line' | 'lines' | 'day';
}

/** The fields that a person can point at, most wanted first. */
export const POINTED_FIELDS = [
  'name',
  'address',
  'reference',
  'phone',
  'notes',
] as const satisfies readonly RecordField[];
