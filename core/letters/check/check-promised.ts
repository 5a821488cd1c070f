import { currentStage } from '../../case/case-file.ts';
import { letterDate } from '../../date-words.ts';
import type { IsoDate } from '../../dates.ts';
import { textOf } from '../markup.ts';
import { sentenceAt } from './checked-text.ts';
import { BACK, before, BY, clausesOf, isPromise, offBecause, pastFinding, type Read } from './date-reading.ts';
import type { WrittenDate } from './dates-in-text.ts';
import { newDay, otherNewDay } from './check-extension.ts';
import { isKind, type Checked, type Finding } from './finding.ts';

/** The day that the letter promises its answer by: there, and the one that is counted. */
export function answerDate({ checked, dates }: Read): Finding[] {
  const expected = expectedAnswer(checked);
  const { own, today } = checked;
  const promised = dates.filter((written) => written.date !== null && isPromise(written, checked));
  if (!expected && checked.kind === 'extension') return newDay(promised, checked);
  if (!expected) return isAnswerLate(checked) ? anyDayToCome(promised, checked) : [];
  if (expected.day < today) return promised.map((written) => pastFinding(written, null));
  const right = letterDate(expected.day);
  const wrong = promised.filter(({ date }) => date !== expected.day);
  const findings = wrong.flatMap((written): Finding[] => {
    const { date } = written;
    if (date === null) return [];
    if (checked.kind === 'extension') return otherNewDay(written, expected.day, checked);
    const past = date < today ? [pastFinding(written, right)] : [];
    const why = offBecause(date, checked);
    return [
      ...past,
      {
        id: 'answer-date-wrong',
        severity: 'must',
        clauses: expected.clauses,
        message: `The answer is due by ${right}${why === null ? '' : `; ${letterDate(date)} is no working day: ${why}`}.`,
        found: [written],
        insert: right,
      },
    ];
  });
  if (findings.length > 0 || dates.some(({ date }) => date === expected.day)) return findings;
  const block = own.blocks.find(({ names }) => names.some((name) => name === 'response-date' || name === 'new-date'));
  return [
    {
      id: 'answer-date-missing',
      severity: 'must',
      clauses: expected.clauses,
      message: `It doesn’t say by which day you answer: ${right}.`,
      found: [],
      insert: block ? textOf(block.parts) : right,
    },
  ];
}

/** The day of the answer that this letter would promise is past: whoever writes it gives another. */
function isAnswerLate(checked: Checked): boolean {
  const { kind, dates } = checked;
  const day = isKind(checked, 'acknowledgement') ? dates.answer?.day : kind === 'enquiry' ? dates.enquiryBy : null;
  return day !== null && day !== undefined && day < dates.sentOn;
}

/** A day by which it is answered now, whichever it is: there, and not past. */
function anyDayToCome(promised: readonly WrittenDate[], { today }: Checked): Finding[] {
  const past = promised.filter(({ date }) => date !== null && date < today);
  if (past.length > 0) return past.map((written) => pastFinding(written, null));
  if (promised.length > 0) return [];
  const message = 'It doesn’t say by which day you answer: the policy’s day is past, so give another.';
  return [{ id: 'answer-date-missing', severity: 'must', clauses: [], message, found: [], insert: null }];
}

/** The answer that this kind of letter promises, and the clauses that count it. */
export function expectedAnswer({ kind, own, dates, policy, file }: Checked): {
  readonly day: IsoDate;
  readonly clauses: readonly string[];
} | null {
  if (own.promisedBy) {
    const demands = [...own.checked, ...own.lacking].filter(
      ({ block }) => block === 'response-date' || block === 'new-date',
    );
    const counted = dates.answer?.day === own.promisedBy ? dates.answer.clauses : [];
    return { day: own.promisedBy, clauses: [...new Set([...demands.flatMap(({ clauses }) => clauses), ...counted])] };
  }
  if (kind === 'enquiry' && dates.enquiryBy && dates.enquiryBy >= dates.sentOn) {
    return { day: dates.enquiryBy, clauses: clausesOf(policy, 'enquiry-respond') };
  }
  // The day agreed with the resident governs (WR-6); until one is, any day may be offered.
  const agreed = currentStage(file)?.panelOn ?? null;
  return agreed && isKind({ kind }, 'acknowledgement') ? { day: agreed, clauses: clausesOf(policy, 'panel') } : null;
}

/** The resident's window to ask for the next stage, where the policy sets one. */
export function windowDate({ checked, dates }: Read): Finding[] {
  const day = checked.dates.escalateBy;
  if (day === null || !isKind(checked, 'response')) return [];
  const right = letterDate(day);
  const clauses = clausesOf(checked.policy, 'escalate-by');
  const said = dates.filter((written) => {
    const { start, end } = sentenceAt(checked.text, written.start);
    return (
      /\b(?:tell (?:me|us)|ask|stage|review|request|contact (?:me|us)|unhappy|not (?:happy|satisfied))\b/.test(
        checked.text.ours.slice(start, end),
      ) &&
      BY.test(before(checked, written.start)) &&
      !BACK.test(before(checked, written.start)) &&
      !/\bwe (?:will|aim)\b/.test(checked.text.ours.slice(start, written.start))
    );
  });
  const wrong = said.filter(({ date }) => date !== null && date !== day);
  if (wrong.length > 0)
    return wrong.map((written) => ({
      id: 'window-wrong',
      severity: 'must',
      clauses,
      message: `The next stage can be asked for until ${right}.`,
      found: [written],
      insert: right,
    }));
  if (dates.some(({ date }) => date === day)) return [];
  const block = checked.own.blocks.find(
    ({ names }) => names.includes('escalation-window') || names.includes('how-to-escalate'),
  );
  const message = `It doesn’t say until when the next stage can be asked for: ${right}.`;
  return [
    { id: 'window-wrong', severity: 'must', clauses, message, found: [], insert: block ? textOf(block.parts) : right },
  ];
}
