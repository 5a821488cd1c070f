import type { Reading } from '../reading/reading.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { Dispatch } from './actions.ts';
import { HazardBanner } from './HazardBanner.tsx';
import { SafeguardingBanner } from './SafeguardingBanner.tsx';
import type { PanelState } from './state.ts';

/** Danger and safeguarding alone, of words that no desk is open for: what is being typed, or what no policy judged. */
export function Alarms({
  verdict,
  reading,
  state,
  dispatch,
}: {
  readonly verdict: Verdict;
  readonly reading: Reading;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const settings = state.setup?.settings;
  return (
    <>
      {verdict.hazards.length > 0 && (
        <HazardBanner
          hazards={verdict.hazards}
          reading={reading}
          laws={[]}
          number={settings?.emergencyNumber ?? ''}
          reportedAt={null}
          dispatch={dispatch}
        />
      )}
      {verdict.safeguarding.length > 0 && (
        <SafeguardingBanner
          spans={verdict.safeguarding}
          reading={reading}
          lead={settings?.safeguardingLead ?? ''}
          toldAt={null}
          dispatch={dispatch}
        />
      )}
    </>
  );
}
