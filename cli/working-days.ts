import type { WorkingCalendar } from '../core/calendar.ts';
import { toIsoDate } from '../core/dates.ts';
import { calendarOf, calendarOfDivision, policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';
import { answerLines, InputError, optionalNumber, optionalText, textAt, type Line } from './jsonl.ts';

export const workingDaysCommand: Command = {
  name: 'working-days',
  summary: 'counts working days between two dates, or from one',
  help: `
duly working-days FROM TO [--division NAME] [--policy ID]
duly working-days FROM --add N [--division NAME] [--policy ID]
duly working-days --jsonl

Counts working days after FROM up to and with TO, or gives the N-th working day after FROM.
  --division  england-and-wales (default), scotland or northern-ireland
  --policy    adds the days on which that landlord is closed
  --jsonl     reads {"id"?, "from", "to" | "add", "division"?, "policy"?} a line
`,
  async run(args) {
    const { values, positionals } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      add: { type: 'string' },
      division: { type: 'string' },
      policy: { type: 'string' },
    });
    if (values.jsonl) return answerLines(answer);
    const [from, to] = positionals;
    if (from === undefined || (to === undefined) === (values.add === undefined))
      throw new UsageError('give FROM and TO, or FROM and --add N');
    const result = await answer({
      from,
      to,
      add: values.add === undefined ? undefined : Number(values.add),
      division: values.division,
      policy: values.policy,
    });
    process.stdout.write('date' in result ? `${result.date}\n` : `${String(result.workingDays)}\n`);
  },
};

async function answer(line: Line): Promise<{ workingDays: number } | { date: string }> {
  const from = toIsoDate(textAt(line, 'from'));
  const to = optionalText(line, 'to');
  const add = optionalNumber(line, 'add');
  if ((to === undefined) === (add === undefined)) throw new InputError('give either "to" or "add"');
  const calendar = await calendarFor(line, from);
  if (to !== undefined) return { workingDays: calendar.workingDaysBetween(from, toIsoDate(to)) };
  if (!Number.isInteger(add)) throw new InputError('add is not a whole number');
  return { date: calendar.addWorkingDays(from, add ?? 0) };
}

async function calendarFor(line: Line, from: ReturnType<typeof toIsoDate>): Promise<WorkingCalendar> {
  const division = optionalText(line, 'division');
  const policyId = optionalText(line, 'policy');
  if (policyId === undefined) return calendarOfDivision(division ?? 'england-and-wales');
  const policy = await policyOn(policyId, from);
  return calendarOf(
    division === undefined
      ? policy
      : { ...policy, calendar: { ...policy.calendar, bankHolidays: division as typeof policy.calendar.bankHolidays } },
  );
}
