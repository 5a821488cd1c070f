import { currentStage } from '../../case/case-file.ts';
import { answerDrafts, goesOnWithout } from '../../case/choice.ts';
import { identityOf } from '../../case/match.ts';
import { CHANNELS as CHANNELS_IN, emptyMessage, type Channel } from '../../message.ts';
import { lastDraft } from '../case-acts.ts';
import { suggestedCheckBack } from '../decide.ts';
import { answered, answeredOrNull, type Act } from './act.ts';
import {
  cards,
  channelField,
  channelOf,
  day,
  dayOf,
  isAtStage,
  isOpen,
  line,
  option,
  stageIdOf,
  text,
} from './fields.ts';

const NOTE = text('note', 'What was said?', { isOptional: true, hint: 'What matters to them, what was agreed.' });

const contactMade: Act = {
  id: 'contact-made',
  group: 'resident',
  name: 'Contact made',
  title: 'Contact made',
  button: 'Record contact',
  done: 'Contact recorded',
  when: 'day',
  isOffered: isAtStage,
  fields: () => [channelField('phone'), NOTE],
  start: () => ({ channel: 'phone' }),
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'contact-made',
      data: { stage: stageIdOf(file), channel: channelOf(answers, 'phone') },
      personal: { note: answered(answers, 'note') },
    },
  ],
  answersOf: (event) =>
    event.type === 'contact-made' ? { channel: event.data.channel, note: event.personal?.note ?? '' } : null,
};

const contactTried: Act = {
  ...contactMade,
  id: 'contact-tried',
  name: 'Tried, no answer',
  title: 'Tried, no answer',
  button: 'Record the try',
  done: 'Try recorded',
  fields: () => [channelField('phone'), text('note', 'Anything to add?', { isOptional: true })],
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'contact-tried',
      data: { stage: stageIdOf(file), channel: channelOf(answers, 'phone') },
      personal: { note: answered(answers, 'note') },
    },
  ],
  answersOf: (event) =>
    event.type === 'contact-tried' ? { channel: event.data.channel, note: event.personal?.note ?? '' } : null,
};

const acknowledged: Act = {
  id: 'acknowledged',
  group: 'resident',
  name: 'Acknowledgement sent',
  title: 'Acknowledgement sent',
  button: 'Record as sent',
  done: 'Acknowledgement recorded',
  when: 'day',
  isOffered: isAtStage,
  lead: ({ file }) =>
    (currentStage(file)?.acknowledgements.length ?? 0) > 0
      ? 'It was acknowledged before: this one corrects it, and the clock keeps to the first.'
      : null,
  fields: ({ file }) => [
    channelField('email'),
    day('promised', 'Which answer date did it promise?', { isOptional: true, hint: 'Empty: it named none.' }),
    text('text', 'What was sent', {
      isOptional: true,
      hint: lastDraft(file)
        ? 'As it was inserted. If it was changed before sending, paste what really went.'
        : 'Paste it, so that the case shows what the resident was told.',
    }),
  ],
  start: ({ file }) => {
    const draft = lastDraft(file);
    return { channel: 'email', promised: draft?.promisedBy ?? '', text: draft?.text ?? '' };
  },
  drafts: (answers, { base, file }) => {
    const words = answered(answers, 'text');
    const inserted = lastDraft(file)?.text.trim() ?? null;
    return [
      {
        ...base,
        type: 'acknowledged',
        data: {
          stage: stageIdOf(file),
          channel: channelOf(answers, 'email'),
          // What a person pasted is what went; what Duly inserted may have been edited before it was sent.
          known: words !== '' && words !== inserted ? 'as-sent' : 'as-inserted',
          promisedBy: dayOf(answers, 'promised'),
          corrects: currentStage(file)?.acknowledgements[0]?.eventId ?? null,
        },
        personal: { text: words },
      },
    ];
  },
  answersOf: (event) =>
    event.type === 'acknowledged'
      ? { channel: event.data.channel, promised: event.data.promisedBy ?? '', text: event.personal?.text ?? '' }
      : null,
};

const choiceOffered: Act = {
  id: 'choice-offered',
  group: 'resident',
  name: 'Choice to complain offered',
  title: 'The choice to complain was offered',
  button: 'Record the offer',
  done: 'Offer recorded',
  when: 'day',
  isOffered: (about) => isOpen(about) && about.file.choice.offeredAt === null,
  fields: () => [
    cards('how', 'How?', [
      option('asked', 'I asked them'),
      option('in-letter', 'In our letter'),
      option('in-message', 'They had said it themselves'),
    ]),
  ],
  drafts: (answers, { base }) => {
    const how = answered(answers, 'how');
    return [
      {
        ...base,
        type: 'choice-offered',
        data: { how: how === 'in-letter' || how === 'in-message' ? how : 'asked' },
        personal: {},
      },
    ];
  },
  answersOf: (event) => (event.type === 'choice-offered' ? { how: event.data.how } : null),
};

const choiceAnswered: Act = {
  id: 'choice-answered',
  group: 'resident',
  name: 'They answered the choice',
  title: 'Do they wish to complain?',
  button: 'Record the answer',
  done: 'Answer recorded',
  when: 'day',
  isOffered: (about) => isOpen(about) && about.file.choice.offeredAt !== null && about.file.choice.answer === null,
  start: ({ rules, now }) => ({ again: suggestedCheckBack(rules, now) ?? '' }),
  fields: ({ file, rules }, answers) => [
    cards('answer', 'What did they say?', [
      option('complain', 'Yes, they complain'),
      ...(goesOnWithout(file, rules.policy)
        ? [option('not-now', 'Not now', 'It goes on as it is. They may complain later.')]
        : [
            option('goes-on', 'Not now: what they asked for goes on', 'It stays open as a request, with its own date.'),
            option('not-now', 'Not now, and nothing is left to do: close it', 'They may complain later.'),
          ]),
    ]),
    ...(answered(answers, 'answer') === 'goes-on'
      ? [day('again', 'Look on', { isOptional: true, hint: 'Whether it was done. Empty: no reminder.' })]
      : []),
  ],
  drafts: (answers, { base, file, rules }) => {
    const said = answered(answers, 'answer');
    const answer =
      said === 'goes-on' ? { checkBackOn: dayOf(answers, 'again') } : said === 'not-now' ? said : 'complain';
    return [
      ...answerDrafts(file, answer, rules.policy, base),
      ...(file.choice.offeredAt === null
        ? [{ ...base, type: 'choice-offered' as const, data: { how: 'asked' as const }, personal: {} }]
        : []),
    ];
  },
  answersOf: (event) => (event.type === 'choice-answered' ? { answer: event.data.answer } : null),
};

const informal: Act = {
  id: 'informal-resolution-agreed',
  group: 'resident',
  name: 'Agreed how to settle it',
  title: 'Agreed how to settle it',
  button: 'Record the agreement',
  done: 'Agreement recorded',
  when: 'day',
  isOffered: (about) =>
    isOpen(about) &&
    !about.rules.policy.stages.some(({ id, formal }) => formal && id === currentStage(about.file)?.stage),
  fields: () => [text('what', 'What was agreed?'), day('by', 'By when?', { isOptional: true })],
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'informal-resolution-agreed',
      data: { by: dayOf(answers, 'by') },
      personal: { what: answered(answers, 'what') },
    },
  ],
  answersOf: (event) =>
    event.type === 'informal-resolution-agreed' ? { what: event.personal?.what ?? '', by: event.data.by ?? '' } : null,
};

const TITLES: Readonly<Record<Channel, string>> = {
  phone: 'A call',
  voicemail: 'A voicemail',
  letter: 'A letter',
  visit: 'At a visit or in the office',
  email: 'An email',
  sms: 'A text message',
  'web-form': 'A web form',
  'social-dm': 'On social media',
  chat: 'In a chat',
  'crm-note': 'A note of ours',
};

const joined: Act = {
  id: 'joined',
  group: 'resident',
  name: 'They rang or wrote again',
  title: 'They rang or wrote again',
  button: 'Add it to the case',
  done: 'Added to the case',
  when: 'minute',
  isOffered: () => true,
  lead: () => 'An email is added from beside the email itself: open it there.',
  fields: () => [
    { kind: 'list', id: 'channel', label: 'How did it come?', options: IN_ORDER.map((id) => option(id, TITLES[id])) },
    line('subject', 'What about?', { isOptional: true }),
    text('text', 'What was said or written', { hint: 'In their words, as far as you have them.' }),
  ],
  start: () => ({ channel: 'phone' }),
  drafts: (answers, { base, file }) => {
    const channel = CHANNELS_IN.find((one) => one === answered(answers, 'channel')) ?? 'phone';
    const subject = answeredOrNull(answers, 'subject') ?? TITLES[channel];
    const words = answered(answers, 'text');
    const message = { ...emptyMessage(), from: file.complainant, subject, text: words, receivedAt: base.occurredAt };
    return [
      {
        ...base,
        type: 'joined',
        data: { channel, receivedAtSource: 'person', threadId: null, ...identityOf(message, words) },
        personal: { from: file.complainant, to: [], cc: [], subject, text: words, attachments: [] },
      },
    ];
  },
};

const IN_ORDER: readonly Channel[] = [
  'phone',
  'letter',
  'visit',
  'voicemail',
  'sms',
  'social-dm',
  'web-form',
  'chat',
  'email',
];

/** What passes between us and the resident. */
export const RESIDENT_ACTS: readonly Act[] = [
  contactMade,
  contactTried,
  acknowledged,
  joined,
  choiceOffered,
  choiceAnswered,
  informal,
];
