import * as v from 'valibot';
import { ACTION_PATTERN } from './actions.ts';
import {
  cited,
  clause,
  Condition,
  date,
  flag,
  id,
  list,
  month,
  monthDay,
  need,
  signal,
  Span,
  text,
} from './schema-base.ts';

/*
 * What a policy can say. One JSON document a version; everything a landlord does differently stands in it, and every
 * element names the clauses that it carries out. Unknown keys are refused: a slip must not become a rule that is silently
 * not there.
 */

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
  'safety-work',
  'further-work',
  'escalate-by',
  'complain-by',
  'ombudsman-from',
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

const Calendar = v.strictObject({
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

const Definition = v.strictObject({
  ...cited,
  objects: list,
  about: list,
  /** Kinds of failure that the policy gives as examples, each with the sentence that names it. */
  categories: v.exactOptional(v.array(v.strictObject({ id, clause }))),
  medium: v.picklist(['any', 'writing']),
});

const Track = v.strictObject({
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

const Stage = v.strictObject({
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

const destination = v.pipe(
  v.string(),
  v.regex(
    /^(stage:[a-z0-9-]+|first-formal-stage|next-stage|request|enquiry|contact|elsewhere|excluded|attach|decide)$/,
    'is not a destination',
  ),
);

const Route = v.strictObject({
  id,
  ...cited,
  when: Condition,
  to: destination,
  confirm: v.exactOptional(v.literal('staff')),
  by: v.exactOptional(text),
  discretion: flag,
  dest: v.exactOptional(text),
  letter: v.exactOptional(id),
  task: v.exactOptional(text),
  offer: v.exactOptional(text),
  needs: v.exactOptional(v.array(need)),
  split: flag,
  priority: v.exactOptional(v.number()),
  alert: v.exactOptional(text),
});

const Timer = v.strictObject({
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

const Letter = v.strictObject({
  id,
  clause: v.exactOptional(clause),
  ambiguous: cited.ambiguous,
  when: v.exactOptional(Condition),
  track: v.exactOptional(id),
  written: flag,
  channel: v.exactOptional(v.record(v.string(), text)),
  /** `when`: the block is owed only where that holds, as the Building Safety Regulator’s. */
  must: v.array(v.strictObject({ block: id, ...cited, when: v.exactOptional(Condition) })),
});

/** A gate: the action named in `before` waits until `needs` are recorded. No clock ever waits. */
const Rule = v.strictObject({
  id,
  ...cited,
  /** The action that it holds back, in the language of actions.ts. */
  before: v.pipe(
    v.string(),
    v.regex(ACTION_PATTERN, ({ received }) => `is not an action: ${received}`),
  ),
  needs: v.pipe(v.array(need), v.nonEmpty('needs nothing')),
  when: v.exactOptional(Condition),
  /** The policy may ask for it: shown, and holds nothing back. */
  force: v.exactOptional(v.literal('may')),
});

const RecordField = v.strictObject({
  field: id,
  ...cited,
  value: v.exactOptional(text),
  options: v.exactOptional(list),
  required: v.exactOptional(v.literal('close')),
  computed: flag,
  remind: flag,
});

const Report = v.strictObject({
  id,
  ...cited,
  every: v.picklist(['month', 'quarter', 'year', 'any']),
  to: list,
  shows: v.exactOptional(list),
  via: v.exactOptional(text),
});

const Contact = v.strictObject({
  who: text,
  ...cited,
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

/** What a baseline asks of every policy and no other element of it carries: each a way of falling below it. */
export const STANDARDS = [
  'two-stages',
  'no-informal-stage',
  'any-way',
  'choice',
  'no-window',
  'no-contractor-first',
  'any-representative',
  'straight-to-ombudsman',
] as const;

export const PolicyDocument = v.strictObject({
  id,
  name: text,
  /** How the panel and a letter name the landlord in running text. */
  shortName: text,
  /** The first day on which this version governs. The first version governs earlier days too, and may have none. */
  effectiveFrom: v.exactOptional(date),
  about: v.strictObject({
    ...cited,
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
  prompts: v.array(v.strictObject({ at: text, ...cited, text })),
  standards: v.exactOptional(v.array(v.strictObject({ id: v.picklist(STANDARDS), ...cited }))),
  outside: v.array(v.strictObject({ ...cited, why: text })),
});

/** One clause: the document's own words (`quote`), or, where no source is at hand, what it says in short (`paraphrase`). */
export const ClauseText = v.union(
  [
    v.strictObject({ quote: text, summary: v.exactOptional(text), from: text }),
    v.strictObject({ paraphrase: text, checked: v.boolean() }),
  ],
  'is neither a quotation (quote, from, perhaps summary) nor a paraphrase (paraphrase, checked)',
);

export const ClauseDocument = v.record(text, ClauseText);

export type { Condition, Span };
export type PolicyDocument = v.InferOutput<typeof PolicyDocument>;
export type ClauseText = v.InferOutput<typeof ClauseText>;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];
export type Duty = (typeof DUTIES)[number];
export type Stage = v.InferOutput<typeof Stage>;
export type Route = v.InferOutput<typeof Route>;
export type Timer = v.InferOutput<typeof Timer>;
export type LetterRule = v.InferOutput<typeof Letter>;
export type Contact = v.InferOutput<typeof Contact>;
