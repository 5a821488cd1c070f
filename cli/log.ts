import { readFileSync } from 'node:fs';
import { newChain, newId, seal, type ChainTip } from '../core/case/chain.ts';
import { suggestedDecision, type Decision } from '../core/case/decision.ts';
import { parseEvent, type CaseEvent, type PointRecord } from '../core/case/event.ts';
import { logCase } from '../core/case/log-case.ts';
import { referenceOf } from '../core/case/reference.ts';
import { localDate, toInstant } from '../core/dates.ts';
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
    const source = seededSource(values.seed ?? '1');
    const settings = settingsFrom(values.settings);
    let tip: ChainTip | null = values.chain === undefined ? null : tipOf(values.chain, values.device);
    await answerLines(async (line) => {
      source.setNow(toInstant(textAt(line, 'now')));
      tip ??= newChain(values.device ?? newId(source));
      const logged = await logLine(line, { tip, source, settings, reader });
      tip = logged.tip;
      return { events: logged.events, reference: referenceOf(logged.caseId) };
    });
  },
};

interface Logging {
  readonly tip: ChainTip;
  readonly source: SeededSource;
  readonly settings: Settings | null;
  readonly reader: Reader;
}

async function logLine(
  line: Line,
  { tip, source, settings: given, reader }: Logging,
): Promise<{ events: readonly CaseEvent[]; tip: ChainTip; caseId: string }> {
  const message = messageOf(line);
  if (message.receivedAt === null) throw new InputError('date is missing: clocks run from the day of receipt');
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

function routeNamed(name: string, policy: Policy, verdict: Verdict): Route {
  const facts = { signals: verdict.signals, ageMonths: verdict.ageMonths };
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

/** The end of a device's chain in a backup; of the only device in it where none is named. */
function tipOf(file: string, device: string | undefined): ChainTip {
  const events = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text): unknown => JSON.parse(text))
    // The last line of a backup says where it ends.
    .filter((value) => !(typeof value === 'object' && value !== null && 'end' in value))
    .map(parseEvent);
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
