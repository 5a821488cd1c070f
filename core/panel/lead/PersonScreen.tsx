import { useState } from 'preact/hooks';
import { count, upperFirst } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import type { Dispatch } from '../actions.ts';
import { savedWords } from '../effects/save-file.ts';
import { Heading } from '../Heading.tsx';
import { usePorts } from '../ports-context.ts';
import type { PanelState } from '../state.ts';
import { EraseForm } from './EraseForm.tsx';
import { chosenOf, heldIn, toErase } from './held.ts';
import { findPerson, savePersonData, type FoundPerson } from './person-data.ts';
import { Retention } from './Retention.tsx';

/** Everything that is held about one person: found, handed over as one readable file, or erased. And what is old enough to go. */
export function PersonScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const ports = usePorts();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<FoundPerson | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const today = localDate(state.now);
  const find = async (): Promise<void> => {
    setSaid('');
    try {
      const person = await findPerson(ports, typed);
      setFound(person);
      setChosen(new Set(heldIn(person).map(({ id }) => id)));
    } catch (error) {
      setSaid(`Nothing was looked up. ${reasonOf(error)}`);
    }
  };
  const hand = (person: FoundPerson): void => {
    savePersonData(ports, chosenOf(person, chosen)).then(
      (saved) =>
        setSaid(
          `${upperFirst(savedWords(saved))}. Read it through before you hand it over: others may be named in it.`,
        ),
      (error: unknown) => setSaid(`No file was made. ${reasonOf(error)}`),
    );
  };
  const tick = (caseId: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(caseId);
    else next.delete(caseId);
    setChosen(next);
  };
  return (
    <>
      <section class="sec">
        <form
          class="stack-3"
          onSubmit={(event) => {
            event.preventDefault();
            void find();
          }}
        >
          <Heading target="screen" level={1} class="page-title">
            A person’s data
          </Heading>
          <div class="field">
            <label for="person">Name or address of mail</label>
            <p class="meta" id="person-hint">
              Whole, as the cases have it. Closed cases are looked through too.
            </p>
            <input
              id="person"
              aria-describedby="person-hint"
              autocomplete="off"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          <div class="btns">
            <button type="submit" class="btn">
              <span>Find what is held</span>
            </button>
          </div>
          <p role="status">
            {said !== '' || !found
              ? said
              : `${count(found.rows.length, 'case')}, ${count(found.seen.length, 'message')} seen and not logged, ${count(found.desks.length, 'draft')} kept.`}
          </p>
        </form>
      </section>
      {found && heldIn(found).length > 0 && (
        <section class="sec" aria-labelledby="held">
          <h2 id="held">
            Held about <bdi>{found.sought}</bdi>
          </h2>
          <div class="stack-3">
            <ul class="plain">
              {heldIn(found).map(({ id, title, subject, state: stands, caseId }) => (
                <li key={id}>
                  <label class="tick">
                    <input
                      type="checkbox"
                      checked={chosen.has(id)}
                      onChange={(event) => tick(id, event.currentTarget.checked)}
                    />
                    <span>
                      <b class="nobr">{title}</b> <bdi>{subject}</bdi> <span class="meta">{stands(today)}</span>
                    </span>
                  </label>
                  {caseId !== null && (
                    <button type="button" class="link nobr" onClick={() => dispatch({ type: 'case-opened', caseId })}>
                      Open<span class="vh"> {title}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
            <div class="btns">
              <button type="button" class="btn" onClick={() => hand(found)}>
                <span>Save everything held</span>
              </button>
            </div>
            <EraseForm
              what={toErase(chosenOf(found, chosen))}
              basis="Asked for by the person"
              state={state}
              onDone={(words) => {
                void find().then(() => setSaid(words));
              }}
            />
          </div>
        </section>
      )}
      <Retention state={state} />
    </>
  );
}
