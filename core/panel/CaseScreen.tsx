import { currentStage } from '../case/case-file.ts';
import { localDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { CaseBanners } from './CaseBanners.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseMessages } from './CaseMessages.tsx';
import { ChecklistCard } from './ChecklistCard.tsx';
import { ChoiceStep } from './ChoiceStep.tsx';
import { DatesCard } from './DatesCard.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { othersWaiting } from './others-waiting.ts';
import type { PanelState } from './state.ts';
import { decisionOfCase } from './verdict-words.ts';

/** A case away from its message: whose, at which stage, its dates, what it is about, what happened, and the messages. */
export function CaseScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { now, setup, caseId } = state;
  const opened = caseId === null ? undefined : state.cases[caseId];
  if (!opened || !setup) return null;
  const { file, rules } = opened;
  const stage = rules.policy.stages.find(({ id }) => id === currentStage(file)?.stage);
  const name = file.complainant?.name || file.messages[0]?.from?.name || file.messages[0]?.from?.address || '';
  const { part } = state.acts;
  return (
    <>
      <section class="sec">
        <div class="stack">
          <button type="button" class="link back" onClick={() => dispatch({ type: 'went', screen: 'due' })}>
            <Icon name="back" /> Due
          </button>
          <Heading target="screen" level={1} class="page-title">
            <span class="nobr">{file.reference}</span> <bdi>{name}</bdi>
          </Heading>
          <p class="sure">
            <span class="tag">{file.closed ? 'Closed' : (stage?.name ?? decisionOfCase(opened)[0])}</span>
            <span class="meta">
              {(file.kind === 'complaint' || file.kind === 'enquiry') &&
                (file.handler === null ? 'No handler yet · ' : <bdi>{file.handler} · </bdi>)}
              {rules.policy.shortName}
            </span>
          </p>
        </div>
      </section>
      <CaseBanners opened={opened} settings={setup.settings} onMessage={false} dispatch={dispatch} />
      <DatesCard key={file.id} opened={opened} now={now} others={othersWaiting(state)} />
      <section class="sec">
        <div class="sec-head">
          <h2>What it is about</h2>
          <button type="button" class="link" onClick={() => dispatch({ type: 'acts-wanted', caseId: file.id })}>
            Enter what happened…
          </button>
        </div>
        <CaseFacts opened={opened} />
      </section>
      <ChoiceStep opened={opened} now={now} onMessage={false} dispatch={dispatch} />
      <ChecklistCard
        key={`checklist ${file.id}`}
        opened={opened}
        held={state.held}
        now={now}
        onMessage={false}
        dispatch={dispatch}
      />
      {part && (
        <>
          <part.CaseHistory key={file.id} opened={opened} now={now} dispatch={dispatch} />
          <part.CaseLetters opened={opened} now={now} />
        </>
      )}
      <CaseMessages file={file} today={localDate(now)} dispatch={dispatch} />
      {part && <part.IntoPage key={`into ${file.id}`} state={state} opened={opened} dispatch={dispatch} />}
      <section class="sec case-files">
        <button
          type="button"
          class="btn small"
          onClick={() => dispatch({ type: 'case-file-wanted', caseId: file.id, kind: 'evidence' })}
        >
          <Icon name="save" /> Evidence bundle
        </button>
        <button
          type="button"
          class="btn small"
          onClick={() => dispatch({ type: 'case-file-wanted', caseId: file.id, kind: 'calendar' })}
        >
          <Icon name="calendar" /> Dates for a calendar
        </button>
        <button type="button" class="btn small" onClick={printAll}>
          Print
        </button>
      </section>
    </>
  );
}

/** Prints the case with everything unfolded: paper can't be pressed. */
function printAll(): void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const one of folded) one.open = true;
  print();
  for (const one of folded) one.open = false;
}
