import { existsSync, readFileSync } from 'node:fs';
import { isId, newChain, newId, seal, type ChainTip } from '../core/case/chain.ts';
import { suggestedDecision, type Decision } from '../core/case/decision.ts';
import { parseEvent, type CaseEvent, type PointRecord } from '../core/case/event.ts';
import { logCase } from '../core/case/log-case.ts';
import { referenceOf } from '../core/case/reference.ts';
import { compareInstants, localDate, toInstant } from '../core/dates.ts';
import { reasonOf } from '../core/errors.ts';
import type { Message } from '../core/message.ts';
import { routeTo, type Route } from '../core/policy/route.ts';
import type { Policy } from '../core/policy/policy.ts';
import { read } from '../core/reading/read.ts';
import { triage } from '../core/triage/triage.ts';
import type { Verdict } from '../core/triage/verdict.ts';
import type { Settings } from '../core/settings.ts';
import { policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';
import { answerLines, InputError, objectAt, optionalText, textAt, textsAt, type Line } from './jsonl.ts';
import { messageOf } from './message-line.ts';
import { seededSource, type SeededSource } from './seeded-source.ts';
import { neuralScores, readerNamed, type Reader } from './neural-reader.ts';
import { settingsFor, settingsFrom } from './settings-file.ts';

export const logCommand: Command = {
  name: 'log',
  summary: 'logs messages as cases: the events, and the reference',
  help: `
duly log --jsonl [--seed N] [--device ID] [--chain FILE] [--settings FILE] [--reader both|linear]

Reads a message a line, as for "duly triage", with
  {"policy", "decision": {"route", "points"?, "wants"?, "handler"?}, "now", "actor"}
and prints {"id"?, "events": […], "reference"}. "route" is a plain name (stage-1, service-request, enquiry …) or a
destination of the policy (stage:stage-1). One run is one device and one chain over all its lines.
  --seed    makes ids and salts; the same seed and input give the same bytes (default 1)
  --device  the device's id; made from the seed where it isn't given
  --chain   goes on with the chain of that device in an earlier backup (JSON Lines, one event a line)
  --reader  whose reading the case keeps: both (default), as in the panel, or linear, the first one alone
`,
  async run(args) {
    const { values } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      seed: { type: 'string' },
      device: { type: 'string' },
      chain: { type: 'string' },
      settings: { type: 'string' },
      reader: { type: 'string' },
    });
    if (!values.jsonl) throw new UsageError('give --jsonl; the messages come on standard input');
    const reader = readerNamed(values.reader);
    if (values.device !== undefined && !isId(values.device))
      throw new UsageError(`--device ${JSON.stringify(values.device)} is no uuid`);
    const source = seededSource(values.seed ?? '1');
    const settings = settingsFrom(values.settings);
    const earlier = values.chain === undefined ? [] : eventsIn(values.chain);
    let tip: ChainTip | null = values.chain === undefined ? null : tipOf(earlier, values.chain, values.device);
    const logged = new Map(earlier.flatMap(loggedBefore));
    await answerLines(async (line) => {
      source.setNow(toInstant(textAt(line, 'now')));
      tip ??= newChain(values.device ?? newId(source));
      const next = await logLine(line, { tip, source, settings, reader, logged });
      tip = next.tip;
      for (const [key, reference] of next.events.flatMap(loggedBefore)) logged.set(key, reference);
      return { events: next.events, reference: referenceOf(next.caseId) };
    });
  },
};

interface Logging {
  readonly tip: ChainTip;
  readonly source: SeededSource;
  readonly settings: Settings | null;
  readonly reader: Reader;
  /** The references of the cases that messages are on already, by the ids of those messages. */
  readonly logged: ReadonlyMap<string, string>;
}

/** The ids by which the message of an entry is known for certain, each with its case's reference. */
function loggedBefore(event: CaseEvent): readonly (readonly [string, string])[] {
  if (event.type !== 'received' && event.type !== 'joined') return [];
  return idsOf(event.data).map((id) => [id, referenceOf(event.caseId)] as const);
}

function idsOf({ messageId, siteMessageId }: Pick<Message, 'messageId' | 'siteMessageId'>): readonly string[] {
  return [
    ...(messageId === null ? [] : [`messageId ${messageId}`]),
    ...(siteMessageId === null ? [] : [`siteMessageId ${siteMessageId}`]),
  ];
}

async function logLine(
  line: Line,
  { tip, source, settings: given, reader, logged }: Logging,
): Promise<{ events: readonly CaseEvent[]; tip: ChainTip; caseId: string }> {
  const message = messageOf(line);
  if (message.receivedAt === null) throw new InputError('date is missing: clocks run from the day of receipt');
  if (compareInstants(message.receivedAt, source.now()) > 0)
    throw new InputError(`date ${message.receivedAt} is after now, ${source.now()}`);
  for (const id of idsOf(message)) {
    const reference = logged.get(id);
    if (reference !== undefined) throw new InputError(`${id}: this message is logged already, as ${reference}`);
  }
  const policy = await policyOn(textAt(line, 'policy'), localDate(message.receivedAt));
  const settings = settingsFor(message, given);
  const reading = read(message, settings);
  const neural = reader === 'both' ? await neuralScores(reading, settings) : null;
  const verdict = triage(reading, { settings, policy, known: new Set(), neural });
  const decision = decisionOf(line, suggestedDecision(reading, verdict, policy), { policy, verdict });
  const caseId = newId(source);
  const drafts = logCase(decision, {
    caseId,
    message,
    reading,
    verdict,
    policy,
    actor: { name: textAt(line, 'actor') },
    now: source.now(),
  });
  return { ...seal(drafts, tip, source), caseId };
}

/** What the line decides, in place of what Duly suggests. */
function decisionOf(
  line: Line,
  suggested: Decision,
  { policy, verdict }: { policy: Policy; verdict: Verdict },
): Decision {
  const given = objectAt(line, 'decision');
  const route = routeNamed(textAt(given, 'route'), policy, verdict);
  return {
    ...suggested,
    route,
    overruled: route.to !== suggested.route.to,
    points: given['points'] === undefined ? suggested.points : pointsOf(given['points']),
    wants: given['wants'] === undefined ? suggested.wants : (optionalText(given, 'wants') ?? null),
    handler: optionalText(given, 'handler') ?? suggested.handler,
    adjustments: given['adjustments'] === undefined ? suggested.adjustments : textsAt(given, 'adjustments'),
  };
}

/** What a policy leaves to a person, or to another case: a case can't be opened as one of these. */
const UNDECIDED: readonly string[] = ['decide', 'attach', 'excluded'];

/** The plain names by which a message can be logged under this policy. */
function choicesOf(policy: Policy): readonly string[] {
  const facts = { signals: new Set<never>(), ageMonths: null };
  const routes = policy.routes.map(({ to }) => routeTo(policy, to, facts).route);
  const stages = policy.stages.map(({ formal, order }) => (formal ? `stage-${String(order)}` : 'informal'));
  return [...new Set([...stages, ...routes])].filter((name) => name !== 'none' && !UNDECIDED.includes(name));
}

function routeNamed(name: string, policy: Policy, verdict: Verdict): Route {
  const facts = { signals: verdict.signals, ageMonths: verdict.ageMonths };
  if (UNDECIDED.includes(name))
    throw new InputError(
      `decision.route ${JSON.stringify(name)} is no decision; choose ${choicesOf(policy).join(', ')}`,
    );
  if (verdict.route.route === name || verdict.route.to === name) return verdict.route;
  const plain: Readonly<Record<string, string>> = {
    'service-request': 'request',
    signpost: 'elsewhere',
    'contractor-first': 'elsewhere',
  };
  const stage = policy.stages.find(
    ({ formal, order, id }) =>
      `stage:${id}` === name || (name === 'informal' ? !formal : formal && name === `stage-${String(order)}`),
  );
  const to = stage ? `stage:${stage.id}` : (plain[name] ?? name);
  const route = routeTo(policy, to, facts);
  if (route.rule === null && stage)
    return { ...route, to, route: stage.formal ? `stage-${stage.order}` : 'informal', stage };
  if (route.rule === null) throw new InputError(`decision.route: ${policy.name} has no way to ${JSON.stringify(name)}`);
  return route;
}

/** Points as texts (an officer's words), or as `{text, quoted?}`. */
function pointsOf(value: unknown): readonly PointRecord[] {
  if (!Array.isArray(value)) throw new InputError('decision.points is not a list');
  return value.map((item: unknown, index) => {
    const point = typeof item === 'string' ? { text: item } : (item as { text?: unknown; quoted?: unknown } | null);
    if (typeof point?.text !== 'string') throw new InputError(`decision.points[${String(index)}] has no text`);
    return { id: String(index + 1), text: point.text, quoted: 'quoted' in point && point.quoted === true };
  });
}

/** The events of an earlier backup. Throws UsageError naming the file, and the line that is none. */
function eventsIn(file: string): readonly CaseEvent[] {
  if (!existsSync(file)) throw new UsageError(`--chain: there is no file ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : eventOn(text, `--chain: ${file}, line ${String(index + 1)}`)));
}

function eventOn(text: string, where: string): readonly CaseEvent[] {
  try {
    const value: unknown = JSON.parse(text);
    // The last line of a backup says where it ends.
    return typeof value === 'object' && value !== null && 'end' in value ? [] : [parseEvent(value)];
  } catch (error) {
    throw new UsageError(`${where}: ${reasonOf(error)}`);
  }
}

/** The end of a device's chain in a backup; of the only device in it where none is named. */
function tipOf(events: readonly CaseEvent[], file: string, device: string | undefined): ChainTip {
  const devices = new Set(events.map(({ deviceId }) => deviceId));
  const [only] = devices;
  const deviceId = device ?? (devices.size === 1 ? only : undefined);
  if (deviceId === undefined)
    throw new UsageError(`${file} holds ${String(devices.size)} devices; say which with --device`);
  const last = events
    .filter((event) => event.deviceId === deviceId)
    .reduce<CaseEvent | null>((latest, event) => (latest && latest.sequence > event.sequence ? latest : event), null);
  return last ? { deviceId, sequence: last.sequence, hash: last.hash } : newChain(deviceId);
}
