import { panelDate, lowerFirst } from '../date-words.ts';
import { localDate } from '../dates.ts';
import type { CardProps } from './at-work.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { caseToJoin, escalatableCases, routeNow } from './decide.ts';

/** Which of the sender's open cases the message belongs to. */
export function AttachCard({ work, now, missingChoice, dispatch }: CardProps) {
  const { looked, desk } = work;
  const today = localDate(now);
  const stages = looked.rules.policy.stages;
  const route = routeNow(desk, looked);
  const cases = route.to === 'attach' ? looked.cases : escalatableCases(route, looked);
  if (cases.length < 2) return null;
  return (
    <section class="sec">
      <ChoiceCards
        name="attach"
        legend="It belongs to"
        target="attach"
        choices={cases.map(({ id, reference, messages, receivedAt, stages: own }) => {
          const stage = stages.find((one) => one.id === own.at(-1)?.stage);
          const subject = messages[0]?.subject ?? '';
          return {
            id,
            title: reference,
            note: `${subject === '' ? '' : `${subject}. `}${stage ? `${lowerFirst(stage.name)}, ` : ''}received ${panelDate(localDate(receivedAt), today)}`,
          };
        })}
        value={caseToJoin(desk, looked)?.id ?? null}
        error={missingChoice === 'case' ? 'Choose one to go on' : null}
        onPick={(caseId) => dispatch({ type: 'attach-chosen', caseId })}
      />
    </section>
  );
}
