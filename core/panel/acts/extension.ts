import { currentStage } from '../../case/case-file.ts';
import { panelDate } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { isBeyondLimit, ordinaryOption } from '../../deadlines/extension.ts';
import { clausesInWords } from '../../deadlines/words.ts';
import { leftInWords } from '../left-words.ts';
import { answered, type Act, type ActCase, type ActField, type Answers, type Entering } from './act.ts';
import {
  beyond,
  codeNote,
  consentField,
  dateOf,
  dateProblems,
  dates,
  extensionClauses,
  isExceptional,
  limitOverride,
  optionsOf,
  OTHER,
  overridden,
  overrideDrafts,
  talked,
  withOverride,
  withoutConsent,
} from './extension-fields.ts';
import { extensionAgreed } from './extension-told.ts';
import { cards, day, dayOf, option, stageIdOf, text } from './fields.ts';
import type { EventDraft } from '../../case/event.ts';

/** Puts off the answer before its day: reason, new date within what the policy allows, what the resident says, the letter. */
export const extensionProposed: Act = {
  id: 'extension-proposed',
  group: 'answer',
  name: 'Extend the response date',
  title: 'Extend the response date',
  button: 'Write the extension letter',
  done: 'Extension proposed',
  when: 'now',
  isOffered: (about) => {
    const options = optionsOf(about);
    return options !== null && options.isInTime && options.options.length > 0;
  },
  lead: (about) => {
    const options = optionsOf(about);
    if (!options) return null;
    const { due } = options;
    const today = localDate(about.now);
    const left = leftInWords({ due, day: due }, about.now, about.rules.calendar).words;
    return `Due ${panelDate(due, today)}${left === '' ? '' : `, ${left}`}. An extension has to reach the resident before then. The date moves when the letter is sent.`;
  },
  fields: (about, answers) => {
    const options = optionsOf(about);
    if (!options) return [];
    const chosen = dateOf(answers);
    const ordinary = ordinaryOption(options);
    const isBeyond = chosen !== null && isBeyondLimit(chosen, options);
    return [
      text('reason', 'Why is more time needed?', { hint: 'It goes into the letter.' }),
      cards('new-date', 'New date', dates(options, about)),
      ...(answered(answers, 'new-date') === OTHER ? [day('other-date', 'Which day?')] : []),
      ...(ordinary?.working && chosen === ordinary.latest
        ? [{ kind: 'working' as const, id: 'working', leg: ordinary.working }]
        : []),
      ...(isBeyond ? beyond(options, about) : []),
      ...codeNote(options, chosen, about),
      consentField(options, isBeyond, about),
      ...withoutConsent(answers, about),
    ];
  },
  check: (answers, about) => [
    ...(optionsOf(about)?.isInTime === false
      ? [{ field: 'reason', words: 'The date has passed: an extension has to be given before it does' }]
      : []),
    ...dateProblems(answers, about),
  ],
  drafts: (answers, about) => {
    const { base, file } = about;
    const newDate = dateOf(answers);
    if (newDate === null) return [];
    const stage = stageIdOf(file);
    return [
      {
        ...base,
        type: 'extension-proposed',
        data: { stage, newDate },
        personal: { reason: withOverride(answers) },
      },
      ...talked(answers, base),
      ...limitOverride(answers, about),
      ...overrideDrafts(answers, about),
    ];
  },
  letter: () => 'extension',
};

/** That a new date is told although the old one has passed: as an entry, with why. */
function lateOverride(reason: string, entering: Entering): readonly EventDraft[] {
  return overridden('extension-in-time', reason, {
    clauses: extensionClauses(optionsOf(entering)),
    base: entering.base,
  });
}

/** The day has passed: an extension is refused, unless somebody overrides it with a reason. */
export const lateAnswer: Act = {
  id: 'late-answer',
  group: 'answer',
  name: 'Too late to extend',
  title: 'Too late to extend',
  button: 'Go on',
  done: 'Recorded',
  when: 'now',
  isOffered: (about) => {
    const options = optionsOf(about);
    return options !== null && !options.isInTime;
  },
  lead: (about) => {
    const options = optionsOf(about);
    if (!options) return null;
    const today = localDate(about.now);
    const { words } = leftInWords({ due: options.due, day: options.due }, about.now, about.rules.calendar);
    const clauses = options.options.flatMap((one) => one.clauses);
    const source = clauses.length === 0 ? '' : ` (${clausesInWords(clauses)})`;
    return `The response was due ${panelDate(options.due, today)}. It’s ${words}. An extension has to be given before the date passes${source}.`;
  },
  fields: (about, answers) => [
    cards('do', 'What you can do', [
      option('respond', 'Send the response now', 'It’s recorded as late'),
      option(
        'tell',
        'Tell the resident it’s late, why, and the new date',
        'A letter, with the Ombudsman’s details. The missed date stays on the record.',
      ),
      option(
        'override',
        'Ask a manager to override',
        'Exceptional. The manager gives the reason, and it’s kept. So does the missed date.',
      ),
    ]),
    ...newDateFields(answers, about),
  ],
  check: (answers, about) => {
    const chosen = dayOf(answers, 'other-date');
    if (answered(answers, 'do') === 'respond' || chosen === null) return [];
    return chosen <= localDate(about.now)
      ? [{ field: 'other-date', words: 'Choose a day still to come' }]
      : dateProblems(answers, about);
  },
  drafts: (answers, entering) => {
    const { base, file } = entering;
    const way = answered(answers, 'do');
    const newDate = dayOf(answers, 'other-date');
    if ((way !== 'tell' && way !== 'override') || newDate === null) return [];
    const why = way === 'tell' ? 'late-reason' : 'override';
    const manager = way === 'tell' ? '' : `${answered(answers, 'manager')}: `;
    return [
      {
        ...base,
        type: 'extension-proposed',
        data: { stage: stageIdOf(file), newDate },
        personal: { reason: withOverride(answers) },
      },
      ...talked(answers, base),
      ...lateOverride(`${manager}${answered(answers, why)}`, entering),
      ...limitOverride(answers, entering),
      ...overrideDrafts(answers, entering),
    ];
  },
  letter: (answers, { file, rules }) => {
    if (answered(answers, 'do') !== 'respond') return 'extension';
    const order = rules.policy.stages.find(({ id }) => id === currentStage(file)?.stage)?.order;
    return order === undefined ? null : `stage-${String(order)}-response`;
  },
};

/** The new date of an answer that is late, with all that the policy asks for such a date, late or not. */
function newDateFields(answers: Answers, about: ActCase): readonly ActField[] {
  const way = answered(answers, 'do');
  if (way !== 'tell' && way !== 'override') return [];
  const options = optionsOf(about);
  const chosen = dateOf(answers);
  const isBeyond = isExceptional(chosen, options);
  const past = options && isBeyond ? beyond(options, about) : [];
  const isOverride = way === 'override';
  return [
    text('reason', 'Why is it late?', { hint: 'It goes into the letter.' }),
    day('other-date', 'New date'),
    // The manager is asked for below.
    ...past.filter(({ kind }) => !isOverride || kind === 'note'),
    ...codeNote(options, chosen, about),
    ...(isOverride
      ? [{ kind: 'line' as const, id: 'manager', label: 'Which manager?' }, text('override', 'The manager’s reason')]
      : [text('late-reason', 'Why are they told only now?', { hint: 'It is kept on the case.' })]),
    consentField(options, isOverride || isBeyond, about),
    ...withoutConsent(answers, about),
  ];
}

/** The extension that was proposed isn't given. */
export const extensionRefused: Act = {
  id: 'extension-refused',
  group: 'answer',
  name: 'Drop the proposed extension',
  title: 'The proposed extension isn’t given',
  button: 'Drop it',
  done: 'Extension dropped',
  when: 'now',
  isOffered: ({ file }) => file.closed === null && (currentStage(file)?.proposed ?? null) !== null,
  lead: () => 'The date stays as it is.',
  fields: () => [text('reason', 'Why?')],
  drafts: (answers, { base, file }) => [
    {
      ...base,
      type: 'extension-refused',
      data: { stage: stageIdOf(file) },
      personal: { reason: answered(answers, 'reason') },
    },
  ],
  answersOf: (event) => (event.type === 'extension-refused' ? { reason: event.personal?.reason ?? '' } : null),
};

/** What can be done about the date of the answer. */
export const EXTENSION_ACTS: readonly Act[] = [extensionProposed, lateAnswer, extensionAgreed, extensionRefused];
