import { caseFile, currentStage } from '../../case/case-file.ts';
import { checklist } from '../../case/checklist.ts';
import type { EventDraft } from '../../case/event.ts';
import { count } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import type { Problem, Toast } from '../state.ts';
import { rulesOfCase } from './rules.ts';
import { actorOf, londonNow, problemOf, type Run } from './run.ts';

/** The most cases that are ticked by one press. */
const MOST = 5_000;

/** Finds every case of the list as it is narrowed, also those that aren't loaded. */
export async function findAll(run: Run): Promise<void> {
  const { due, now } = run.state();
  const { words, filter } = due.find;
  try {
    const { entries } = await run.ports.register.list({
      today: localDate(now),
      filter,
      ...(words.trim() === '' ? {} : { words: words.trim() }),
      limit: MOST,
    });
    run.dispatch({ type: 'all-found', caseIds: [...new Set(entries.map(({ row }) => row.caseId))] });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was ticked') });
  }
}

/**
 * Gives the ticked cases to somebody else: all in one entry of the register, so that it is all or none. Cases that are at
 * no stage, and those whose policy wants somebody else, stay as they are and are named.
 */
export async function giveSeveral(run: Run): Promise<void> {
  const { several } = run.state().due;
  if (!several) return;
  const handler = several.handler.trim();
  try {
    const drafts: EventDraft[] = [];
    const left: string[] = [];
    for (const caseId of several.chosen) {
      const file = caseFile(await run.ports.register.eventsOf(caseId));
      const stage = currentStage(file)?.stage ?? null;
      if (stage === null || file.closed) {
        left.push(file.reference);
        continue;
      }
      if (file.handler === handler) continue;
      const { policy } = await rulesOfCase(run, file);
      const now = londonNow(run);
      const { isHeldBack } = checklist(`assign:${stage}`, { file, policy, now, given: { handler } });
      if (isHeldBack) left.push(file.reference);
      else
        drafts.push({
          caseId,
          actor: actorOf(run.state()),
          occurredAt: now,
          type: 'handler-assigned',
          data: { stage },
          personal: { name: handler },
        });
    }
    const entered = drafts.length > 0 ? await run.ports.register.append(drafts) : [];
    run.dispatch({ type: 'several-done', toast: toastOf(entered), problem: problemFor(left) });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was changed') });
  }
}

function toastOf(entered: readonly { readonly id: string; readonly caseId: string }[]): Omit<Toast, 'number'> | null {
  const [first, ...others] = entered;
  if (!first) return null;
  return {
    words: `Handler changed for ${count(entered.length, 'case')}`,
    reference: null,
    undo: [first.id],
    others: others.map(({ id, caseId }) => ({ caseId, undo: [id] })),
    caseId: first.caseId,
    key: null,
  };
}

function problemFor(left: readonly string[]): Problem | null {
  if (left.length === 0) return null;
  const names = left.slice(0, 5).join(', ');
  const more = left.length > 5 ? ` and ${String(left.length - 5)} more` : '';
  return {
    title: left.length === 1 ? '1 case stayed as it was' : `${count(left.length, 'case')} stayed as they were`,
    body: `${names}${more}: at no stage, or the policy wants somebody who did not answer before. Open each to decide.`,
    isAlert: false,
  };
}
