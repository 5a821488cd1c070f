import { Heading } from '../Heading.tsx';
import type { ActCase } from './act.ts';
import { offeredActs } from './acts.ts';

/** What can be entered about the case as it stands, by kind. */
export function ActList({ about, onChoose }: { readonly about: ActCase; readonly onChoose: (act: string) => void }) {
  return (
    <>
      <section class="sec stack">
        <Heading target="screen" level={1} class="page-title">
          What happened?
        </Heading>
        <p class="meta">What makes sense in this case as it stands. What happened earlier is entered with its day.</p>
      </section>
      {offeredActs(about).map(({ id, name, acts }) => (
        <section key={id} aria-labelledby={`acts-${id}`}>
          <h2 class="group" id={`acts-${id}`}>
            {name}
          </h2>
          <ul class="act-list">
            {acts.map((act) => (
              <li key={act.id}>
                <button type="button" onClick={() => onChoose(act.id)}>
                  {act.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
