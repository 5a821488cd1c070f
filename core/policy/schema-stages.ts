import * as v from 'valibot';
import { cited, clause, Condition, date, flag, id, list, monthDay, signal, Span, text } from './schema-base.ts';
import { DUTIES } from './duties.ts';

/* The part of a policy that dates follow from: the days that count, the stages, the timers. */

/** The events that a clock can run from. */
export const CLOCK_EVENTS = [
  /** Enters the first formal stage of its track. */
  'complaint-received',
  /** Handled informally; in a policy without an informal stage the same as complaint-received. */
  'dissatisfaction-received',
  'escalation-requested',
  'acknowledged',
  'response-sent',
  'response-received',
  'extension-agreed',
  'enquiry-received',
  'incident',
  'became-aware',
  'restriction-notified',
  /** The landlord hears of a danger in a home; its clocks stand beside the complaint's. */
  'hazard-reported',
  /** The investigation of a danger ended. */
  'hazard-investigated',
  /** It ended, and found one. */
  'hazard-confirmed',
] as const;

const Closure = v.variant('kind', [
  v.strictObject({ kind: v.literal('date'), ...cited, date, name: v.exactOptional(text) }),
  v.strictObject({
    kind: v.literal('weekdays-between'),
    ...cited,
    from: monthDay,
    to: monthDay,
    unless: v.literal('bank-holiday'),
    usual: flag,
    name: v.exactOptional(text),
  }),
]);

/** Which days count. */
export const Calendar = v.strictObject({
  clause: v.exactOptional(clause),
  ambiguous: cited.ambiguous,
  bankHolidays: v.picklist(['england-and-wales', 'scotland', 'northern-ireland']),
  workingWeek: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.nonEmpty()),
  closures: v.array(Closure),
  countFrom: v.literal('day-after-trigger'),
  afterHours: v.literal('same-date'),
  /** Working days after sending at which a letter counts as received. */
  deemedReceipt: v.strictObject({ email: v.number(), post: v.number() }),
});

/** What a complaint is. */
export const Definition = v.strictObject({
  ...cited,
  objects: list,
  about: list,
  /** Kinds of failure that the policy gives as examples, each with the sentence that names it. */
  categories: v.exactOptional(v.array(v.strictObject({ id, clause }))),
  medium: v.picklist(['any', 'writing']),
});

/** A way through stages of its own, for one kind of service. */
export const Track = v.strictObject({
  id,
  ...cited,
  when: Condition,
  confirm: v.exactOptional(v.literal('staff')),
});

const Handler = v.strictObject({
  ...cited,
  roles: v.exactOptional(list),
  team: v.exactOptional(text),
  via: v.exactOptional(text),
  named: flag,
  members: v.exactOptional(list),
  chair: v.exactOptional(text),
  independentOf: v.exactOptional(v.array(id)),
});

/** What has to be told, or known, before a date moves. */
export const EXTENSION_NEEDS = [
  'delay-reason',
  'progress',
  'new-date',
  'agreed-date',
  'ombudsman-contact',
  'update-intervals',
] as const;

const Extension = v.strictObject({
  ...cited,
  consent: v.picklist(['inform', 'discuss', 'agree']),
  /** At most so much after the original date; without it the policy sets no limit. */
  max: v.exactOptional(Span),
  needs: v.exactOptional(v.array(v.picklist(EXTENSION_NEEDS, ({ received }) => `is nothing to tell: ${received}`))),
  /** Beyond the limit, in exceptional circumstances: no number. */
  exceptional: flag,
  /** The letter that tells the resident. */
  letter: v.exactOptional(id),
});

/** A stage: who handles it, how it may be extended, what comes next. */
export const Stage = v.strictObject({
  id,
  name: text,
  /** 0 = before the first stage; the plain name of a formal stage is `stage-` and this number. */
  order: v.pipe(v.number(), v.integer(), v.minValue(0)),
  formal: v.boolean(),
  ...cited,
  track: v.exactOptional(id),
  entry: v.exactOptional(list),
  startsAt: v.exactOptional(v.literal('same-day-form')),
  handler: v.exactOptional(Handler),
  next: v.exactOptional(
    v.strictObject({
      ...cited,
      stage: id,
      when: v.array(signal),
      asks: v.exactOptional(list),
      reasonsNeeded: v.exactOptional(v.literal(false)),
    }),
  ),
  extension: v.exactOptional(v.array(Extension)),
  closes: v.exactOptional(v.strictObject({ ...cited, outcome: text })),
  /** Where a resident can go after the last stage. */
  then: v.exactOptional(list),
});

/** A date: from which event, so long, for which duty. */
export const Timer = v.strictObject({
  id,
  ...cited,
  on: v.picklist(CLOCK_EVENTS),
  stage: v.exactOptional(id),
  when: v.exactOptional(Condition),
  does: v.picklist(DUTIES),
  within: Span,
  /** 'due': from the original due date, before any extension; 'letter-date': from the date on the letter, if given. */
  runsFrom: v.exactOptional(v.picklist(['due', 'letter-date'])),
  /** An agreed date: inside the cap it is the due date / it is the due date wherever it lies. */
  agreed: v.exactOptional(v.picklist(['within-cap', 'governs'])),
  /** The notice itself must go out by the date being extended. */
  noticeBy: v.exactOptional(v.literal('due')),
  /** Until `on` happens, count from that timer's due date: provisional. */
  projectFrom: v.exactOptional(id),
  /** `on` later than that timer's due date: the earlier of both counts is due, the other stands beside it. */
  late: v.exactOptional(v.literal('earlier')),
  sense: v.exactOptional(v.literal('not-before')),
  force: v.exactOptional(v.picklist(['aim', 'generally', 'where-possible'])),
  /** A missed date is a decision for a person, not a refusal. */
  soft: flag,
  sameClockTime: flag,
  reaches: v.exactOptional(v.literal('complainant')),
  sendBy: v.exactOptional(v.picklist(['last-working-day', 'deemed-receipt'])),
  written: flag,
  law: v.exactOptional(
    v.strictObject({ removedFrom: date, override: v.literal('later-of-event-and-removal-if-earlier'), note: text }),
  ),
});

export type Stage = v.InferOutput<typeof Stage>;
export type Timer = v.InferOutput<typeof Timer>;
