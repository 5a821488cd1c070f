import { localTime } from '../dates.ts';
import type { Settings } from '../settings.ts';
import { HAZARDS, type HazardKind } from '../triage/verdict.ts';
import type { Dispatch } from './actions.ts';
import type { CaseAct } from './case-acts.ts';
import { Icon } from './Icon.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import type { OpenCase } from './state.ts';
import { HAZARD_WORDS } from './verdict-words.ts';

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
  const kinds = hazards.kinds.filter(isHazard).map((kind) => HAZARD_WORDS[kind]);
  const act = (kind: 'hazard-reported' | 'made-safe'): void =>
    dispatch({ type: 'act', caseId: file.id, act: { kind } satisfies CaseAct, onMessage });
  return (
    <>
      {kinds.length > 0 && hazards.madeSafeAt === null && (
        <section class="banner alert" aria-labelledby="hazard">
          <Icon name="hazard" />
          <h2 id="hazard">Danger: {kinds.join(', ')}</h2>
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

const KINDS: ReadonlySet<string> = new Set(HAZARDS);

function isHazard(kind: string): kind is HazardKind {
  return KINDS.has(kind);
}
