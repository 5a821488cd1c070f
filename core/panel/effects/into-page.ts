import { escapeHtml } from '../../escape-html.ts';
import type { FillOutcome, Records } from '../../host.ts';
import type { FillPart } from '../../record.ts';
import { caseSummary, fillText } from '../case-summary.ts';
import type { FillAct, FillState } from '../fill-state.ts';
import type { OpenCase } from '../state.ts';
import { someoneElse } from '../whose-page.ts';
import type { copyDraft } from './clipboard.ts';
import { problemOf, type Run } from './run.ts';

/** Brings a case into the CRM: two lines on the clipboard, or chosen fields of the page in front. Each step is a press. */
export async function intoPage(
  run: Run,
  { caseId, act }: { readonly caseId: string; readonly act: FillAct },
  copy: Copy,
): Promise<void> {
  const opened = run.state().cases[caseId];
  const { records } = run.ports.host;
  if (!opened) return;
  try {
    if (act.kind === 'copy') await copySummary(run, opened, copy);
    else if (records) await fillStep({ run, records, opened, fill: fillOf(run, caseId) }, act);
  } catch (error) {
    const { fill } = run.state();
    if (fill) run.dispatch({ type: 'fill-shown', fill: { ...fill, pointing: null, isFilling: false } });
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The page doesn’t answer') });
  }
}

type Copy = typeof copyDraft;

async function copySummary(run: Run, opened: OpenCase, copy: Copy): Promise<void> {
  const text = caseSummary(opened);
  const html = escapeHtml(text).replaceAll('\n', '<br>');
  if (await copy({ text, html })) run.dispatch({ type: 'copied' });
  else
    run.dispatch({
      type: 'failed',
      problem: { title: 'Nothing was copied', body: 'This program lets nothing be copied.', isAlert: true },
    });
}

interface Step {
  readonly run: Run;
  readonly records: Records;
  readonly opened: OpenCase;
  readonly fill: FillState;
}

function fillOf(run: Run, caseId: string): FillState {
  const { fill } = run.state();
  return fill?.caseId === caseId
    ? fill
    : { caseId, page: null, pointing: null, leftOut: [], isFilling: false, isAgreed: false, done: {} };
}

async function fillStep({ run, records, opened, fill }: Step, act: Exclude<FillAct, { kind: 'copy' }>): Promise<void> {
  const show = (next: FillState | null): void => run.dispatch({ type: 'fill-shown', fill: next });
  switch (act.kind) {
    case 'begin':
      show({ ...fill, page: await records.fillPage(), pointing: null, isAgreed: false, done: {} });
      return;
    case 'agree':
      show({ ...fill, isAgreed: true });
      return;
    case 'leave':
      if (fill.pointing) await records.stopPointing();
      show(null);
      return;
    case 'toggle': {
      const isOut = fill.leftOut.includes(act.part);
      const leftOut = isOut ? fill.leftOut.filter((part) => part !== act.part) : [...fill.leftOut, act.part];
      show({ ...fill, leftOut });
      return;
    }
    case 'point': {
      if (!fill.page) return;
      show({ ...fill, pointing: act.part, done: {} });
      await records.pointToFill(act.part, fill.page.key);
      // Another part is being pointed at by now, or the card was left: that answer is awaited.
      if (run.state().fill?.pointing !== act.part) return;
      const page = await records.fillPage();
      // Another record by now: what was agreed to was the one before.
      show({ ...fill, page, pointing: null, isAgreed: fill.isAgreed && page?.key === fill.page.key, done: {} });
      return;
    }
    case 'fill':
      await fillAll({ run, records, opened, fill });
  }
}

/** Field after field; one that is refused doesn't keep the others out, and each says what became of it. */
async function fillAll({ run, records, opened, fill }: Step): Promise<void> {
  const { page } = fill;
  if (!page || fill.isFilling || (someoneElse(opened, page) !== null && !fill.isAgreed)) return;
  run.dispatch({ type: 'fill-shown', fill: { ...fill, isFilling: true, done: {} } });
  const done: Partial<Record<FillPart, FillOutcome>> = {};
  for (const target of page.targets) {
    const text = fillText(opened, target);
    if (text === null || target.holds === null || text === target.holds || fill.leftOut.includes(target.part)) continue;
    done[target.part] = await records.fill({ key: page.key, part: target.part, holds: target.holds, text });
  }
  const now = await records.fillPage();
  // What stands in the fields is shown as the page has it now; another page's are not shown for it.
  const shown = now?.key === page.key ? now : page;
  run.dispatch({ type: 'fill-shown', fill: { ...fill, page: shown, isFilling: false, done } });
}
