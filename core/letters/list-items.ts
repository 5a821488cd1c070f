import type { CaseFile } from '../case/case-file.ts';
import { ERASED } from '../case/event.ts';
import { letterDate } from '../date-words.ts';
import { isoDateOrNull, localDate, type IsoDate } from '../dates.ts';
import type { Field } from './fields.ts';
import type { Entries } from './field-sources.ts';
import { gapMark, valueMark } from './markup.ts';
import { clauseOfSentence, linesOf, oneLine, paragraphs, pounds, sentence, toPence } from './plain-line.ts';

/** The items of a list as a template goes through them: texts with their marks, and yes or no. */
export type Items = readonly {
  readonly parts: Readonly<Record<string, string | boolean>>;
  /** The field of a part that can be typed. */
  readonly paths: Readonly<Record<string, string>>;
}[];

interface Listed {
  readonly items: Items;
  readonly fields: readonly Field[];
}

/** How a decision about one point is written down. Anything else is an officer's own words. */
export const OUTCOMES = ['upheld', 'partly-upheld', 'not-upheld'] as const;

/** Each point with what was decided about it and why; a point without either has a gap there. */
export function pointItems(file: CaseFile, entries: Entries): Listed {
  const fields: Field[] = [];
  const items = file.points.flatMap(({ id, text, quoted }, index) => {
    const line = oneLine(text);
    if (line === '') return [];
    const about = `${String(index + 1)}, ${line.length > 60 ? `${line.slice(0, 60)}…` : line}`;
    const ask = (part: string, label: string, input: 'decision' | 'text'): string => {
      const path = `point.${id}.${part}`;
      fields.push({ path, label: `${label}, point ${about}`, place: 'case', input });
      return path;
    };
    const decision = ask('decision', 'Decision', 'decision');
    const reasons = ask('reasons', 'Reasons', 'text');
    const outcome = outcomeOf(file, id, entries);
    const why = reasonsOf(file, id, entries);
    const parts = {
      text: valueMark(line),
      quoted,
      decision: outcome === '' ? gapMark(decision) : valueMark(sentence(outcome)),
      reasons: why === '' ? gapMark(reasons) : valueMark(why),
      upheld: outcome === 'upheld',
      partly: outcome === 'partly-upheld',
      notUpheld: outcome === 'not-upheld',
    };
    return [{ parts, paths: { decision, upheld: decision, reasons } }];
  });
  // A complaint without a point is a gap in the list, not an empty list.
  const none = { quoted: false, decision: '', reasons: '', upheld: false, partly: false, notUpheld: false };
  return { items: items.length > 0 ? items : [{ parts: { ...none, text: gapMark('points') }, paths: {} }], fields };
}

/** What was decided about a point; empty while nothing is. */
export function outcomeOf(file: CaseFile, point: string, entries: Entries): string {
  const answer = file.answers.find((one) => one.point === point);
  return known(answer?.outcome) || oneLine(entries[`point.${point}.decision`] ?? '');
}

function reasonsOf(file: CaseFile, point: string, entries: Entries): string {
  const answer = file.answers.find((one) => one.point === point);
  return known(answer?.reasons) || paragraphs(entries[`point.${point}.reasons`] ?? '');
}

/** What was promised, by whom and by when; an action without either has a gap there. */
export function actionItems(file: CaseFile, today: IsoDate, entries: Entries): Listed {
  const fields: Field[] = [];
  const recorded = file.actions.map(({ id, what, who, by, doneAt }) => ({ id, what, who, by, doneAt }));
  const all = recorded.length > 0 ? recorded : typedActions(entries);
  const items = all.map(({ id, what, who, by, doneAt }, index) => {
    const ask = (part: string, label: string, input: 'line' | 'date'): string => {
      const path = `action.${id}.${part}`;
      fields.push({ path, label: `${label}, action ${String(index + 1)}`, place: 'case', input });
      return path;
    };
    const whoAsked = ask('who', 'Who does it', 'line');
    const byAsked = ask('by', 'By when', 'date');
    const newsAsked = ask('news', 'How far it is', 'line');
    const owner = known(who) || oneLine(entries[whoAsked] ?? '');
    const day = by ?? isoDateOrNull((entries[byAsked] ?? '').trim());
    const news = oneLine(entries[newsAsked] ?? '');
    const parts = {
      what: valueMark(clauseOfSentence(what)),
      who: owner === '' ? gapMark(whoAsked) : valueMark(owner),
      by: day === null ? gapMark(byAsked) : letterDate(day),
      done: doneAt !== null,
      doneOn: doneAt === null ? '' : letterDate(localDate(doneAt)),
      late: doneAt === null && day !== null && day < today,
      news: news === '' ? gapMark(newsAsked) : valueMark(sentence(news)),
    };
    return { parts, paths: { who: whoAsked, by: byAsked, news: newsAsked } };
  });
  const none = { who: '', by: '', done: false, doneOn: '', late: false, news: '' };
  return { items: items.length > 0 ? items : [{ parts: { ...none, what: gapMark('actions') }, paths: {} }], fields };
}

/** Nothing is left to do: an officer said so, or nothing was found that we got wrong. */
export function isNothingLeft(file: CaseFile, entries: Entries): boolean {
  if (file.actions.length > 0) return false;
  const said = (entries['actions'] ?? '').trim();
  const decided =
    file.points.length > 0 && file.points.every(({ id }) => outcomeOf(file, id, entries) === 'not-upheld');
  return NONE.test(said) || (said === '' && decided);
}

/** Something was promised. */
export function hasActions(file: CaseFile, entries: Entries): boolean {
  return file.actions.length > 0 || typedActions(entries).length > 0;
}

const NONE = /^(?:none|nothing)\.?$/i;

function typedActions(entries: Entries): readonly {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly by: IsoDate | null;
  readonly doneAt: null;
}[] {
  return linesOf(entries['actions'] ?? '')
    .filter((line) => !NONE.test(line))
    .map((line, index) => {
      const [what = '', who = '', by = ''] = line.split('|').map((part) => part.trim());
      return { id: `typed-${String(index + 1)}`, what, who, by: isoDateOrNull(by), doneAt: null };
    });
}

/** What money was offered, and for what. */
export function offerItems(file: CaseFile, entries: Entries): Listed {
  const items = offersOf(file, entries).map(({ pence, reason }) => ({
    parts: { amount: valueMark(pounds(pence)), reason: valueMark(clauseOfSentence(reason)) },
    paths: {},
  }));
  return { items, fields: [] };
}

/** Money was offered for more than one thing. */
export function isInParts(file: CaseFile, entries: Entries): boolean {
  return offersOf(file, entries).length > 1;
}

/** The sum of all offers in words of money; null where none was made. */
export function totalOf(file: CaseFile, entries: Entries): string | null {
  const offers = offersOf(file, entries);
  return offers.length === 0 ? null : pounds(offers.reduce((sum, { pence }) => sum + pence, 0));
}

function offersOf(file: CaseFile, entries: Entries): readonly { readonly pence: number; readonly reason: string }[] {
  if (file.compensation.length > 0) return file.compensation;
  return linesOf(entries['offers'] ?? '').flatMap((line) => {
    const [amount = '', reason = ''] = line.split('|').map((part) => part.trim());
    const pence = toPence(amount);
    return pence === null ? [] : [{ pence, reason }];
  });
}

/** What the resident asked us to do differently, in their own words where they are. */
export function adjustmentItems({ adjustments, messages }: CaseFile): Listed {
  const items = adjustments
    .filter((text) => known(text) !== '')
    .map((text) => ({
      parts: {
        text: valueMark(oneLine(text)),
        quoted: messages.some((message) => message.text.includes(text.trim())),
      },
      paths: {},
    }));
  return { items, fields: [] };
}

/** Everybody who complains together. */
export function memberItems(entries: Entries): Listed {
  const items = linesOf(entries['members'] ?? '').map((name) => ({ parts: { name: valueMark(name) }, paths: {} }));
  return { items: items.length > 0 ? items : [{ parts: { name: gapMark('members') }, paths: {} }], fields: [] };
}

function known(text: string | undefined): string {
  const line = oneLine(text ?? '');
  return line === ERASED ? '' : line;
}
