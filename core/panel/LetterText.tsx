import type { Letter, LetterBlock } from '../letters/letter.ts';
import { fieldNamed } from '../letters/fields.ts';
import type { Part, Run } from '../letters/markup.ts';
import type { Dispatch } from './actions.ts';
import { inBrackets } from '../policy/clause-words.ts';
import { Icon } from './Icon.tsx';
import type { Rules } from './state.ts';

/** Paragraphs that say nothing about this case: folded, and locked by the policy. */
const LOCKED: Readonly<Record<string, string>> = {
  'ombudsman-advice': 'Housing Ombudsman paragraph',
  'building-safety': 'Building Safety Regulator paragraph',
};

/** The letter's own words, with a gap where a field is missing that leads to the field. */
export function LetterText({
  letter,
  to,
  rules,
  dispatch,
}: {
  readonly letter: Letter;
  readonly to: string;
  readonly rules: Rules;
  readonly dispatch: Dispatch;
}) {
  const isPost = letter.sheet.way === 'post';
  return (
    <div class="letter">
      <p class="head meta">
        {isPost ? (
          [...letter.sheet.to, letter.sheet.date].map((line, index) => (
            <span key={index}>
              {index > 0 && <br />}
              <bdi>{line}</bdi>
            </span>
          ))
        ) : (
          <>
            {to !== '' && (
              <>
                To: <bdi>{to}</bdi>
                <br />
              </>
            )}
            Subject:{' '}
            <bdi>
              <Unbroken text={letter.subject} />
            </bdi>
          </>
        )}
      </p>
      {letter.blocks.map((block) => (
        <Block key={block.id} block={block} rules={rules} dispatch={dispatch} />
      ))}
    </div>
  );
}

function Block({
  block,
  rules,
  dispatch,
}: {
  readonly block: LetterBlock;
  readonly rules: Rules;
  readonly dispatch: Dispatch;
}) {
  const title = block.names.map((name) => LOCKED[name]).find((words) => words !== undefined);
  const parts = block.parts.map((part, index) => <LetterPart key={index} part={part} dispatch={dispatch} />);
  if (title === undefined) return <>{parts}</>;
  const own = block.clauses.filter((clause) => clause.startsWith(`${rules.policy.id}/`));
  return (
    <details class="block">
      <summary>
        <Icon name="lock" />
        <span>
          {title} {inBrackets(own)}
        </span>
        <Icon name="turn" class="turn" />
      </summary>
      {parts}
    </details>
  );
}

function LetterPart({ part, dispatch }: { readonly part: Part; readonly dispatch: Dispatch }) {
  if (part.kind === 'paragraph')
    return (
      <p>
        {part.lines.map((line, index) => (
          <span key={index}>
            {index > 0 && <br />}
            <Line runs={line} dispatch={dispatch} />
          </span>
        ))}
      </p>
    );
  const items = part.items.map((item, index) => (
    <li key={index}>
      <span>
        <Line runs={item} dispatch={dispatch} />
      </span>
    </li>
  ));
  return part.ordered ? <ol class="points">{items}</ol> : <ul class="bullets">{items}</ul>;
}

function Line({ runs, dispatch }: { readonly runs: readonly Run[]; readonly dispatch: Dispatch }) {
  return (
    <>
      {runs.map((run, index) =>
        'gap' in run ? (
          <button
            key={index}
            type="button"
            class="gap"
            onClick={() => dispatch({ type: 'field-wanted', path: run.gap })}
          >
            {labelOf(run.gap)}
          </button>
        ) : (
          <bdi key={index}>
            <Unbroken text={run.text} />
          </bdi>
        ),
      )}
    </>
  );
}

/** Words, with the references of cases in them kept on one line. */
function Unbroken({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(REFERENCE).map((piece, index) =>
        index % 2 === 1 ? (
          <span key={index} class="nobr">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}

const REFERENCE = /\b([0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3})\b/;

function labelOf(path: string): string {
  return (fieldNamed(path)?.label ?? path).toLowerCase();
}
