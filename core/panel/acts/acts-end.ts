import { currentStage } from '../../case/case-file.ts';
import { clauseNumber } from '../../policy/clause-words.ts';
import type { EventDraft } from '../../case/event.ts';
import { shortened, shownClause } from '../../policy/clause-words.ts';
import { parseAction } from '../../policy/actions.ts';
import { holds } from '../../policy/condition.ts';
import type { Policy } from '../../policy/policy.ts';
import { isSignal } from '../../policy/signals.ts';
import { answered, answeredLines, type Act, type ActCase, type ActOption, type Answers } from './act.ts';
import { OUTCOMES } from './acts-answer.ts';
import { cards, day, dayOf, isOpen, line, option, stageIdOf, text } from './fields.ts';
import { mergeDrafts, splitDrafts } from './new-case.ts';

const resolved: Act = {
  id: 'resolved',
  group: 'end',
  name: 'Close: resolved',
  title: 'Close it as resolved',
  button: 'Close the case',
  done: 'Case closed',
  when: 'day',
  isOffered: isOpen,
  lead: ({ file }) => {
    const stage = currentStage(file);
    return stage && stage.response === null ? 'No response is recorded at this stage.' : null;
  },
  fields: () => [
    {
      kind: 'list',
      id: 'outcome',
      label: 'The outcome',
      options: [...OUTCOMES, option('settled', 'Settled with the resident')],
    },
    text('note', 'How was it put right?', { isOptional: true }),
  ],
  action: ({ file }) => ({ name: stageIdOf(file) === '' ? 'close' : `close:${stageIdOf(file)}` }),
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'resolved',
      data: { stage: currentStage(file)?.stage ?? null, outcome: answered(answers, 'outcome') },
      personal: { note: answered(answers, 'note') },
    },
  ],
  answersOf: (event) =>
    event.type === 'resolved' ? { outcome: event.data.outcome, note: event.personal?.note ?? '' } : null,
};

const withdrawn: Act = {
  id: 'withdrawn',
  group: 'end',
  name: 'Close: withdrawn',
  title: 'The resident withdrew it',
  button: 'Close the case',
  done: 'Case closed',
  when: 'day',
  isOffered: isOpen,
  lead: () => 'Only where they said so themselves, unasked.',
  fields: () => [text('reason', 'What did they say?')],
  drafts: (answers, { base }) => [
    { ...base, type: 'withdrawn', data: {}, personal: { reason: answered(answers, 'reason') } },
  ],
  answersOf: (event) => (event.type === 'withdrawn' ? { reason: event.personal?.reason ?? '' } : null),
};

const refused: Act = {
  id: 'refused',
  group: 'end',
  name: 'Refuse it',
  title: 'Refuse it',
  button: 'Record the refusal',
  done: 'Refusal recorded',
  when: 'day',
  isOffered: (about) => isOpen(about) && reasons(about).length > 0,
  lead: () => 'A person decides, and the resident gets the reasons and the Ombudsman’s details.',
  fields: (about) => [
    cards('what', 'What is refused?', [
      option('complaint', 'The complaint', 'The case is closed.'),
      ...(about.file.stages.length > 0
        ? [option('escalation', 'The next stage', 'The answer that was given stands.')]
        : []),
    ]),
    cards('clause', 'Under which sentence of the policy?', reasons(about)),
    text('reason', 'Why, in this case?'),
  ],
  action: (_about, answers) => ({
    name: answered(answers, 'what') === 'escalation' ? 'refuse:escalation' : 'refuse:complaint',
    given: { reason: answered(answers, 'reason') },
  }),
  drafts: (answers, { base }) => [
    {
      ...base,
      type: 'refused',
      data: {
        what: answered(answers, 'what') === 'escalation' ? 'escalation' : 'complaint',
        clauses: [answered(answers, 'clause')],
      },
      personal: { reason: answered(answers, 'reason') },
    },
  ],
  answersOf: (event) =>
    event.type === 'refused'
      ? { what: event.data.what, clause: event.data.clauses[0] ?? '', reason: event.personal?.reason ?? '' }
      : null,
};

const excluded: Act = {
  ...refused,
  id: 'excluded',
  name: 'Exclude it from the procedure',
  title: 'Exclude it from the procedure',
  button: 'Record the decision',
  done: 'Decision recorded',
  lead: () => 'The policy may leave it out; accepting is the rule.',
  fields: (about) => [
    cards('clause', 'Under which sentence of the policy?', reasons(about)),
    text('reason', 'Why, in this case?'),
  ],
  action: (about, answers) => ({
    name: ['exclude', excludedAs(about, answers).join('|')].filter(Boolean).join(':'),
    given: { reason: answered(answers, 'reason') },
  }),
  drafts: (answers, about) => {
    const clause = answered(answers, 'clause');
    const rule = about.rules.policy.routes.find(
      (one) => isExclusion(one) && one.clause.some((number) => `${about.rules.policy.id}/${number}` === clause),
    );
    return [
      {
        ...about.base,
        type: 'excluded',
        data: { rule: rule?.id ?? null, clauses: [clause] },
        personal: { reason: answered(answers, 'reason') },
      } satisfies EventDraft,
    ];
  },
  answersOf: (event) =>
    event.type === 'excluded' ? { clause: event.data.clauses[0] ?? '', reason: event.personal?.reason ?? '' } : null,
};

const ombudsman: Act = {
  id: 'referred-to-ombudsman',
  group: 'end',
  name: 'The Ombudsman has it',
  title: 'The Ombudsman has it',
  button: 'Record it',
  done: 'Recorded with the Ombudsman',
  when: 'day',
  isOffered: () => true,
  lead: () => 'The case stays as it is; what the Ombudsman asks for by a day stands first in Due.',
  fields: () => [
    line('reference', 'The Ombudsman’s reference'),
    text('what', 'What do they want?', { isOptional: true }),
    day('due', 'By which day?', { isOptional: true }),
  ],
  start: () => ({ what: 'Send the Ombudsman the complaint file' }),
  drafts: (answers, { base, newId }) => {
    const due = dayOf(answers, 'due');
    return [
      {
        ...base,
        type: 'referred-to-ombudsman',
        data: { ombudsmanReference: answered(answers, 'reference') },
        personal: {},
      },
      ...(due === null
        ? []
        : [
            {
              ...base,
              type: 'date-set' as const,
              data: { date: newId(), due, clauses: [], asker: 'ombudsman' as const },
              personal: { what: answered(answers, 'what') || 'Answer the Ombudsman' },
            },
          ]),
    ];
  },
  answersOf: (event) => (event.type === 'referred-to-ombudsman' ? { reference: event.data.ombudsmanReference } : null),
};

const split: Act = {
  id: 'split',
  group: 'end',
  name: 'Split off points',
  title: 'Split off points',
  button: 'Make a case of them',
  done: 'A new case was made',
  when: 'now',
  isOffered: (about) => isOpen(about) && about.file.points.length > 1,
  lead: () => 'They get a case of their own, with the same message, the same day of receipt and clocks of their own.',
  fields: ({ file }) => [
    {
      kind: 'ticks',
      id: 'points',
      label: 'Which points?',
      options: file.points.map((point) => option(point.id, point.text)),
    },
  ],
  check: (answers, { file }) =>
    answeredLines(answers, 'points').length === file.points.length
      ? [{ field: 'points', words: 'Leave at least one point on this case' }]
      : [],
  drafts: (answers, entering) => {
    const chosen = new Set(answeredLines(answers, 'points'));
    const points = entering.file.points.filter(({ id }) => chosen.has(id));
    return splitDrafts(
      points.map(({ id, text: words, quoted }) => ({ id, text: words, quoted })),
      entering,
    );
  },
};

const merged: Act = {
  id: 'merged',
  group: 'end',
  name: 'Merge into another case',
  title: 'Merge into another case',
  button: 'Merge the cases',
  done: 'Merged',
  when: 'now',
  isOffered: (about) => isOpen(about) && about.others.length > 0,
  lead: () => 'Its messages and points go over, and this case is closed. The other one keeps its own dates.',
  fields: ({ others }) => [
    cards(
      'into',
      'Into which one?',
      others.map((other) => option(other.id, other.reference, other.messages[0]?.subject ?? '')),
    ),
  ],
  drafts: (answers, entering) => {
    const into = entering.others.find(({ id }) => id === answered(answers, 'into'));
    return into ? mergeDrafts(into, entering) : [];
  },
};

/** The sentences by which a policy lets a person not take a complaint, each with its words. */
function reasons({ rules: { policy } }: ActCase): readonly ActOption[] {
  const clauses = policy.routes.filter(isExclusion).flatMap(({ clause }) => clause);
  return [...new Set(clauses)].map((number) => {
    const id = `${policy.id}/${number}`;
    const shown = shownClause(policy, id);
    return option(id, `Clause ${clauseNumber(id)}`, shortened(shown?.quote ?? shown?.inShort ?? ''));
  });
}

/** By which of the policy's routes it is left out: the one whose sentence was chosen, and those that the case's words call for. */
function excludedAs({ file, rules: { policy } }: ActCase, answers: Answers): readonly string[] {
  const facts = { signals: new Set(file.signals.filter(isSignal)), ageMonths: null };
  const clause = answered(answers, 'clause');
  return policy.routes
    .filter((route) => {
      const isChosen = isExclusion(route) && route.clause.some((number) => `${policy.id}/${number}` === clause);
      return isChosen || (isHeldRoute(route.id, policy) && holds(route.when, facts));
    })
    .map(({ id }) => id);
}

function isHeldRoute(id: string, { rules }: Policy): boolean {
  return rules.some(({ before }) => {
    const action = parseAction(before);
    return action?.word === 'exclude' && action.targets.includes(id);
  });
}

function isExclusion({ to, discretion }: { readonly to: string; readonly discretion?: boolean | undefined }): boolean {
  return to === 'excluded' || (to === 'decide' && discretion === true);
}

/** How a case ends, is divided, or goes on elsewhere. */
export const END_ACTS: readonly Act[] = [resolved, withdrawn, refused, excluded, ombudsman, split, merged];
