import { localDate, toInstant, toIsoDate, type Instant, type IsoDate } from '../core/dates.ts';
import { formatDate } from '../core/dates.ts';
import { ClockError, type ClockStart } from '../core/deadlines/clock-start.ts';
import { datesFrom, windowMet } from '../core/deadlines/dates-from.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
import { outOfDate } from '../core/policy/out-of-date.ts';
import { PolicyError, type Policy } from '../core/policy/policy.ts';
import { entryStage, onTrack, routeBy, trackOf } from '../core/policy/route.ts';
import type { ClockEvent } from '../core/policy/schema.ts';
import { CLOCK_EVENTS } from '../core/policy/schema-stages.ts';
import type { Signal } from '../core/policy/signals.ts';
import { calendarOf, policyOn } from '../policies/index.ts';
import { dayOf, optionsOf, UsageError, type Command } from './command.ts';
import { datesInWords } from './dates-in-words.ts';
import {
  answerLines,
  InputError,
  objectAt,
  optionalNumber,
  optionalText,
  textAt,
  textsAt,
  type Line,
} from './jsonl.ts';
import { clauseField, signalsOf } from './route.ts';

export const deadlinesCommand: Command = {
  name: 'deadlines',
  summary: 'the dates that an event sets, each with its working',
  help: `
duly deadlines --policy ID --received DATE [--event EVENT] [--stage N] [--signal NAME]…
              [--due DATE] [--agreed DATE] [--answered DATE] [--letter-date DATE] [--channel WAY] [--form DATE]
duly deadlines --jsonl

Prints every date that the policy sets for a complaint received on DATE (2026-03-26, or a
moment such as 2026-03-26T18:42:00+00:00), how it was counted, and the clause. Of another
event DATE is the day on which it happened.
  --event   complaint-received (default) or another of
            ${CLOCK_EVENTS.join(', ')}
  --stage   the stage acknowledged, answered, extended or asked for: 1, 2, 3
  --signal  what is known of the matter: health-safety, mp, …
  --due     extension-agreed: the answer’s date before it; --agreed: the new one
  --answered  escalation-requested: when the stage before was answered
  --letter-date, --channel (email, post, phone, visit)  response-sent: the date on it, how it went
  --form    complaint-received by telephone or visit: when the form was filled in
  --jsonl   reads {"id"?, "policy", "event", "at", "context"?} a line and prints
            {"id"?, "expect": [{"clause", "obligation", "due", "weekday", …}], "inTime"?}
`,
  async run(args) {
    const { values } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      policy: { type: 'string' },
      received: { type: 'string' },
      event: { type: 'string' },
      stage: { type: 'string' },
      signal: { type: 'string', multiple: true },
      due: { type: 'string' },
      agreed: { type: 'string' },
      answered: { type: 'string' },
      'letter-date': { type: 'string' },
      channel: { type: 'string' },
      form: { type: 'string' },
    });
    if (values.jsonl) return answerLines(datesOfEvent);
    if (values.policy === undefined || values.received === undefined)
      throw new UsageError('--policy and --received are needed');
    const stage = values.stage === undefined ? undefined : Number(values.stage);
    const event = values.event ?? 'complaint-received';
    const needed = neededFor(event, values);
    if (needed !== null) throw new UsageError(needed);
    const { policy, dates, start, inTime } = await asked({
      policy: values.policy,
      event,
      at: momentOf('--received', values.received),
      context: {
        flags: values.signal ?? [],
        ...(stage === undefined ? {} : { stage, toStage: stage }),
        ...given('originalDue', values.due, dayOf.bind(null, '--due')),
        ...given('dueBefore', values.due, dayOf.bind(null, '--due')),
        ...given('agreedDate', values.agreed, dayOf.bind(null, '--agreed')),
        ...given('letterDate', values['letter-date'], dayOf.bind(null, '--letter-date')),
        ...given('responseSentAt', values.answered, momentOf.bind(null, '--answered')),
        ...given('formCompletedAt', values.form, momentOf.bind(null, '--form')),
        ...given('channel', values.channel, (way) => way),
      },
    });
    process.stdout.write(datesInWords(policy, start, dates));
    for (const notice of outOfDate(policy, localDate(start.at))) process.stdout.write(`\n${notice}\n`);
    if (event === 'extension-agreed' && values.agreed !== undefined)
      process.stdout.write(agreedInWords(dayOf('--agreed', values.agreed), dates));
    if (inTime !== null) process.stdout.write(`\n${IN_TIME[event]?.[inTime ? 0 : 1] ?? ''}\n`);
  },
};

/** Whether it came in time, in words: in time, and not. */
const IN_TIME: Readonly<Record<string, readonly [string, string]>> = {
  'extension-agreed': [
    'Given before the date that it extends.',
    'Given after the date that it extends: that date stays missed.',
  ],
  'escalation-requested': [
    'Asked for in time.',
    'Asked for after the window: a person decides; it is never refused by itself.',
  ],
};

/** What an event lacks on the command line before its dates can be counted; null for nothing. */
function neededFor(
  event: string,
  { stage, due }: { readonly stage?: string | undefined; readonly due?: string | undefined },
): string | null {
  if (stage === undefined && STAGED.has(event)) return `--event ${event}: say which stage with --stage 1, 2 or 3`;
  if (event === 'extension-agreed' && due === undefined)
    return '--event extension-agreed: say which date is extended with --due 2026-04-13';
  return null;
}

/** A day, at noon, or a moment as it is written. */
function momentOf(option: string, text: string): string {
  return text.includes('T') ? text : `${dayOf(option, text)}T12:00:00Z`;
}

/** Where the agreed day stands beside the last one that the policy allows. */
function agreedInWords(agreed: IsoDate, [extended]: readonly DueDate[]): string {
  const day = formatDate(agreed, 'EEE d MMM yyyy');
  if (!extended) return `\n${day} was agreed; the policy names no last day for it.\n`;
  return extended.day < agreed
    ? `\n${day} was agreed: later than the policy allows.\n`
    : `\n${day} was agreed: the answer is due then.\n`;
}

/** A part of a line’s context, where the option was given. */
function given(key: string, value: string | undefined, read: (text: string) => string): Line {
  return value === undefined ? {} : { [key]: read(value) };
}

/** Events that belong to a stage. */
const STAGED: ReadonlySet<string> = new Set([
  'escalation-requested',
  'acknowledged',
  'response-sent',
  'response-received',
  'extension-agreed',
]);

/** Events that no clock runs from, but that happen: not complaints. */
const CLOCKLESS: ReadonlySet<string> = new Set(['service-request-received', 'survey-feedback-received']);

interface Asked {
  readonly policy: Policy;
  readonly start: ClockStart;
  readonly dates: readonly DueDate[];
  readonly inTime: boolean | null;
}

/** Answers one line: all dates that an event sets. */
export async function datesOfEvent(
  line: Line,
): Promise<{ readonly expect: readonly object[]; readonly inTime?: boolean }> {
  const { dates, inTime } = await asked(line);
  return { expect: dates.map(printed), ...(inTime === null ? {} : { inTime }) };
}

async function asked(line: Line): Promise<Asked> {
  const event = textAt(line, 'event');
  const at = toInstant(textAt(line, 'at'));
  const context = objectAt(line, 'context');
  const policy = await policyOn(textAt(line, 'policy'), localDate(at));
  const signals = new Set<Signal>(signalsOf([...textsAt(context, 'flags'), ...senderSignals(context)]));
  const start: ClockStart = { ...contextOf(context), event: event as ClockEvent, at, stage: null, signals };
  if (CLOCKLESS.has(event)) return { policy, start, dates: [], inTime: null };
  if (!(CLOCK_EVENTS as readonly string[]).includes(event))
    throw new InputError(
      `unknown event ${JSON.stringify(event)}; there are ${[...CLOCK_EVENTS, ...CLOCKLESS].join(', ')}`,
    );

  const staged = { ...start, stage: stageIn(policy, start, context) };
  const calendar = calendarOf(policy);
  const dates = startsNoClock(policy, staged) ? [] : datesFrom(staged, policy, calendar);
  return { policy, start: staged, dates, inTime: inTime(staged, context, policy, dates) };
}

function contextOf(context: Line): Partial<ClockStart> {
  const channel = optionalText(context, 'channel');
  if (channel !== undefined && !['email', 'post', 'phone', 'visit'].includes(channel))
    throw new InputError(`channel ${JSON.stringify(channel)} is not email, post, phone or visit`);
  const instant = (key: string): Instant | undefined => {
    const text = optionalText(context, key);
    return text === undefined ? undefined : toInstant(text);
  };
  const date = (key: string): IsoDate | undefined => {
    const text = optionalText(context, key);
    return text === undefined ? undefined : toIsoDate(text);
  };
  return {
    channel: channel as ClockStart['channel'],
    receivedAt: instant('receivedAt'),
    formCompletedAt: instant('formCompletedAt'),
    letterDate: date('letterDate'),
    originalDue: date('originalDue') ?? date('dueBefore'),
    agreedDate: date('agreedDate'),
    exceptional: context['exceptional'] === true,
  };
}

/** Who writes and who complains are signals too. */
function senderSignals(context: Line): readonly string[] {
  const sender = optionalText(context, 'sender');
  const type = optionalText(context, 'complainantType');
  return [sender, type === 'other' ? undefined : type].filter((name) => name !== undefined);
}

function stageIn(policy: Policy, { event, signals }: ClockStart, context: Line): string | null {
  const facts = { signals, ageMonths: null };
  const track = trackIn(policy, context);
  if (event === 'complaint-received' || event === 'dissatisfaction-received') {
    const asked = optionalNumber(context, 'stage');
    if (asked !== undefined && !policy.stages.some(({ order }) => order === asked))
      throw new PolicyError(policy.id, 'stages', `has no stage ${String(asked)}`);
    return (
      entryStage(
        policy,
        event,
        track === 'care' ? { ...facts, signals: new Set([...signals, 'care' as const]) } : facts,
      )?.id ?? null
    );
  }
  const number = optionalNumber(context, event === 'escalation-requested' ? 'toStage' : 'stage');
  if (number === undefined) {
    if (STAGED.has(event)) {
      throw new ClockError(`${event}: ${event === 'escalation-requested' ? 'toStage' : 'stage'} is missing`);
    }
    return null;
  }
  return stageNumbered(policy, number, track ?? trackOf(policy, facts));
}

/** The track that a line names. Throws InputError for one that the policy hasn’t: its dates would be another’s. */
function trackIn(policy: Policy, context: Line): string | undefined {
  const track = optionalText(context, 'track');
  const there = (policy.tracks ?? []).map(({ id }) => id);
  if (track === undefined || there.includes(track)) return track;
  const list = there.length > 0 ? `there are ${there.join(', ')}` : `${policy.id} has only one, without a name`;
  throw new InputError(`unknown track ${JSON.stringify(track)}; ${list}`);
}

function stageNumbered(policy: Policy, number: number, track: string | null): string {
  const stage = onTrack(policy, track).find(({ order }) => order === number);
  if (!stage) throw new PolicyError(policy.id, 'stages', `has no stage ${String(number)}`);
  return stage.id;
}

/** Routing comes first: what goes elsewhere or joins an open case starts no clock; what a person must decide does. */
function startsNoClock(policy: Policy, { event, signals }: ClockStart): boolean {
  if (event !== 'complaint-received' && event !== 'dissatisfaction-received') return false;
  const { to } = routeBy(policy, { signals: new Set<Signal>([...signals, 'dissatisfaction']), ageMonths: null });
  return to === 'elsewhere' || to === 'attach';
}

function inTime(start: ClockStart, context: Line, policy: Policy, dates: readonly DueDate[]): boolean | null {
  if (start.event === 'extension-agreed') {
    const timer = policy.timers.find(({ id }) => dates.some((date) => date.timer === id));
    return timer?.noticeBy === 'due' ? localDate(start.at) <= toIsoDate(textAt(context, 'dueBefore')) : null;
  }
  if (start.event !== 'escalation-requested') return null;
  const sent = optionalText(context, 'responseSentAt');
  const received = optionalText(context, 'responseReceivedAt');
  const at = received ?? sent;
  const stage = policy.stages.find(({ next }) => next?.stage === start.stage);
  if (at === undefined || !stage) return null;
  const event = received === undefined ? 'response-sent' : 'response-received';
  return windowMet(start.at, { ...start, event, at: toInstant(at), stage: stage.id }, policy, calendarOf(policy));
}

function printed(date: DueDate): object {
  const { clauses, obligation, due, day, provisional, target, notBefore, sendBy, literal, override } = date;
  return {
    clause: clauseField(clauses),
    obligation,
    due,
    weekday: formatDate(day, 'EEE'),
    ...(provisional ? { provisional } : {}),
    ...(target ? { target } : {}),
    ...(notBefore ? { sense: 'earliest' } : {}),
    ...(sendBy ? { sendBy } : {}),
    ...(literal ? { literal } : {}),
    ...(override ? { override } : {}),
  };
}
