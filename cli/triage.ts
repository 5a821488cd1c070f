import { createWriteStream, mkdirSync, readFileSync, type WriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { CalendarCoverageError } from '../core/calendar.ts';
import { localDate, type Instant, type IsoDate } from '../core/dates.ts';
import type { ClockStart } from '../core/deadlines/clock-start.ts';
import { datesFrom } from '../core/deadlines/dates-from.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
import type { Message } from '../core/message.ts';
import type { Policy } from '../core/policy/policy.ts';
import { firstFormalStage } from '../core/policy/route.ts';
import { messageFromEml } from '../core/reading/eml.ts';
import type { Reading } from '../core/reading/reading.ts';
import { read } from '../core/reading/read.ts';
import type { Settings } from '../core/settings.ts';
import { decide, findings } from '../core/triage/triage.ts';
import type { Verdict } from '../core/triage/verdict.ts';
import { calendarOf, policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';
import { answerLines } from './jsonl.ts';
import { dangerDates } from './law-dates.ts';
import { forMailFiles } from './mail-files.ts';
import { messageOf } from './message-line.ts';
import { neuralScores, readerNamed, type Reader } from './neural-reader.ts';
import { printedRoute, type PrintedRoute } from './printed-route.ts';
import { clauseField } from './route.ts';
import { settingsFor, settingsFrom } from './settings-file.ts';
import { verdictInWords } from './verdict-in-words.ts';

export const triageCommand: Command = {
  name: 'triage',
  summary: 'whether a message is dissatisfaction, and what a policy makes of it',
  help: `
duly triage --policy ID[,ID…] FILE.eml|FOLDER…
duly triage --policy ID[,ID…] --jsonl [--out DIR]

Says of each message whether it is dissatisfaction with the landlord, quotes the sentences that show it,
and says where the policy sends it, by which clause and by when. A FOLDER stands for its .eml files, in order of name.
  --policy    one policy, or several with commas between them (with --jsonl they need --out)
  --reader    both (default), as in the panel, about a tenth of a second a message; or linear, the first reading alone
  --settings  a JSON file with what only the landlord knows: "landlord" {"name", "otherNames" […], "domains" […],
              "address", "phone"}, "contractors" […], "referenceFormats" […], "streets" […], "officer" {"name", "email",
              "phone", "team"}, "handlers" […], "emergencyNumber", "safeguardingLead", "taught" {"slope", "shift"}, as
              Settings shows it; any of them may be left out. Without it the domains that the mail was sent to are taken as the landlord's own
  --jsonl     reads a message a line from standard input and prints a verdict a line
  --out       writes DIR/ID.jsonl for each policy instead
`,
  async run(args) {
    const { values, positionals } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      policy: { type: 'string' },
      reader: { type: 'string' },
      out: { type: 'string' },
      settings: { type: 'string' },
    });
    if (values.policy === undefined) throw new UsageError('--policy is missing');
    const policies = values.policy.split(',').filter((id) => id !== '');
    const reader = readerNamed(values.reader);
    const settings = settingsFrom(values.settings);
    if (values.jsonl) return triageLines(policies, { settings, reader, out: values.out });
    if (positionals.length === 0) throw new UsageError('give FILE.eml or FOLDER…, or --jsonl');
    return forMailFiles(positionals, async (file) => triageFile(file, policies, { settings, reader }));
  },
};

interface Options {
  readonly settings: Settings | null;
  readonly reader: Reader;
}

async function triageLines(
  policies: readonly string[],
  options: Options & { readonly out: string | undefined },
): Promise<void> {
  const [only] = policies;
  if (options.out === undefined) {
    if (only === undefined || policies.length > 1) throw new UsageError('several policies need --out DIR');
    await answerLines(async (line) => printed((await triaged(messageOf(line), [only], options))[0] ?? never()));
    return;
  }
  mkdirSync(options.out, { recursive: true });
  const files = policies.map((id) => createWriteStream(join(options.out ?? '', `${id}.jsonl`)));
  await answerLines(
    async (line) => ({ answers: (await triaged(messageOf(line), policies, options)).map(printed) }),
    async (result) => {
      const { answers, ...rest } = result as { readonly answers?: readonly object[] };
      // A line that can't be answered has the error in every file.
      await Promise.all(files.map((file, at) => writeLine(file, { ...rest, ...answers?.[at] })));
    },
  );
  await Promise.all(files.map((file) => new Promise<void>((resolve) => file.end(resolve))));
}

async function writeLine(file: WriteStream, line: object): Promise<void> {
  if (!file.write(`${JSON.stringify(line)}\n`)) await new Promise<void>((resume) => file.once('drain', resume));
}

async function triageFile(file: string, policies: readonly string[], options: Options): Promise<void> {
  const message = await messageFromEml(readFileSync(file));
  for (const one of await triaged(message, policies, options)) {
    process.stdout.write(`${basename(file)}\n${verdictInWords(one, await lawOf(one.verdict, message))}\n`);
  }
}

/** A message as one policy sees it. */
export interface Triaged {
  readonly reading: Reading;
  readonly settings: Settings;
  readonly verdict: Verdict;
  readonly policy: Policy;
  readonly route: PrintedRoute;
  readonly alternatives: readonly (PrintedRoute & { readonly because: string })[];
  readonly deadlines: readonly DueDate[];
  /** Why there are no dates, where the calendar doesn't know the days; null = it does. */
  readonly uncovered: string | null;
}

/** Reads a message once, and says what each policy makes of it. */
async function triaged(
  message: Message,
  policies: readonly string[],
  { settings: given, reader }: Options,
): Promise<readonly Triaged[]> {
  const settings = settingsFor(message, given);
  const reading = read(message, settings);
  const neural = reader === 'both' ? await neuralScores(reading, settings) : null;
  const found = findings(reading, { settings, neural });
  const day = message.receivedAt === null ? today() : localDate(message.receivedAt);
  return Promise.all(
    policies.map(async (id) => {
      const policy = await policyOn(id, day);
      const verdict = decide(found, policy);
      const facts = { signals: verdict.signals, ageMonths: verdict.ageMonths };
      const route = printedRoute(verdict.route, policy, facts, reading.newText);
      const alternatives = verdict.alternatives.map((other) => ({
        ...printedRoute(other, policy, facts, reading.newText),
        because: other.because,
      }));
      return {
        reading,
        settings,
        verdict,
        policy,
        route,
        alternatives,
        ...deadlinesOf(route, verdict, { message, policy }),
      };
    }),
  );
}

function deadlinesOf(
  { entered }: PrintedRoute,
  { signals }: Verdict,
  { message, policy }: { readonly message: Message; readonly policy: Policy },
): Pick<Triaged, 'deadlines' | 'uncovered'> {
  const none = { deadlines: [], uncovered: null };
  if (message.receivedAt === null || (entered.stage === null && entered.route !== 'enquiry')) return none;
  const start: ClockStart = {
    event: eventOf(entered, policy, signals),
    at: message.receivedAt,
    stage: entered.stage?.id ?? null,
    signals,
  };
  try {
    return { deadlines: datesFrom(start, policy, calendarOf(policy)), uncovered: null };
  } catch (error) {
    // The verdict stands, its dangers above all: only the dates can't be counted.
    if (error instanceof CalendarCoverageError) return { deadlines: [], uncovered: error.message };
    throw error;
  }
}

/** None where the calendar doesn't know the days: the policy's dates say so. */
async function lawOf({ signals }: Verdict, { receivedAt }: Message): Promise<readonly DueDate[]> {
  try {
    return receivedAt === null ? [] : await dangerDates(signals, receivedAt);
  } catch (error) {
    if (error instanceof CalendarCoverageError) return [];
    throw error;
  }
}

function eventOf(
  { route, stage }: PrintedRoute['entered'],
  policy: Policy,
  signals: Verdict['signals'],
): ClockStart['event'] {
  if (route === 'enquiry') return 'enquiry-received';
  if (stage && !stage.formal) return 'dissatisfaction-received';
  return stage?.id === firstFormalStage(policy, { signals, ageMonths: null })?.id
    ? 'complaint-received'
    : 'escalation-requested';
}

function printed({ reading, verdict, route, alternatives, deadlines, uncovered }: Triaged): object {
  const { dissatisfaction, confidence, intent, flags, hazards, speaker, language, evidence, points, wants, readers } =
    verdict;
  return {
    dissatisfaction: { found: dissatisfaction.found, probability: rounded(dissatisfaction.probability) },
    confidence,
    intent,
    flags,
    hazards: hazards.map(({ kind, text, start, end }) => ({ kind, text, start, end })),
    speaker,
    language,
    route: printedTo(route),
    alternatives: alternatives.map((other) => ({ ...printedTo(other), because: other.because })),
    evidence: evidence.map(({ text, start, end }) => ({ text, start, end })),
    points: points.map(({ text, start, end, short }) => ({ text, start, end, short })),
    wants: wants?.text ?? null,
    newText: reading.newText,
    readers: { linear: rounded(readers.linear), neural: readers.neural === null ? null : rounded(readers.neural) },
    ...(uncovered === null ? {} : { uncovered }),
    deadlines: deadlines.map(({ clauses, obligation, due, provisional }) => ({
      clause: clauseField(clauses),
      obligation,
      due,
      ...(provisional ? { provisional } : {}),
    })),
  };
}

function printedTo({ to, route, clauses }: PrintedRoute): object {
  return { to, route, clause: clauseField(clauses) };
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function today(): IsoDate {
  return localDate(new Date().toISOString() as Instant);
}

function never(): never {
  throw new UsageError('--policy names none');
}
