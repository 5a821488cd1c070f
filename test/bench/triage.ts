import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { emptyMessage } from '../../core/message.ts';
import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { findings } from '../../core/triage/triage.ts';
import { FLAGS, INTENTS, type Flag } from '../../core/triage/verdict.ts';
import { hasNeural, keptScores } from './both-readers.ts';
import { hamAlarms } from './ham.ts';
import { FITTED_ON, HELD_BACK, LEARNT_FROM, UNSEEN } from './held-back.ts';
import { labelled } from './inbox.ts';
import { isBrought, judgedOne, type Judged } from './judged.ts';
import { areaUnder, bestCut, hitsOf } from './measures.ts';
import { isWarned, writeMisses } from './misses.ts';
import { routesRight } from './routes.ts';

/*
 * How good the readers are on writers they haven't seen, and how fast: `npm run bench -- triage`. With `--reader linear` the
 * linear one alone, on all files held back; otherwise both, on those that nothing was fitted on either.
 */

const isLinear = !hasNeural || (process.argv.includes('--reader') && process.argv.includes('linear'));
const WRITERS = isLinear ? HELD_BACK : UNSEEN;
const scoresOf = isLinear ? null : keptScores();

async function judged(writers: readonly string[]): Promise<readonly Judged[]> {
  const all: Judged[] = [];
  for (const one of writers.flatMap(labelled)) all.push(await judgedOne(one, scoresOf));
  return all;
}

const OFFICE: readonly string[] = ['staff', 'machine', 'supplier', 'contractor', 'organisation', 'ombudsman'];
const share = (part: number, whole: number): string => `${part}/${whole} (${(part / Math.max(1, whole)).toFixed(3)})`;
const row = (name: string, text: string): void => void process.stdout.write(`${name.padEnd(20)}${text}\n`);

const held = await judged(WRITERS);
const labels = held.map(({ one }) => one.dissatisfaction);
const found = held.map(({ found: { dissatisfaction } }) => dissatisfaction.found);
const probabilities = held.map(({ found: { dissatisfaction } }) => dissatisfaction.probability);
const { precision, recall, f1 } = hitsOf(found, labels);
const best = bestCut(probabilities, labels);
process.stdout.write(
  `${held.length} messages of ${WRITERS.join(', ')}, on which nothing was trained or tuned; ${isLinear ? 'the linear reader' : 'both readers'}\n\n`,
);
row(
  'dissatisfaction',
  `F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  AUC ${areaUnder(probabilities, labels).toFixed(3)}  best F1 ${best.f1.toFixed(3)} at ${best.cut.toFixed(2)}`,
);
for (const writer of WRITERS) {
  const own = held.flatMap(({ one }, at) => (one.writer === writer ? [at] : []));
  const here = hitsOf(
    own.map((at) => found[at] === true),
    own.map((at) => labels[at] === true),
  );
  row(
    `  ${writer}`,
    `F1 ${here.f1.toFixed(3)}  AUC ${areaUnder(
      own.map((at) => probabilities[at] ?? 0),
      own.map((at) => labels[at] === true),
    ).toFixed(3)}`,
  );
}

const others = held.filter(({ one }) => !one.dissatisfaction);
const alarms = (among: readonly Judged[]): string =>
  share(
    among.filter(({ found: { dissatisfaction, confidence } }) => dissatisfaction.found && confidence !== 'unsure')
      .length,
    among.length,
  );
row(
  'false alarms',
  `office ${alarms(others.filter(({ one }) => OFFICE.includes(one.speaker ?? '')))}, residents ${alarms(others.filter(({ one }) => !OFFICE.includes(one.speaker ?? '')))}, clear or likely`,
);
const brought = (among: readonly Judged[]): string =>
  share(among.filter(({ found: own }) => isBrought(own)).length, among.length);
row(
  'brought to a person',
  `${brought(held.filter(({ one }) => one.dissatisfaction))} of the dissatisfied, ${brought(others.filter(({ one }) => !OFFICE.includes(one.speaker ?? '')))} of residents’ other mail`,
);
row(
  'calibration',
  Array.from({ length: 10 }, (_, bin) => {
    const within = held.filter((_one, at) => Math.min(9, Math.floor((probabilities[at] ?? 0) * 10)) === bin);
    return `.${bin}: ${within.filter(({ one }) => one.dissatisfaction).length}/${within.length}`;
  }).join('  '),
);
for (const confidence of ['clear', 'likely', 'unsure', 'not-read'] as const) {
  const among = held.filter((one) => one.found.confidence === confidence);
  row(
    `  ${confidence}`,
    `right ${share(among.filter(({ one, found: { dissatisfaction } }) => one.dissatisfaction === dissatisfaction.found).length, among.length)}`,
  );
}

const intents = held.filter(({ one, found: { intent } }) => one.intent === intent).length;
const intentF1 = INTENTS.map(
  (intent) =>
    hitsOf(
      held.map((one) => one.found.intent === intent),
      held.map(({ one }) => one.intent === intent),
    ).f1,
);
const escalations = held.filter(({ one }) => one.intent === 'escalation');
row(
  'intent',
  `accuracy ${share(intents, held.length)}  macro F1 ${mean(intentF1).toFixed(3)}  escalation recall ${share(escalations.filter((one) => one.found.intent === 'escalation').length, escalations.length)}`,
);
const flags = FLAGS.map((flag) => ({
  flag,
  hits: hitsOf(
    held.map((one) => one.found.flags.includes(flag)),
    held.map(({ one }) => one.flags.includes(flag)),
  ),
}));
row('flags', `macro F1 ${mean(flags.filter(({ hits }) => hits.positives > 0).map(({ hits }) => hits.f1)).toFixed(3)}`);
if (process.argv.includes('--flags')) {
  for (const { flag, hits } of flags)
    row(
      `  ${flag}`,
      `F1 ${hits.f1.toFixed(2)} P ${hits.precision.toFixed(2)} R ${hits.recall.toFixed(2)} n ${hits.positives}`,
    );
}
const speakers = held.filter(({ one }) => one.speaker !== null);
row(
  'speaker',
  share(speakers.filter(({ one, found: { speaker } }) => one.speaker === speaker).length, speakers.length),
);

const warned = (among: readonly Judged[]): string => share(among.filter(isWarned).length, among.length);
const flagged = (flag: Flag): readonly Judged[] => held.filter(({ one }) => one.flags.includes(flag));
const safe = held.filter(
  ({ one }) =>
    !(['health_safety', 'safeguarding', 'building_safety'] as const).some((flag) => one.flags.includes(flag)),
);
row(
  'warned of',
  `hazards ${warned(flagged('health_safety'))}, safeguarding ${warned(flagged('safeguarding'))}, other messages ${warned(safe)}`,
);

const shown = held.filter(({ one, found: { dissatisfaction } }) => one.dissatisfaction && dissatisfaction.found);
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const hits = ({ one, found: { evidence } }: Judged, count: number): boolean =>
  evidence
    .slice(0, count)
    .some(({ text }) =>
      one.evidence.some((gold) => folded(text).includes(folded(gold)) || folded(gold).includes(folded(text))),
    );
row(
  'evidence',
  `first ${share(shown.filter((one) => hits(one, 1)).length, shown.length)}, first two ${share(shown.filter((one) => hits(one, 2)).length, shown.length)}`,
);

row('new text', newText());
for (const [policy, { byFacts, byMachine, of }] of await routesRight((one) => judgedOne(one, null)))
  row(
    `  route ${policy}`,
    `from the labelled facts ${share(byFacts, of)}, by the linear reader ${share(byMachine, of)}`,
  );
const ham = await hamAlarms(scoresOf);
row(
  'ordinary mail',
  ham === null
    ? 'not at hand'
    : `false alarms of the linear reader ${share(...ham.linear)}, of both ${scoresOf ? share(...ham.both) : 'not asked'}`,
);
row('misses', `by type in ${writeMisses(await judged(FITTED_ON), FITTED_ON)}`);
speed();

function newText(): string {
  const lines = readFileSync('test/inbox/new-text.jsonl', 'utf8').trim().split('\n');
  const references = lines.map((line) => JSON.parse(line) as { id: string; parts: string[]; alt?: string[][] });
  const everybody = new Map([...HELD_BACK, ...LEARNT_FROM].flatMap(labelled).map((one) => [one.id, one]));
  const right = references.filter(({ id, parts, alt = [] }) => {
    const one = everybody.get(id);
    return (
      one &&
      [parts, ...alt].some((wanted) => folded(wanted.join(' ')) === folded(read(one.message, NO_SETTINGS).newText))
    );
  });
  return `${share(right.length, references.length)} exact`;
}

function speed(): void {
  const messages = [...LEARNT_FROM, ...HELD_BACK].flatMap(labelled);
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let round = 0; round < 2; round++) {
    times.length = 0;
    before = process.cpuUsage();
    for (const { message } of messages) {
      const began = performance.now();
      findings(read(message, NO_SETTINGS), { settings: NO_SETTINGS, neural: null });
      times.push(performance.now() - began);
    }
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((left, right) => left - right);
  const at = (part: number): string => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(2)} ms`;
  row(
    'speed',
    `p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${(times.at(-1) ?? 0).toFixed(2)} ms, of ${messages.length} messages; of the processor ${((user + system) / 1_000 / messages.length).toFixed(2)} ms each`,
  );
  const hostile = 'nobody came again and I was told twice but still nothing since March. '.repeat(28_000);
  const long = process.cpuUsage();
  findings(read({ ...emptyMessage(), text: hostile }, NO_SETTINGS), { settings: NO_SETTINGS, neural: null });
  const spent = process.cpuUsage(long);
  row('2 MB', `${((spent.user + spent.system) / 1_000).toFixed(0)} ms of the processor`);
  const weights = readFileSync('core/triage/linear-weights.json');
  row('weights', `${(gzipSync(weights, { level: 9 }).length / 1_000).toFixed(1)} kB gzipped`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
