import { checklist, type Checklist, type ListedNeed, type ListedRule } from '../../case/checklist.ts';
import { compareInstants, localDate, sameClockTimeOn, toInstant, type Instant } from '../../dates.ts';
import { NOTHING_GIVEN, type GivenNeeds } from '../desk.ts';
import { withGiven } from '../given.ts';
import { noonOf } from '../noon.ts';
import {
  answered,
  answeredLines,
  type Act,
  type ActCase,
  type ActField,
  type ActProblem,
  type Answers,
} from './act.ts';
import { dayOf, penceOf } from './fields.ts';

/** The questions about the time, which every form but the quickest has. */
export const WHEN = { now: 'now', earlier: 'earlier' } as const;

/** What is missing or wrong, in the order of the form; empty = it can be entered. */
export function problemsOf(act: Act, answers: Answers, about: ActCase): readonly ActProblem[] {
  const missing = act.fields(about, answers).flatMap((field) => missingIn(field, answers));
  const moment = happenedAt(act, answers, about);
  const held = heldBack(act, answers, about).flatMap(({ rule }) =>
    answered(answers, overrideId(rule)) === ''
      ? [{ field: overrideId(rule), words: 'Say why you go on without it' }]
      : [],
  );
  const more = missing.length === 0 ? (act.check?.(answers, about) ?? []) : [];
  return [...missing, ...more, ...(typeof moment === 'string' ? [] : [moment]), ...held];
}

/** The rules that hold the act back as it is about to be entered. */
export function heldBack(act: Act, answers: Answers, about: ActCase): readonly ListedRule[] {
  // The form's own question for the reason asks for it already.
  const asksWhy = act.action?.(about, answers)?.given?.reason !== undefined;
  const isAsked = ({ need, isMet }: ListedNeed): boolean => isMet || (asksWhy && need === 'reason');
  const rules = checklistOf(act, answers, about)?.rules ?? [];
  return rules.filter(({ holdsBack, needs }) => holdsBack && !needs.every(isAsked));
}

/** What the policy asks for before the act; null where it says nothing about it. */
export function checklistOf(act: Act, answers: Answers, { file, rules, now, ...about }: ActCase): Checklist | null {
  const action = act.action?.({ file, rules, now, ...about }, answers) ?? null;
  if (!action) return null;
  const { name, also = [], given } = action;
  const known = withGiven(file, givenIn(answers), now);
  const asked = { file: known, policy: rules.policy, now, ...(given ? { given } : {}) };
  const list = checklist(name, asked);
  const all = [list, ...also.map((one) => checklist(one, asked))];
  const wanted = all.flatMap((one) => one.rules);
  return wanted.length > 0 ? { ...list, rules: wanted, isHeldBack: all.some(({ isHeldBack }) => isHeldBack) } : null;
}

/** The question by which somebody says that what a rule asks for is so. */
export function needId(rule: string, need: string): string {
  return `${NEED}${rule} ${need}`;
}

const NEED = 'need ';

/** What is ticked where there is nothing to choose from. */
export const IS_SO = 'so';

/** What was ticked of what the policy's rules ask for. */
export function givenIn(answers: Answers): GivenNeeds {
  const needs = Object.keys(answers)
    .filter((id) => id.startsWith(NEED) && answeredLines(answers, id).length > 0)
    .map((id) => {
      const [rule = '', ...need] = id.slice(NEED.length).split(' ');
      return { rule, need: need.join(' '), chosen: answeredLines(answers, id).filter((one) => one !== IS_SO) };
    });
  return { ...NOTHING_GIVEN, needs };
}

/** The answers without what was ticked for the policy's rules. */
export function withoutNeeds(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !id.startsWith(NEED)));
}

/** The question by which somebody passes over a rule. */
export function overrideId(rule: string): string {
  return `override ${rule}`;
}

/** When it happened: the moment, or what is wrong with it. */
export function happenedAt(act: Act, answers: Answers, { file, now }: ActCase): Instant | ActProblem {
  if (answered(answers, 'when') !== WHEN.earlier) return now;
  const day = dayOf(answers, 'when-day');
  if (day === null) return { field: 'when-day', words: 'Fill in the day' };
  const time = answered(answers, 'when-time');
  const known = time === '' ? null : clockTime(time);
  if (time !== '' && known === null) return { field: 'when-time', words: 'Write the time as 16:20' };
  if (time === '' && act.when === 'minute') return { field: 'when-time', words: 'Write the time as 16:20' };
  const at = known === null ? noonOf(day) : sameClockTimeOn(day, known);
  if (at === null) return { field: 'when-day', words: 'Fill in the day' };
  // A day without its time lies after the receipt of that day, and not after this moment.
  const settled = known !== null ? at : within(at, file.receivedAt, now);
  if (compareInstants(settled, now) > 0) return { field: 'when-day', words: 'That is still to come' };
  if (act.id !== 'received' && compareInstants(settled, file.receivedAt) < 0)
    return { field: 'when-day', words: 'That is before the message came' };
  return settled;
}

function within(at: Instant, receivedAt: Instant, now: Instant): Instant {
  const day = localDate(at);
  if (day === localDate(receivedAt) && compareInstants(at, receivedAt) < 0) return receivedAt;
  return day === localDate(now) && compareInstants(at, now) > 0 ? now : at;
}

function clockTime(text: string): Instant | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return toInstant(`2026-01-01T${hour.padStart(2, '0')}:${minute}:00Z`);
}

function missingIn(field: ActField, answers: Answers): readonly ActProblem[] {
  if (field.kind === 'note' || field.kind === 'working') return [];
  const typed = answered(answers, field.id);
  if (typed === '') return field.isOptional ? [] : [{ field: field.id, words: MISSING[field.kind] }];
  if (field.kind === 'money' && penceOf(typed) === null) return [{ field: field.id, words: MISSING.money }];
  if (field.kind === 'day' && dayOf(answers, field.id) === null) return [{ field: field.id, words: MISSING.day }];
  const isChoice = field.kind === 'cards' || field.kind === 'list';
  if (isChoice && !field.options.some(({ id }) => id === typed))
    return [{ field: field.id, words: MISSING[field.kind] }];
  if (field.kind === 'ticks' && answeredLines(answers, field.id).length === 0)
    return [{ field: field.id, words: MISSING.ticks }];
  return [];
}

const MISSING = {
  line: 'Fill this in',
  text: 'Write something here',
  lines: 'Write at least one line',
  day: 'Fill in the day',
  person: 'Choose or write a name',
  money: 'Write it as 75 or 75.50',
  cards: 'Choose one to go on',
  list: 'Choose one',
  ticks: 'Tick at least one',
} as const;
