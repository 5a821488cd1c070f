import { localDate } from '../../dates.ts';
import { saveFile } from './save-file.ts';
import { actorOf, londonNow, problemOf, type Run } from './run.ts';

/** A file that is made of one case. */
export type CaseFileKind = 'evidence' | 'calendar';

/** Makes a file of a case and hands it to the browser to be saved: nothing of it leaves the computer by itself. */
export async function saveCaseFile(run: Run, caseId: string, kind: CaseFileKind): Promise<void> {
  const opened = run.state().cases[caseId];
  if (!opened) return;
  const { file, events, rules } = opened;
  const now = londonNow(run);
  try {
    if (kind === 'evidence') {
      const [{ evidenceBundle }, { told, written }] = await Promise.all([
        import('../../export/evidence-bundle.ts'),
        import('../acts/told.ts'),
      ]);
      const telling = { file, policy: rules.policy, today: localDate(now), events };
      const html = evidenceBundle({
        file,
        events,
        policies: [rules, ...rules.laws],
        tell: (event) => ({ words: told(event, telling), written: written(event) }),
        now,
        by: actorOf(run.state()).name,
      });
      await saveFile(`${file.reference}-evidence.html`, html, 'text/html');
      return;
    }
    const [{ iCalendar }, row] = await Promise.all([
      import('../../export/icalendar.ts'),
      run.ports.register.row(caseId),
    ]);
    if (row)
      await saveFile(`${file.reference}-dates.ics`, iCalendar({ rows: [row], now, withNames: false }), 'text/calendar');
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'No file was made') });
  }
}
