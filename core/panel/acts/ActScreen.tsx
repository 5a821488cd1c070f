import type { Dispatch } from '../actions.ts';
import { Icon } from '../Icon.tsx';
import type { PanelState } from '../state.ts';
import { ActForm } from './ActForm.tsx';
import { ActList } from './ActList.tsx';
import { openForm } from './open-form.ts';

/** What is entered about a case: the list of what makes sense, or the form of the one that was chosen. */
export function ActScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const form = openForm(state);
  if (!form) return null;
  const { about, act, answers, of } = form;
  const { file } = about;
  const name = file.complainant?.name || file.messages[0]?.from?.name || '';
  return (
    <>
      <p class="act-back">
        <button type="button" class="link back" onClick={() => dispatch({ type: 'act-left' })}>
          <Icon name="back" />{' '}
          <span>
            <span class="nobr">{file.reference}</span>
            {name !== '' && (
              <>
                , <bdi>{name}</bdi>
              </>
            )}
          </span>
        </button>
      </p>
      {act ? (
        <ActForm
          key={`${act.id} ${of?.id ?? ''}`}
          act={act}
          answers={answers}
          about={about}
          problems={state.acts.problems}
          isCorrection={of !== null}
          onAnswer={(change) => dispatch({ type: 'act-typed', change })}
        />
      ) : (
        <ActList
          about={about}
          onChoose={(id) => dispatch({ type: 'act-chosen', caseId: file.id, act: id, of: null })}
        />
      )}
    </>
  );
}
