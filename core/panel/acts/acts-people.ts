import { currentStage } from '../../case/case-file.ts';
import { routeRecord } from '../../case/log-case.ts';
import type { EventDraft } from '../../case/event.ts';
import { isSignal } from '../../policy/signals.ts';
import type { Facts } from '../../policy/condition.ts';
import { firstFormalStage } from '../../policy/route.ts';
import { routeOfDestination } from '../destinations.ts';
import { answered, answeredLines, answeredOrNull, type Act, type ActAction, type ActCase } from './act.ts';
import { cards, day, dayOf, isAtStage, isOpen, option, stageIdOf, stageName, text } from './fields.ts';

const handlerAssigned: Act = {
  id: 'handler-assigned',
  group: 'people',
  name: 'Change the handler',
  title: 'Who handles it?',
  button: 'Change the handler',
  done: 'Handler changed',
  when: 'now',
  isOffered: isAtStage,
  lead: ({ file }) => (file.handler === null ? null : `${file.handler} handles it now.`),
  fields: () => [{ kind: 'person', id: 'name', label: 'Handler' }],
  action: ({ file }, answers) => ({
    name: `assign:${stageIdOf(file)}`,
    given: { handler: answeredOrNull(answers, 'name') ?? undefined },
  }),
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'handler-assigned',
      data: { stage: stageIdOf(file) },
      personal: { name: answered(answers, 'name') },
    },
  ],
  answersOf: (event) => (event.type === 'handler-assigned' ? { name: event.personal?.name ?? '' } : null),
};

const reviewerAssigned: Act = {
  ...handlerAssigned,
  id: 'reviewer-assigned',
  name: 'Name the reviewer',
  title: 'Who reviews it?',
  button: 'Name the reviewer',
  done: 'Reviewer named',
  isOffered: (about) => isAtStage(about) && (currentStage(about.file)?.enteredBy ?? 'complaint') === 'escalation',
  lead: ({ file }) => {
    const before = [...new Set(file.stages.slice(0, -1).flatMap(({ handler }) => handler ?? []))];
    return before.length === 0 ? null : `Somebody else than ${before.join(' and ')}, who answered before.`;
  },
  fields: () => [{ kind: 'person', id: 'name', label: 'Reviewer' }],
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'reviewer-assigned',
      data: { stage: stageIdOf(file) },
      personal: { name: answered(answers, 'name') },
    },
  ],
  answersOf: (event) => (event.type === 'reviewer-assigned' ? { name: event.personal?.name ?? '' } : null),
};

const panelArranged: Act = {
  id: 'panel-arranged',
  group: 'people',
  name: 'Panel arranged',
  title: 'The panel is arranged',
  button: 'Record the panel',
  done: 'Panel recorded',
  when: 'now',
  isOffered: (about) =>
    isAtStage(about) &&
    about.rules.policy.timers.some(({ does, stage }) => does === 'panel' && stage === stageIdOf(about.file)),
  fields: () => [
    day('on', 'On which day?'),
    { kind: 'lines', id: 'members', label: 'Who sits on it?', hint: 'One name a line.', isOptional: true },
  ],
  action: () => ({ name: 'panel' }),
  drafts: (answers, { base, file }) => {
    const on = dayOf(answers, 'on');
    if (on === null) return [];
    return [
      {
        ...base,
        type: 'panel-arranged',
        data: { stage: stageIdOf(file), on },
        personal: { members: answeredLines(answers, 'members') },
      },
    ];
  },
  answersOf: (event) =>
    event.type === 'panel-arranged' ? { on: event.data.on, members: (event.personal?.members ?? []).join('\n') } : null,
};

const escalated: Act = {
  id: 'escalated',
  group: 'people',
  name: 'Next stage asked for',
  title: 'Next stage asked for',
  button: 'Open the next stage',
  done: 'Next stage opened',
  when: 'day',
  isOffered: (about) => about.file.kind === 'complaint' && nextStage(about) !== null,
  lead: (about) => {
    const next = nextStage(about);
    if (next === null) return null;
    const response = currentStage(about.file)?.response ?? null;
    const unanswered = response === null ? ' This stage has no answer yet.' : '';
    return `The case goes to ${stageName(about.rules.policy, next)}, and its clocks run from the day it was asked for. No reason is needed.${unanswered}`;
  },
  fields: () => [
    {
      ...cards('reasons', 'Did they say what is still wrong?', [
        option('no', 'No, and they needn’t'),
        option('yes', 'Yes', 'Write it as points below'),
      ]),
    },
    {
      kind: 'lines',
      id: 'points',
      label: 'What is still wrong?',
      hint: 'One point a line. Empty: the points of before.',
      isOptional: true,
    },
    text('wants', 'Outcome wanted', { isOptional: true }),
  ],
  start: () => ({ reasons: 'no' }),
  action: (about) => opening(nextStage(about)),
  drafts: (answers, about) => {
    const { base, file, rules } = about;
    const next = nextStage(about);
    if (next === null) return [];
    const points = answeredLines(answers, 'points').map((words, index) => ({
      id: String(index + 1),
      text: words,
      quoted: false,
    }));
    return [
      {
        ...base,
        type: 'escalated',
        data: {
          route: routeRecord(routeOfDestination(rules.policy, `stage:${next}`, factsOf(about))),
          from: stageIdOf(file),
          reasonsGiven: answered(answers, 'reasons') === 'yes' || points.length > 0,
        },
        personal: { points, wants: answeredOrNull(answers, 'wants') },
      },
    ];
  },
  answersOf: (event) =>
    event.type === 'escalated'
      ? {
          reasons: event.data.reasonsGiven ? 'yes' : 'no',
          points: (event.personal?.points ?? []).map((point) => point.text).join('\n'),
          wants: event.personal?.wants ?? '',
        }
      : null,
};

const becameComplaint: Act = {
  id: 'service-request-became-complaint',
  group: 'people',
  name: 'It is a complaint now',
  title: 'It is a complaint now',
  button: 'Take it as a complaint',
  done: 'Taken as a complaint',
  when: 'day',
  isOffered: (about) => isOpen(about) && about.file.stages.length === 0 && firstStage(about) !== null,
  lead: () => 'Its clocks run from the day on which they said that they are not content.',
  fields: () => [
    { kind: 'lines', id: 'points', label: 'What is complained of?', hint: 'One point a line, in their words.' },
  ],
  action: (about) => opening(firstStage(about), ['accept']),
  drafts: (answers, about) => {
    const { base, rules } = about;
    const stage = firstStage(about);
    if (stage === null) return [];
    const known = about.file.points.length;
    return [
      {
        ...base,
        type: 'service-request-became-complaint',
        data: { route: routeRecord(routeOfDestination(rules.policy, `stage:${stage}`, factsOf(about))) },
        personal: {},
      },
      ...answeredLines(answers, 'points').map((words, index): EventDraft => ({
        ...base,
        type: 'point-added',
        data: {},
        personal: { point: { id: String(known + index + 1), text: words, quoted: true } },
      })),
    ];
  },
};

const reviewed: Act = {
  id: 'service-request-reviewed',
  group: 'answer',
  name: 'Checked back on the request',
  title: 'Checked back on the request',
  button: 'Record the check',
  done: 'Check recorded',
  when: 'day',
  isOffered: (about) => isOpen(about) && about.file.kind === 'service-request',
  fields: () => [
    text('note', 'How does it stand?'),
    day('again', 'Look again on', { isOptional: true, hint: 'Empty: no further reminder.' }),
  ],
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'service-request-reviewed',
      data: { checkBackOn: dayOf(answers, 'again') },
      personal: { note: answered(answers, 'note') },
    },
  ],
  answersOf: (event) =>
    event.type === 'service-request-reviewed'
      ? { note: event.personal?.note ?? '', again: event.data.checkBackOn ?? '' }
      : null,
};

function nextStage({ file, rules }: ActCase): string | null {
  const stage = rules.policy.stages.find(({ id }) => id === stageIdOf(file));
  return stage?.next?.stage ?? null;
}

function firstStage(about: ActCase): string | null {
  return firstFormalStage(about.rules.policy, factsOf(about))?.id ?? null;
}

function opening(stage: string | null, also: readonly string[] = []): ActAction | null {
  return stage === null ? null : { name: `open:${stage}`, also };
}

function factsOf({ file }: ActCase): Facts {
  return { signals: new Set(file.signals.filter(isSignal)), ageMonths: null };
}

/** At which stage it is, and whose it is. */
export const PEOPLE_ACTS: readonly Act[] = [
  handlerAssigned,
  reviewerAssigned,
  panelArranged,
  escalated,
  becameComplaint,
  reviewed,
];
