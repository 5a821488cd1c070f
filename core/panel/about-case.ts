import { currentStage, type CaseFile } from '../case/case-file.ts';
import { panelDate } from '../date-words.ts';
import { localDate, type IsoDate } from '../dates.ts';
import type { Policy } from '../policy/policy.ts';

/** "Door entry. Stage one, answered Thu 5 Mar by Priya Nair." */
export function aboutCase(file: CaseFile, policy: Policy, today: IsoDate): string {
  const stage = currentStage(file);
  const name = policy.stages.find(({ id }) => id === stage?.stage)?.name ?? '';
  const by = stage?.handler ? ` by ${stage.handler}` : '';
  const state = stage?.response
    ? `answered ${panelDate(localDate(stage.response.sentAt), today)}${by}`
    : `received ${panelDate(localDate(file.receivedAt), today)}, not answered yet`;
  const subject = file.messages[0]?.subject ?? '';
  const closed = file.closed ? ` Closed ${panelDate(localDate(file.closed.at), today)}.` : '';
  return `${subject === '' ? '' : `${subject}. `}${name === '' ? '' : `${name}, `}${state}.${closed}`;
}
