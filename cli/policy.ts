import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate, localDate, type Instant, type IsoDate } from '../core/dates.ts';
import { againstCode } from '../core/policy/against-code.ts';
import { canonicalForm } from '../core/policy/canonical.ts';
import type { Finding, ShownClause } from '../core/policy/finding.ts';
import { importPolicy, PolicyFileError } from '../core/policy/import-policy.ts';
import { noticesOf } from '../core/policy/notices.ts';
import { outOfDate } from '../core/policy/out-of-date.ts';
import { exportPolicy } from '../core/policy/policy-file.ts';
import { inForce, versionOf, type PolicyVersions } from '../core/policy/versions.ts';
import type { Policy } from '../core/policy/policy.ts';
import { calendarOf, FLOOR, LAWS, loadPolicy, policyIds, policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';
import { policyText } from './policy-in-words.ts';

const USAGE = `duly policy list
duly policy show ID [--version V] [--json]
duly policy check ID [--version V] [--json]
duly policy export ID
duly policy import FILE --check | --to FOLDER`;

const ACTIONS: ReadonlySet<string> = new Set(['list', 'show', 'check', 'export', 'import']);

export const policyCommand: Command = {
  name: 'policy',
  summary: 'the policies: list, show, compare with the Code, export, import',
  help: `
${USAGE}

list    every policy, its versions, and what it says of its own date
show    what a policy says, part by part, with its clauses
check   where a policy falls below the Complaint Handling Code or the law, in the words of
        both; a notice for its owner, which changes nothing
export  a policy as one file, .duly-policy.json, for keeping and mailing
import  reads such a file. --check says only whether it can be used, and where it can't: line,
        column and reason. --to writes it out as a folder of files like those of policies/
  --version  a version by its name, instead of the one in force today
  --json     for a program to read
`,
  async run([action, ...args]) {
    const { values, positionals } = optionsOf(args, {
      json: { type: 'boolean' },
      version: { type: 'string' },
      check: { type: 'boolean' },
      to: { type: 'string' },
    });
    const [name] = positionals;
    if (action === 'list') return listed();
    if (action === undefined || !ACTIONS.has(action)) {
      const wrong = action === undefined ? 'say what to do' : `there is no "duly policy ${action}"`;
      throw new UsageError(`${wrong}; there are\n\n${USAGE}`);
    }
    if (name === undefined) throw new UsageError(`duly policy ${action}: which one?`);
    switch (action) {
      case 'show': {
        const policy = await versionFor(name, values.version);
        print(values.json ? canonicalForm(documentOf(policy)) : policyText(policy));
        return;
      }
      case 'check':
        return checked(await versionFor(name, values.version), values.json ?? false);
      case 'export': {
        print(exportPolicy(await loadPolicy(name)));
        return;
      }
      case 'import':
        if ((values.check ?? false) === (values.to !== undefined)) throw new UsageError('give --check or --to FOLDER');
        return imported(name, values.to);
      default:
        throw new UsageError(USAGE);
    }
  },
};

function today(): IsoDate {
  return localDate(new Date().toISOString() as Instant);
}

function print(text: string): void {
  process.stdout.write(text);
}

async function versionFor(id: string, version: string | undefined): Promise<Policy> {
  const versions = await loadPolicy(id);
  return version === undefined ? inForce(versions, today()) : versionOf(versions, version);
}

function documentOf({ version: _version, clauses: _clauses, templates: _templates, ...document }: Policy): object {
  return document;
}

async function listed(): Promise<void> {
  for (const id of policyIds) {
    const { name, versions } = await loadPolicy(id);
    for (const { version, about, clauses, templates } of versions) {
      const notices = outOfDate({ about }, today()).join(' ');
      const kind = about.baseline ? 'the Code' : about.law ? 'law' : name;
      print(
        `${id.padEnd(15)} ${version.padEnd(11)} ${kind}: ${Object.keys(clauses).length} clauses, ${Object.keys(templates).length} letters${notices === '' ? '' : `. ${notices}`}\n`,
      );
    }
  }
}

async function checked(policy: Policy, asJson: boolean): Promise<void> {
  const findings = againstCode(policy, await policyOn(FLOOR, today()), calendarOf(policy));
  if (asJson) {
    print(`${JSON.stringify({ policy: policy.id, version: policy.version, findings }, null, 2)}\n`);
    return;
  }
  if (policy.about.law) {
    print(`${policy.name}\n\nIt is a law and no complaints policy: there is nothing to hold it against in the Code.\n`);
    return;
  }
  const parts = (['below', 'unsaid'] as const).flatMap((weight) => {
    const some = findings.filter((finding) => finding.weight === weight);
    return some.length === 0 ? [] : [`${HEADINGS[weight]}\n\n${some.map(findingText).join('\n\n')}`];
  });
  print(`${policy.name}\n\n${parts.length > 0 ? parts.join('\n\n') : 'Nothing found that falls below the Code.'}\n`);
}

const HEADINGS = { below: 'Below the Code', unsaid: 'Not said in the policy' } as const;

function findingText({ says, own, nearest, code, sample }: Finding): string {
  const day = (date: IsoDate): string => formatDate(date, 'EEE d MMM yyyy');
  return [
    says,
    ...(sample
      ? [`  Received ${day(sample.received)}: ${day(sample.own)} by the policy, ${day(sample.code)} by the Code.`]
      : []),
    ...own.map((clause) => `  ${clauseText(clause)}`),
    ...nearest.map(
      (clause, at) => `  ${at === 0 ? 'the policy says nothing of it; the nearest is ' : 'and '}${clauseText(clause)}`,
    ),
    ...code.map((clause) => `  ${clauseText(clause)}`),
  ].join('\n');
}

function clauseText({ clause, words, isQuote }: ShownClause): string {
  return isQuote ? `${clause}: “${words}”` : `${clause}, in short: ${words}`;
}

async function imported(file: string, folder: string | undefined): Promise<void> {
  const text = textOf(readFileSync(file));
  try {
    const versions = importPolicy(text, await policyOn(FLOOR, today()));
    if (versions.id === FLOOR || LAWS.includes(versions.id)) {
      print(
        `${file}: ${versions.id} is the name of the Code or of a law, which a landlord’s own policy can’t replace.\nNothing of it was used.\n`,
      );
      process.exitCode = 1;
      return;
    }
    if (folder !== undefined) writeOut(versions, folder);
    print(
      `${versions.name}: ${versions.versions.map(({ version }) => version).join(', ')} ${folder === undefined ? 'can be used' : `written to ${folder}`}\n`,
    );
    for (const policy of versions.versions)
      for (const notice of noticesOf(policy)) print(`Notice, ${policy.version}: ${notice}\n`);
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    for (const { line, column, path, reason } of error.mistakes)
      print(`${file}:${String(line)}:${String(column)}: ${path === '' ? '' : `${path}: `}${reason}\n`);
    print('Nothing of it was used.\n');
    process.exitCode = 1;
  }
}

/** A file’s text: UTF-8, or UTF-16 where its first two bytes say so, as Windows PowerShell writes it. */
function textOf(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}

function writeOut({ id, versions }: PolicyVersions, folder: string): void {
  for (const policy of versions) {
    const place = join(folder, id, policy.version);
    mkdirSync(join(place, 'letters'), { recursive: true });
    writeFileSync(join(place, 'policy.json'), canonicalForm(documentOf(policy)));
    writeFileSync(join(place, 'clauses.json'), canonicalForm(policy.clauses));
    for (const [letter, words] of Object.entries(policy.templates))
      writeFileSync(join(place, 'letters', `${letter}.liquid`), words);
  }
}
