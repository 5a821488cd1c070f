import type { RecordField } from '../../record.ts';
import { FIELD_WORDS } from '../record-view.ts';
import { askHost } from './read-message.ts';
import { problemOf, type Run } from './run.ts';

/** Lets the person point at a field on the record's page, and reads the page with what they pointed at. */
export async function pointAt(run: Run, field: RecordField): Promise<void> {
  const { records } = run.ports.host;
  const { open } = run.state();
  if (!records || open.kind !== 'record') return;
  try {
    const outcome = await records.pointAt(field, open.key);
    // Another field is being pointed at by now: its answer is awaited.
    if (run.state().pointing !== field) return;
    run.dispatch({ type: 'pointing-stopped' });
    if (outcome === 'pointed') await askHost(run, { anew: true });
    if (outcome === 'empty') {
      const body = `What you pointed at says nothing. Point at ${FIELD_WORDS[field].the} itself.`;
      run.dispatch({ type: 'failed', problem: { title: 'Nothing is there', body, isAlert: false } });
    }
  } catch (error) {
    run.dispatch({ type: 'pointing-stopped' });
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The page doesn’t answer') });
  }
}

/** Has the browser ask whether the site, or that of a frame, may be read; nothing changes when the person says no. */
export async function allowSite(run: Run, frame?: string): Promise<void> {
  try {
    if ((await run.ports.host.records?.allowSite(frame)) === true) await askHost(run, { anew: true });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The browser didn’t ask') });
  }
}
