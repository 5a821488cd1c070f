import { caseFile } from '../core/case/case-file.ts';
import { parseEvent } from '../core/case/event.ts';
import { compareInstants, localDate, toInstant } from '../core/dates.ts';
import { letter, type Letter } from '../core/letters/letter.ts';
import { NO_SETTINGS, type Settings } from '../core/settings.ts';
import { calendarOf, FLOOR, policyOfCase, policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';
import { answerLines, InputError, optionalText, textAt, type Line, type LineError } from './jsonl.ts';
import { lackingInWords } from './letter-in-words.ts';
import { settingsFrom } from './settings-file.ts';

export const letterCommand: Command = {
  name: 'letter',
  summary: 'writes a letter from the events of a case',
  help: `
duly letter --jsonl [--settings FILE]

Reads {"id"?, "policy", "kind", "events": […], "now"} a line, as "duly log" gives the events, and prints
{"id"?, "html", "text", "lacking"?}, or {"id"?, "missing": ["field"…]} naming what the letter lacks. "lacking" is what the
policy or the Code wants in it and nobody has said. A line may have "entries":
{"field": "text"…}, what somebody typed into the letter, and "way": "post" for a letter on paper.
  --settings  what only the landlord knows: names, numbers, the officer
  --text      prints the letter itself below its line and id, for a person to read
`,
  async run(args) {
    const { values } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      text: { type: 'boolean' },
      settings: { type: 'string' },
    });
    if (!values.jsonl && !values.text) throw new UsageError('give --jsonl or --text; the case comes on standard input');
    const settings = settingsFrom(values.settings) ?? NO_SETTINGS;
    if (!values.text) return answerLines(async (line) => printed(await letterOf(line, settings)));
    let before = '';
    await answerLines(
      async (line, number) => ({ number, ...(await letterOf(line, settings)) }),
      async (result) => {
        process.stdout.write(`${before}${inWords(result as Answer)}`);
        before = '\n';
        return Promise.resolve();
      },
    );
  },
};

/** What a line was answered with. */
type Answer = { readonly id?: unknown } & ((Letter & { readonly number: number }) | LineError);

/** A letter for a person to read, below the line and the id that asked for it. */
function inWords(answer: Answer): string {
  const id =
    answer.id === undefined ? '' : `, ${typeof answer.id === 'string' ? answer.id : JSON.stringify(answer.id)}`;
  // An error names its line itself.
  if ('error' in answer) return `[${answer.error.message.replace(/^(line \d+)/, `$1${id}`)}]\n`;
  const { number, draft, missing } = answer;
  const letter = draft ? draft.text.trimEnd() : `lacks ${missing.map(({ label }) => label).join(', ')}`;
  return `${[`[line ${String(number)}${id}]`, letter, ...lackingInWords(answer)].join('\n')}\n`;
}

/** The letter that a line asks for. Throws InputError, EventError, LetterError or PolicyError. */
export async function letterOf(line: Line, settings: Settings): Promise<Letter> {
  const now = toInstant(textAt(line, 'now'));
  const events = line['events'];
  if (!Array.isArray(events)) throw new InputError('events is not a list');
  const file = caseFile(events.map(parseEvent));
  if (compareInstants(now, file.receivedAt) < 0)
    throw new InputError(`now ${now} is before the day of receipt, ${file.receivedAt}`);
  const policyId = textAt(line, 'policy');
  const way = optionalText(line, 'way');
  if (way !== undefined && way !== 'post' && way !== 'email')
    throw new InputError(`way ${JSON.stringify(way)} is not post or email`);
  if (file.policy && file.policy.id !== policyId)
    throw new InputError(`the case was opened under ${file.policy.id}, not ${policyId}`);
  const policy = file.policy ? await policyOfCase(file.policy) : await policyOn(policyId, localDate(file.receivedAt));
  const floor = await policyOn(FLOOR, localDate(now));
  return letter({
    kind: textAt(line, 'kind'),
    file,
    policy,
    floor,
    calendar: calendarOf(policy),
    settings,
    now,
    entries: entriesOf(line['entries']),
    ...(way === 'post' ? { way } : {}),
  });
}

function entriesOf(entries: unknown): Readonly<Record<string, string>> {
  if (entries === undefined) return {};
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries))
    throw new InputError('entries is no object of texts');
  return Object.fromEntries(
    Object.entries(entries).map(([path, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw new InputError(`entries: ${path} is no text`);
      return [path, text];
    }),
  );
}

function printed({ draft, missing, lacking }: Letter): object {
  if (!draft) return { missing: missing.map(({ path }) => path) };
  return { html: draft.html, text: draft.text, ...(lacking.length > 0 ? { lacking } : {}) };
}
