import { upperFirst } from '../../date-words.ts';
import { recordFields } from '../../case/record-fields.ts';
import { answered, answeredLines, answeredOrNull, type Act, type ActCase } from './act.ts';
import { cards, day, dayOf, line, option, text } from './fields.ts';

const adjustment: Act = {
  id: 'adjustment-recorded',
  group: 'know',
  name: 'What they need from us',
  title: 'What they need from us',
  button: 'Record it',
  done: 'Recorded',
  when: 'now',
  isOffered: () => true,
  lead: () => 'It stands at the top of the case, before anybody rings or writes.',
  fields: () => [
    text('what', 'What is to be done differently?', { hint: 'Large print; ring after 6 pm; a person with them.' }),
    line('disability', 'Disability', { isOptional: true, hint: 'Only where they told us and it is needed.' }),
  ],
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'adjustment-recorded',
      data: {},
      personal: { what: answered(answers, 'what'), disability: answeredOrNull(answers, 'disability') },
    },
  ],
  answersOf: (event) =>
    event.type === 'adjustment-recorded'
      ? { what: event.personal?.what ?? '', disability: event.personal?.disability ?? '' }
      : null,
};

const AUTHORITIES = [
  ['written', 'In writing'],
  ['visit', 'Given at a visit'],
  ['call', 'Given by telephone'],
  ['asked-for', 'Asked for, not here yet'],
  ['none', 'None'],
] as const;

const representative: Act = {
  id: 'representative-recorded',
  group: 'know',
  name: 'Somebody speaks for them',
  title: 'Somebody speaks for them',
  button: 'Record the representative',
  done: 'Representative recorded',
  when: 'day',
  isOffered: () => true,
  lead: () => 'The clocks run whether the authority is here or not.',
  fields: () => [
    line('name', 'Name'),
    line('relationship', 'Who are they to the resident?', { hint: 'Daughter, solicitor, councillor.' }),
    line('address', 'Email or address', { isOptional: true }),
    cards(
      'authority',
      'The resident’s authority',
      AUTHORITIES.map(([id, title]) => option(id, title)),
    ),
  ],
  start: ({ file }) =>
    file.representative
      ? {
          name: file.representative.name,
          address: file.representative.address,
          authority: file.representative.authority,
        }
      : {},
  drafts: (answers, { base }) => {
    const authority = AUTHORITIES.find(([id]) => id === answered(answers, 'authority'))?.[0] ?? 'none';
    return [
      {
        ...base,
        type: 'representative-recorded',
        data: { authority },
        personal: {
          name: answered(answers, 'name'),
          address: answered(answers, 'address'),
          relationship: answered(answers, 'relationship'),
        },
      },
    ];
  },
  answersOf: (event) =>
    event.type === 'representative-recorded'
      ? {
          name: event.personal?.name ?? '',
          address: event.personal?.address ?? '',
          relationship: event.personal?.relationship ?? '',
          authority: event.data.authority,
        }
      : null,
};

const restriction: Act = {
  id: 'restriction-set',
  group: 'know',
  name: 'Restrict contact',
  title: 'Restrict how they may contact us',
  button: 'Record the restriction',
  done: 'Restriction recorded',
  when: 'day',
  isOffered: () => true,
  lead: () => 'A complaint goes on under a restriction: no clock stops.',
  fields: () => [
    text('what', 'What is restricted?'),
    text('reason', 'Why?'),
    day('review', 'Look at it again on', { isOptional: true }),
  ],
  action: (_about, answers) => ({
    name: 'restriction',
    given: { reason: answered(answers, 'reason'), reviewOn: dayOf(answers, 'review') ?? undefined },
  }),
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'restriction-set',
      data: { reviewOn: dayOf(answers, 'review') },
      personal: { what: answered(answers, 'what'), reason: answered(answers, 'reason') },
    },
  ],
  answersOf: (event) =>
    event.type === 'restriction-set'
      ? {
          what: event.personal?.what ?? '',
          reason: event.personal?.reason ?? '',
          review: event.data.reviewOn ?? '',
        }
      : null,
};

const formCompleted: Act = {
  id: 'form-completed',
  group: 'know',
  name: 'Complaint form filled in',
  title: 'The complaint form was filled in',
  button: 'Record the form',
  done: 'Form recorded',
  when: 'day',
  isOffered: ({ file }) => file.formCompletedAt === null && SPOKEN.has(file.messages[0]?.channel ?? ''),
  fields: () => [text('text', 'What it says', { isOptional: true })],
  drafts: (answers, { base }) => [
    { ...base, type: 'form-completed', data: {}, personal: { text: answered(answers, 'text') } },
  ],
  answersOf: (event) => (event.type === 'form-completed' ? { text: event.personal?.text ?? '' } : null),
};

/** Ways in which a complaint comes without being written. */
const SPOKEN: ReadonlySet<string> = new Set(['phone', 'voicemail', 'visit', 'crm-note']);

const fieldRecorded: Act = {
  id: 'field-recorded',
  group: 'know',
  name: 'What the policy wants kept',
  title: 'What the policy wants kept',
  button: 'Record it',
  done: 'Recorded',
  when: 'now',
  isOffered: (about) => fieldsToFill(about).length > 0,
  fields: (about, answers) => {
    const fields = fieldsToFill(about);
    const chosen = fields.find(({ field }) => field === answered(answers, 'field'));
    return [
      {
        kind: 'list',
        id: 'field',
        label: 'What?',
        options: fields.map(({ field, isRequired }) =>
          option(field, spelled(field) + (isRequired ? ', needed to close' : '')),
        ),
      },
      ...(chosen && chosen.options.length > 0
        ? [
            {
              kind: 'ticks' as const,
              id: 'values',
              label: spelled(chosen.field),
              options: chosen.options.map((one) => option(one, spelled(one))),
            },
            text('text', 'Anything to add?', { isOptional: true }),
          ]
        : [text('text', chosen ? spelled(chosen.field) : 'What is to be kept?')]),
    ];
  },
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'field-recorded',
      data: { field: answered(answers, 'field'), values: answeredLines(answers, 'values') },
      personal: { text: answered(answers, 'text') },
    },
  ],
  answersOf: (event) =>
    event.type === 'field-recorded'
      ? { field: event.data.field, values: event.data.values.join('\n'), text: event.personal?.text ?? '' }
      : null,
};

const learning: Act = {
  id: 'learning-recorded',
  group: 'know',
  name: 'What we learnt',
  title: 'What we learnt',
  button: 'Record what we learnt',
  done: 'Recorded',
  when: 'now',
  isOffered: () => true,
  fields: () => [text('what', 'What changes because of this case?')],
  drafts: (answers, { base }) => [
    { ...base, type: 'learning-recorded', data: {}, personal: { what: answered(answers, 'what') } },
  ],
  answersOf: (event) => (event.type === 'learning-recorded' ? { what: event.personal?.what ?? '' } : null),
};

const note: Act = {
  id: 'note-added',
  group: 'know',
  name: 'Note',
  title: 'Add a note',
  button: 'Add the note',
  done: 'Note added',
  when: 'day',
  isOffered: () => true,
  lead: () => 'The resident may ask to read it.',
  fields: () => [text('text', 'Note')],
  drafts: (answers, { base }) => [
    { ...base, type: 'note-added', data: {}, personal: { text: answered(answers, 'text') } },
  ],
  answersOf: (event) => (event.type === 'note-added' ? { text: event.personal?.text ?? '' } : null),
};

function fieldsToFill({ file, rules, now }: ActCase) {
  return recordFields(file, rules.policy, now).filter(({ value, isComputed }) => value === null && !isComputed);
}

/** A policy's own key as a person reads it. */
function spelled(key: string): string {
  const words = key.replaceAll('-', ' ');
  return upperFirst(words);
}

/** What is to be known about the people and the case. */
export const KNOW_ACTS: readonly Act[] = [
  note,
  adjustment,
  representative,
  restriction,
  formCompleted,
  fieldRecorded,
  learning,
];
