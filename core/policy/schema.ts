import * as v from 'valibot';
import { isSignal, type Signal } from './signals.ts';

/*
 * What a policy can say. One JSON document a version; everything a landlord does differently stands in it, and every
 * element names the clauses that it carries out. Unknown keys are refused: a slip must not become a rule that is silently
 * not there.
 */

const text = v.pipe(v.string(), v.nonEmpty('is empty'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id in lower case with hyphens'));
const date = v.pipe(v.string(), v.isoDate('is not a date, YYYY-MM-DD'));
const month = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a year, a month or a date'));
const monthDay = v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'is not MM-DD'));
const flag = v.exactOptional(v.literal(true));
const list = v.array(text);
const clause = v.pipe(v.array(text), v.nonEmpty('names no clause'));

const signal = v.custom<Signal>(
  (input) => typeof input === 'string' && isSignal(input),
  ({ input }) => `is not a signal: ${JSON.stringify(input)}`,
);

/** A length of time. Hours and instants count by the clock, working days by the calendar, the rest by the almanac. */
export const Span = v.strictObject({
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  unit: v.picklist(['instant', 'hour', 'working-day', 'day', 'week', 'month']),
});

/** What must hold: all of, any of, none of the signals, and the age of the matter. Empty = always. */
export const Condition = v.strictObject({
  all: v.exactOptional(v.array(signal)),
  any: v.exactOptional(v.array(signal)),
  none: v.exactOptional(v.array(signal)),
  olderThan: v.exactOptional(
    v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1)), unit: v.literal('month') }),
  ),
});

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
] as const;

/** What is to be done by a date: the landlord's duties first, then the resident's windows. */
export const DUTIES = [
  'acknowledge',
  'contact',
  'action-plan',
  'respond',
  'panel',
  'enquiry-respond',
  'extended-respond-by',
  'restriction-review',
  'make-safe',
  'investigate',
  'written-summary',
  'escalate-by',
  'complain-by',
  'ombudsman-from',
] as const;

const Closure = v.variant('kind', [
  v.strictObject({ kind: v.literal('date'), clause, date, name: v.exactOptional(text) }),
  v.strictObject({
    kind: v.literal('weekdays-between'),
    clause,
    from: monthDay,
    to: monthDay,
    unless: v.literal('bank-holiday'),
    usual: flag,
    name: v.exactOptional(text),
    ambiguous: v.exactOptional(text),
  }),
]);

const Calendar = v.strictObject({
  clause: v.exactOptional(clause),
  bankHolidays: v.picklist(['england-and-wales', 'scotland', 'northern-ireland']),
  workingWeek: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.nonEmpty()),
  closures: v.array(Closure),
  countFrom: v.literal('day-after-trigger'),
  afterHours: v.literal('same-date'),
  /** Working days after sending at which a letter counts as received. */
  deemedReceipt: v.strictObject({ email: v.number(), post: v.number() }),
});

const Definition = v.strictObject({
  clause,
  objects: list,
  about: list,
  /** Kinds of failure that the policy gives as examples, each with the sentence that names it. */
  categories: v.exactOptional(v.array(v.strictObject({ id, clause }))),
  medium: v.picklist(['any', 'writing']),
});

const Track = v.strictObject({ id, clause, when: Condition, confirm: v.exactOptional(v.literal('staff')) });

const Handler = v.strictObject({
  clause,
  roles: v.exactOptional(list),
  team: v.exactOptional(text),
  via: v.exactOptional(text),
  named: flag,
  members: v.exactOptional(list),
  chair: v.exactOptional(text),
  independentOf: v.exactOptional(v.array(id)),
});

const Extension = v.strictObject({
  clause,
  consent: v.picklist(['inform', 'discuss', 'agree']),
  max: v.exactOptional(Span),
  needs: v.exactOptional(list),
  exceptional: flag,
});

const Stage = v.strictObject({
  id,
  name: text,
  /** 0 = before the first stage; the plain name of a formal stage is `stage-` and this number. */
  order: v.pipe(v.number(), v.integer(), v.minValue(0)),
  formal: v.boolean(),
  clause,
  track: v.exactOptional(id),
  entry: v.exactOptional(list),
  startsAt: v.exactOptional(v.literal('same-day-form')),
  handler: v.exactOptional(Handler),
  next: v.exactOptional(
    v.strictObject({
      clause,
      stage: id,
      when: v.array(signal),
      asks: v.exactOptional(list),
      reasonsNeeded: v.exactOptional(v.literal(false)),
    }),
  ),
  extension: v.exactOptional(v.array(Extension)),
  closes: v.exactOptional(v.strictObject({ clause, outcome: text })),
  then: v.exactOptional(list),
});

const destination = v.pipe(
  v.string(),
  v.regex(
    /^(stage:[a-z0-9-]+|first-formal-stage|next-stage|request|enquiry|contact|elsewhere|excluded|attach|decide)$/,
    'is not a destination',
  ),
);

const Route = v.strictObject({
  id,
  clause,
  when: Condition,
  to: destination,
  confirm: v.exactOptional(v.literal('staff')),
  by: v.exactOptional(text),
  discretion: flag,
  dest: v.exactOptional(text),
  letter: v.exactOptional(id),
  task: v.exactOptional(text),
  offer: v.exactOptional(text),
  needs: v.exactOptional(list),
  split: flag,
  priority: v.exactOptional(v.number()),
  alert: v.exactOptional(text),
  ambiguous: v.exactOptional(text),
});

const Timer = v.strictObject({
  id,
  clause,
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
  ambiguous: v.exactOptional(text),
});

const Letter = v.strictObject({
  id,
  clause: v.exactOptional(clause),
  when: v.exactOptional(Condition),
  track: v.exactOptional(id),
  written: flag,
  channel: v.exactOptional(v.record(v.string(), text)),
  /** `when`: the block is owed only where that holds, as the Building Safety Regulator’s. */
  must: v.array(v.strictObject({ block: id, clause, when: v.exactOptional(Condition) })),
});

/** A gate: the action named in `before` waits until `needs` are recorded. No clock ever waits. */
const Rule = v.strictObject({
  id,
  clause,
  before: text,
  needs: v.pipe(list, v.nonEmpty()),
  when: v.exactOptional(Condition),
  force: v.exactOptional(text),
  clocks: v.exactOptional(v.literal('run')),
});

const RecordField = v.strictObject({
  field: id,
  clause,
  value: v.exactOptional(text),
  options: v.exactOptional(list),
  required: v.exactOptional(v.literal('close')),
  computed: flag,
  remind: flag,
});

const Report = v.strictObject({
  id,
  clause,
  every: v.picklist(['month', 'quarter', 'year', 'any']),
  to: list,
  shows: v.exactOptional(list),
  via: v.exactOptional(text),
});

const Contact = v.strictObject({
  who: text,
  clause,
  phone: v.exactOptional(text),
  email: v.exactOptional(text),
  post: v.exactOptional(text),
  form: v.exactOptional(text),
  social: v.exactOptional(text),
  inPerson: v.exactOptional(text),
  how: v.exactOptional(text),
  /** The first day on which these ways no longer reach them: what a letter must not give any more. */
  until: v.exactOptional(date),
});

/** Where the words leave a question open: the code that elements point to, and the reading that is followed. */
const Reading = v.strictObject({ code: text, text });

export const PolicyDocument = v.strictObject({
  id,
  name: text,
  /** How the panel and a letter name the landlord in running text. */
  shortName: text,
  /** The first day on which this version governs. The first version governs earlier days too, and may have none. */
  effectiveFrom: v.exactOptional(date),
  about: v.strictObject({
    clause,
    approved: v.exactOptional(month),
    published: v.exactOptional(month),
    review: v.exactOptional(month),
    expiry: v.exactOptional(month),
    version: v.exactOptional(v.number()),
    organisationClosed: v.exactOptional(date),
    /** Complaints received earlier fell under another edition: a warning, no refusal. */
    appliesFrom: v.exactOptional(date),
    /** The floor under every landlord’s policy. */
    baseline: flag,
    /** Law that runs beside every landlord’s policy, from `appliesFrom` on. */
    law: flag,
  }),
  readings: v.exactOptional(v.array(Reading)),
  calendar: Calendar,
  definition: Definition,
  tracks: v.exactOptional(v.array(Track)),
  stages: v.array(Stage),
  routes: v.array(Route),
  timers: v.array(Timer),
  letters: v.array(Letter),
  rules: v.array(Rule),
  records: v.array(RecordField),
  reports: v.array(Report),
  contacts: v.array(Contact),
  prompts: v.array(v.strictObject({ at: text, clause, text })),
  outside: v.array(v.strictObject({ clause, why: text })),
});

/** One clause: the document's own words (`quote`), or, where no source is at hand, what it says in short (`paraphrase`). */
export const ClauseText = v.union([
  v.strictObject({ quote: text, summary: v.exactOptional(text), from: text }),
  v.strictObject({ paraphrase: text, checked: v.boolean() }),
]);

export const ClauseDocument = v.record(text, ClauseText);

export type PolicyDocument = v.InferOutput<typeof PolicyDocument>;
export type ClauseText = v.InferOutput<typeof ClauseText>;
export type Span = v.InferOutput<typeof Span>;
export type Condition = v.InferOutput<typeof Condition>;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];
export type Duty = (typeof DUTIES)[number];
export type Stage = v.InferOutput<typeof Stage>;
export type Route = v.InferOutput<typeof Route>;
export type Timer = v.InferOutput<typeof Timer>;
export type LetterRule = v.InferOutput<typeof Letter>;
export type Contact = v.InferOutput<typeof Contact>;
