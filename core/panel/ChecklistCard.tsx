import { useState } from 'preact/hooks';
import type { Checklist } from '../case/checklist.ts';
import { count, lowerFirst } from '../date-words.ts';
import type { Instant } from '../dates.ts';
import { parseAction } from '../policy/actions.ts';
import type { Policy } from '../policy/policy.ts';
import type { Dispatch } from './actions.ts';
import { NOTHING_GIVEN, type GivenNeeds } from './desk.ts';
import { caseChecklists } from './held-acts.ts';
import { Heading } from './Heading.tsx';
import { HeldBack } from './HeldBack.tsx';
import { Icon } from './Icon.tsx';
import type { OpenCase, PanelState } from './state.ts';

/**
 * What the policy wants before each thing that is done about a case: what is there, what is missing, recording it, or going
 * past it with a reason. It holds back what is done, never a clock.
 */
export function ChecklistCard({
  opened,
  held,
  now,
  onMessage,
  dispatch,
}: {
  readonly opened: OpenCase;
  readonly held: PanelState['held'];
  readonly now: Instant;
  readonly onMessage: boolean;
  readonly dispatch: Dispatch;
}) {
  const [given, setGiven] = useState<GivenNeeds>(NOTHING_GIVEN);
  const [isMissing, setMissing] = useState(false);
  const { file, rules } = opened;
  const { usual, others } = caseChecklists(opened, { given, now });
  if (usual.length + others.length === 0 || file.closed) return null;
  const stopped = held?.caseId === file.id ? held.action : null;
  const hasGiven = given.needs.length + given.overrides.length > 0;
  const record = (): void => {
    const isComplete = given.overrides.every(({ reason }) => reason.trim() !== '');
    setMissing(!isComplete);
    if (!isComplete) return;
    dispatch({ type: 'act', caseId: file.id, act: { kind: 'given', given }, onMessage });
    setGiven(NOTHING_GIVEN);
  };
  const lines = (lists: readonly Checklist[]) =>
    lists.map((list) => (
      <details key={list.action} class="fold check" open={list.action === stopped}>
        <summary>
          <Icon name={list.isHeldBack ? 'waits' : 'done'} />
          <span>
            <b>{actionWords(list, rules.policy)}</b> <span class="meta">{countWords(list)}</span>
          </span>
          <Icon name="turn" class="turn" />
        </summary>
        <div class="stack">
          <HeldBack
            list={list}
            policy={rules.policy}
            given={given}
            isMissing={isMissing || list.action === stopped}
            onChange={setGiven}
          />
          {hasGiven && (
            <p>
              <button type="button" class="btn small" onClick={record}>
                Record it
              </button>
            </p>
          )}
        </div>
      </details>
    ));
  return (
    <section class="sec">
      <div class="sec-head">
        <Heading target="checklist">What the policy wants first</Heading>
      </div>
      {stopped !== null && (
        <p>
          {parseAction(stopped)?.word === 'share'
            ? 'No file was made yet: the policy wants something before that. Record it, then press for the file again.'
            : 'Nothing was recorded yet: the policy wants something before that. The clocks run on.'}
        </p>
      )}
      {lines(usual)}
      {others.length > 0 && (
        <details class="fold" open={others.some(({ action }) => action === stopped)}>
          <summary>
            Other things that may come up <Icon name="turn" class="turn" />
          </summary>
          <div>{lines(others)}</div>
        </details>
      )}
    </section>
  );
}

/** "Close stage one", "Answer". */
function actionWords({ action, words }: Checklist, policy: Policy): string {
  const { targets = [] } = parseAction(action) ?? {};
  const names = targets.flatMap((target) => policy.stages.find(({ id }) => id === target)?.name ?? []);
  return names.length === 0 ? words : `${words}: ${names.map(lowerFirst).join(', ')}`;
}

function countWords({ rules, isHeldBack }: Checklist): string {
  const open = rules.filter(({ holdsBack }) => holdsBack).flatMap(({ needs }) => needs.filter(({ isMet }) => !isMet));
  if (isHeldBack) return `${count(open.length, 'thing')} still missing`;
  if (rules.some(({ override }) => override !== null)) return 'passed over, with a reason';
  return rules.every(({ isOptional }) => isOptional) ? 'may be asked for' : 'all there';
}
