import { useState } from 'preact/hooks';

import { checkPages, reportOf, type PageCheck } from './page-check.ts';

/** What can be read on the pages that are open, and a report of it that says nothing of what they say. */
export function PageChecks() {
  const [checks, setChecks] = useState<readonly PageCheck[] | null>(null);
  return (
    <section class="sec">
      <h2>What Duly can read on the open pages</h2>
      <p>
        <button type="button" class="btn" onClick={() => void checkPages().then(setChecks)}>
          Look now
        </button>
      </p>
      <div role="status">
        {checks?.length === 0 && <p>No page is open that Duly may read.</p>}
        {checks?.map((check, index) => (
          <Check key={index} check={check} />
        ))}
      </div>
      {checks !== null && checks.length > 0 && (
        <div class="field">
          <label for="report">The report, to copy and send: names of parts only, nothing of what the pages say</label>
          <textarea id="report" rows={8} readOnly value={reportOf(checks)} />
        </div>
      )}
    </section>
  );
}

function Check({ check: { page, state, parts } }: { readonly check: PageCheck }) {
  return (
    <>
      <h3>{page}</h3>
      <p>{state}.</p>
      <dl class="facts">
        {parts.map(({ name, by }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{by === null ? <b>Not found</b> : by}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
