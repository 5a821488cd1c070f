import * as v from 'valibot';
import { ACTION_PATTERN } from './actions.ts';
import { cited, clause, Condition, date, flag, id, list, month, need, text, type Span } from './schema-base.ts';
import type { DUTIES } from './duties.ts';
import { Calendar, Definition, Stage, Timer, Track, type CLOCK_EVENTS } from './schema-stages.ts';

/*
 * What a policy can say. One JSON document a version; everything a landlord does differently stands in it, and every
 * element names the clauses that it carries out. Unknown keys are refused: a slip must not become a rule that is silently
 * not there.
 */

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
  'any-third-party',
  'no-blanket-exclusions',
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

export type { Condition, Span, Stage, Timer };
export type PolicyDocument = v.InferOutput<typeof PolicyDocument>;
export type ClauseText = v.InferOutput<typeof ClauseText>;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];
export type Duty = (typeof DUTIES)[number];
export type Route = v.InferOutput<typeof Route>;
export type LetterRule = v.InferOutput<typeof Letter>;
export type Contact = v.InferOutput<typeof Contact>;
