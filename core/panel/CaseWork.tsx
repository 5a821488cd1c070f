import { count, panelDate, lowerFirst } from '../date-words.ts';
import { localDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { CaseBanners } from './CaseBanners.tsx';
import { ChecklistCard } from './ChecklistCard.tsx';
import { ChoiceStep } from './ChoiceStep.tsx';
import { clausesNamed } from '../policy/clause-words.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { DatesCard } from './DatesCard.tsx';
import { DoneLine } from './DoneLine.tsx';
import { openDuty } from './next-step.ts';
import { passedOn } from './passed-on.ts';
import { tidied } from './setup.ts';
import { othersWaiting } from './others-waiting.ts';
import type { OpenCase, PanelState } from './state.ts';
import { decisionOfCase } from './verdict-words.ts';

/** A case beside its message: what is done folds to lines; the dates, or the letter, or its sending, stand open. */
export function CaseWork({
  work,
  opened,
  state,
  dispatch,
}: {
  readonly work: AtWork;
  readonly opened: OpenCase;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { desk } = work;
  const { now, setup, letterCards: cards } = state;
  const { part } = state.acts;
  const { file, rules } = opened;
  if (!setup) return null;
  const stage = rules.policy.stages.find(({ id }) => id === file.stages.at(-1)?.stage);
  const isAcknowledged = (file.stages.at(-1)?.acknowledgements.length ?? 0) > 0;
  const contact = openDuty(file, rules, 'contact');
  const dates = (isUnfolded: boolean) => (
    <DatesCard key={file.id} opened={opened} now={now} others={othersWaiting(state)} unfolded={isUnfolded} />
  );
  switch (desk.step) {
    case 'letter':
      return (
        <>
          <DoneLine
            what={file.reference}
            detail={contact ? `contact by ${panelDate(contact.day, localDate(now))}` : lowerFirst(stage?.name ?? '')}
          >
            <CaseFacts opened={opened} />
          </DoneLine>
          {state.writeLetter && cards && (
            <cards.LetterCard
              opened={opened}
              passed={passedOn(work.looked.reading)}
              desk={desk}
              settings={tidied(setup.settings)}
              write={state.writeLetter}
              now={now}
              missingChoice={state.missingChoice}
              dispatch={dispatch}
            />
          )}
        </>
      );
    case 'placed':
      return (
        <>
          <DoneLine
            what={file.reference}
            detail={[lowerFirst(stage?.name ?? ''), file.handler ?? ''].filter(Boolean).join(' · ')}
          >
            <CaseFacts opened={opened} />
          </DoneLine>
          {cards && <cards.PlacedCard desk={desk} host={state.host} now={now} file={file} dispatch={dispatch} />}
          {dates(false)}
        </>
      );
    default: {
      const [what, detail] = decisionOfCase(opened);
      const points = file.points.length > 0 ? count(file.points.length, 'point') : '';
      return (
        <>
          <CaseBanners opened={opened} settings={setup.settings} onMessage dispatch={dispatch} />
          <DoneLine what={what} detail={detail} />
          {file.refusal?.isPart && (
            <DoneLine
              what="A part isn’t taken up"
              detail={clausesNamed(file.refusal.clauses.slice(0, 1)).toLowerCase()}
            />
          )}
          <DoneLine what={file.reference} detail={[points, file.handler ?? ''].filter(Boolean).join(' · ')}>
            <CaseFacts opened={opened} />
          </DoneLine>
          {dates(desk.step === 'case' && file.drafts.length === 0)}
          <ChoiceStep opened={opened} now={now} onMessage dispatch={dispatch} />
          <ChecklistCard key={file.id} opened={opened} held={state.held} now={now} onMessage dispatch={dispatch} />
          {/* What was typed or pasted came from a page or a telephone call: the CRM knows nothing of the case yet. */}
          {part && work.open.source === 'pasted' && <part.IntoPage state={state} opened={opened} dispatch={dispatch} />}
          {isAcknowledged && file.closed === null && (
            <section class="sec">
              <button type="button" class="link" onClick={() => dispatch({ type: 'write-letter' })}>
                Correct the acknowledgement…
              </button>
            </section>
          )}
        </>
      );
    }
  }
}
