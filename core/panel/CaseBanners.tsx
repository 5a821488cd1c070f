import { localTime } from '../dates.ts';
import type { Settings } from '../settings.ts';
import type { Dispatch } from './actions.ts';
import type { CaseAct } from './case-acts.ts';
import { caseDanger } from './case-danger.ts';
import { Icon } from './Icon.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import { Quote } from './Quote.tsx';
import type { OpenCase } from './state.ts';

/** What stays before everything once a case is logged: a danger not made safe, adjustments, who writes for whom. */
export function CaseBanners({
  opened: { file },
  settings,
  onMessage,
  dispatch,
}: {
  readonly opened: OpenCase;
  readonly settings: Settings;
  readonly onMessage: boolean;
  readonly dispatch: Dispatch;
}) {
  const { hazards, adjustments, representative } = file;
  const danger = caseDanger(file);
  const act = (kind: 'hazard-reported' | 'made-safe'): void =>
    dispatch({ type: 'act', caseId: file.id, act: { kind } satisfies CaseAct, onMessage });
  return (
    <>
      {danger && (
        <section class="banner alert" aria-labelledby="hazard">
          <Icon name="hazard" />
          <h2 id="hazard">{danger.heading}</h2>
          {danger.quotes.map(({ span, words }) => (
            <Quote key={span.start} span={span} words={words} language="und" />
          ))}
          {danger.possible !== '' && <p>Possible as well: {danger.possible}</p>}
          {hazards.reportedAt === null ? (
            <p class="call">
              Ring emergency repairs:{' '}
              <PhoneNumber number={settings.emergencyNumber} missing="no number is set" dispatch={dispatch} />
            </p>
          ) : (
            <p class="call">
              <Icon name="check" /> Reported at {localTime(hazards.reportedAt)}
            </p>
          )}
          <p class="btns">
            {hazards.reportedAt === null && (
              <button type="button" class="btn small" onClick={() => act('hazard-reported')}>
                I’ve reported it
              </button>
            )}
            <button type="button" class="btn small" onClick={() => act('made-safe')}>
              Made safe
            </button>
          </p>
        </section>
      )}
      {(adjustments.length > 0 || representative) && (
        <section class="banner" aria-labelledby="before-contact">
          <Icon name="adjust" />
          <h2 id="before-contact">Before you contact them</h2>
          <ul>
            {adjustments.map((what, index) => (
              <li key={index}>
                <bdi>{what}</bdi>
              </li>
            ))}
            {representative && (
              <li>
                <b>
                  <bdi>{representative.name}</bdi> writes for somebody else.
                </b>
                {representative.authority === 'none' && ' No authority held yet. The clock runs meanwhile.'}
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}
