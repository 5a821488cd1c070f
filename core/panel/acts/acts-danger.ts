import { upperFirst } from '../../date-words.ts';
import { HAZARDS } from '../../triage/verdict.ts';
import { HAZARD_WORDS } from '../verdict-words.ts';
import { answered, answeredLines, type Act, type ActCase } from './act.ts';
import { cards, line, option, text } from './fields.ts';

const reported: Act = {
  id: 'hazard-reported',
  group: 'danger',
  name: 'Danger reported',
  title: 'A danger was reported',
  button: 'Record the report',
  done: 'Report recorded',
  when: 'minute',
  isOffered: ({ file }) => file.hazards.reportedAt === null,
  fields: () => [
    {
      kind: 'ticks',
      id: 'kinds',
      label: 'What is the danger?',
      options: HAZARDS.map((kind) =>
        option(kind, kind === 'other' ? 'Something else' : upperFirst(HAZARD_WORDS[kind])),
      ),
    },
    line('to', 'To whom was it reported?'),
  ],
  start: ({ file, settings }) => ({ kinds: file.hazards.kinds.join('\n'), to: settings.emergencyNumber }),
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'hazard-reported',
      data: { kinds: answeredLines(answers, 'kinds') },
      personal: { to: answered(answers, 'to') },
    },
  ],
  answersOf: (event) =>
    event.type === 'hazard-reported' ? { kinds: event.data.kinds.join('\n'), to: event.personal?.to ?? '' } : null,
};

const madeSafe: Act = {
  id: 'made-safe',
  group: 'danger',
  name: 'Made safe',
  title: 'It was made safe',
  button: 'Record as made safe',
  done: 'Recorded as made safe',
  when: 'minute',
  isOffered: (about) => hasDanger(about) && about.file.hazards.madeSafeAt === null,
  fields: () => [text('how', 'How?', { isOptional: true })],
  drafts: (answers, { base }) => [
    { ...base, type: 'made-safe', data: {}, personal: { how: answered(answers, 'how') } },
  ],
  answersOf: (event) => (event.type === 'made-safe' ? { how: event.personal?.how ?? '' } : null),
};

const investigated: Act = {
  id: 'hazard-investigated',
  group: 'danger',
  name: 'Danger investigated',
  title: 'The danger was investigated',
  button: 'Record the finding',
  done: 'Finding recorded',
  when: 'day',
  isOffered: (about) => hasDanger(about) && about.file.hazards.investigatedAt === null,
  fields: () => [
    cards('confirmed', 'Was there a danger?', [
      option('yes', 'Yes', 'The clocks for the safety work and the summary run from here.'),
      option('no', 'No', 'The summary is still owed.'),
    ]),
    text('note', 'What was found?'),
  ],
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'hazard-investigated',
      data: { confirmed: answered(answers, 'confirmed') === 'yes' },
      personal: { note: answered(answers, 'note') },
    },
  ],
  answersOf: (event) =>
    event.type === 'hazard-investigated'
      ? { confirmed: event.data.confirmed ? 'yes' : 'no', note: event.personal?.note ?? '' }
      : null,
};

const summary: Act = {
  id: 'hazard-summary-sent',
  group: 'danger',
  name: 'Written summary sent',
  title: 'The written summary was sent',
  button: 'Record as sent',
  done: 'Summary recorded',
  when: 'day',
  isOffered: ({ file }) => file.hazards.investigatedAt !== null && file.hazards.summarySentAt === null,
  fields: () => [text('text', 'What was sent', { isOptional: true })],
  drafts: (answers, { base }) => [
    { ...base, type: 'hazard-summary-sent', data: {}, personal: { text: answered(answers, 'text') } },
  ],
  answersOf: (event) => (event.type === 'hazard-summary-sent' ? { text: event.personal?.text ?? '' } : null),
};

const furtherWork: Act = {
  id: 'further-work-started',
  group: 'danger',
  name: 'Further work started',
  title: 'The further work has started',
  button: 'Record the start',
  done: 'Start recorded',
  when: 'day',
  isOffered: ({ file }) => file.hazards.confirmed === true && file.hazards.furtherWorkAt === null,
  fields: () => [text('what', 'Which work?')],
  drafts: (answers, { base }) => [
    { ...base, type: 'further-work-started', data: {}, personal: { what: answered(answers, 'what') } },
  ],
  answersOf: (event) => (event.type === 'further-work-started' ? { what: event.personal?.what ?? '' } : null),
};

const safeguarding: Act = {
  id: 'safeguarding-reported',
  group: 'danger',
  name: 'Safeguarding lead told',
  title: 'The safeguarding lead was told',
  button: 'Record the report',
  done: 'Report recorded',
  when: 'minute',
  isOffered: ({ file }) => file.safeguardingReportedAt === null,
  lead: () => 'Write nothing here that the resident’s household must not read.',
  fields: () => [line('to', 'Who was told?')],
  start: ({ settings }) => ({ to: settings.safeguardingLead }),
  drafts: (answers, { base }) => [
    { ...base, type: 'safeguarding-reported', data: {}, personal: { to: answered(answers, 'to') } },
  ],
  answersOf: (event) => (event.type === 'safeguarding-reported' ? { to: event.personal?.to ?? '' } : null),
};

function hasDanger({ file }: ActCase): boolean {
  return file.hazards.kinds.length > 0 || file.hazards.reportedAt !== null;
}

/** Danger in the home, and harm to a person. */
export const DANGER_ACTS: readonly Act[] = [reported, madeSafe, investigated, summary, furtherWork, safeguarding];
