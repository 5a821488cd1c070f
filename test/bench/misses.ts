import { mkdirSync, writeFileSync } from 'node:fs';
import { isAlarm, isBrought, type Judged } from './judged.ts';

/* What was got wrong, by its type, each with what it would take: a page to work from. */

const FILE = '.cache/triage-misses.md';
const EXAMPLES = 6;
const LONGEST = 220;

interface Type {
  readonly name: string;
  readonly takes: string;
  readonly is: (one: Judged) => boolean;
}

const ofOffice: ReadonlySet<string> = new Set([
  'staff',
  'machine',
  'supplier',
  'contractor',
  'organisation',
  'ombudsman',
]);
const isMissed = ({ one, found }: Judged): boolean => one.dissatisfaction && !found.dissatisfaction.found;
const isFalse = ({ one, found }: Judged): boolean => !one.dissatisfaction && found.dissatisfaction.found;
const isDanger = ({ one }: Judged): boolean =>
  one.flags.includes('health_safety') || one.flags.includes('safeguarding');

const TYPES: readonly Type[] = [
  {
    name: 'Dissatisfied, and nobody would look',
    takes:
      'The gravest. More mail that tells bare facts and counted time without a word of judgement; read each for what in it a person goes by.',
    is: (one) => isMissed(one) && !isBrought(one.found),
  },
  {
    name: 'Dissatisfied, brought to a person as unsure',
    takes: 'Contrast pairs: the same matter told with and without the fault of the landlord.',
    is: (one) => isMissed(one) && isBrought(one.found),
  },
  {
    name: 'Clear, and wrong',
    takes: 'Read by a second reader: a label that doesn’t hold, or a kind of mail that isn’t in the files learnt from.',
    is: ({ one, found }) => found.confidence === 'clear' && one.dissatisfaction !== found.dissatisfaction.found,
  },
  {
    name: 'False alarm over mail of the office and other bodies',
    takes: 'More office mail about complaints that makes none: minutes, trackers, determinations, training, drafts.',
    is: (one) => isFalse(one) && isAlarm(one.found) && ofOffice.has(one.one.speaker ?? ''),
  },
  {
    name: 'False alarm over residents’ mail',
    takes:
      'First reports in distress, thanks that retell old trouble, anger at others: pairs that differ in who is at fault.',
    is: (one) => isFalse(one) && isAlarm(one.found) && !ofOffice.has(one.one.speaker ?? ''),
  },
  {
    name: 'Danger not warned of',
    takes:
      'Another way of telling it for core/triage/said-otherwise.ts, where it is one that others would use too; otherwise mail about dangers without their names.',
    is: (one) => isDanger(one) && !isWarned(one),
  },
  {
    name: 'Escalation not seen',
    takes: 'Answers that are rejected without the word: what was quoted below, and what the writer says of it.',
    is: ({ one, found }) => one.intent === 'escalation' && found.intent !== 'escalation',
  },
  {
    name: 'Other intent',
    takes: 'Pairs at the border of the two intents; the intent’s own words where they are told apart by one.',
    is: ({ one, found }) => one.intent !== found.intent && one.intent !== 'escalation',
  },
  {
    name: 'Who speaks',
    takes: 'What stands in signature and address; settings hold what only the landlord knows.',
    is: ({ one, found }) => one.speaker !== null && one.speaker !== found.speaker,
  },
];

/** Whether a person is warned of a danger, as it is counted: by its words, or by a flag. */
export function isWarned({ found }: Judged): boolean {
  const { hazards, flags } = found;
  return (
    hazards.length > 0 ||
    flags.includes('health_safety') ||
    flags.includes('safeguarding') ||
    flags.includes('building_safety')
  );
}

/** Writes the page of misses of messages that may be looked at, and says where. */
export function writeMisses(judged: readonly Judged[], from: readonly string[]): string {
  const sections = TYPES.map(({ name, takes, is }) => {
    const those = judged.filter(is);
    const examples = those.slice(0, EXAMPLES).map(({ one, found, newText }) => {
      const text = newText.replace(/\s+/g, ' ').slice(0, LONGEST);
      return `- ${one.id}: ${one.intent}, read as ${found.intent} (${found.dissatisfaction.probability.toFixed(2)}): ${text}`;
    });
    return [`## ${name}: ${String(those.length)}`, '', takes, '', ...examples, ''].join('\n');
  });
  mkdirSync('.cache', { recursive: true });
  writeFileSync(
    FILE,
    `# Misses by their type\n\n${String(judged.length)} messages of ${from.join(', ')}: files that no weight was trained on. Nothing of the files kept unseen stands here.\n\n${sections.join('\n')}`,
  );
  return FILE;
}
