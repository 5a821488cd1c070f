import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { lawDates } from './banners-view.ts';
import { supposedCase } from './log-drafts.ts';
import { HazardBanner } from './HazardBanner.tsx';
import { NotCheckedBanner } from './NotCheckedBanner.tsx';
import { OmbudsmanBanner } from './OmbudsmanBanner.tsx';
import { PeopleBanner } from './PeopleBanner.tsx';
import { SafeguardingBanner } from './SafeguardingBanner.tsx';
import type { PanelState } from './state.ts';

/** What comes before the verdict, in this order: danger, safeguarding, not checked, the Ombudsman, the people. */
export function Banners({
  work,
  state,
  dispatch,
}: {
  readonly work: AtWork;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { looked, desk, open } = work;
  const { verdict, reading, rules } = looked;
  const settings = state.setup?.settings;
  const isUnread = verdict.confidence === 'not-read' || reading.unreadable !== null;
  return (
    <>
      {verdict.hazards.length > 0 && (
        <HazardBanner
          hazards={verdict.hazards}
          reading={reading}
          laws={lawDates(supposedCase(desk, open.message, looked, state.now), rules, state.now)}
          number={settings?.emergencyNumber ?? ''}
          reportedAt={desk.reportedAt}
          dispatch={dispatch}
        />
      )}
      {verdict.safeguarding.length > 0 && (
        <SafeguardingBanner
          spans={verdict.safeguarding}
          reading={reading}
          lead={settings?.safeguardingLead ?? ''}
          toldAt={desk.toldLeadAt}
          dispatch={dispatch}
        />
      )}
      {isUnread && <NotCheckedBanner reading={reading} />}
      {verdict.signals.has('ombudsman') && <OmbudsmanBanner />}
      <PeopleBanner verdict={verdict} reading={reading} policy={rules.policy} />
    </>
  );
}
