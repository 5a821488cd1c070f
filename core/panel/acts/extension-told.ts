import { currentStage } from '../../case/case-file.ts';
import type { EventDraft } from '../../case/event.ts';
import { panelDate } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { clausesInWords } from '../../deadlines/words.ts';
import { baselineStage } from '../../policy/baseline.ts';
import { clauseId, type Policy } from '../../policy/policy.ts';
import { answered, type Act, type ActCase, type ActField, type Answers, type Entering } from './act.ts';
import { happenedAt, WHEN } from './check.ts';
import {
  beyond,
  codeNote,
  consentField,
  dateOf,
  dateProblems,
  extensionClauses,
  isExceptional,
  limitOverride,
  optionsOf,
  overridden,
  overrideDrafts,
  talked,
  withOverride,
  withoutConsent,
} from './extension-fields.ts';
import { cards, day, dayOf, option, stageIdOf, text } from './fields.ts';

/**
 * The letter has gone another way than from here, or somebody said it: the resident knows the new date. What was told is
 * entered whatever the policy makes of it; where it says otherwise, with why it was done all the same.
 */
export const extensionAgreed: Act = {
  id: 'extension-agreed',
  group: 'answer',
  name: 'Extension told to the resident',
  title: 'The resident was told of the extension',
  button: 'Record it',
  done: 'Extension recorded',
  when: 'day',
  isOffered: (about) => optionsOf(about) !== null,
  lead: () => 'Enter it once it was told, with the day on which it was told.',
  fields: (about, answers) => {
    const options = optionsOf(about);
    const chosen = dateOf(answers);
    const isBeyond = isExceptional(chosen, options);
    return [
      day('other-date', 'The new date'),
      text('reason', 'Why?'),
      ...(options && isBeyond ? beyond(options, about) : []),
      ...codeNote(options, chosen, about),
      ...tooLate(answers, about),
      cards('ombudsman', 'Were they given the Ombudsman’s details?', [option('yes', 'Yes'), option('no', 'No')]),
      ...withoutOmbudsman(answers, about),
      consentField(options, isBeyond, about),
      ...withoutConsent(answers, about),
    ];
  },
  start: ({ file }) => {
    const proposed = currentStage(file)?.proposed ?? null;
    return proposed ? { 'other-date': proposed.newDate, reason: proposed.reason } : {};
  },
  check: (answers, about) => dateProblems(answers, about),
  drafts: (answers, entering) => {
    const newDate = dayOf(answers, 'other-date');
    if (newDate === null) return [];
    return [
      {
        ...entering.base,
        type: 'extension-agreed',
        data: {
          stage: stageIdOf(entering.file),
          newDate,
          exceptional: isExceptional(newDate, optionsOf(entering)),
          ombudsmanDetailsGiven: answered(answers, 'ombudsman') === 'yes',
        },
        personal: { reason: withOverride(answers) },
      },
      ...talked(answers, entering.base),
      ...passedOver(answers, entering),
    ];
  },
  answersOf: (event) =>
    event.type === 'extension-agreed'
      ? {
          'other-date': event.data.newDate,
          reason: event.personal?.reason ?? '',
          ombudsman: event.data.ombudsmanDetailsGiven ? 'yes' : 'no',
        }
      : null,
};

/** Told once the date had passed: it is kept, and the missed date stays missed. */
function tooLate(answers: Answers, about: ActCase): readonly ActField[] {
  if (!isTooLate(answers, about)) return [];
  const options = optionsOf(about);
  const clauses = extensionClauses(options);
  const source = clauses.length === 0 ? '' : ` (${clausesInWords(clauses)})`;
  const due = options ? panelDate(options.due, localDate(about.now)) : '';
  return [
    {
      kind: 'note',
      id: 'late',
      label: `Told after ${due}, when the answer was due`,
      hint: `An extension has to be given before the date passes${source}. The missed date stays on the record.`,
    },
    text('late-reason', 'Why was it told so late?', { hint: 'It is kept on the case.' }),
  ];
}

function isTooLate(answers: Answers, about: ActCase): boolean {
  const options = optionsOf(about);
  if (!options) return false;
  const at = answered(answers, 'when') === WHEN.earlier ? happenedAt(extensionAgreed, answers, about) : about.now;
  return typeof at === 'string' && localDate(at) > options.due;
}

function withoutOmbudsman(answers: Answers, about: ActCase): readonly ActField[] {
  if (answered(answers, 'ombudsman') !== 'no') return [];
  const clauses = ombudsmanClauses(about);
  if (clauses.length === 0) return [];
  return [
    text('without-ombudsman', `Why weren’t they? (${clausesInWords(clauses)})`, { hint: 'It is kept on the case.' }),
  ];
}

/** Where the policy, or else the Code at the same stage, wants the Ombudsman's details given with an extension. */
function ombudsmanClauses({ file, rules: { policy, floor } }: ActCase): readonly string[] {
  const stage = policy.stages.find(({ id }) => id === currentStage(file)?.stage);
  if (!stage) return [];
  const own = wanting(stage, policy);
  const under = baselineStage(stage, policy, floor);
  return own.length > 0 || !under ? own : wanting(under, floor);
}

function wanting({ extension = [] }: Policy['stages'][number], policy: Policy): readonly string[] {
  const all = extension.filter(({ needs = [] }) => needs.includes('ombudsman-contact'));
  const [ordinary] = all.toSorted(
    (left, right) => Number(left.exceptional ?? false) - Number(right.exceptional ?? false),
  );
  return (ordinary?.clause ?? []).map((clause) => clauseId(policy, clause));
}

/** What the policy wants of an extension and this one hadn't, each as an entry with why. */
function passedOver(answers: Answers, about: Entering): readonly EventDraft[] {
  const { base } = about;
  return [
    ...limitOverride(answers, about),
    ...(isTooLate(answers, about)
      ? overridden('extension-in-time', answered(answers, 'late-reason'), {
          clauses: extensionClauses(optionsOf(about)),
          base,
        })
      : []),
    ...(withoutOmbudsman(answers, about).length > 0
      ? overridden('extension-ombudsman', answered(answers, 'without-ombudsman'), {
          clauses: ombudsmanClauses(about),
          base,
        })
      : []),
    ...overrideDrafts(answers, about),
  ];
}
