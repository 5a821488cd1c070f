import { checklist, checklists, type Checklist } from '../case/checklist.ts';
import type { CaseFile } from '../case/case-file.ts';
import { askedBy, doneByAnswer, doneByLetter, isAnswer } from '../case/done-by.ts';
import type { Given } from '../case/needs-met.ts';
import type { Instant } from '../dates.ts';
import { acknowledgementKindOf } from '../letters/kinds.ts';
import { parseAction, type ActionWord } from '../policy/actions.ts';
import type { CaseAct } from './case-acts.ts';
import type { GivenNeeds } from './desk.ts';
import { withGiven } from './given.ts';
import type { OpenCase } from './state.ts';

/** What still stands before an act by the policy; null for an act that nothing holds back. */
export function heldByAct({ file, rules }: OpenCase, act: CaseAct, now: Instant): Checklist | null {
  const asked = actionOf(act, file);
  return asked && firstHeld({ file, rules }, asked, now);
}

/** What the policy wants before details of the case leave it in a file; null where nothing holds that back. */
export function heldBySharing(opened: Pick<OpenCase, 'file' | 'rules'>, now: Instant): Checklist | null {
  return firstHeld(opened, { actions: ['share'], given: {} }, now);
}

function firstHeld({ file, rules }: Pick<OpenCase, 'file' | 'rules'>, asked: Asked, now: Instant): Checklist | null {
  if (file.closed) return null;
  const lists = asked.actions.map((action) =>
    checklist(action, { file, policy: rules.policy, now, given: asked.given }),
  );
  return lists.find(({ isHeldBack }) => isHeldBack) ?? null;
}

/** What the policy wants before a letter goes into a reply; nothing where it wants nothing. */
export function heldByLetter(
  { file, rules }: OpenCase,
  { kind, given, now }: { readonly kind: string | null; readonly given: GivenNeeds; readonly now: Instant },
): readonly Checklist[] {
  const id = kind ?? acknowledgementKindOf(file, rules.policy);
  const asked = { file: withGiven(file, given, now), policy: rules.policy, now, given: askedBy(file) };
  return doneByLetter(id, file)
    .map((action) => checklist(action, asked))
    .filter(({ rules: { length } }) => length > 0);
}

/** The actions that a person comes to in the course of every case; the others stand behind them. */
const USUAL: ReadonlySet<ActionWord> = new Set<ActionWord>([
  'accept',
  'open',
  'assign',
  'panel',
  'respond',
  'close',
  'disclose-to-representative',
]);

/** The checklists of a case, those of its course first; what can't come up in it is left out. */
export function caseChecklists(
  { file, rules }: OpenCase,
  { given, now }: { readonly given: GivenNeeds; readonly now: Instant },
): { readonly usual: readonly Checklist[]; readonly others: readonly Checklist[] } {
  const all = checklists({ file: withGiven(file, given, now), policy: rules.policy, now }).filter(({ action }) =>
    mayComeUp(action, { file, rules }),
  );
  const isUsual = ({ action }: Checklist): boolean => USUAL.has(parseAction(action)?.word ?? 'share');
  return { usual: all.filter(isUsual), others: all.filter((list) => !isUsual(list)) };
}

/** A stage's action comes up at that stage; authority only where somebody writes for somebody else. */
function mayComeUp(action: string, { file, rules }: Pick<OpenCase, 'file' | 'rules'>): boolean {
  const { word, targets } = parseAction(action) ?? { word: 'share', targets: [] };
  const stage = file.stages.at(-1)?.stage;
  switch (word) {
    case 'disclose-to-representative':
      return file.representative !== null || file.signals.includes('group');
    case 'assign':
    case 'close':
    case 'respond':
      return stage !== undefined && (targets.length === 0 || targets.includes(stage));
    case 'open': {
      const next = rules.policy.stages.find(({ id }) => id === stage)?.next?.stage;
      return stage === undefined || targets.some((target) => target === stage || target === next);
    }
    case 'panel':
      return stage !== undefined;
    case 'exclude':
      return file.refusal === null;
    default:
      return true;
  }
}

interface Asked {
  readonly actions: readonly string[];
  readonly given: Given;
}

function actionOf(act: CaseAct, file: CaseFile): Asked | null {
  switch (act.kind) {
    case 'response-sent':
      return { actions: doneByAnswer(file), given: {} };
    case 'letter-sent':
      return isAnswer(act.letter) ? { actions: doneByAnswer(file), given: {} } : null;
    case 'assigned':
      return { actions: ['assign'], given: { handler: act.name } };
    default:
      return null;
  }
}
