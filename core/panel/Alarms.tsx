import type { Instant } from '../dates.ts';
import type { Reading } from '../reading/reading.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { Dispatch } from './actions.ts';
import type { LawDate } from './banners-view.ts';
import { HazardBanner } from './HazardBanner.tsx';
import { SafeguardingBanner } from './SafeguardingBanner.tsx';
import type { PanelState } from './state.ts';

/**
 * Danger and safeguarding. Of words that no desk is open for, what is being typed or what no policy judged, no law's date is
 * known and nobody was told yet.
 */
export function Alarms({
  verdict,
  reading,
  state,
  dispatch,
  laws = [],
  reportedAt = null,
  toldAt = null,
}: {
  readonly verdict: Verdict;
  readonly reading: Reading;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
  readonly laws?: readonly LawDate[];
  /** When the danger was reported, and the lead for safeguarding told; null = not yet. */
  readonly reportedAt?: Instant | null;
  readonly toldAt?: Instant | null;
}) {
  const settings = state.setup?.settings;
  return (
    <>
      {verdict.hazards.length > 0 && (
        <HazardBanner
          hazards={verdict.hazards}
          reading={reading}
          laws={laws}
          number={settings?.emergencyNumber ?? ''}
          reportedAt={reportedAt}
          dispatch={dispatch}
        />
      )}
      {verdict.safeguarding.length > 0 && (
        <SafeguardingBanner
          spans={verdict.safeguarding}
          reading={reading}
          lead={settings?.safeguardingLead ?? ''}
          toldAt={toldAt}
          dispatch={dispatch}
        />
      )}
    </>
  );
}
