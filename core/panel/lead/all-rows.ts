import type { IsoDate } from '../../dates.ts';
import type { DueRow } from '../../deadlines/due-row.ts';
import type { Register } from '../../register/register.ts';

const AFTER_ALL = '9999-12-31' as IsoDate;

/** The row of every case whose data wasn't erased, open ones first, each once. */
export async function allRows(register: Register, today: IsoDate): Promise<readonly DueRow[]> {
  const [{ entries }, waiting, uncomputed, closed] = await Promise.all([
    register.list({ today, limit: Number.MAX_SAFE_INTEGER }),
    register.waiting({ today }),
    register.uncomputed(),
    register.closedBefore(AFTER_ALL),
  ]);
  const rows = [...entries.map(({ row }) => row), ...waiting.map(({ row }) => row), ...uncomputed, ...closed];
  return [...new Map(rows.map((row) => [row.caseId, row])).values()];
}
