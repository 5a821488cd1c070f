import type { ListedNeed, ListedRule } from '../../case/checklist.ts';
import { clausesInWords } from '../../deadlines/words.ts';
import { choiceLabel } from '../HeldBack.tsx';
import { Note } from '../Note.tsx';
import { answered, type ActCase, type ActField, type Answers } from './act.ts';
import { IS_SO, needId, overrideId } from './check.ts';
import { FieldInput } from './FieldInput.tsx';
import { option } from './fields.ts';

/** A rule of the policy that an act waits for: what a person may say is so, and the way past it with a reason. */
export function HeldRule({
  rule: { rule, clauses, needs },
  isPassable,
  answers,
  about,
  wrong,
  onAnswer,
}: {
  readonly rule: ListedRule;
  /** It still holds the act back as the form is answered. */
  readonly isPassable: boolean;
  readonly answers: Answers;
  readonly about: ActCase;
  readonly wrong: (field: string) => string | null;
  readonly onAnswer: (change: Answers) => void;
}) {
  const open = needs.filter(({ isMet }) => !isMet);
  const pass = overrideId(rule);
  return (
    <div class="stack">
      <Note icon="waits" title={`The policy waits for something first (${clausesInWords(clauses)})`}>
        <ul class="bullets">
          {open.map(({ need, words }) => (
            <li key={need}>{words}</li>
          ))}
        </ul>
      </Note>
      {open.filter(isForPerson).map((need) => (
        <FieldInput
          key={need.need}
          field={tickOf(rule, need, about)}
          answers={answers}
          about={about}
          problem={null}
          onAnswer={onAnswer}
        />
      ))}
      {isPassable && (
        <FieldInput
          field={{
            kind: 'text',
            id: pass,
            label: 'Why do you go on without it?',
            hint: 'It is kept on the case, with your name.',
          }}
          answers={answers}
          about={about}
          problem={answered(answers, pass) === '' ? wrong(pass) : null}
          onAnswer={onAnswer}
        />
      )}
    </div>
  );
}

function isForPerson({ from, isShown }: ListedNeed): boolean {
  return from === 'person' && !isShown;
}

function tickOf(rule: string, { need, words, choices }: ListedNeed, { rules }: ActCase): ActField {
  const id = needId(rule, need);
  return choices.length < 2
    ? { kind: 'ticks', id, label: 'Tick it where it is so', options: [option(choices[0] ?? IS_SO, words)] }
    : { kind: 'ticks', id, label: words, options: choices.map((one) => option(one, choiceLabel(one, rules.policy))) };
}
