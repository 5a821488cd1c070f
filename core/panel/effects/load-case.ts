import { caseFileOrNull } from '../../case/case-file.ts';
import { rulesOfCase } from './rules.ts';
import { problemOf, type Run } from './run.ts';

/** Reads a case from the register and puts it on the panel; away with one of which nothing is left. */
export async function loadCase(run: Run, caseId: string): Promise<void> {
  try {
    const events = await run.ports.register.eventsOf(caseId);
    const file = caseFileOrNull(events);
    const opened = file && { events, file, rules: await rulesOfCase(run, file) };
    run.dispatch({ type: 'case-loaded', caseId, opened });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The case can’t be shown') });
  }
}
