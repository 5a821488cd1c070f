import Papa from 'papaparse';
import { localDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { clausesInWords, DUTY_WORDS } from '../deadlines/words.ts';
import type { Figure } from './figures.ts';

/*
 * Tables for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe before it: subjects and
 * names are written by others.
 */

/** Cases, one a line. */
export function casesCsv(rows: Iterable<DueRow>): string {
  return table(
    [
      'reference',
      'name',
      'subject',
      'kind',
      'policy',
      'stage',
      'handler',
      'received',
      'closed',
      'how',
      'next due',
      'what',
      'marks',
      'not computed',
    ],
    [...rows].map((row) => {
      const next = row.duties[0] && [...row.duties].sort((left, right) => (left.day < right.day ? -1 : 1))[0];
      return [
        row.reference,
        row.name,
        row.subject,
        row.kind,
        row.policy ?? '',
        row.stage ?? '',
        row.handler ?? '',
        localDate(row.receivedAt),
        row.closedOn ?? '',
        row.closedHow ?? '',
        next?.day ?? '',
        next ? dutyWords(next) : '',
        row.marks.join(' '),
        row.uncomputed ?? '',
      ];
    }),
  );
}

/** Duties, one a line, most urgent first. */
export function deadlinesCsv(rows: Iterable<DueRow>): string {
  const duties = [...rows].flatMap((row) =>
    row.duties.map((duty, index) => ({ row, duty, key: row.keys[index] ?? '' })),
  );
  return table(
    ['due', 'what', 'reference', 'name', 'stage', 'handler', 'clauses', 'policy', 'may still move'],
    duties
      .sort((left, right) => (left.key < right.key ? -1 : 1))
      .map(({ row, duty }) => [
        duty.due,
        dutyWords(duty),
        row.reference,
        row.name,
        row.stage ?? '',
        row.handler ?? '',
        clausesInWords(duty.clauses),
        duty.policy,
        duty.provisional ? 'yes' : '',
      ]),
  );
}

/** Counts, one a line, with the references of their cases where these are given. */
export function figuresCsv(figures: readonly Figure[], referenceOf?: (caseId: string) => string): string {
  return table(
    ['month', 'stage', 'clock', 'counted', 'detail', 'number', ...(referenceOf ? ['cases'] : [])],
    figures.map(({ month, stage, clock, measure, detail, caseIds }) => [
      month,
      stage ?? '',
      clock === null ? '' : DUTY_WORDS[clock],
      measure,
      detail ?? '',
      caseIds.length,
      ...(referenceOf ? [caseIds.map(referenceOf).join(' ')] : []),
    ]),
  );
}

function dutyWords({ obligation, what }: DueRow['duties'][number]): string {
  return obligation === null ? (what ?? '') : DUTY_WORDS[obligation];
}

/** With the mark by which spreadsheets know that it is UTF-8. */
function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const text = Papa.unparse(
    { fields: [...heads], data: rows.map((row) => [...row]) },
    { escapeFormulae: true, newline: '\r\n' },
  );
  return `\uFEFF${text}\r\n`;
}
