import { listInWords } from '../core/date-words.ts';
import { DUTY_WORDS, spanInWords } from '../core/deadlines/words.ts';
import { ACTIONS, parseAction } from '../core/policy/actions.ts';
import { policyInWords } from '../core/policy/in-words.ts';
import { needInWords, parseNeed } from '../core/policy/needs.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Condition } from '../core/policy/schema.ts';

/** A whole policy as text: part by part, each line with its clauses, readings set in below. */
export function policyText(policy: Policy): string {
  const said = policyInWords(policy)
    .filter(({ lines }) => lines.length > 0)
    .map(({ part, lines }) =>
      block(
        part,
        lines.map(({ words, clauses, readings }) => line(words, clauses.map(plain), readings)),
      ),
    );
  return `${[`${policy.name}, ${policy.version}`, ...said, ...decided(policy)].join('\n\n')}\n`;
}

/** What it decides: where a message goes, dates, what must come first, letters. */
function decided(policy: Policy): readonly string[] {
  const readings = (codes: string | readonly string[] | undefined): readonly string[] =>
    [codes ?? []]
      .flat()
      .flatMap((code) => policy.readings?.filter((one) => one.code === code).map(({ text }) => text) ?? []);
  const stage = (id: string | undefined): string => policy.stages.find((one) => one.id === id)?.name ?? '';
  return [
    block(
      'routes, the first that fits',
      policy.routes.map(({ when, to, clause, ambiguous }) =>
        line(`${conditionText(when)}: ${to}`, clause, readings(ambiguous)),
      ),
    ),
    block(
      'dates',
      policy.timers.map(({ stage: at, does, within, on, when, clause, ambiguous }) =>
        line(
          `${[stage(at), DUTY_WORDS[does]].filter(Boolean).join(': ')}, ${spanInWords(within)} from ${on}${when ? ` if ${conditionText(when)}` : ''}`,
          clause,
          readings(ambiguous),
        ),
      ),
    ),
    block(
      'rules',
      policy.rules.map(({ before, needs, force, clause, ambiguous }) =>
        line(
          `${actionText(before, stage)}: ${force === 'may' ? 'may ask: ' : ''}${needs.map(needText).join('; ')}`,
          clause,
          readings(ambiguous),
        ),
      ),
    ),
    block(
      'letters',
      policy.letters.map(({ id, must }) =>
        line(
          `${id}: ${must.map(({ block: name }) => name).join(', ') || 'in the Code’s words'}`,
          must.flatMap(({ clause }) => clause),
          [],
        ),
      ),
    ),
  ].filter((text) => text !== '');
}

function block(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading.toUpperCase(), ...lines].join('\n');
}

function line(words: string, clauses: readonly string[], readings: readonly string[]): string {
  const source = clauses.length > 0 ? ` (${[...new Set(clauses)].join(', ')})` : '';
  return [`  ${words}${source}`, ...readings.map((reading) => `      ${reading}`)].join('\n');
}

function plain(clause: string): string {
  return clause.slice(clause.indexOf('/') + 1);
}

function conditionText({ all = [], any = [], none = [], olderThan }: Condition): string {
  const parts = [
    ...all,
    ...(any.length > 0 ? [listInWords(any, 'or')] : []),
    ...(none.length > 0 ? [`not ${listInWords(none, 'or')}`] : []),
    ...(olderThan ? [`over ${String(olderThan.count)} months old`] : []),
  ];
  return parts.length > 0 ? parts.join(' + ') : 'always';
}

function actionText(before: string, stage: (id: string) => string): string {
  const action = parseAction(before);
  if (!action) return before;
  const targets = action.targets.map((target) => stage(target) || target);
  return `${ACTIONS[action.word].words}${targets.length > 0 ? ` (${listInWords(targets, 'or')})` : ''}`;
}

function needText(text: string): string {
  const need = parseNeed(text);
  return need ? needInWords(need) : text;
}
