import { lowerFirst } from '../../date-words.ts';
import { Heading } from '../Heading.tsx';
import type { Act, ActCase, ActProblem, Answers } from './act.ts';
import { heldBack, withoutNeeds } from './check.ts';
import { FieldInput } from './FieldInput.tsx';
import { HeldRule } from './HeldRule.tsx';
import { WhenField } from './WhenField.tsx';

/** The one form that draws every act: what is asked, when it happened, and what the policy still waits for. */
export function ActForm({
  act,
  answers,
  about,
  problems,
  isCorrection,
  onAnswer,
}: {
  readonly act: Act;
  readonly answers: Answers;
  readonly about: ActCase;
  readonly problems: readonly ActProblem[];
  readonly isCorrection: boolean;
  readonly onAnswer: (change: Answers) => void;
}) {
  const lead = isCorrection ? null : (act.lead?.(about) ?? null);
  const wrong = (field: string): string | null => problems.find((one) => one.field === field)?.words ?? null;
  const still = isCorrection ? [] : heldBack(act, answers, about);
  // What was ticked stays in sight.
  const held = isCorrection ? [] : heldBack(act, withoutNeeds(answers), about);
  return (
    <section class="sec">
      <div class="stack-3">
        <div class="stack">
          <Heading target="screen" level={1} class="page-title">
            {isCorrection ? `Put right: ${lowerFirst(act.title)}` : act.title}
          </Heading>
          {isCorrection && <p>The entry stands as it was made; a correction is entered beside it.</p>}
          {lead !== null && <p>{lead}</p>}
        </div>
        {act.fields(about, answers).map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            answers={answers}
            about={about}
            problem={wrong(field.id)}
            onAnswer={onAnswer}
          />
        ))}
        {act.when !== 'now' && (
          <WhenField
            answers={answers}
            now={about.now}
            needsTime={act.when === 'minute'}
            isCorrection={isCorrection}
            problems={problems}
            onAnswer={onAnswer}
          />
        )}
        {isCorrection && (
          <FieldInput
            field={{ kind: 'line', id: 'why-corrected', label: 'Why is it put right?', isOptional: true }}
            answers={answers}
            about={about}
            problem={null}
            onAnswer={onAnswer}
          />
        )}
        {held.map((rule) => (
          <HeldRule
            key={rule.rule}
            rule={rule}
            isPassable={still.some((one) => one.rule === rule.rule)}
            {...{ answers, about, onAnswer, wrong }}
          />
        ))}
      </div>
    </section>
  );
}
