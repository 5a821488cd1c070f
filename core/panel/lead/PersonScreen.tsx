import { useState } from 'preact/hooks';
import { count, panelDate, upperFirst } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import type { DueRow } from '../../deadlines/due-row.ts';
import { reasonOf } from '../../errors.ts';
import type { SeenMessage } from '../../register/seen.ts';
import type { Dispatch } from '../actions.ts';
import { savedWords } from '../effects/save-file.ts';
import { Heading } from '../Heading.tsx';
import { usePorts } from '../ports-context.ts';
import type { PanelState } from '../state.ts';
import { EraseForm } from './EraseForm.tsx';
import { findPerson, savePersonData } from './person-data.ts';
import { Retention } from './Retention.tsx';

/** What was found of a person. */
export interface FoundPerson {
  readonly sought: string;
  readonly rows: readonly DueRow[];
  readonly seen: readonly SeenMessage[];
}

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
      const person = await findPerson(ports.register, typed);
      setFound(person);
      setChosen(new Set(person.rows.map(({ caseId }) => caseId)));
    } catch (error) {
      setSaid(`Nothing was looked up. ${reasonOf(error)}`);
    }
  };
  const hand = (person: FoundPerson): void => {
    savePersonData(ports, { ...person, rows: person.rows.filter(({ caseId }) => chosen.has(caseId)) }).then(
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
              : `${count(found.rows.length, 'case')} and ${count(found.seen.length, 'message')} seen and not logged.`}
          </p>
        </form>
      </section>
      {found && found.rows.length + found.seen.length > 0 && (
        <section class="sec" aria-labelledby="held">
          <h2 id="held">
            Held about <bdi>{found.sought}</bdi>
          </h2>
          <ul class="plain">
            {found.rows.map((row) => (
              <li key={row.caseId}>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={chosen.has(row.caseId)}
                    onChange={(event) => tick(row.caseId, event.currentTarget.checked)}
                  />
                  <span>
                    <b class="nobr">{row.reference}</b> <bdi>{row.subject}</bdi>{' '}
                    <span class="meta">
                      {row.isErased
                        ? 'erased'
                        : row.closedOn === null
                          ? 'open'
                          : `closed ${panelDate(row.closedOn, today)}`}
                    </span>
                  </span>
                </label>
                <button
                  type="button"
                  class="link"
                  onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}
                >
                  Open<span class="vh"> {row.reference}</span>
                </button>
              </li>
            ))}
          </ul>
          <div class="btns">
            <button type="button" class="btn" onClick={() => hand(found)}>
              <span>Save everything held</span>
            </button>
          </div>
          <EraseForm
            caseIds={found.rows.flatMap(({ caseId, isErased }) => (chosen.has(caseId) && !isErased ? [caseId] : []))}
            basis="Asked for by the person"
            state={state}
            onDone={(words) => {
              void find().then(() => setSaid(words));
            }}
          />
        </section>
      )}
      <Retention state={state} />
    </>
  );
}
