import type { Dispatch } from './actions.ts';
import { Alarms } from './Alarms.tsx';
import type { AtWork } from './at-work.ts';
import { lawDates } from './banners-view.ts';
import { supposedCase } from './log-drafts.ts';
import { NotCheckedBanner } from './NotCheckedBanner.tsx';
import { OmbudsmanBanner } from './OmbudsmanBanner.tsx';
import { PeopleBanner } from './PeopleBanner.tsx';
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
  const isDanger = verdict.hazards.length > 0;
  const isUnread = verdict.confidence === 'not-read' || reading.unreadable !== null;
  return (
    <>
      <Alarms
        verdict={verdict}
        reading={reading}
        state={state}
        dispatch={dispatch}
        laws={isDanger ? lawDates(supposedCase(desk, open.message, looked, state.now), rules, state.now) : []}
        reportedAt={desk.reportedAt}
        toldAt={desk.toldLeadAt}
      />
      {isUnread && <NotCheckedBanner reading={reading} />}
      {verdict.signals.has('ombudsman') && <OmbudsmanBanner />}
      <PeopleBanner verdict={verdict} reading={reading} policy={rules.policy} />
    </>
  );
}
