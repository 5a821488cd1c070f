import type { Instant } from '../dates.ts';
import { ACTIONS, covers, parseAction, type Action } from '../policy/actions.ts';
import { holds } from '../policy/condition.ts';
import { choiceInWords, NEEDS, needInWords, parseNeed } from '../policy/needs.ts';
import { clauseId, readingsOf, type Policy } from '../policy/policy.ts';
import { isSignal } from '../policy/signals.ts';
import { independentRule, NOT_OF } from './handlers.ts';
import { currentStage, type CaseFile, type NeedRecord, type Override } from './case-file.ts';
import { needMet, type Given } from './needs-met.ts';

/** One thing that an action waits for. */
export interface ListedNeed {
  /** In the policy's own language; what `need-recorded` names. */
  readonly need: string;
  readonly words: string;
  readonly isMet: boolean;
  /** What to choose from when a person records it; empty where there is nothing to choose. */
  readonly choices: readonly string[];
  /** All of the choices must be, not one of them. */
  readonly all: boolean;
  /** Whether a person says that it is so, or the case shows it by what happens. */
  readonly from: 'case' | 'person';
  /** The case shows whether it is so: nobody's word counts beside that. */
  readonly isShown: boolean;
  /** Who said that it is so, where somebody did. */
  readonly said: NeedRecord | null;
}

/** A rule about an action: what it asks for, and whether the action waits for it. */
export interface ListedRule {
  /** The rule's id; `record:learning` for a field that must be kept before a case is closed. */
  readonly rule: string;
  /** The action that it is about, as the checklist names it. */
  readonly action: string;
  /** With the policy's name. */
  readonly clauses: readonly string[];
  readonly needs: readonly ListedNeed[];
  /** The policy may ask for it: shown, and holds nothing back. */
  readonly isOptional: boolean;
  readonly override: Override | null;
  readonly holdsBack: boolean;
  /** How the policy's words are read, where they leave it open. */
  readonly readings: readonly string[];
}

/** What stands before one action in a case. It never holds a clock: dates run on whatever is missing. */
export interface Checklist {
  /** As a rule names it: `close:stage-1`. */
  readonly action: string;
  readonly words: string;
  readonly rules: readonly ListedRule[];
  readonly isHeldBack: boolean;
}

export interface ChecklistRequest {
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly now: Instant;
  readonly given?: Given;
}

/**
 * What an action waits for: every rule of the policy about it, and for closing also the fields that must be kept. An
 * action that is done to a stage is taken as of the current one where it names none. Throws RangeError for an action
 * that the language doesn't know.
 */
export function checklist(action: string, request: ChecklistRequest): Checklist {
  const parsed = parseAction(action);
  if (!parsed) throw new RangeError(`not an action: ${JSON.stringify(action)}`);
  const asked = atCurrentStage(parsed, request.file);
  const named = [asked.word, asked.targets.join('|')].filter(Boolean).join(':');
  const rules = [
    ...rulesAbout(asked, request.policy, request.file),
    ...independence(asked, request.policy),
    ...keptBefore(asked, request.policy),
  ].map((rule) => listed(rule, { ...request, asked, action: named }));
  return {
    action: named,
    words: ACTIONS[asked.word].words,
    rules,
    isHeldBack: rules.some(({ holdsBack }) => holdsBack),
  };
}

/** The checklists of all actions that the policy's rules speak of in this case, each once. */
export function checklists(request: ChecklistRequest): readonly Checklist[] {
  const named = [
    ...request.policy.rules.map(({ before }) => before),
    ...request.policy.stages.filter(({ handler }) => handler?.independentOf).map(({ id }) => `assign:${id}`),
    ...(request.policy.records.some(({ required }) => required) ? ['close'] : []),
  ].flatMap((before) => {
    const action = parseAction(before);
    return action && action.targets.length > 0 ? action.targets.map((target) => `${action.word}:${target}`) : [before];
  });
  const all = named.map((action) => checklist(action, request)).filter(({ rules }) => rules.length > 0);
  return all.filter(({ action }, index) => all.findIndex((other) => other.action === action) === index);
}

interface AskedRule {
  readonly id: string;
  readonly clause: readonly string[];
  readonly needs: readonly string[];
  readonly force?: 'may' | undefined;
  readonly ambiguous?: string | readonly string[] | undefined;
}

function rulesAbout(asked: Action, policy: Policy, file: CaseFile): readonly AskedRule[] {
  const facts = { signals: new Set(file.signals.filter(isSignal)), ageMonths: null };
  return policy.rules.filter(({ before, when }) => {
    const action = parseAction(before);
    return action !== null && covers(action, asked) && holds(when, facts);
  });
}

/** A stage that wants somebody who dealt with none of those before, where no rule of the policy's asks for it already. */
function independence({ word, targets }: Action, { stages, rules }: Policy): readonly AskedRule[] {
  if (word !== 'assign') return [];
  return stages
    .filter(({ id }) => targets.length === 0 || targets.includes(id))
    .flatMap(({ id, handler }): AskedRule[] => {
      const needs = (handler?.independentOf ?? []).map((before) => `${NOT_OF}:${before}`);
      const open = needs.filter((need) => !rules.some((rule) => rule.needs.includes(need)));
      return handler && open.length > 0
        ? [{ id: independentRule(id), clause: handler.clause, needs: open, ambiguous: handler.ambiguous }]
        : [];
    });
}

function keptBefore({ word }: Action, { records }: Policy): readonly AskedRule[] {
  if (word !== 'close') return [];
  return records
    .filter(({ required }) => required === 'close')
    .map(({ field, clause, ambiguous }) => ({ id: `record:${field}`, clause, ambiguous, needs: [`record:${field}`] }));
}

function listed(
  rule: AskedRule,
  {
    file,
    policy,
    now,
    given = {},
    asked,
    action,
  }: ChecklistRequest & { readonly asked: Action; readonly action: string },
): ListedRule {
  const stage = ACTIONS[asked.word].of === 'stage' ? (asked.targets[0] ?? null) : (currentStage(file)?.stage ?? null);
  const needs = rule.needs.flatMap((text): ListedNeed[] => {
    const need = parseNeed(text);
    if (!need) return [];
    return [
      {
        need: text,
        words: needInWords(
          need,
          (choice) => policy.stages.find(({ id }) => id === choice)?.name ?? choiceInWords(choice),
        ),
        ...needMet({ need, rule, file, stage, given, now }),
        choices:
          need.word === 'one-of-clauses' ? rule.clause : NEEDS[need.word].takes === 'choices' ? need.choices : [],
        all: need.all,
        from: NEEDS[need.word].from,
      },
    ];
  });
  const override = file.overrides.findLast((one) => one.rule === rule.id && one.action === action) ?? null;
  const isOptional = rule.force === 'may';
  return {
    rule: rule.id,
    action,
    clauses: rule.clause.map((clause) => clauseId(policy, clause)),
    needs,
    isOptional,
    override,
    holdsBack: !isOptional && override === null && needs.some(({ isMet }) => !isMet),
    readings: readingsOf(policy, rule.ambiguous),
  };
}

function atCurrentStage(action: Action, file: CaseFile): Action {
  const stage = currentStage(file)?.stage;
  return ACTIONS[action.word].of === 'stage' && action.targets.length === 0 && stage !== undefined
    ? { ...action, targets: [stage] }
    : action;
}
