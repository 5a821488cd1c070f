import type { DueRow } from '../../deadlines/due-row.ts';
import type { Register } from '../../register/register.ts';

const AT_ONCE = 500;

/** The row of every case in the order of their first entries, whether or not anything of it is due or waits: from the entries themselves. */
export async function allRows(register: Pick<Register, 'allEvents' | 'rows'>): Promise<readonly DueRow[]> {
  const caseIds = new Set<string>();
  for await (const { caseId } of register.allEvents()) caseIds.add(caseId);
  const ids = [...caseIds];
  const rows: DueRow[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    rows.push(...(await register.rows(ids.slice(from, from + AT_ONCE))));
  return rows;
}
