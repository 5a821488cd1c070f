import { letterDate } from '../../date-words.ts';
import type { IsoDate } from '../../dates.ts';
import { clauseId } from '../../policy/policy.ts';
import { stageOf } from '../kinds.ts';
import { gapsOf, textOf } from '../markup.ts';
import { offBecause, pastFinding } from './date-reading.ts';
import type { WrittenDate } from './dates-in-text.ts';
import { ofCode, type Checked, type Finding } from './finding.ts';

/** The new day of an extension that nobody recorded: there, still to come, on a working day, and no later than it may be. */
export function newDay(promised: readonly WrittenDate[], checked: Checked): Finding[] {
  if (promised.length === 0) {
    const message = 'It doesn’t say by which day you answer now.';
    const clauses = ofCode(checked, '6.5');
    return [{ id: 'answer-date-missing', severity: 'must', clauses, message, found: [], insert: null }];
  }
  return promised.flatMap((written): Finding[] => {
    const { date } = written;
    if (date === null) return [];
    if (date < checked.today) return [pastFinding(written, null)];
    const off = offBecause(date, checked);
    const past = pastCap(date, checked);
    const base = { clauses: [], found: [written], insert: null } as const;
    return [
      ...(off === null
        ? []
        : [
            {
              ...base,
              id: 'not-a-working-day' as const,
              severity: 'should' as const,
              message: `${letterDate(date)}, the new day, is no working day: ${off}.`,
            },
          ]),
      ...(past === null ? [] : [{ ...base, id: 'beyond-the-cap' as const, severity: 'must' as const, ...past }]),
    ];
  });
}

/** Another new day than the one that was recorded: past what is allowed, or not what the resident is to be told. */
export function otherNewDay(written: WrittenDate, recorded: IsoDate, checked: Checked): Finding[] {
  const { date } = written;
  if (date === null) return [];
  const right = letterDate(recorded);
  const base = { found: [written], insert: right, severity: 'must' } as const;
  const off = offBecause(date, checked);
  const past = pastCap(date, checked);
  const why = off === null ? '' : ` ${letterDate(date)} is no working day: ${off}.`;
  const said = `The new day that was recorded is ${right}.`;
  return [
    ...(date < checked.today ? [pastFinding(written, right)] : []),
    past
      ? { ...base, id: 'beyond-the-cap', ...past, message: `${past.message} ${said}` }
      : { ...base, id: 'answer-date-wrong', message: `${said}${why}`, clauses: [] },
  ];
}

/**
 * What is said of a new day past the most that the policy allows, and what a person needs to go past it all the same. Null
 * for a day within it, or where the policy has no limit.
 */
export function pastCap(date: IsoDate, checked: Checked): Pick<Finding, 'message' | 'clauses'> | null {
  const { dates, file, policy } = checked;
  const { cap } = dates.extension;
  const stage = stageOf(file, policy);
  const ways = stage?.extension ?? [];
  if (ways.length === 0) {
    if (!stage?.formal || dates.due === null || date <= dates.due.day) return null;
    const message = `The policy knows no extension at this stage; ${letterDate(dates.due.day)} stands. ${BY_A_MANAGER}`;
    return { message, clauses: ofCode(checked, '5.9') };
  }
  if (cap === null || date <= cap) return null;
  const exceptional = ways.some((way) => way.exceptional);
  return {
    message: `${letterDate(date)} is past the most that the policy allows, ${letterDate(cap)}. ${exceptional ? IF_EXCEPTIONAL : BY_A_MANAGER}`,
    clauses: [...ways.flatMap(({ clause }) => clause).map((one) => clauseId(policy, one)), ...ofCode(checked, '5.9')],
  };
}

const IF_EXCEPTIONAL =
  'A later day needs exceptional circumstances, and the resident’s agreement: record both with the extension before it is sent.';
const BY_A_MANAGER =
  'A later day needs a manager who overrides that, with a reason: record both with the extension before it is sent.';

/** Longer than an ordinary extension may be: with the resident's agreement, where the policy or the Code wants it. */
export function beyondCap(checked: Checked): Finding[] {
  const { kind, dates, text, own, file, policy } = checked;
  const { newDate, cap, isFurther } = dates.extension;
  if (kind !== 'extension' || newDate === null) return [];
  const off = offBecause(newDate, checked);
  const closed: Finding[] =
    off === null
      ? []
      : [
          {
            id: 'not-a-working-day',
            severity: 'should',
            clauses: [],
            message: `${letterDate(newDate)}, the new day, is no working day: ${off}.`,
            found: [],
            insert: null,
          },
        ];
  const exceptional = (stageOf(file, policy)?.extension ?? []).filter((extension) => extension.exceptional);
  const isLonger =
    (cap !== null && newDate > cap) || (isFurther && exceptional.some(({ consent }) => consent === 'agree'));
  if (!isLonger || /\bagree/.test(text.ours)) return closed;
  const clauses = exceptional.flatMap(({ clause }) => clause).map((one) => clauseId(policy, one));
  const block = own.blocks.find(({ names }) => names.includes('agreement'));
  return [
    ...closed,
    {
      id: 'beyond-the-cap',
      severity: 'must',
      clauses: [...clauses, ...ofCode(checked, '5.9')],
      message: 'It takes longer than it usually may, and doesn’t ask whether the resident agrees.',
      found: [],
      insert: block && gapsOf(block.parts).length === 0 ? textOf(block.parts) : null,
    },
  ];
}
