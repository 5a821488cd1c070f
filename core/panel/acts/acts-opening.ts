import { answered, answeredLines, answeredOrNull, type Act } from './act.ts';
import { line, text } from './fields.ts';

/*
 * What opens a case is entered by logging a message. These are here to put it right: they are never offered by themselves.
 */

const received: Act = {
  id: 'received',
  group: 'resident',
  name: 'Received',
  title: 'When it was received',
  button: 'Put it right',
  done: 'Put right',
  when: 'minute',
  isOffered: () => false,
  lead: () => 'All dates of the case are counted from it.',
  fields: () => [],
  drafts: (_answers, { base, events }) =>
    events.flatMap((event) =>
      event.type === 'received' && event.personal
        ? [{ ...base, type: 'received' as const, data: event.data, personal: event.personal }]
        : [],
    ),
  answersOf: (event) => (event.type === 'received' ? {} : null),
};

const logged: Act = {
  id: 'logged',
  group: 'resident',
  name: 'Logged',
  title: 'What was logged',
  button: 'Put it right',
  done: 'Put right',
  when: 'now',
  isOffered: () => false,
  fields: () => [
    line('name', 'Resident’s name', { isOptional: true }),
    line('address', 'Email or address', { isOptional: true }),
    { kind: 'lines', id: 'points', label: 'Points', hint: 'One a line.', isOptional: true },
    text('wants', 'Outcome wanted', { isOptional: true }),
  ],
  drafts: (answers, { base, events }) =>
    events.flatMap((event) => {
      if (event.type !== 'logged' || !event.personal) return [];
      const before = event.personal.points;
      const name = answered(answers, 'name');
      const address = answered(answers, 'address');
      const points = answeredLines(answers, 'points').map((words, index) => {
        const same = before.find((point) => point.text === words);
        return same ?? { id: before[index]?.id ?? String(index + 1), text: words, quoted: false };
      });
      const complainant = name === '' && address === '' ? null : { name, address };
      const personal = { ...event.personal, complainant, points, wants: answeredOrNull(answers, 'wants') };
      return [{ ...base, type: 'logged' as const, data: event.data, personal }];
    }),
  answersOf: (event) =>
    event.type === 'logged' && event.personal
      ? {
          name: event.personal.complainant?.name ?? '',
          address: event.personal.complainant?.address ?? '',
          points: event.personal.points.map((point) => point.text).join('\n'),
          wants: event.personal.wants ?? '',
        }
      : null,
};

/** What a case began with. */
export const OPENING_ACTS: readonly Act[] = [received, logged];
