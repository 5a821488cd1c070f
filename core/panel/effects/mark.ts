import { currentStage, type CaseFile } from '../../case/case-file.ts';
import type { MessageMark } from '../../host.ts';
import { dutyWords } from '../due-words.ts';
import type { OpenCase } from '../state.ts';
import { actorOf, londonNow, wordsOf, type Run } from './run.ts';

/**
 * Leaves the case's mark on the open message where the host has a place for it, as far as the case has come; takes it away
 * once the message is on no case any more. The register is the record: a mark that fails is said and stops nothing.
 */
export async function markMessage(run: Run, caseId: string): Promise<void> {
  const { host } = run.ports;
  const { open, desk, cases } = run.state();
  if (!host.markMessage || open.kind !== 'message' || open.source !== 'host') return;
  const isOnIt = desk?.caseId === caseId || open.looked?.found?.caseId === caseId;
  const opened = cases[caseId];
  // What was undone left no case behind.
  const isGone = !opened && open.beside?.mark != null;
  if (!isOnIt && !isGone) return;
  const { key } = open;
  try {
    const mark = opened && isOnIt ? await markOf(run, opened) : null;
    const failed = await host.markMessage(mark, key);
    run.dispatch({ type: 'marked', key, mark, failed });
  } catch (error) {
    run.dispatch({ type: 'marked', key, mark: open.beside?.mark ?? null, failed: wordsOf(error) });
  }
}

async function markOf(run: Run, { file, rules }: OpenCase): Promise<MessageMark> {
  const stage = stageOf(file, rules.policy.stages);
  const row = await run.ports.register.row(file.id);
  const [next] = row?.duties.toSorted((left, right) => (left.day < right.day ? -1 : 1)) ?? [];
  return {
    reference: file.reference,
    stage: stage?.name ?? null,
    stageOrder: stage?.formal === true ? stage.order : null,
    due: next ? { what: dutyWords(next), day: next.day } : null,
    by: actorOf(run.state()).name,
    at: londonNow(run),
  };
}

function stageOf<Stage extends { readonly id: string }>(file: CaseFile, stages: readonly Stage[]): Stage | undefined {
  const at = currentStage(file)?.stage;
  return stages.find(({ id }) => id === at);
}
