import { currentStage } from '../case/case-file.ts';
import { formatDate, localDate, type IsoDate } from '../dates.ts';
import type { Deadline } from '../deadlines/deadlines.ts';
import type { FillPart, FillTarget } from '../record.ts';
import { openDuty } from './next-step.ts';
import type { OpenCase } from './state.ts';
import { decisionOfCase } from './verdict-words.ts';

/** A note field of a CRM takes little; what is cut off ends with an ellipsis, and the case has all of it. */
const LONGEST = 240;

/** A case in two lines, for a CRM: what it is with its reference, then what it is about and what is due. */
export function caseSummary(opened: OpenCase): string {
  const { file } = opened;
  const received = `received ${inWords(localDate(file.receivedAt))}`;
  const first = [`${decisionOfCase(opened)[0]} ${file.reference}`, received, file.handler ?? ''];
  const about = file.points.map(({ text }) => text).join('; ') || file.wants || (file.messages[0]?.subject ?? '');
  return [first, [cut(about), ...dueWords(opened)]]
    .map((parts) =>
      parts
        .map(oneLine)
        .filter((part) => part !== '')
        .join('. '),
    )
    .join('\n');
}

/** When the next answer to the resident is due; null where none is, or it isn't fixed yet. */
export function nextAnswer(opened: OpenCase): IsoDate | null {
  const date = dueOf(opened, 'respond') ?? dueOf(opened, 'extended-respond-by');
  return date && !date.provisional ? date.day : null;
}

/** What a part of the case is in the field that was chosen for it; null where the case has nothing to say there. */
export function fillText(opened: OpenCase, { part, holds, takes }: FillTarget): string | null {
  const text = textOf(opened, part, takes);
  if (text === null || holds === null) return null;
  // A note that somebody wrote stays; what the case says comes below it.
  if (takes !== 'lines' || holds.trim() === '') return text;
  return holds.includes(text) ? holds : `${holds.trimEnd()}\n${text}`;
}

function textOf(opened: OpenCase, part: FillPart, takes: FillTarget['takes']): string | null {
  if (part === 'due') {
    const day = nextAnswer(opened);
    return day === null ? null : takes === 'day' ? day : numbered(day);
  }
  if (takes === 'day') return null;
  if (part === 'reference') return opened.file.reference;
  return takes === 'lines' ? caseSummary(opened) : caseSummary(opened).replace('\n', '. ');
}

function dueWords(opened: OpenCase): readonly string[] {
  const duties = [
    ['Acknowledge by', dueOf(opened, 'acknowledge')],
    ['Answer by', dueOf(opened, 'respond') ?? dueOf(opened, 'extended-respond-by')],
  ] as const;
  return duties.flatMap(([words, date]) =>
    date === null ? [] : [`${words} ${inWords(date.day)}${date.provisional ? ' (not fixed yet)' : ''}`],
  );
}

function dueOf({ file, rules }: OpenCase, duty: Deadline['obligation']): Deadline | null {
  return file.closed === null && currentStage(file) !== null ? openDuty(file, rules, duty) : null;
}

/** 25/03/2026, as CRMs in the UK write days. */
function numbered(day: IsoDate): string {
  return formatDate(day, 'dd/MM/yyyy');
}

/** 25 Mar 2026: nobody takes the month for the day. */
function inWords(day: IsoDate): string {
  return formatDate(day, 'd MMM yyyy');
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}

function cut(text: string): string {
  const line = oneLine(text);
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`;
}
