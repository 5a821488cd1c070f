import { currentStage, type CaseFile } from '../../case/case-file.ts';
import { doneByAnswer } from '../../case/done-by.ts';
import { wayOfDraft } from '../../case/way-back.ts';
import { panelDate } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { answered, answeredOrNull, type Act, type ActOption } from './act.ts';
import { cards, channelField, channelOf, day, dayOf, isAtStage, option, stageIdOf, text } from './fields.ts';

const pointAdded: Act = {
  id: 'point-added',
  group: 'answer',
  name: 'Add a point',
  title: 'Add a point',
  button: 'Add the point',
  done: 'Point added',
  when: 'now',
  isOffered: isAtStage,
  fields: () => [
    text('text', 'What else is complained of?'),
    cards('whose', 'Whose words are these?', [
      option('theirs', 'The resident’s', 'They stand in quotation marks.'),
      option('ours', 'Mine, from what they said'),
    ]),
  ],
  start: () => ({ whose: 'ours' }),
  drafts: (answers, { base, file, newId }) => [
    {
      ...base,
      type: 'point-added',
      data: {},
      personal: {
        point: {
          id: nextPoint(file) ?? newId(),
          text: answered(answers, 'text'),
          quoted: answered(answers, 'whose') === 'theirs',
        },
      },
    },
  ],
  answersOf: (event) =>
    event.type === 'point-added' && event.personal
      ? { text: event.personal.point.text, whose: event.personal.point.quoted ? 'theirs' : 'ours' }
      : null,
};

/** What is decided of a point; in the words of the policies. */
export const OUTCOMES: readonly ActOption[] = [
  option('upheld', 'Upheld'),
  option('partly-upheld', 'Partly upheld'),
  option('not-upheld', 'Not upheld'),
];

const pointAnswered: Act = {
  id: 'point-answered',
  group: 'answer',
  name: 'Answer a point',
  title: 'Answer a point',
  button: 'Record the answer',
  done: 'Answer recorded',
  when: 'now',
  isOffered: (about) => isAtStage(about) && about.file.points.length > 0,
  fields: ({ file }) => [
    cards(
      'point',
      'Which point?',
      file.points.map((point) =>
        option(point.id, point.text, point.answered ? 'Answered before: this replaces it' : ''),
      ),
    ),
    cards('outcome', 'What was decided?', OUTCOMES),
    text('answer', 'Why?', { hint: 'The response gives a reason for each point.' }),
  ],
  start: ({ file }) => {
    const open = file.points.find((point) => !point.answered);
    return open ? { point: open.id } : {};
  },
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'point-answered',
      data: { point: answered(answers, 'point'), outcome: answered(answers, 'outcome') },
      personal: { answer: answered(answers, 'answer') },
    },
  ],
  answersOf: (event) =>
    event.type === 'point-answered'
      ? { point: event.data.point, outcome: event.data.outcome, answer: event.personal?.answer ?? '' }
      : null,
};

const responseSent: Act = {
  id: 'response-sent',
  group: 'answer',
  name: 'Response sent',
  title: 'Response sent',
  button: 'Record as sent',
  done: 'Response recorded',
  when: 'day',
  isOffered: isAtStage,
  lead: ({ file }) => {
    const open = file.points.filter((point) => !point.answered).length;
    return open === 0 || file.points.length === 0
      ? null
      : `${String(open)} of ${String(file.points.length)} points have no answer recorded yet.`;
  },
  fields: (_about, answers) => [
    channelField('email'),
    ...(answered(answers, 'channel') === 'post'
      ? [day('letterDate', 'The date on the letter', { isOptional: true, hint: 'Where it isn’t the day of posting.' })]
      : []),
    {
      ...cards('outcome', 'The outcome', [...OUTCOMES, option('', 'Not one word for all of it')]),
      isOptional: true,
    },
    text('text', 'What was sent', { isOptional: true, hint: 'Paste it, so that the case shows what they were told.' }),
  ],
  start: ({ file }) => ({
    channel: wayOfDraft(file, (kind) => kind.endsWith('-response')),
    text: file.drafts.findLast(({ kind }) => kind.endsWith('-response'))?.text ?? '',
  }),
  action: ({ file }) => ({ name: 'respond', also: doneByAnswer(file).slice(1) }),
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'response-sent',
      data: {
        stage: stageIdOf(file),
        channel: channelOf(answers, 'email'),
        letterDate: dayOf(answers, 'letterDate'),
        outcome: answeredOrNull(answers, 'outcome'),
      },
      personal: { text: answered(answers, 'text') },
    },
  ],
  answersOf: (event) =>
    event.type === 'response-sent'
      ? {
          channel: event.data.channel,
          letterDate: event.data.letterDate ?? '',
          outcome: event.data.outcome ?? '',
          text: event.personal?.text ?? '',
        }
      : null,
};

const responseReceived: Act = {
  id: 'response-received',
  group: 'answer',
  name: 'They have the response',
  title: 'They have the response',
  button: 'Record the day',
  done: 'Receipt recorded',
  when: 'day',
  isOffered: ({ file }) => {
    const response = currentStage(file)?.response ?? null;
    return response !== null && response.receivedAt === null;
  },
  lead: ({ file, now }) => {
    const sentAt = currentStage(file)?.response?.sentAt;
    return sentAt ? `It was sent on ${panelDate(localDate(sentAt), localDate(now))}.` : null;
  },
  fields: () => [],
  drafts: (_answers, { base, file }) => [
    { ...base, type: 'response-received', data: { stage: stageIdOf(file) }, personal: {} },
  ],
  answersOf: (event) => (event.type === 'response-received' ? {} : null),
};

/** The number of the next point, beside those that are there. */
function nextPoint({ points }: CaseFile): string | null {
  const numbers = points.map(({ id }) => Number(id));
  return numbers.every((number) => Number.isInteger(number)) ? String(Math.max(0, ...numbers) + 1) : null;
}

/** What is complained of, and what is answered. */
export const ANSWER_ACTS: readonly Act[] = [pointAdded, pointAnswered, responseSent, responseReceived];
