import { letterDate } from '../../date-words.ts';
import { isoWeekday } from '../../dates.ts';
import { otherDayWritten, stageReceivedOn } from '../stage-message.ts';
import { sentenceAt, spanOf } from './checked-text.ts';
import { beyondCap } from './check-extension.ts';
import { answerDate, expectedAnswer, windowDate } from './check-promised.ts';
import { before, isOurs, isPromise, offBecause, pastFinding, type Read } from './date-reading.ts';
import { datesIn, isWeekdayRight, weekdayName, type WrittenDate } from './dates-in-text.ts';
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
    ...beyondCap(checked),
    ...windowDate(read),
    ...promises(read),
    ...inDays(checked),
  ];
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
  const day = stageReceivedOn(file);
  const written = otherDayWritten(file);
  if (dates.some(({ date }) => date === day || (date !== null && date === written))) return [];
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
  const sentence = `We heard from you on ${insert}.`;
  return [{ id: 'received-missing', severity: 'should', clauses, message, found: [], insert: sentence }];
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
    if (/\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9} (?:19|20)\d\d/.test(sentence)) return [];
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
