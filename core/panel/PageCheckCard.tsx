import { useState } from 'preact/hooks';

import { Fact, Facts } from './Facts.tsx';
import type { Help, PageCheck } from './host-settings.ts';

/** The self-test of the page beside the panel, with a report to send that says nothing of what the page says. */
export function PageCheckCard({ help }: { readonly help: Help }) {
  const [check, setCheck] = useState<PageCheck | null>(null);
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>The page beside</h2>
      </div>
      <div class="stack-3">
        <div class="btns">
          <button type="button" class="btn" onClick={() => void help.checkPage().then(setCheck)}>
            What can Duly read on it?
          </button>
          <button type="button" class="btn" onClick={() => help.open()}>
            Keys, privacy, pages you taught it
          </button>
        </div>
        <div role="status">
          {check && (
            <>
              <p>
                <b>{check.page}</b>: {check.state}.
              </p>
              <Facts>
                {check.parts.map(({ name, by }) => (
                  <Fact key={name} term={name}>
                    {by ?? <b>Not found</b>}
                  </Fact>
                ))}
              </Facts>
            </>
          )}
        </div>
        {check && (
          <div class="field">
            <label for="page-report">
              The report, to copy and send: names of parts only, nothing of what the page says
            </label>
            <textarea id="page-report" rows={6} readOnly value={check.report} />
          </div>
        )}
      </div>
    </section>
  );
}
