import { lowerFirst } from '../../date-words.ts';
import { Heading } from '../Heading.tsx';
import { Note } from '../Note.tsx';
import { clausesInWords } from '../../deadlines/words.ts';
import { answered, type Act, type ActCase, type ActProblem, type Answers } from './act.ts';
import { heldBack, overrideId } from './check.ts';
import { FieldInput } from './FieldInput.tsx';
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
  const held = isCorrection ? [] : heldBack(act, answers, about);
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
        {held.map(({ rule, clauses, needs }) => (
          <div key={rule} class="stack">
            <Note icon="waits" title={`The policy waits for something first (${clausesInWords(clauses)})`}>
              <ul class="bullets">
                {needs
                  .filter(({ isMet }) => !isMet)
                  .map(({ need, words }) => (
                    <li key={need}>{words}</li>
                  ))}
              </ul>
            </Note>
            <FieldInput
              field={{
                kind: 'text',
                id: overrideId(rule),
                label: 'Why do you go on without it?',
                hint: 'It is kept on the case, with your name.',
              }}
              answers={answers}
              about={about}
              problem={answered(answers, overrideId(rule)) === '' ? wrong(overrideId(rule)) : null}
              onAnswer={onAnswer}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
