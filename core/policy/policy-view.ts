import { listInWords, upperFirst } from '../date-words.ts';
import { DUTY_WORDS, spanInWords } from '../deadlines/words.ts';
import { SIGNAL_WORDS } from '../triage/signal-words.ts';
import { ACTIONS, parseAction } from './actions.ts';
import { clauseNumber, shortened, shownClause } from './clause-words.ts';
import { policyInWords, type PolicyLine, type PolicyPart } from './in-words.ts';
import { choiceInWords, needInWords, parseNeed } from './needs.ts';
import { clauseId, readingsOf, type Policy } from './policy.ts';
import type { ClockEvent, Condition, PolicyDocument } from './schema.ts';
import { isSignal } from './signals.ts';

/** One line of the policy's page: what, how long or which, and the sentence around it. */
export interface ViewLine {
  readonly what: string;
  /** A length of time; empty where it is no date. */
  readonly value: string;
  readonly detail: string;
  /** With the policy's name. */
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
}

/** A part of the policy's page. */
export interface ViewSection {
  readonly title: string;
  readonly lines: readonly ViewLine[];
}

type Timer = PolicyDocument['timers'][number];

const FROM: Readonly<Record<ClockEvent, string>> = {
  'complaint-received': 'from receipt',
  'dissatisfaction-received': 'from receipt',
  'escalation-requested': 'from receipt of the request',
  acknowledged: 'from the acknowledgement',
  'response-sent': 'from our response',
  'response-received': 'from receiving the response',
  'extension-agreed': 'at most, from the original date',
  'enquiry-received': 'from receipt',
  incident: 'from the day it happened',
  'became-aware': 'from the day they knew of it',
  'restriction-notified': 'from the notice',
  'hazard-reported': 'from the report',
  'hazard-investigated': 'from the end of the investigation',
  'hazard-confirmed': 'once the danger is confirmed',
};

const FORCE: Readonly<Record<NonNullable<Timer['force']>, string>> = {
  aim: 'an aim',
  generally: 'generally',
  'where-possible': 'where possible',
};

/** A whole policy in plain words: its stages with their dates, what may be declined, what comes first, how it is counted. */
export function policyView(policy: Policy): readonly ViewSection[] {
  const parts = policyInWords(policy);
  const part = (name: PolicyPart['part']): readonly ViewLine[] =>
    (parts.find((one) => one.part === name)?.lines ?? []).map(plainLine);
  const timers = (stage: string | undefined): readonly ViewLine[] =>
    policy.timers.filter((timer) => timer.stage === stage).map((timer) => timerLine(timer, policy));
  return [
    ...policy.stages.map(({ id, name }) => ({
      title: name,
      lines: [...timers(id), ...part('stages').filter(({ what }) => isAbout(what, name))],
    })),
    { title: 'Other dates', lines: timers(undefined) },
    { title: 'May be declined', lines: routeLines(policy, isDeclining) },
    { title: 'For somebody else', lines: routeLines(policy, ({ to }) => to === 'elsewhere') },
    { title: 'Where a message goes', lines: routeLines(policy, ({ to }) => !SET_ASIDE.has(to)) },
    { title: 'What must come first', lines: policy.rules.map((rule) => ruleLine(rule, policy)) },
    { title: 'Letters', lines: policy.letters.map((letter) => letterLine(letter, policy)) },
    { title: 'What a complaint is', lines: part('definition') },
    { title: 'How a date is counted', lines: part('calendar') },
    { title: 'Where its words are open', lines: (policy.readings ?? []).map(({ code, text }) => say(code, text)) },
    { title: 'How people are reached', lines: part('contacts') },
    { title: 'Reminders', lines: part('prompts') },
    { title: 'The document', lines: part('about') },
  ].filter(({ lines }) => lines.length > 0);
}

/** The lines that hold all words of a search: in what is said, in the clauses' numbers, or in their own words. */
export function searched(sections: readonly ViewSection[], query: string, policy: Policy): readonly ViewSection[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return sections;
  return sections
    .map(({ title, lines }) => ({
      title,
      lines: lines.filter((line) => {
        const text = plain([title, ...textsOf(line, policy)].join(' '));
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** How many lines a page of the policy has. */
export function countLines(sections: readonly ViewSection[]): number {
  return sections.reduce((sum, { lines }) => sum + lines.length, 0);
}

function textsOf({ what, value, detail, clauses, readings }: ViewLine, policy: Policy): readonly string[] {
  const quotes = clauses.flatMap((clause) => {
    const shown = shownClause(policy, clause);
    return shown ? [shown.number, shown.quote ?? '', shown.inShort ?? ''] : [];
  });
  return [what, value, detail, ...readings, ...quotes];
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function isAbout(words: string, name: string): boolean {
  return [`${name}:`, `${name},`, `${name} may`, `${name} can`, `After ${name}:`].some((start) =>
    words.startsWith(start),
  );
}

function say(what: string, detail: string): ViewLine {
  return { what, value: '', detail, clauses: [], readings: [] };
}

function plainLine({ words, clauses, readings }: PolicyLine): ViewLine {
  return { what: words, value: '', detail: '', clauses, readings };
}

function timerLine(timer: Timer, policy: Policy): ViewLine {
  const { does, within, on, when, soft, force } = timer;
  const detail = [
    within.unit === 'instant' ? '' : FROM[on],
    when ? `if it is ${conditionInWords(when)}` : '',
    soft ? 'late requests are considered' : '',
    force ? FORCE[force] : '',
  ];
  return {
    what: DUTY_WORDS[does],
    value: spanInWords(within),
    detail: detail.filter(Boolean).join('; '),
    ...sourceOf(timer, policy),
  };
}

type Rule = PolicyDocument['routes'][number];

const SET_ASIDE: ReadonlySet<string> = new Set(['decide', 'excluded', 'elsewhere']);

function isDeclining({ to }: Pick<Rule, 'to'>): boolean {
  return to === 'decide' || to === 'excluded';
}

function routeLines(policy: Policy, fits: (rule: Rule) => boolean): readonly ViewLine[] {
  return policy.routes.filter(fits).map((route) => {
    const { to, by, discretion, dest, when, clause, task } = route;
    const shown = shownClause(policy, clauseId(policy, clause[0] ?? ''));
    const who = by !== undefined && by !== 'staff' ? `Decided by ${by}.` : 'By a person, with a reason.';
    const stage = policy.stages.find(({ id }) => to === `stage:${id}`)?.name;
    return {
      what: SET_ASIDE.has(to)
        ? `${shown ? shortened(shown.quote ?? shown.inShort ?? '') : to}${dest === undefined ? '' : ` → ${dest}`}`
        : `If it is ${conditionInWords(when)}: ${stage ?? WHERE[to] ?? to}`,
      value: '',
      detail: [
        isDeclining(route) ? `${who}${discretion ? ' Each case is weighed.' : ''}` : '',
        task === undefined ? '' : `Then: ${task}.`,
      ]
        .filter(Boolean)
        .join(' '),
      ...sourceOf(route, policy),
    };
  });
}

const WHERE: Readonly<Record<string, string>> = {
  attach: 'the open case',
  request: 'a service request',
  enquiry: 'an enquiry',
  contact: 'a person gets in touch',
  'first-formal-stage': 'the first formal stage',
  'next-stage': 'the next stage',
};

function ruleLine(rule: PolicyDocument['rules'][number], policy: Policy): ViewLine {
  const action = parseAction(rule.before);
  const named = (id: string): string => policy.stages.find((stage) => stage.id === id)?.name ?? choiceInWords(id);
  const targets = (action?.targets ?? []).map(named);
  const needs = rule.needs.map((text) => {
    const need = parseNeed(text);
    return need ? needInWords(need, named) : text;
  });
  return {
    what: `${action ? ACTIONS[action.word].words : rule.before}${targets.length > 0 ? `: ${listInWords(targets, 'or')}` : ''}`,
    value: '',
    detail: `${rule.force === 'may' ? 'May ask for: ' : ''}${needs.join('; ')}${rule.when ? `. Only if it is ${conditionInWords(rule.when)}` : ''}`,
    ...sourceOf(rule, policy),
  };
}

function letterLine({ id, must }: PolicyDocument['letters'][number], policy: Policy): ViewLine {
  const words = id.replaceAll('-', ' ');
  return {
    what: upperFirst(words),
    value: '',
    detail:
      must.length === 0 ? 'in the Code’s words' : listInWords(must.map(({ block }) => block.replaceAll('-', ' '))),
    clauses: [...new Set(must.flatMap(({ clause }) => clause))].map((one) => clauseId(policy, one)),
    readings: [],
  };
}

function sourceOf(
  {
    clause,
    ambiguous,
  }: { readonly clause: readonly string[]; readonly ambiguous?: string | readonly string[] | undefined },
  policy: Policy,
): Pick<ViewLine, 'clauses' | 'readings'> {
  return { clauses: clause.map((one) => clauseId(policy, one)), readings: readingsOf(policy, ambiguous) };
}

/** What must be so, in words that follow "if it is". */
function conditionInWords({ all = [], any = [], none = [], olderThan }: Condition): string {
  const words = (signals: readonly string[]): readonly string[] =>
    signals.map((signal) => (isSignal(signal) ? SIGNAL_WORDS[signal] : undefined) ?? signal.replaceAll('-', ' '));
  const parts = [
    ...(all.length > 0 ? [listInWords(words(all))] : []),
    ...(any.length > 0 ? [listInWords(words(any), 'or')] : []),
    ...(none.length > 0
      ? [none.length > 1 ? `neither ${words(none).join(' nor ')}` : `not ${words(none).join('')}`]
      : []),
    ...(olderThan ? [`older than ${String(olderThan.count)} months`] : []),
  ];
  return parts.length > 0 ? parts.join(', and ') : 'anything else';
}

/** Clause numbers as a line's button says them: "7.1, 7.2". */
export function numbersOf(clauses: readonly string[]): string {
  return [...new Set(clauses.map(clauseNumber))].join(', ');
}
