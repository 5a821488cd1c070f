import { localDate, toInstant, toIsoDate, type Instant, type IsoDate } from '../core/dates.ts';
import { formatDate } from '../core/dates.ts';
import { ClockError, type ClockStart } from '../core/deadlines/clock-start.ts';
import { datesFrom, windowMet } from '../core/deadlines/dates-from.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
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
duly deadlines --jsonl

Prints every date that the policy sets for a complaint received on DATE (2026-03-26, or a
moment such as 2026-03-26T18:42:00+00:00), how it was counted, and the clause.
  --event   complaint-received (default) or another of
            ${CLOCK_EVENTS.join(', ')}
  --stage   the stage acknowledged, answered, extended or asked for: 1, 2, 3
  --signal  what is known of the matter: health-safety, mp, …
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
    });
    if (values.jsonl) return answerLines(datesOfEvent);
    if (values.policy === undefined || values.received === undefined)
      throw new UsageError('--policy and --received are needed');
    const stage = values.stage === undefined ? undefined : Number(values.stage);
    const at = values.received.includes('T') ? values.received : `${dayOf('--received', values.received)}T12:00:00Z`;
    const { policy, dates, start } = await asked({
      policy: values.policy,
      event: values.event ?? 'complaint-received',
      at,
      context: { flags: values.signal ?? [], ...(stage === undefined ? {} : { stage, toStage: stage }) },
    });
    process.stdout.write(datesInWords(policy, start, dates));
  },
};

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
    throw new InputError(`unknown event ${JSON.stringify(event)}`);

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
  if (event === 'complaint-received' || event === 'dissatisfaction-received') {
    const asked = optionalNumber(context, 'stage');
    if (asked !== undefined && !policy.stages.some(({ order }) => order === asked))
      throw new PolicyError(policy.id, 'stages', `has no stage ${String(asked)}`);
    const track = optionalText(context, 'track');
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
    if (
      ['escalation-requested', 'acknowledged', 'response-sent', 'response-received', 'extension-agreed'].includes(event)
    ) {
      throw new ClockError(`${event}: ${event === 'escalation-requested' ? 'toStage' : 'stage'} is missing`);
    }
    return null;
  }
  return stageNumbered(policy, number, optionalText(context, 'track') ?? trackOf(policy, facts));
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
