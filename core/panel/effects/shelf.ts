import { CalendarFileError } from '../../calendar-file.ts';
import { readGovUk } from '../../gov-uk-list.ts';
import { isDifferent, mergeHolidays } from '../../calendar-update.ts';
import { changedHolidays, type CalendarChanges } from '../../calendar-changes.ts';
import { caseFile, CaseError, type CaseFile } from '../../case/case-file.ts';
import type { CaseEvent } from '../../case/event.ts';
import { affectedBy, type CalendarPair } from '../../deadlines/affected-by.ts';
import { emptyMessage } from '../../message.ts';
import { PolicyFileError } from '../../policy/import-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import { exportPolicy } from '../../policy/policy-file.ts';
import { NO_SETTINGS } from '../../settings.ts';
import { tidied } from '../setup.ts';
import type { PendingCalendar, ShelfAction } from '../shelf-state.ts';
import { saveSetup } from './keep.ts';
import { rulesOfCase } from './rules.ts';
import { problemOf, wordsOf, type Run } from './run.ts';
import { saveFile } from './save-file.ts';

/** Does what the pages of the policy and of its calendar ask of the outside. */
export async function shelf(run: Run, action: ShelfAction): Promise<void> {
  try {
    await done(run, action);
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was changed') });
  }
}

async function done(run: Run, action: ShelfAction): Promise<void> {
  switch (action.type) {
    case 'message-tried':
      tryMessage(run, action.text);
      return;
    case 'policy-file-chosen':
      await readFile(run, action);
      return;
    case 'policy-file-kept':
      await keepFile(run);
      return;
    case 'policy-saved':
      await savePolicy(run);
      return;
    case 'mistakes-copied':
      await copyMistakes(run);
      return;
    case 'calendar-file-chosen':
      await readList(run, action.text);
      return;
    case 'calendar-changed':
      await weigh(run, { changes: action.changes, differences: [], affected: null, problem: null });
      return;
    case 'calendar-kept':
      await keepCalendar(run);
      return;
    case 'policy-file-dropped':
    case 'calendar-dropped':
      return;
  }
}

/** Reads a typed message by the policy in force, as if it came now; nothing of it is kept. */
function tryMessage(run: Run, text: string): void {
  const { rules, setup, now } = run.state();
  if (!rules || text.trim() === '') return;
  const settings = tidied(setup?.settings ?? NO_SETTINGS);
  const message = { ...emptyMessage(), text, receivedAt: now };
  const trial = run.ports.look(message, { settings, policy: rules.policy, known: new Set(), neural: null });
  run.dispatch({ type: 'message-judged', trial });
}

async function readFile(run: Run, { name, text }: { readonly name: string; readonly text: string }): Promise<void> {
  try {
    const brought = await run.ports.policies.bringIn(text);
    run.dispatch({ type: 'policy-file-read', file: { kind: 'read', name, brought } });
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    run.dispatch({ type: 'policy-file-read', file: { kind: 'wrong', name, mistakes: error.mistakes } });
  }
}

/** Keeps the policy that was read, chooses it, and opens the panel afresh by it. */
async function keepFile(run: Run): Promise<void> {
  const { shelf: pages } = run.state();
  if (pages.file?.kind !== 'read') return;
  const { brought } = pages.file;
  if (brought.isReserved || brought.clashes.length > 0) return;
  await brought.keep();
  await saveSetup(run, { landlord: brought.versions.id });
  run.ports.restart();
}

async function savePolicy(run: Run): Promise<void> {
  const { rules } = run.state();
  if (!rules) return;
  const { id } = rules.policy;
  const text = exportPolicy(await run.ports.policies.versionsOf(id));
  await saveFile(`${id}.duly-policy.json`, text, 'application/json');
}

async function copyMistakes(run: Run): Promise<void> {
  const { file } = run.state().shelf;
  if (file?.kind !== 'wrong') return;
  const lines = file.mistakes.map(({ line, column, path, reason }) =>
    [`${file.name}, line ${String(line)}, column ${String(column)}`, path, reason].filter(Boolean).join(': '),
  );
  await navigator.clipboard.writeText(lines.join('\n'));
  run.dispatch({ type: 'copied' });
}

/** GOV.UK's list of bank holidays, beside what is held: what is new in it, and what it moves. */
async function readList(run: Run, text: string): Promise<void> {
  const { policies } = run.ports;
  const changes = run.state().shelf.calendar?.changes ?? policies.changes();
  try {
    const read = readGovUk(text);
    const differences = read
      .map((list) => mergeHolidays(changedHolidays(policies.bankHolidaysOf(list.division), changes), list).difference)
      .filter(isDifferent);
    const others = changes.read.filter(({ division }) => !read.some((list) => list.division === division));
    await weigh(run, {
      changes: { ...changes, read: [...others, ...read] },
      differences,
      affected: null,
      problem: null,
    });
  } catch (error) {
    if (!(error instanceof CalendarFileError)) throw error;
    const problem = `This isn’t GOV.UK’s list: ${error.message}`;
    run.dispatch({ type: 'calendar-weighed', calendar: { changes, differences: [], affected: [], problem } });
  }
}

/** Counts which open cases' dates the changes would move, and which letters named the old ones. */
async function weigh(run: Run, pending: PendingCalendar): Promise<void> {
  try {
    const { rules } = run.state();
    // Said at once where they can't be applied at all.
    if (rules) run.ports.policies.calendarWith(rules.policy, pending.changes);
    const affected = await affectedCases(run, pending.changes);
    run.dispatch({ type: 'calendar-weighed', calendar: { ...pending, affected } });
  } catch (error) {
    run.dispatch({ type: 'calendar-weighed', calendar: { ...pending, affected: [], problem: wordsOf(error) } });
  }
}

async function affectedCases(run: Run, changes: CalendarChanges): Promise<ReturnType<typeof affectedBy>> {
  const { policies, register } = run.ports;
  const byCase = new Map<string, CaseEvent[]>();
  for await (const event of register.allEvents())
    byCase.set(event.caseId, [...(byCase.get(event.caseId) ?? []), event]);
  const files = [...byCase.values()].flatMap((events) => openFile(events));
  const pairs = new Map<Policy, CalendarPair>();
  const pairOf = (policy: Policy): CalendarPair => {
    const known = pairs.get(policy) ?? {
      policy,
      before: policies.calendarOf(policy),
      after: policies.calendarWith(policy, changes),
    };
    pairs.set(policy, known);
    return known;
  };
  const ofCase = new Map<string, readonly CalendarPair[]>();
  for (const file of files) {
    const { policy, laws } = await rulesOfCase(run, file);
    ofCase.set(file.id, [policy, ...laws.map((law) => law.policy)].map(pairOf));
  }
  return affectedBy(files, ({ id }) => ofCase.get(id) ?? []);
}

function openFile(events: readonly CaseEvent[]): readonly CaseFile[] {
  try {
    const file = caseFile(events);
    return file.closed === null ? [file] : [];
  } catch (error) {
    if (error instanceof CaseError) return [];
    throw error;
  }
}

async function keepCalendar(run: Run): Promise<void> {
  const { calendar } = run.state().shelf;
  if (!calendar || calendar.problem !== null) return;
  await run.ports.policies.keepChanges(calendar.changes);
  run.ports.restart();
}
