import { CalendarCoverageError } from '../../calendar.ts';
import type { EventDraft } from '../../case/event.ts';
import { count, panelDate } from '../../date-words.ts';
import { localDate, type IsoDate } from '../../dates.ts';
import {
  extensionOptions,
  isBeyondLimit,
  ordinaryOption,
  type ExtensionOption,
  type ExtensionOptions,
} from '../../deadlines/extension.ts';
import { clausesInWords } from '../../deadlines/words.ts';
import {
  answered,
  type ActCase,
  type ActField,
  type ActOption,
  type ActProblem,
  type Answers,
  type Entering,
} from './act.ts';
import { cards, dayOf, option, text } from './fields.ts';

/** What the policy lets the answer be put off by; null where there is no answer to put off, or it can't be counted. */
export function optionsOf({ file, rules, now }: ActCase): ExtensionOptions | null {
  try {
    return extensionOptions(file, { ...rules, now });
  } catch (error) {
    if (error instanceof CalendarCoverageError) return null;
    throw error;
  }
}

/** A date that isn’t among those offered. */
export const OTHER = 'other';
const HALF = 5;

/** Whether a date lies beyond the limit; false where nothing is known of one. */
export function isExceptional(newDate: IsoDate | null, options: ExtensionOptions | null): boolean {
  return newDate !== null && options !== null && isBeyondLimit(newDate, options);
}

/** The dates that are offered: half of what the policy allows, all of it, another. */
export function dates(options: ExtensionOptions, { rules, now }: ActCase): readonly ActOption[] {
  const { due } = options;
  const today = localDate(now);
  const ordinary = ordinaryOption(options);
  const latest = ordinary?.latest ?? null;
  const half = rules.calendar.addWorkingDays(due, HALF);
  const offered: ActOption[] = [];
  if (latest === null || half < latest)
    offered.push(option(half, panelDate(half, today), `${count(HALF, 'working day')} more`));
  if (latest !== null && ordinary !== null && latest > due) {
    const more = rules.calendar.workingDaysBetween(due, latest);
    offered.push(
      option(
        latest,
        panelDate(latest, today),
        `${count(more, 'working day')} more. The most clause ${clausesInWords(ordinary.clauses)} allows.`,
      ),
    );
  }
  return [
    ...offered,
    option(OTHER, 'Another date', latest === null ? 'The policy sets no limit' : `Up to ${panelDate(latest, today)}`),
  ];
}

/** The date that was chosen; null for none. */
export function dateOf(answers: Answers): IsoDate | null {
  const chosen = answered(answers, 'new-date');
  return chosen === OTHER || chosen === '' ? dayOf(answers, 'other-date') : dayOf(answers, 'new-date');
}

/** What is wrong with the chosen date, or missing before it may move. */
export function dateProblems(answers: Answers, about: ActCase): readonly ActProblem[] {
  const options = optionsOf(about);
  const chosen = dateOf(answers);
  if (!options || chosen === null) return [];
  const today = localDate(about.now);
  const field =
    answered(answers, 'new-date') === '' || answered(answers, 'new-date') === OTHER ? 'other-date' : 'new-date';
  return [
    ...(chosen <= options.due
      ? [{ field, words: `Choose a day after ${panelDate(options.due, today)}, the date it has now` }]
      : []),
    ...(answered(answers, 'without') === '' ? consentProblems(answers, { options, chosen }) : []),
  ];
}

interface Chosen {
  readonly options: ExtensionOptions;
  readonly chosen: IsoDate;
}

/** What the policy asks for before the date moves: the resident's agreement, or that they were spoken to. */
function consentProblems(answers: Answers, { options, chosen }: Chosen): readonly ActProblem[] {
  const isBeyond = isBeyondLimit(chosen, options);
  const consent = isBeyond ? 'agree' : (consentRule(options, isBeyond)?.consent ?? 'inform');
  const said = answered(answers, 'talked');
  if (said === 'not-yet' && consent !== 'inform')
    return [{ field: 'talked', words: 'Talk to them first. What you typed here is kept.' }];
  if (said === 'disagrees' && consent === 'agree')
    return [
      {
        field: 'talked',
        words: isBeyond
          ? 'They must agree to a date so far away. Choose an earlier one.'
          : 'They must agree to a later date. Choose one that they agree to.',
      },
    ];
  return [];
}

function consentRule(options: ExtensionOptions, isBeyond: boolean): ExtensionOption | null {
  return isBeyond ? (options.options.find((one) => one.isExceptional) ?? null) : ordinaryOption(options);
}

/** Where the policy wants the resident's word first, a person may go on without it and says why. */
export function withoutConsent(answers: Answers, about: ActCase): readonly ActField[] {
  const passed = passedOver(answers, about);
  if (!passed) return [];
  const source = passed.length === 0 ? '' : ` (${clausesInWords(passed)})`;
  return [text('without', `Or go on without it. Why?${source}`, { isOptional: true, hint: 'It is kept on the case.' })];
}

/** That somebody went on without the resident's word, as an entry; nothing where they didn't have to, or gave no reason. */
export function overrideDrafts(answers: Answers, about: Entering): readonly EventDraft[] {
  const reason = answered(answers, 'without');
  const clauses = reason === '' ? null : passedOver(answers, about);
  if (!clauses) return [];
  return overridden('extension-consent', reason, { clauses, base: about.base });
}

/** That somebody let the date go past a limit which the policy knows no exception from, as an entry; nothing otherwise. */
export function limitOverride(answers: Answers, about: Entering): readonly EventDraft[] {
  const options = optionsOf(about);
  const chosen = dateOf(answers);
  const reason = answered(answers, 'override');
  const manager = answered(answers, 'manager');
  if (!options || chosen === null || reason === '' || manager === '' || !isBeyondLimit(chosen, options)) return [];
  return overridden('extension-limit', `${manager}: ${reason}`, {
    clauses: extensionClauses(options),
    base: about.base,
  });
}

/** An entry that somebody passed over what stands before an extension, with why. */
export function overridden(
  rule: string,
  reason: string,
  { clauses, base }: { readonly clauses: readonly string[]; readonly base: Entering['base'] },
): readonly EventDraft[] {
  const data = { rule, action: 'extension', clauses: [...clauses] };
  return [{ ...base, type: 'rule-overridden', data, personal: { reason } }];
}

/** Where the policy speaks of extensions at the stage; empty where it knows none. */
export function extensionClauses(options: ExtensionOptions | null): readonly string[] {
  return [...new Set((options?.options ?? []).flatMap(({ clauses }) => clauses))];
}

/** The clauses that want the resident's word before the chosen date; null where nothing is wanting. */
function passedOver(answers: Answers, about: ActCase): readonly string[] | null {
  const options = optionsOf(about);
  const chosen = dateOf(answers);
  if (!options || chosen === null || consentProblems(answers, { options, chosen }).length === 0) return null;
  return consentRule(options, isBeyondLimit(chosen, options))?.clauses ?? [];
}

/** Past the policy's limit: only where the policy knows exceptional circumstances, or a manager overrides it. */
export function beyond({ options }: ExtensionOptions, _about: ActCase): readonly ActField[] {
  const exceptional = options.find((one) => one.isExceptional);
  return exceptional
    ? [
        {
          kind: 'note',
          id: 'beyond',
          label: `Past the limit: only in exceptional circumstances (${clausesInWords(exceptional.clauses)})`,
          hint: 'The resident must agree, and gets the Ombudsman’s details.',
        },
        text('override', 'What is exceptional about it?'),
      ]
    : [
        {
          kind: 'note',
          id: 'beyond',
          label: 'Past the most that the policy allows',
          hint: 'The policy knows no longer extension. A manager may override it, and the reason is kept.',
        },
        { kind: 'line', id: 'manager', label: 'Which manager?' },
        text('override', 'The manager’s reason'),
      ];
}

/** What the Code says where a date goes beyond its own limit. */
export function codeNote(
  options: ExtensionOptions | null,
  chosen: IsoDate | null,
  { now }: ActCase,
): readonly ActField[] {
  const latest = options?.codeLatest ?? null;
  if (latest === null || chosen === null || chosen <= latest) return [];
  return [
    {
      kind: 'note',
      id: 'code',
      label: `The Code allows up to ${panelDate(latest, localDate(now))} without good reason`,
      hint: 'Say in the letter why it takes longer.',
    },
  ];
}

/** Whether somebody has talked to the resident, and what follows. */
export function consentField(options: ExtensionOptions | null, isBeyond: boolean, { file }: ActCase): ActField {
  const rule = options && (isBeyond ? options.options.find((one) => one.isExceptional) : ordinaryOption(options));
  const clauses = rule ? ` (${clausesInWords(rule.clauses)})` : '';
  const must = isBeyond || rule?.consent === 'agree';
  const who = file.complainant?.name ?? 'the resident';
  return cards('talked', `Have you talked to the resident?${clauses}`, [
    option('agrees', 'Yes, and they agree'),
    option(
      'disagrees',
      'Yes, and they don’t agree',
      must ? 'Then it can’t be extended this far.' : 'You may still extend. The letter gives the Ombudsman’s details.',
    ),
    option('not-yet', 'Not yet', rule?.consent === 'inform' ? 'The letter tells them.' : `Ring ${who} first.`),
  ]);
}

/** What the resident said of the later date, where somebody talked to them. */
export function talked(
  answers: Answers,
  base: Pick<EventDraft, 'caseId' | 'actor' | 'occurredAt'>,
): readonly EventDraft[] {
  const said = answered(answers, 'talked');
  if (said !== 'agrees' && said !== 'disagrees') return [];
  const words =
    said === 'agrees'
      ? 'Talked to the resident about the later date: they agree.'
      : 'Talked to the resident about the later date: they don’t agree.';
  return [{ ...base, type: 'note-added', data: {}, personal: { text: words } }];
}

/** The reason as it is kept, with who allowed what the policy doesn’t. */
export function withOverride(answers: Answers): string {
  const reason = answered(answers, 'reason');
  const override = answered(answers, 'override');
  const manager = answered(answers, 'manager');
  if (override === '') return reason;
  return `${reason} ${manager === '' ? 'Exceptional' : `Allowed by ${manager}`}: ${override}`;
}
