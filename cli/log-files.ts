import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { newChain, newId, seal, type ChainTip, type EventSource } from '../core/case/chain.ts';
import type { Decision } from '../core/case/decision.ts';
import { suggestedDecision } from '../core/case/decision.ts';
import type { Actor, CaseEvent } from '../core/case/event.ts';
import { isSamePerson, saidToBeNew } from '../core/case/handlers.ts';
import { identityOf } from '../core/case/match.ts';
import { LARGEST_ORIGINAL, originalDraft, type Original } from '../core/case/original.ts';
import { count } from '../core/date-words.ts';
import {
  compareInstants,
  inLondon,
  localDate,
  londonMoment,
  toInstant,
  type Instant,
  type IsoDate,
} from '../core/dates.ts';
import { intake } from '../core/intake.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Message } from '../core/message.ts';
import { messageFromEml } from '../core/reading/eml.ts';
import { hadBefore, ownDay, receivedAsSettled, type HadBefore } from '../core/reading/first-had.ts';
import { read } from '../core/reading/read.ts';
import type { Reading } from '../core/reading/reading.ts';
import { backupLines } from '../core/register/backup-file.ts';
import type { Settings } from '../core/settings.ts';
import type { Verdict } from '../core/triage/verdict.ts';
import { calendarOf, FLOOR, policyOn } from '../policies/index.ts';
import { lockBackup, writeBackup } from './backup-on-disk.ts';
import { clockStartOf, loggedMessages, tipOf, wholeBackup, type LoggedMessages } from './chain-file.ts';
import { hadInWords } from './had-in-words.ts';
import { InputError } from './jsonl.ts';
import { intakeInWords } from './intake-in-words.ts';
import { dangerDates } from './law-dates.ts';
import { forMailFiles } from './mail-files.ts';
import { neuralScores, type Reader } from './neural-reader.ts';
import { choicesOf, routeNamed, UNDECIDED } from './route-named.ts';
import { seededSource } from './seeded-source.ts';
import { settingsFor } from './settings-file.ts';
import { NOT_READ } from './verdict-in-words.ts';

/** How mail files are logged: by whom, under which policy, as what, and where the entries go. */
export interface FileLogging {
  readonly policyId: string;
  /** What a person chose in place of the policy's own way; null = the policy's own. */
  readonly route: string | null;
  readonly actor: string;
  readonly handler: string | null;
  /** Who dealt with it at the stage before: where that is somebody else, the letter of the next stage says so. */
  readonly earlierHandler: string | null;
  /** The outcome sought, in a person's words; null = as the resident says it. */
  readonly wants: string | null;
  /** The day any of the landlord's staff first had it; null = the day that the mail bears. */
  readonly received: IsoDate | null;
  /** The backup that takes the entries, made where it isn't there; null = nothing is kept. */
  readonly into: string | null;
  /** Null = a new one. */
  readonly device: string | null;
  readonly source: EventSource;
  readonly settings: Settings | null;
  readonly reader: Reader;
}

/**
 * Logs mail files one after the other, as somebody would who agrees with each verdict, and prints what came of each: the
 * case, its dates with their working, the letter. A file that can't be logged is named, and doesn't keep the others from it.
 */
export async function logFiles(paths: readonly string[], options: FileLogging): Promise<void> {
  const { into, source } = options;
  const release = into === null ? null : lockBackup(into);
  try {
    const backup = into === null ? null : await wholeBackup(into);
    const earlier = backup?.events ?? [];
    const originals = new Map(backup?.originals);
    const logged = loggedMessages(earlier);
    // A device goes on with its own chain; without one this run is a device of its own.
    let tip = options.device === null ? newChain(newId(source)) : tipOf(earlier, into ?? '', options.device);
    let entered: readonly CaseEvent[] = [];
    await forMailFiles(paths, async (file) => {
      const next = await logFile(file, { ...options, tip, logged });
      // What is printed as logged is on the disk by then.
      for (const { of, bytes } of next.originals) originals.set(of, bytes);
      if (into !== null)
        await writeBackup(
          into,
          backupLines([...earlier, ...entered, ...next.events], (of) => Promise.resolve(originals.get(of) ?? null)),
        );
      tip = next.tip;
      entered = [...entered, ...next.events];
      logged.add(next.events);
      process.stdout.write(`${basename(file)}\n${next.words}\n`);
    });
    const cases = new Set(entered.map(({ caseId }) => caseId)).size;
    if (cases > 0)
      process.stderr.write(
        into === null
          ? 'Nothing of this is kept: --into BACKUP keeps it.\n'
          : `${count(cases, 'case')} logged into ${into}.\n`,
      );
  } finally {
    release?.();
  }
}

async function logFile(
  path: string,
  options: FileLogging & { readonly tip: ChainTip; readonly logged: LoggedMessages },
): Promise<Logged & { readonly words: string }> {
  const { source, tip, logged } = options;
  const now = inLondon(source.now());
  const file = readFileSync(path);
  const mail = await messageFromEml(file);
  const settings = settingsFor(mail, options.settings);
  // Of the day of receipt, which is settled next, neither its words nor its scores know.
  const reading = read(mail, settings);
  const message = settled(mail, hadBefore(reading), { received: options.received, now });
  const start = clockStartOf(message, now);
  const policy = await policyOn(options.policyId, localDate(start));
  logged.refuseAgain(identityOf(message, reading.newText), policy.id);
  const floor = await policyOn(FLOOR, localDate(now));
  const isNew = isSomebodyElse(options) ? saidToBeNew(policy, floor) : null;
  const done = intake(message, (read, verdict) => decisionOn(read, verdict, { ...options, policy }), {
    settings,
    policy,
    floor,
    calendar: calendarOf(policy),
    known: new Set(),
    neural: options.reader === 'both' ? await neuralScores(reading, settings) : null,
    caseId: newId(source),
    actor: { name: options.actor },
    now,
    needs: isNew ? [isNew] : [],
  });
  const law = await dangerDates(done.verdict.signals, start);
  const entered = withFile(seal(done.events, tip, source), file, { source, actor: { name: options.actor }, now });
  return { ...entered, words: intakeInWords(done, { policy, settings, law }) };
}

/** What one file came to. */
interface Logged {
  readonly events: readonly CaseEvent[];
  readonly tip: ChainTip;
  readonly originals: readonly Original[];
}

/** The mail's own file is kept with its case; one that is too large isn't, and its text is. */
function withFile(
  { events, tip }: Pick<Logged, 'events' | 'tip'>,
  bytes: Uint8Array,
  { source, actor, now }: { readonly source: EventSource; readonly actor: Actor; readonly now: Instant },
): Logged {
  const message = events.find(({ type }) => type === 'received');
  if (!message || bytes.length > LARGEST_ORIGINAL) return { events, tip, originals: [] };
  const original = { of: message.id, bytes };
  const kept = seal([originalDraft(original, { caseId: message.caseId, actor, now })], tip, source);
  return { events: [...events, ...kept.events], tip: kept.tip, originals: [original] };
}

/**
 * The mail with its day of receipt as it was said. Throws InputError where a colleague had it before and nobody said when,
 * and for a day after that of the mail itself.
 */
function settled(
  mail: Message,
  had: HadBefore | null,
  { received, now }: { readonly received: IsoDate | null; readonly now: Instant },
): Message {
  if (received === null) {
    if (had) throw new InputError(`${hadInWords(had)} Say that day with --received DATE`);
    return mail;
  }
  const day = ownDay(mail);
  if (day !== null && received > day)
    throw new InputError(`--received ${received} is after the mail’s own day, ${day}`);
  const noon = londonMoment(received, '12:00');
  // Of the mail's own day, and of today, the time is known better than by noon.
  const known = received === day ? mail.receivedAt : received === localDate(now) ? now : null;
  return receivedAsSettled(
    mail,
    known !== null && (received === day || compareInstants(noon, now) > 0) ? known : noon,
    had,
  );
}

/** Whoever handles it now, by the caller's word, isn't who did before. */
function isSomebodyElse({ handler, earlierHandler }: Pick<FileLogging, 'handler' | 'earlierHandler'>): boolean {
  return handler !== null && earlierHandler !== null && !isSamePerson(handler, earlierHandler);
}

/** The policy's own way, or what the person chose. Throws InputError where the policy leaves it to a person, or sees no case. */
function decisionOn(
  reading: Reading,
  verdict: Verdict,
  {
    policy,
    route: chosen,
    handler,
    wants,
  }: Pick<FileLogging, 'route' | 'handler' | 'wants'> & { readonly policy: Policy },
): Decision {
  const suggested = suggestedDecision(reading, verdict, policy);
  const route = chosen === null ? suggested.route : routeNamed(chosen, policy, verdict);
  if (chosen === null && verdict.confidence === 'not-read')
    throw new InputError(`${NOT_READ}; to log it, choose with --route: ${choicesOf(policy).join(', ')}`);
  if (chosen === null && (route.route === 'none' || UNDECIDED.includes(route.to)))
    throw new InputError(
      `${route.route === 'none' ? 'nothing here to log' : 'the policy leaves this to a person'}; to log it, choose with --route: ${choicesOf(policy).join(', ')}`,
    );
  if (chosen === null && verdict.confidence === 'unsure')
    throw new InputError(
      `Duly isn’t sure of this one: somebody should read it; to log it, choose with --route: ${choicesOf(policy).join(', ')}`,
    );
  return { ...suggested, route, overruled: route.to !== suggested.route.to, handler, wants: wants ?? suggested.wants };
}

/** Where ids, salts and the time come from: the machine, or a seed and a time that were given. */
export function fileSource(seed: string | undefined, now: Instant | null): EventSource {
  const source = seed === undefined ? null : seededSource(seed);
  const clock = (): Instant => now ?? toInstant(new Date().toISOString());
  source?.setNow(clock());
  return { now: clock, random: (bytes) => source?.random(bytes) ?? Uint8Array.from(randomBytes(bytes)) };
}
