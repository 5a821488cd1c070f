import type { PageRecord } from '../host.ts';
import type { Dispatch } from './actions.ts';
import { Alarms } from './Alarms.tsx';
import { Fact, Facts } from './Facts.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import { messageOfPaste } from './paste-view.ts';
import { FIELD_WORDS, foundInWords, originInWords, pasteOfRecord, recordLines } from './record-view.ts';
import type { Looked, PanelState } from './state.ts';

/** Whether what was read last is this record: another one's danger is never shown beside it. */
function isOfRecord(looked: Looked | null, record: PageRecord): looked is Looked {
  return looked !== null && looked.reading.message.text === messageOfPaste(pasteOfRecord(record)).text;
}

/** A record of a CRM: what was found on its page and from which word, what is missing, and how to point at it. */
export function RecordScreen({
  state,
  record,
  dispatch,
}: {
  readonly state: PanelState;
  readonly record: PageRecord;
  readonly dispatch: Dispatch;
}) {
  const { pointing } = state;
  const isUnknown = record.values.every(({ isGuess }) => isGuess) && record.lost.length === 0;
  return (
    <>
      <section class="strip" aria-label="The page Duly is reading">
        <p class="from">
          <b>
            <Icon name="post" /> Record
          </b>
          <span class="meta">{record.page}</span>
        </p>
        <h1 tabIndex={-1} data-focus="screen">
          {isUnknown ? 'Duly hasn’t seen this kind of page before' : 'What Duly found on this page'}
        </h1>
      </section>
      <div role="alert">
        {isOfRecord(state.pasteLooked, record) && <Alarms {...state.pasteLooked} state={state} dispatch={dispatch} />}
      </div>
      <section class="sec">
        <div class="sec-head">
          <h2>{foundInWords(record)}</h2>
        </div>
        <Facts>
          {recordLines(record).map(({ field, found }) => (
            <Fact key={field} term={FIELD_WORDS[field].name}>
              {found ? (
                <>
                  <bdi>{found.value}</bdi>
                  <br />
                  <span class="meta">{originInWords(found)} </span>
                </>
              ) : (
                <>
                  <b>Not found</b>{' '}
                </>
              )}
              <button
                type="button"
                class="link"
                aria-pressed={pointing === field}
                onClick={() => dispatch({ type: 'point-at', field })}
              >
                {found ? 'Point again' : 'Point at it'}
                <span class="vh">: {FIELD_WORDS[field].the}</span>
              </button>
            </Fact>
          ))}
        </Facts>
      </section>
      <section class="sec">
        <div class="stack-3">
          {pointing !== null && (
            <>
              <Heading target="pointing" class="page-title">
                Point at {FIELD_WORDS[pointing].the}
              </Heading>
              <ol class="steps">
                <li>
                  <span>A frame follows your pointer on the page.</span>
                </li>
                <li>
                  <span>Click the field; or click into the page, move with Tab and press Enter.</span>
                </li>
                <li>
                  <span>Check here what Duly read. Esc stops without reading.</span>
                </li>
              </ol>
            </>
          )}
          <Note icon="lock" title="Only this page, only these fields">
            <p>
              Duly remembers where a field is, not what it says. Nothing is written to the CRM, and nothing is logged
              before you have seen it.
            </p>
          </Note>
          {record.closedFrames && (
            <Note icon="info" title={`Duly can’t read the part from ${record.closedFrames.join(', ')}`}>
              <p>
                That part of the page is another site’s, and your browser keeps it closed. Select its words and choose
                “Log with Duly” from the menu, or open it in a tab of its own.
              </p>
            </Note>
          )}
          {record.framesToAllow && (
            <Note icon="info" title="A part of this page is another site’s">
              <p>
                Your browser keeps that part closed until you allow its site; then Duly reads it with the page around
                it, whenever the panel is open beside them. Your browser asks you, and you can take it back there.
              </p>
              {record.framesToAllow.map((site) => (
                <p key={site}>
                  <button type="button" class="btn" onClick={() => dispatch({ type: 'site-allowed', frame: site })}>
                    Allow {site}
                  </button>
                </p>
              ))}
            </Note>
          )}
          {record.isAllowed === false && (
            <Note icon="info" title={`Read ${record.page} without pressing the button`}>
              <p>
                Duly reads this page because you pressed its button on it. Allow the site, and it reads its records
                whenever the panel is open beside them. Your browser asks you, and you can take it back there.
              </p>
              <p>
                <button type="button" class="btn" onClick={() => dispatch({ type: 'site-allowed' })}>
                  Allow {record.page}
                </button>
              </p>
            </Note>
          )}
        </div>
      </section>
    </>
  );
}
