import { createReadStream, existsSync } from 'node:fs';
import { once } from 'node:events';
import { count, figure } from '../core/date-words.ts';
import { reasonOf } from '../core/errors.ts';
import { iCalendar } from '../core/export/icalendar.ts';
import { localDate, toInstant, type Instant, type IsoDate } from '../core/dates.ts';
import { toReference } from '../core/case/reference.ts';
import { dueRow, type DueRow } from '../core/deadlines/due-row.ts';
import type { CaseFile } from '../core/case/case-file.ts';
import { backupOf, linesOfEvent, readBackup } from '../core/register/backup-file.ts';
import { casesCsv, deadlinesCsv, figuresCsv } from '../core/register/csv.ts';
import { memoryRegister } from '../core/register/memory-register.ts';
import type { Register } from '../core/register/register.ts';
import type { RestoreSource } from '../core/register/restore.ts';
import { appliesOn, inForce, versionOf, type PolicyVersions } from '../core/policy/versions.ts';
import { calendarOf, LAWS, loadPolicy, policyIds } from '../policies/index.ts';
import { writeBackup } from './backup-on-disk.ts';
import { dayOf, optionsOf, UsageError, type Command } from './command.ts';
import { seededSource } from './seeded-source.ts';

const ACTIONS = ['verify', 'import', 'export', 'counts', 'csv', 'calendar'];

export const registerCommand: Command = {
  name: 'register',
  summary: 'backups of a register: checks, merges, counts, tables, calendars',
  help: `
duly register verify FILE… [--json]
duly register import FILE… [--into BACKUP] [--preview]
duly register export FILE… [--case REFERENCE]… [--csv cases|deadlines]
duly register counts FILE… [--from MONTH] [--to MONTH] [--today DATE] [--csv]
duly register csv FILE… --of cases|deadlines
duly register calendar FILE… [--case REFERENCE]… [--names]

FILE is a backup: JSON Lines, one event a line. Several are merged by event id; nothing is overwritten.
verify    checks each device's chain, and that every case's row follows from its events; ends with 1 where one doesn't
import    merges FILEs and writes one backup on standard output, or into the backup BACKUP, which is made where it isn't
          there; --preview only says what would come
export    writes all events, or those of the named cases, as one backup on standard output; with --csv their cases or due
          dates as a table, as "csv" does
counts    complaints by month, stage and clock
csv       cases or due dates as a table that a spreadsheet takes without running anything in it
calendar  due dates as iCalendar; --names puts names and subjects in
`,
  async run([action = '', ...args]) {
    if (!ACTIONS.includes(action))
      throw new UsageError(`there is no "duly register ${action}"; there are ${ACTIONS.join(', ')}`);
    // Counts have one table, what is exported has two.
    const [forTable, rest] = action === 'export' ? tableIn(args) : [undefined, args];
    const { values, positionals } = optionsOf(rest, {
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      names: { type: 'boolean' },
      preview: { type: 'boolean' },
      into: { type: 'string' },
      of: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      today: { type: 'string' },
      case: { type: 'string', multiple: true },
    });
    if (positionals.length === 0) throw new UsageError('give the FILE of a backup');
    const today = values.today === undefined ? localDate(realNow()) : dayOf('--today', values.today);
    switch (action) {
      case 'verify':
        return verified(positionals, values.json ?? false);
      case 'import':
        return imported(positionals, values.into, values.preview ?? false);
      case 'export':
        if (forTable !== undefined)
          return print(
            await csvOf(await loaded(positionals), { what: forTable, option: '--csv', references: values.case ?? [] }),
          );
        return exported(await loaded(positionals), values.case ?? []);
      case 'counts':
        return counted(await loaded(positionals), {
          from: values.from ?? '0000-00',
          to: values.to ?? '9999-12',
          today,
          asCsv: values.csv ?? false,
        });
      case 'csv':
        return print(await csvOf(await loaded(positionals), { what: values.of ?? '', option: '--of', references: [] }));
      default: {
        const rows = await rowsOf(await loaded(positionals), values.case ?? []);
        return print(iCalendar({ rows, now: realNow(), withNames: values.names ?? false }));
      }
    }
  },
};

/** What `--csv` names, and the other arguments. */
function tableIn(args: readonly string[]): readonly [string | undefined, readonly string[]] {
  const at = args.findIndex((arg) => arg === '--csv' || arg.startsWith('--csv='));
  const arg = args[at];
  if (arg === undefined) return [undefined, args];
  const isJoined = arg !== '--csv';
  const what = isJoined ? arg.slice('--csv='.length) : (args[at + 1] ?? '');
  return [what, [...args.slice(0, at), ...args.slice(at + (isJoined ? 1 : 2))]];
}

/** The command line's own clock: only for what says when it was made. */
function realNow(): Instant {
  return toInstant(new Date().toISOString());
}

/** A register in memory with these backups merged. */
async function loaded(files: readonly string[]): Promise<Register> {
  const source = seededSource('register');
  source.setNow(realNow());
  const register = memoryRegister({ source, rowOf: await rowOfAll() });
  for (const file of files) await naming(file, async () => register.restore(sourceOf(file)));
  return register;
}

/** Does something with a file. Throws UsageError with the file's name before the reason. */
async function naming<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}

async function rowOfAll(): Promise<(file: CaseFile) => DueRow> {
  const versions = new Map<string, PolicyVersions>();
  for (const id of policyIds) versions.set(id, await loadPolicy(id));
  return (file) => {
    const own = file.policy && versions.get(file.policy.id);
    if (!file.policy || !own) return dueRow(file, []);
    const day = localDate(file.receivedAt);
    const laws = LAWS.flatMap((id) => versions.get(id) ?? [])
      .map((law) => inForce(law, day))
      .filter((law) => appliesOn(law, day));
    const policies = [versionOf(own, file.policy.version), ...laws];
    return dueRow(
      file,
      policies.map((policy) => ({ policy, calendar: calendarOf(policy) })),
    );
  };
}

function sourceOf(file: string): RestoreSource {
  if (!existsSync(file)) throw new UsageError('there is no such file');
  return { open: () => createReadStream(file) };
}

async function verified(files: readonly string[], asJson: boolean): Promise<void> {
  await sayWhereCutOff(files);
  const { events, cases, devices, rowFaults, originalFaults } = await (await loaded(files)).verify();
  const faults = devices.flatMap(({ fault }) => fault ?? []);
  if (asJson) await print(`${JSON.stringify({ events, cases, devices, rowFaults, originalFaults }, null, 2)}\n`);
  else
    await print(
      [
        [count(events, 'event'), count(cases, 'case'), count(devices.length, 'device')].join(', '),
        ...devices.map(
          ({ deviceId, events: own, fault }) => `  ${deviceId}  ${count(own, 'event')}  ${fault ?? 'whole'}`,
        ),
        ...rowFaults.map((caseId) => `  case ${caseId}: its row isn’t what its events give`),
        ...originalFaults.map((caseId) => `  case ${caseId}: an email’s file isn’t the one that was kept, or is gone`),
        '',
      ].join('\n'),
    );
  if ([faults, rowFaults, originalFaults].some(({ length }) => length > 0)) process.exitCode = 1;
}

/** Chains may hold and the last entries be gone: only the last line of a backup tells. */
async function sayWhereCutOff(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const { isComplete } = await naming(file, async () => {
      const reader = readBackup(sourceOf(file).open());
      let next = await reader.next();
      while (!next.done) next = await reader.next();
      return next.value;
    });
    if (!isComplete) process.stderr.write(`${file}: ${NO_END}\n`);
  }
}

const NO_END = 'it doesn’t say where it ends, so something may be missing at its end';

async function imported(files: readonly string[], into: string | undefined, isPreview: boolean): Promise<void> {
  const register = await loaded(into !== undefined && existsSync(into) ? [into] : []);
  for (const file of files) {
    const preview = await naming(file, async () => register.preview(sourceOf(file)));
    process.stderr.write(
      `${file}: ${count(preview.events, 'event')}, ${figure(preview.freshEvents)} new; ${count(preview.cases, 'case')}, ${figure(preview.freshCases)} new${preview.isComplete ? '' : `; ${NO_END}`}\n`,
    );
    if (!isPreview) await naming(file, async () => register.restore(sourceOf(file)));
  }
  if (isPreview) return;
  if (into === undefined) return exported(register, []);
  await writeBackup(into, backupOf(register));
}

async function exported(register: Register, references: readonly string[]): Promise<void> {
  if (references.length === 0) {
    for await (const line of backupOf(register)) await print(line);
    return;
  }
  // A part of a chain: each entry is whole, what lies between isn’t there.
  for (const { caseId } of await rowsOf(register, references))
    for (const event of await register.eventsOf(caseId))
      for await (const line of linesOfEvent(event, (of) => register.original(of))) await print(line);
}

async function counted(
  register: Register,
  { asCsv, ...query }: { readonly from: string; readonly to: string; readonly today: IsoDate; readonly asCsv: boolean },
): Promise<void> {
  const figures = await register.figures(query);
  if (asCsv) return print(figuresCsv(figures));
  await print(
    figures
      .map(({ month, stage, clock, measure, detail, caseIds }) =>
        [
          month,
          (stage ?? '').padEnd(12),
          (clock ?? '').padEnd(14),
          measure.padEnd(9),
          String(caseIds.length).padStart(6),
          detail ?? '',
        ]
          .join('  ')
          .trimEnd(),
      )
      .concat('')
      .join('\n'),
  );
}

async function csvOf(
  register: Register,
  {
    what,
    option,
    references,
  }: { readonly what: string; readonly option: string; readonly references: readonly string[] },
): Promise<string> {
  if (what !== 'cases' && what !== 'deadlines') throw new UsageError(`${option} says what: cases or deadlines`);
  const rows = await rowsOf(register, references);
  return what === 'cases' ? casesCsv(rows) : deadlinesCsv(rows.filter(({ keys }) => keys.length > 0));
}

/** Every row, or those of the named cases. Throws UsageError for a reference that isn't there. */
async function rowsOf(register: Register, references: readonly string[]): Promise<readonly DueRow[]> {
  if (references.length > 0)
    return Promise.all(
      references.map(async (reference) => {
        const [row] = await register.search(reference, 1);
        if (row?.reference !== toReference(reference)) throw new UsageError(`there is no case ${reference}`);
        return row;
      }),
    );
  const caseIds = new Set<string>();
  for await (const { caseId } of register.allEvents()) caseIds.add(caseId);
  return register.rows([...caseIds]);
}

/** Writes, and waits while the reader is slower than we are. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
