import { letterDate } from '../../date-words.ts';
import { localDate, isoWeekday, type IsoDate } from '../../dates.ts';
import { currentStage } from '../../case/case-file.ts';
import { clauseId } from '../../policy/policy.ts';
import type { Duty } from '../../policy/schema.ts';
import { textOf } from '../markup.ts';
import { sentenceAt, spanOf } from './checked-text.ts';
import { datesIn, isNear, isWeekdayRight, weekdayName, type WrittenDate } from './dates-in-text.ts';
import { isKind, ofCode, type Checked, type Finding } from './finding.ts';

/** Every day in the letter: that it exists, that it is the right one, that somebody is at work on it. */
export function checkDates(checked: Checked): readonly Finding[] {
  const { text, today } = checked;
  const dates = datesIn(text.text, text.ours, today);
  const read = { checked, dates };
  return [
    ...wrongDays(dates),
    ...received(read),
    ...answerDate(read),
    ...windowDate(read),
    ...promises(read),
    ...inDays(checked),
  ];
}

interface Read {
  readonly checked: Checked;
  readonly dates: readonly WrittenDate[];
}

/** Days that don't exist, and weekdays that don't fit. */
function wrongDays(dates: readonly WrittenDate[]): Finding[] {
  return dates.flatMap((written): Finding[] => {
    const { date, text } = written;
    const base = { severity: 'must', clauses: [], found: [written] } as const;
    if (date === null) return [{ ...base, id: 'no-such-date', message: `There is no ${text}.`, insert: null }];
    if (isWeekdayRight(written)) return [];
    const message = `${text}: that day is a ${weekdayName(isoWeekday(date))}.`;
    return [{ ...base, id: 'weekday-wrong', message, insert: letterDate(date) }];
  });
}

/** The day on which the complaint, or the request for the stage, was received. */
function received({ checked, dates }: Read): Finding[] {
  const { file } = checked;
  const isAcknowledgement = isKind(checked, 'acknowledgement');
  if (!isAcknowledgement && !isKind(checked, 'response')) return [];
  const day = localDate(currentStage(file)?.enteredAt ?? file.receivedAt);
  if (dates.some(({ date }) => date === day)) return [];
  const said = dates.filter(({ start }) =>
    /\b(?:received|reached us|(?:your|the) (?:email|e-mail|letter|call|message|form|complaint|request|visit|text|voicemail)[^.]{0,30} (?:of|on|dated|from))\b/.test(
      before(checked, start),
    ),
  );
  const insert = letterDate(day);
  const clauses = ofCode(checked, isAcknowledgement ? '6.2' : '5.12');
  if (said.length > 0)
    return [
      {
        id: 'received-wrong',
        severity: 'must',
        clauses,
        message: `It was received on ${insert}.`,
        found: said,
        insert,
      },
    ];
  if (!isAcknowledgement) return [];
  const message = `It doesn’t say when the complaint was received: ${insert}.`;
  return [{ id: 'received-missing', severity: 'should', clauses, message, found: [], insert }];
}

/** The day that the letter promises its answer by: there, and the one that is counted. */
function answerDate({ checked, dates }: Read): Finding[] {
  const expected = expectedAnswer(checked);
  if (!expected) return [];
  const { own, today } = checked;
  const right = letterDate(expected.day);
  const promised = dates.filter((written) => written.date !== null && isPromise(written, checked));
  const wrong = promised.filter(({ date }) => date !== expected.day);
  const findings = wrong.flatMap((written): Finding[] => {
    const { date } = written;
    if (date === null) return [];
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

/** The answer that this kind of letter promises, and the clauses that count it. */
function expectedAnswer({ kind, own, dates, policy, file }: Checked): {
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
  if (kind === 'enquiry' && dates.enquiryBy) {
    return { day: dates.enquiryBy, clauses: clausesOf(policy, 'enquiry-respond') };
  }
  // The day agreed with the resident governs (WR-6); until one is, any day may be offered.
  const agreed = currentStage(file)?.panelOn ?? null;
  return agreed && isKind({ kind }, 'acknowledgement') ? { day: agreed, clauses: clausesOf(policy, 'panel') } : null;
}

/** The resident's window to ask for the next stage, where the policy sets one. */
function windowDate({ checked, dates }: Read): Finding[] {
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

/** Whatever else we promise: not in the past, and not on a day when nobody is there. */
function promises({ checked, dates }: Read): Finding[] {
  const expected = expectedAnswer(checked)?.day;
  return dates.flatMap((written): Finding[] => {
    const { date } = written;
    if (date === null || date === expected || isPromise(written, checked) || !isOurs(written, checked)) return [];
    if (date < checked.today) return [pastFinding(written, null)];
    const why = offBecause(date, checked);
    if (why === null) return [];
    const message = `${letterDate(date)} is no working day: ${why}.`;
    return [{ id: 'not-a-working-day', severity: 'should', clauses: [], message, found: [written], insert: null }];
  });
}

/** "Within 10 working days": the resident can't count them, and shouldn't have to. */
function inDays(checked: Checked): Finding[] {
  const { text } = checked;
  const pattern =
    /\b(?:within|in) (?:the next )?(?:\d{1,2}|one|two|three|five|ten|twenty|a few) (?:working |business )?(?:days?|weeks?)\b/g;
  return [...text.ours.matchAll(pattern)].flatMap(({ 0: words, index }): Finding[] => {
    const { start, end } = sentenceAt(text, index);
    const sentence = text.ours.slice(start, end);
    if (
      !/\b(?:we|i|you|your|our)\b/.test(sentence) ||
      /\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9} (?:19|20)\d\d/.test(sentence)
    )
      return [];
    const message = 'A number of days is no date. Give the day.';
    return [
      {
        id: 'date-in-days',
        severity: 'should',
        clauses: [],
        message,
        found: [spanOf(text, index, index + words.length)],
        insert: null,
      },
    ];
  });
}

const BY =
  /\b(?:by|on|before|until|than|is|for|date)(?: or before)?:? ?(?:the )?(?:(?:good|easter|(?:christmas|new year's) (?:day|eve),?|boxing day,?) )?$/;
const ANSWER =
  /\b(?:answer|respon[ds]e?\w*|repl(?:y|ies)|decision|hear from (?:us|me)|write to you|get back to you|put (?:it|this) right)\b/;
const BACK =
  /\b(?:said|told you|promised|should have|originally|previously|was due|were due|wrote|sent|received|reached)\b/;
const CONTACT = /\b(?:contact|ring|call|phone|telephone|speak|talk|visit|meet|come|inspect|look)\b/;

/** A day by which an answer is promised: not one that was promised before, nor the day of a call or a visit. */
function isPromise({ start }: WrittenDate, checked: Checked): boolean {
  const words = before(checked, start);
  if (!BY.test(words) || BACK.test(words) || (CONTACT.test(words) && !ANSWER.test(words))) return false;
  return (
    ANSWER.test(words) &&
    /\b(?:we|i|you|us|our)\b/.test(words) &&
    !/\b(?:please|if you|tell (?:me|us)|ask)\b/.test(words)
  );
}

/** A day on which we mean to do something. */
function isOurs({ start }: WrittenDate, checked: Checked): boolean {
  const words = before(checked, start);
  return (
    /\b(?:will|aim to|hope to|are going to)\b/.test(words) &&
    !BACK.test(words) &&
    !/\b(?:you will|ombudsman|within twelve months)\b/.test(words)
  );
}

/** What stands before a place in its sentence. */
function before({ text }: Checked, at: number): string {
  const { start } = sentenceAt(text, at);
  return text.ours.slice(Math.max(start, at - 200), at);
}

function pastFinding(written: WrittenDate, insert: string | null): Finding {
  return {
    id: 'date-past',
    severity: 'must',
    clauses: [],
    message: `${written.text} is past.`,
    found: [written],
    insert,
  };
}

/** Why nobody is at work on a day; null for a working day, and for one that the calendar doesn't know. */
function offBecause(date: IsoDate, { calendar, today }: Checked): string | null {
  const { from, to } = calendar.coverage;
  if (date < from || date > to || !isNear(date, today)) return null;
  const off = calendar.dayOff(date);
  return off && (off.kind === 'weekend' ? weekdayName(isoWeekday(date)) : off.name);
}

function clausesOf(policy: Checked['policy'], duty: Duty): readonly string[] {
  return [...new Set(policy.timers.filter(({ does }) => does === duty).flatMap(({ clause }) => clause))].map((one) =>
    clauseId(policy, one),
  );
}
