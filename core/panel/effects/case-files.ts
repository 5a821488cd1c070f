import type { CaseFile } from '../../case/case-file.ts';
import { ANY_YEAR } from '../../date-words.ts';
import { originalName } from '../../export/document.ts';
import type { Register } from '../../register/register.ts';
import { saveFile } from './save-file.ts';
import { actorOf, londonNow, problemOf, type Run } from './run.ts';

/** A file that is made of one case; `original` is an email of it, as it came. */
export type CaseFileKind = 'evidence' | 'calendar' | 'original';

/** Makes a file of a case and hands it to the browser to be saved: nothing of it leaves the computer by itself. */
export async function saveCaseFile(
  run: Run,
  { caseId, kind, of = '' }: { readonly caseId: string; readonly kind: CaseFileKind; readonly of?: string },
): Promise<void> {
  const opened = run.state().cases[caseId];
  if (!opened) return;
  const { file, events, rules } = opened;
  const now = londonNow(run);
  try {
    if (kind === 'original') {
      const bytes = await run.ports.register.original(of);
      if (!bytes) throw new Error('The email’s file isn’t in this register.');
      const name = originalName(file.reference, file.messages.findIndex(({ eventId }) => eventId === of) + 1);
      // Of no kind that a browser would show: it is saved, and opened by whoever wants to, in their own mail program.
      await saveFile(name, bytes, 'application/octet-stream');
      return;
    }
    if (kind === 'evidence') {
      const [{ evidenceBundle }, { told, written }, originals] = await Promise.all([
        import('../../export/evidence-bundle.ts'),
        import('../acts/told.ts'),
        originalsOf(file, run.ports.register),
      ]);
      const telling = { file, policy: rules.policy, today: ANY_YEAR, events };
      const html = evidenceBundle({
        file,
        events,
        originals,
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

/** The emails of a case that are kept as files, by the entry that each came by. */
export async function originalsOf(
  { messages }: CaseFile,
  register: Register,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const { eventId, original } of messages) {
    const bytes = original ? await register.original(eventId) : null;
    if (bytes) found.set(eventId, bytes);
  }
  return found;
}
