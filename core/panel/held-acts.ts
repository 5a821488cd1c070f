import { checklist, checklists, type Checklist } from '../case/checklist.ts';
import type { CaseFile } from '../case/case-file.ts';
import { disclosing } from '../case/disclosing.ts';
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
  if (!asked || file.closed) return null;
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
  const asked = { file: withGiven(file, given, now), policy: rules.policy, now };
  return ['insert', `letter:${id}`, ...(isAnswer(id) ? ['respond', ...disclosing(file)] : [])]
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
    mayComeUp(action, file),
  );
  const isUsual = ({ action }: Checklist): boolean => USUAL.has(parseAction(action)?.word ?? 'share');
  return { usual: all.filter(isUsual), others: all.filter((list) => !isUsual(list)) };
}

/** A stage's action comes up at that stage; authority only where somebody writes for somebody else. */
function mayComeUp(action: string, file: CaseFile): boolean {
  const { word, targets } = parseAction(action) ?? { word: 'share', targets: [] };
  const stage = file.stages.at(-1)?.stage;
  switch (word) {
    case 'disclose-to-representative':
      return file.representative !== null || file.signals.includes('group');
    case 'assign':
    case 'close':
    case 'respond':
      return stage !== undefined && (targets.length === 0 || targets.includes(stage));
    case 'open':
      return stage !== undefined && targets.includes(stage);
    case 'panel':
      return stage !== undefined;
    case 'exclude':
      return file.refusal === null;
    default:
      return true;
  }
}

function isAnswer(letter: string): boolean {
  return letter.endsWith('-response');
}

function actionOf(act: CaseAct, file: CaseFile): { readonly actions: readonly string[]; readonly given: Given } | null {
  switch (act.kind) {
    case 'response-sent':
      return { actions: ['respond', ...disclosing(file)], given: {} };
    case 'letter-sent':
      return isAnswer(act.letter) ? { actions: ['respond', ...disclosing(file)], given: {} } : null;
    case 'assigned':
      return { actions: ['assign'], given: { handler: act.name } };
    default:
      return null;
  }
}
