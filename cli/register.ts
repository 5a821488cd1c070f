import { count } from '../core/date-words.ts';
import { iCalendar } from '../core/export/icalendar.ts';
import { localDate, type IsoDate } from '../core/dates.ts';
import { casesCsv, deadlinesCsv, figuresCsv } from '../core/register/csv.ts';
import type { Register } from '../core/register/register.ts';
import { dayOf, optionsOf, UsageError, type Command } from './command.ts';
import { loaded, print, realNow, rowsOf } from './loaded-register.ts';
import { exported, imported, sayWhereCutOff } from './register-import.ts';

const ACTIONS = ['verify', 'import', 'export', 'counts', 'csv', 'calendar'];

export const registerCommand: Command = {
  name: 'register',
  summary: 'backups of a register: checks, merges, counts, tables, calendars',
  help: `
duly register verify FILE… [--json]
duly register import FILE… [--into BACKUP] [--preview] [--erase]
duly register export FILE… [--case REFERENCE]… [--csv cases|deadlines]
duly register counts FILE… [--from MONTH] [--to MONTH] [--today DATE] [--csv]
duly register csv FILE… --of cases|deadlines
duly register calendar FILE… [--case REFERENCE]… [--names]

FILE is a backup: JSON Lines, one event a line. Several are merged by event id; nothing is overwritten.
verify    checks each device's chain, that no event lacks its personal data but for an erasure, and that every case's row
          follows from its events; ends with 1 where one doesn't
import    merges FILEs and writes one backup on standard output, or into the backup BACKUP, which is made where it isn't
          there; --preview only says what would come. Where a FILE erases personal data for good, it says of which cases,
          and does it only with --erase
export    writes all events as one backup on standard output, or those of the named cases as a part of one, which can be
          verified and read and not imported; with --csv their cases or due dates as a table, as "csv" does
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
      erase: { type: 'boolean' },
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
        return imported(positionals, values.into, {
          isPreview: values.preview ?? false,
          mayErase: values.erase ?? false,
        });
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

async function verified(files: readonly string[], asJson: boolean): Promise<void> {
  await sayWhereCutOff(files);
  const { events, cases, devices, rowFaults, originalFaults, bare } = await (await loaded(files)).verify();
  const faults = devices.flatMap(({ fault }) => fault ?? []);
  if (asJson) await print(`${JSON.stringify({ events, cases, devices, rowFaults, originalFaults, bare }, null, 2)}\n`);
  else
    await print(
      [
        [count(events, 'event'), count(cases, 'case'), count(devices.length, 'device')].join(', '),
        ...devices.map(
          ({ deviceId, events: own, fault }) => `  ${deviceId}  ${count(own, 'event')}  ${fault ?? 'whole'}`,
        ),
        ...bare.map((words) => `  ${words}`),
        ...rowFaults.map((caseId) => `  case ${caseId}: its row isn’t what its events give`),
        ...originalFaults.map((caseId) => `  case ${caseId}: an email’s file isn’t the one that was kept, or is gone`),
        '',
      ].join('\n'),
    );
  if ([faults, bare, rowFaults, originalFaults].some(({ length }) => length > 0)) process.exitCode = 1;
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
