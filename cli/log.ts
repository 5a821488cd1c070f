import { isId, newChain, newId, seal, type ChainTip } from '../core/case/chain.ts';
import { suggestedDecision, type Decision } from '../core/case/decision.ts';
import type { CaseEvent } from '../core/case/event.ts';
import type { PointRecord } from '../core/case/event-fields.ts';
import { logCase } from '../core/case/log-case.ts';
import { identityOf } from '../core/case/match.ts';
import { referenceOf } from '../core/case/reference.ts';
import { inLondon, localDate, toInstant } from '../core/dates.ts';
import type { Policy } from '../core/policy/policy.ts';
import { read } from '../core/reading/read.ts';
import { triage } from '../core/triage/triage.ts';
import type { Verdict } from '../core/triage/verdict.ts';
import type { Settings } from '../core/settings.ts';
import { policyOn } from '../policies/index.ts';
import { clockStartOf, eventsIn, loggedMessages, tipOf, type LoggedMessages } from './chain-file.ts';
import { dayOf, optionsOf, UsageError, type Command } from './command.ts';
import { answerLines, InputError, objectAt, optionalText, textAt, textsAt, type Line } from './jsonl.ts';
import { fileSource, logFiles } from './log-files.ts';
import { messageOf } from './message-line.ts';
import { seededSource, type SeededSource } from './seeded-source.ts';
import { neuralScores, readerNamed, type Reader } from './neural-reader.ts';
import { routeNamed } from './route-named.ts';
import { settingsFor, settingsFrom } from './settings-file.ts';

export const logCommand: Command = {
  name: 'log',
  summary: 'logs messages as cases: the events, and the reference',
  help: `
duly log --policy ID FILE.eml|FOLDER… [--route ROUTE] [--handler NAME [--earlier-handler NAME]] [--actor NAME] [--received DATE] [--into BACKUP]
duly log --jsonl [--seed N] [--device ID] [--chain FILE]

Logs mail files as somebody would who agrees with the policy, and prints each case, its dates with their working, and its
letter. What Duly isn’t sure of, or the policy leaves to a person, is logged only with --route.
  --route     what a person chose: stage-1, informal, service-request, enquiry …, or a destination of the policy
  --handler   who answers it
  --earlier-handler  who dealt with it at the stage before; where that is somebody else, the letter says so
  --wants     what the resident wants, where they don’t say it themselves
  --actor     who logs it; without it the settings must name an officer
  --received  the day any of your staff first had it, as 2026-03-26, where that isn’t the mail’s own: a colleague passed it
              on. Without it such mail isn’t logged. For one file at a time
  --into      adds the entries to this backup, made where it isn’t there; without it nothing is kept
  --now       when it is logged, as 2026-03-26T09:30:00Z (default: now)

With --jsonl it reads a message a line, as for "duly triage", with
  {"policy", "decision": {"route", "points"?, "wants"?, "handler"?}, "now", "actor"}
and prints {"id"?, "events": […], "reference"}. One run is one device and one chain over all its lines.
  --seed      makes ids and salts; the same seed and input give the same bytes (default 1; for files, none)
  --device    the device's id; made from the seed where it isn't given
  --chain     goes on with the chain of that device in an earlier backup (JSON Lines, one event a line)

  --settings  what only the landlord knows: names, numbers, the officer; its keys: duly triage --help
  --reader    whose reading the case keeps: both (default), as in the panel, or linear, the first one alone
`,
  async run(args) {
    const { values, positionals } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      policy: { type: 'string' },
      route: { type: 'string' },
      handler: { type: 'string' },
      'earlier-handler': { type: 'string' },
      wants: { type: 'string' },
      actor: { type: 'string' },
      received: { type: 'string' },
      into: { type: 'string' },
      now: { type: 'string' },
      seed: { type: 'string' },
      device: { type: 'string' },
      chain: { type: 'string' },
      settings: { type: 'string' },
      reader: { type: 'string' },
    });
    const reader = readerNamed(values.reader);
    if (values.device !== undefined && !isId(values.device))
      throw new UsageError(`--device ${JSON.stringify(values.device)} is no uuid`);
    if (values.jsonl && values.received !== undefined)
      throw new UsageError('--received goes with a file; a line of --jsonl has its date');
    if (!values.jsonl) {
      if (positionals.length === 0)
        throw new UsageError('give FILE.eml…, or --jsonl with the messages on standard input');
      if (values.policy === undefined) throw new UsageError('--policy is missing');
      if (values.chain !== undefined) throw new UsageError('--chain goes with --jsonl; files take --into');
      const settings = settingsFrom(values.settings);
      const actor = values.actor ?? settings?.officer.name ?? '';
      if (actor === '') throw new UsageError('who logs it? Give --actor NAME, or settings with an officer');
      const source = fileSource(values.seed, values.now === undefined ? null : toInstant(values.now));
      if (values.received !== undefined && (positionals.length > 1 || !/\.eml$/i.test(positionals[0] ?? '')))
        throw new UsageError('--received goes with one file: each has a day of its own');
      return logFiles(positionals, {
        policyId: values.policy,
        route: values.route ?? null,
        actor,
        handler: values.handler ?? null,
        earlierHandler: values['earlier-handler'] ?? null,
        wants: values.wants ?? null,
        received: values.received === undefined ? null : dayOf('--received', values.received),
        into: values.into ?? null,
        device: values.device ?? null,
        source,
        settings,
        reader,
      });
    }
    const source = seededSource(values.seed ?? '1');
    const settings = settingsFrom(values.settings);
    const earlier = values.chain === undefined ? [] : await eventsIn(values.chain);
    let tip: ChainTip | null = values.chain === undefined ? null : tipOf(earlier, values.chain, values.device);
    const logged = loggedMessages(earlier);
    await answerLines(async (line) => {
      source.setNow(toInstant(textAt(line, 'now')));
      tip ??= newChain(values.device ?? newId(source));
      const next = await logLine(line, { tip, source, settings, reader, logged });
      tip = next.tip;
      logged.add(next.events);
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
  readonly logged: LoggedMessages;
}

async function logLine(
  line: Line,
  { tip, source, settings: given, reader, logged }: Logging,
): Promise<{ events: readonly CaseEvent[]; tip: ChainTip; caseId: string }> {
  const message = messageOf(line);
  const actor = textAt(line, 'actor');
  if (actor.trim() === '') throw new InputError('actor is empty: who logs it?');
  const start = clockStartOf(message, source.now());
  const policy = await policyOn(textAt(line, 'policy'), localDate(start));
  const settings = settingsFor(message, given);
  const reading = read(message, settings);
  logged.refuseAgain(identityOf(message, reading.newText), policy.id);
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
    actor: { name: actor },
    now: inLondon(source.now()),
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

/** Points as texts (an officer's words), or as `{text, quoted?}`. */
function pointsOf(value: unknown): readonly PointRecord[] {
  if (!Array.isArray(value)) throw new InputError('decision.points is not a list');
  return value.map((item: unknown, index) => {
    const point = typeof item === 'string' ? { text: item } : (item as { text?: unknown; quoted?: unknown } | null);
    if (typeof point?.text !== 'string') throw new InputError(`decision.points[${String(index)}] has no text`);
    return { id: String(index + 1), text: point.text, quoted: 'quoted' in point && point.quoted === true };
  });
}
