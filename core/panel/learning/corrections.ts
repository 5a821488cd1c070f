import type { CaseEvent } from '../../case/event.ts';
import { effective } from '../../case/correct.ts';
import type { Lesson } from '../../register/lessons.ts';
import { FOUND_FROM } from '../../triage/confidence.ts';

/** Whether the person decided otherwise than Duly had said. */
export function isCorrection({ found, probability, dissatisfied }: Lesson): boolean {
  return (found ?? probability >= FOUND_FROM) !== dissatisfied;
}

/**
 * The corrections as lines of JSON; the first line says what the file is, and where personal data is in it. With `withText`
 * the words of those messages that are on a case come too, and of no others: nothing else is held.
 */
export async function* correctionLines(
  lessons: readonly Lesson[],
  eventsOf: (caseId: string) => Promise<readonly CaseEvent[]>,
  withText: boolean,
): AsyncGenerator<string> {
  yield line({
    file: 'Corrections of Duly',
    personalData: withText
      ? '"subject" and "text" are residents’ own words, with names in them; "id" is a digest of the message'
      : 'none in words; "id" is a digest of the message, by which whoever has the message can find it',
  });
  for (const lesson of lessons.filter(isCorrection)) yield line(await correctionOf(lesson, eventsOf, withText));
}

async function correctionOf(
  { caseId, id, day, found, probability, readers, isSettled, dissatisfied }: Lesson,
  eventsOf: (caseId: string) => Promise<readonly CaseEvent[]>,
  withText: boolean,
): Promise<object> {
  const events = caseId === null ? [] : effective(await eventsOf(caseId));
  const message = events.find((event) => event.type === 'received');
  const logged = events.find((event) => event.type === 'logged');
  return {
    id: message?.data.identity ?? id,
    day,
    said: {
      dissatisfied: found ?? probability >= FOUND_FROM,
      probability,
      readers,
      ...(isSettled ? { settled: true } : {}),
    },
    decided: { dissatisfied, route: logged?.data.route.route ?? 'none' },
    ...(withText && message?.personal ? { subject: message.personal.subject, text: message.personal.text } : {}),
  };
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
