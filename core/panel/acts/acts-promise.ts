import { answered, type Act, type ActCase, type ActOption } from './act.ts';
import { panelDate } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { cards, day, dayOf, line, option, penceOf, poundsOf, text } from './fields.ts';

const actionPromised: Act = {
  id: 'action-promised',
  group: 'promise',
  name: 'Promise an action',
  title: 'Something was promised',
  button: 'Record the promise',
  done: 'Promise recorded',
  when: 'day',
  isOffered: () => true,
  fields: () => [
    text('what', 'What will be done?'),
    line('who', 'Who does it?'),
    day('by', 'By when?', { isOptional: true, hint: 'With a day it stands in Due until it is done, closed or not.' }),
  ],
  drafts: (answers, { base, newId }) => [
    {
      ...base,
      type: 'action-promised',
      data: { action: newId(), by: dayOf(answers, 'by') },
      personal: { what: answered(answers, 'what'), who: answered(answers, 'who') },
    },
  ],
  answersOf: (event) =>
    event.type === 'action-promised'
      ? { what: event.personal?.what ?? '', who: event.personal?.who ?? '', by: event.data.by ?? '' }
      : null,
};

const actionDone: Act = {
  id: 'action-done',
  group: 'promise',
  name: 'A promised action is done',
  title: 'A promised action is done',
  button: 'Record as done',
  done: 'Recorded as done',
  when: 'day',
  isOffered: (about) => openActions(about).length > 0,
  fields: (about) => [
    cards('action', 'Which one?', openActions(about)),
    text('note', 'Anything to add?', { isOptional: true }),
  ],
  start: (about) => onlyOne('action', openActions(about)),
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'action-done',
      data: { action: answered(answers, 'action') },
      personal: { note: answered(answers, 'note') },
    },
  ],
  answersOf: (event) =>
    event.type === 'action-done' ? { action: event.data.action, note: event.personal?.note ?? '' } : null,
};

const compensationOffered: Act = {
  id: 'compensation-offered',
  group: 'promise',
  name: 'Offer compensation',
  title: 'Compensation was offered',
  button: 'Record the offer',
  done: 'Offer recorded',
  when: 'day',
  isOffered: () => true,
  fields: () => [
    { kind: 'money', id: 'pounds', label: 'How much?', hint: 'In pounds, as 75 or 75.50.' },
    text('reason', 'What for?'),
  ],
  drafts: (answers, { base, newId }) => [
    {
      ...base,
      type: 'compensation-offered',
      data: { offer: newId(), pence: penceOf(answered(answers, 'pounds')) ?? 0 },
      personal: { reason: answered(answers, 'reason') },
    },
  ],
  answersOf: (event) =>
    event.type === 'compensation-offered'
      ? { pounds: (event.data.pence / 100).toFixed(2), reason: event.personal?.reason ?? '' }
      : null,
};

const compensationAccepted: Act = {
  id: 'compensation-accepted',
  group: 'promise',
  name: 'Compensation accepted',
  title: 'Compensation was accepted',
  button: 'Record as accepted',
  done: 'Acceptance recorded',
  when: 'day',
  isOffered: (about) => offers(about, 'open').length > 0,
  fields: (about) => [cards('offer', 'Which offer?', offers(about, 'open'))],
  start: (about) => onlyOne('offer', offers(about, 'open')),
  drafts: (answers, { base }) => [
    { ...base, type: 'compensation-accepted', data: { offer: answered(answers, 'offer') }, personal: {} },
  ],
  answersOf: (event) => (event.type === 'compensation-accepted' ? { offer: event.data.offer } : null),
};

const compensationPaid: Act = {
  id: 'compensation-paid',
  group: 'promise',
  name: 'Compensation paid',
  title: 'Compensation was paid',
  button: 'Record the payment',
  done: 'Payment recorded',
  when: 'day',
  isOffered: (about) => offers(about, 'unpaid').length > 0,
  fields: (about) => [
    cards('offer', 'For which offer?', offers(about, 'unpaid')),
    { kind: 'money', id: 'pounds', label: 'How much was paid?', hint: 'In pounds, as 75 or 75.50.' },
  ],
  start: (about) => {
    const [one, ...more] = about.file.compensation.filter((offer) => offer.paidPence < offer.pence);
    return one && more.length === 0 ? { offer: one.id, pounds: ((one.pence - one.paidPence) / 100).toFixed(2) } : {};
  },
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'compensation-paid',
      data: { offer: answered(answers, 'offer'), pence: penceOf(answered(answers, 'pounds')) ?? 0 },
      personal: {},
    },
  ],
  answersOf: (event) =>
    event.type === 'compensation-paid'
      ? { offer: event.data.offer, pounds: (event.data.pence / 100).toFixed(2) }
      : null,
};

const dateSet: Act = {
  id: 'date-set',
  group: 'promise',
  name: 'Set a date',
  title: 'Set a date',
  button: 'Set the date',
  done: 'Date set',
  when: 'now',
  isOffered: () => true,
  fields: () => [line('what', 'What is due?'), day('due', 'By which day?')],
  drafts: (answers, { base, newId }) => {
    const due = dayOf(answers, 'due');
    if (due === null) return [];
    return [
      {
        ...base,
        type: 'date-set',
        data: { date: newId(), due, clauses: [] },
        personal: { what: answered(answers, 'what') },
      },
    ];
  },
  answersOf: (event) => (event.type === 'date-set' ? { what: event.personal?.what ?? '', due: event.data.due } : null),
};

const dateMet: Act = {
  id: 'date-met',
  group: 'promise',
  name: 'A set date is met',
  title: 'A set date is met',
  button: 'Record as done',
  done: 'Recorded as done',
  when: 'day',
  isOffered: (about) => openDates(about).length > 0,
  fields: (about) => [cards('date', 'Which one?', openDates(about))],
  start: (about) => onlyOne('date', openDates(about)),
  drafts: (answers, { base }) => [
    { ...base, type: 'date-met', data: { date: answered(answers, 'date') }, personal: {} },
  ],
  answersOf: (event) => (event.type === 'date-met' ? { date: event.data.date } : null),
};

function openActions({ file, now }: ActCase): readonly ActOption[] {
  return file.actions
    .filter(({ doneAt }) => doneAt === null)
    .map(({ id, what, who, by }) =>
      option(id, what, [who, by === null ? '' : `by ${panelDate(by, localDate(now))}`].filter(Boolean).join(', ')),
    );
}

function openDates({ file, now }: ActCase): readonly ActOption[] {
  return file.handDates
    .filter(({ metAt }) => metAt === null)
    .map(({ id, what, due }) => option(id, what, panelDate(due, localDate(now))));
}

function offers({ file }: ActCase, which: 'open' | 'unpaid'): readonly ActOption[] {
  return file.compensation
    .filter((offer) => (which === 'open' ? offer.acceptedAt === null : offer.paidPence < offer.pence))
    .map(({ id, pence, paidPence, reason }) =>
      option(id, poundsOf(pence), paidPence > 0 ? `${reason} · ${poundsOf(paidPence)} paid` : reason),
    );
}

/** The only choice there is; where there are several, a person chooses. */
function onlyOne(field: string, options: readonly ActOption[]): Readonly<Record<string, string>> {
  const [one] = options;
  return one && options.length === 1 ? { [field]: one.id } : {};
}

/** What was promised, offered and set by hand. */
export const PROMISE_ACTS: readonly Act[] = [
  actionPromised,
  actionDone,
  compensationOffered,
  compensationAccepted,
  compensationPaid,
  dateSet,
  dateMet,
];
