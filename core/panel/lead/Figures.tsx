import { figure } from '../../date-words.ts';
import { DUTY_WORDS } from '../../deadlines/words.ts';
import type { Figure, Measure } from '../../register/figures.ts';
import { sumOf } from '../../register/figures.ts';
import type { Dispatch } from '../actions.ts';
import { stageWords } from '../due-find.ts';
import { Heading } from '../Heading.tsx';
import { Icon } from '../Icon.tsx';
import type { PanelState } from '../state.ts';
import { Month } from './Month.tsx';
import { Tables } from './Tables.tsx';

/** Counts for the lead: how many came, in time or late, extended, refused, escalated; each figure opens its cases. */
export function Figures({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { figures, from, to, shown } = state.lead;
  const policy = state.rules?.policy ?? null;
  const stages = [...new Set(figures.flatMap(({ stage }) => stage ?? []))].sort();
  const show = (title: string, caseIds: readonly string[]): void => dispatch({ type: 'figure-opened', title, caseIds });
  const whole = (measure: Measure, words: string) => (
    <Count words={words} sum={sumOf(figures, { measure, stage: null, clock: null })} onShow={show} />
  );
  return (
    <>
      <section class="sec stack">
        <button type="button" class="link back" onClick={() => dispatch({ type: 'went', screen: 'due' })}>
          <Icon name="back" /> Due
        </button>
        <Heading target="screen" level={1} class="page-title">
          Counts
        </Heading>
        <p class="meta">Complaints by the month in which they were received. Each number opens its cases.</p>
        <div class="filters-grid">
          <Month id="from" label="From" value={from} state={state} dispatch={dispatch} />
          <Month id="to" label="To" value={to} state={state} dispatch={dispatch} />
        </div>
      </section>
      <section class="sec">
        <h2>All complaints</h2>
        <ul class="counts">
          {whole('received', 'Received')}
          {whole('open', 'Open')}
          {whole('closed', 'Closed')}
          <Count words="Refused" sum={sumOf(figures, { measure: 'refused' })} onShow={show} />
        </ul>
      </section>
      {stages.map((stage) => (
        <section key={stage} class="sec">
          <h2>{stageWords(stage, policy)}</h2>
          <ul class="counts">
            <Count words="Received" sum={sumOf(figures, { measure: 'received', stage })} onShow={show} />
            <Count
              words="Asked for as the next stage"
              sum={sumOf(figures, { measure: 'escalated', stage })}
              onShow={show}
            />
          </ul>
          {clocksOf(figures, stage).map((clock) => (
            <div key={clock} class="stack counted">
              <h3>{DUTY_WORDS[clock]}</h3>
              <ul class="counts">
                {CLOCK_MEASURES.map(([measure, words]) => (
                  <Count key={measure} words={words} sum={sumOf(figures, { measure, stage, clock })} onShow={show} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      <Tables state={state} />
      {shown && (
        <section aria-labelledby="shown">
          <h2 class="group" id="shown" tabIndex={-1} data-focus="figure">
            {shown.title} <span class="meta">{figure(shown.rows.length)}</span>
          </h2>
          <ul class="rows">
            {shown.rows.slice(0, MOST).map((row) => (
              <li key={row.caseId}>
                <button type="button" class="row" onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}>
                  <span class="what">
                    <b>
                      <bdi>{row.name === '' ? row.reference : row.name}</bdi>
                    </b>
                  </span>
                  <span class="when">{row.closed ? 'closed' : 'open'}</span>
                  <span class="meta">
                    <bdi>{row.subject}</bdi> · <span class="nobr">{row.reference}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** As many cases as a person looks through; the number above is exact. */
const MOST = 200;

const CLOCK_MEASURES: readonly (readonly [Measure, string])[] = [
  ['on-time', 'On time'],
  ['late', 'Late'],
  ['overdue', 'Overdue now'],
  ['running', 'Still running'],
  ['extended', 'Extended'],
];

function clocksOf(figures: readonly Figure[], stage: string) {
  return [...new Set(figures.flatMap((figure) => (figure.stage === stage && figure.clock ? [figure.clock] : [])))];
}

function Count({
  words,
  sum: { count, caseIds },
  onShow,
}: {
  readonly words: string;
  readonly sum: { readonly count: number; readonly caseIds: readonly string[] };
  readonly onShow: (title: string, caseIds: readonly string[]) => void;
}) {
  return (
    <li>
      <span>{words}</span>
      {count === 0 ? (
        <b>0</b>
      ) : (
        <button type="button" class="link" onClick={() => onShow(words, caseIds)}>
          <b>{figure(count)}</b>
          <span class="vh"> {words}: show the cases</span>
        </button>
      )}
    </li>
  );
}
