import { useState } from 'preact/hooks';
import { localDate } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import { Icon } from '../Icon.tsx';
import { usePorts } from '../ports-context.ts';
import { saveFile, savedWords, savesFiles, type Saved } from '../effects/save-file.ts';
import type { PanelState } from '../state.ts';
import { allRows } from './all-rows.ts';

/** What can be taken out: tables for a spreadsheet, the dates for a calendar, the counts on paper. */
export function Tables({ state }: { readonly state: Pick<PanelState, 'now' | 'lead'> }) {
  const { register } = usePorts();
  const [said, setSaid] = useState('');
  const today = localDate(state.now);
  const save = (what: string, make: () => Promise<Saved>): void => {
    make().then(
      (saved) => setSaid(`${what}: ${savedWords(saved)}. It holds personal data; keep it as such.`),
      (error: unknown) => setSaid(`No file was made. ${reasonOf(error)}`),
    );
  };
  const table = (name: string, text: string): Promise<Saved> => saveFile(`duly-${name}-${today}.csv`, text, 'text/csv');
  const counts = async (): Promise<Saved> => {
    const { figures } = state.lead;
    const rows = await register.rows([...new Set(figures.flatMap(({ caseIds }) => caseIds))]);
    const references = new Map(rows.map(({ caseId, reference }) => [caseId, reference]));
    const { figuresCsv } = await import('../../register/csv.ts');
    return table(
      'counts',
      figuresCsv(figures, (caseId) => references.get(caseId) ?? ''),
    );
  };
  const cases = async (): Promise<Saved> => {
    const { casesCsv } = await import('../../register/csv.ts');
    return table('cases', casesCsv(await allRows(register)));
  };
  const dates = async (): Promise<Saved> => {
    const { deadlinesCsv } = await import('../../register/csv.ts');
    return table('dates', deadlinesCsv(await allRows(register)));
  };
  const calendar = async (): Promise<Saved> => {
    const { iCalendar } = await import('../../export/icalendar.ts');
    const rows = await allRows(register);
    return saveFile(`duly-dates-${today}.ics`, iCalendar({ rows, now: state.now, withNames: false }), 'text/calendar');
  };
  return (
    <section class="sec no-print" aria-labelledby="tables">
      <h2 id="tables">Take out</h2>
      <div class="btns">
        {savesFiles() && (
          <button type="button" class="btn small" onClick={() => print()}>
            Print the counts
          </button>
        )}
        <button type="button" class="btn small" onClick={() => save('Counts', counts)}>
          <Icon name="save" /> Counts as CSV
        </button>
        <button type="button" class="btn small" onClick={() => save('Cases', cases)}>
          <Icon name="save" /> All cases as CSV
        </button>
        <button type="button" class="btn small" onClick={() => save('Due dates', dates)}>
          <Icon name="save" /> Due dates as CSV
        </button>
        <button type="button" class="btn small" onClick={() => save('Due dates', calendar)}>
          <Icon name="calendar" /> Due dates for a calendar
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
