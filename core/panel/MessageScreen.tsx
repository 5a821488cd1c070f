import { useContext } from 'preact/hooks';
import { NO_SETTINGS } from '../settings.ts';
import { localTime } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { leadClause } from './lead-clause.ts';
import { atWork, isKnown, type AtWork } from './at-work.ts';
import { Banners } from './Banners.tsx';
import { MailboxLine, MarkNote } from './BesideMessage.tsx';
import { Belongs } from './Belongs.tsx';
import { CaseBanners } from './CaseBanners.tsx';
import { CaseWork } from './CaseWork.tsx';
import { ChangedCard } from './ChangedCard.tsx';
import { clausesNamed } from '../policy/clause-words.ts';
import { DatesCard } from './DatesCard.tsx';
import { routeNow } from './decide.ts';
import { DeclineCard } from './DeclineCard.tsx';
import { settledMessage } from './desk.ts';
import { DoneLine } from './DoneLine.tsx';
import { EditCard } from './EditCard.tsx';
import { HeldBefore } from './HeldBefore.tsx';
import { KeptContext } from './keeping.ts';
import { KeptDrafts } from './KeptDrafts.tsx';
import { KnownCard } from './KnownCard.tsx';
import { LogFacts } from './LogFacts.tsx';
import { NoLandlord } from './NoLandlord.tsx';
import { NoMessage } from './NoMessage.tsx';
import { NoVerdict } from './NoVerdict.tsx';
import { othersWaiting } from './others-waiting.ts';
import { RoutesCard } from './RoutesCard.tsx';
import { tidied } from './setup.ts';
import type { OpenMessage, PanelState } from './state.ts';
import { NextDate } from './NextDate.tsx';
import { SplitCard } from './SplitCard.tsx';
import { Strip } from './Strip.tsx';
import { Unreadable } from './Unreadable.tsx';
import { VerdictCard } from './VerdictCard.tsx';
import { CONFIDENCE_WORDS, decisionTitle, needsChoice } from './verdict-words.ts';

/** The open message: what Duly reads, what it makes of it, and what the officer does about it, top to bottom. */
export function MessageScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { open, now, changed } = state;
  const showKept = useContext(KeptContext);
  switch (open.kind) {
    case 'waiting':
      return open.slow ? <Reading /> : null;
    case 'none':
    case 'paste-only':
    case 'failed':
      return changed ? (
        <ChangedCard state={state} changed={changed} dispatch={dispatch} />
      ) : (
        <NoMessage state={state} open={open} dispatch={dispatch} />
      );
    case 'unreadable':
      return changed ? (
        <ChangedCard state={state} changed={changed} dispatch={dispatch} />
      ) : (
        <Unreadable open={open} state={state} dispatch={dispatch} />
      );
    case 'record': {
      const { part } = state.acts;
      return part && <part.RecordScreen state={state} record={open} dispatch={dispatch} />;
    }
    case 'message':
      break;
  }
  const desk = state.desk ?? { received: null };
  const work = atWork(state);
  if (changed)
    return (
      <>
        <Strip open={open} desk={desk} now={now} isBare />
        {work && hasAlarm(work) && <Banners work={work} state={state} dispatch={dispatch} />}
        <ChangedCard state={state} changed={changed} dispatch={dispatch} />
      </>
    );
  return (
    <>
      <Strip open={open} desk={desk} now={now}>
        <Origin open={open} dispatch={dispatch} />
        <MailboxLine open={open} />
      </Strip>
      {work && work.desk.caseId === null && <MarkNote open={open} now={now} />}
      {state.setup?.landlord === null && work && work.desk.caseId === null && <NoLandlord dispatch={dispatch} />}
      {open.failed && (
        <NoVerdict
          failed={open.failed}
          arrived={(state.desk ? settledMessage(open.message, state.desk) : open.message).receivedAt}
          state={state}
          dispatch={dispatch}
        />
      )}
      {work ? <Work work={work} state={state} dispatch={dispatch} /> : !open.failed && open.slow && <Reading />}
      {showKept?.(now, 'beside-message')}
      <KeptDrafts state={state} dispatch={dispatch} />
    </>
  );
}

/** A danger or possible harm in a message that isn't on a case yet: it waits for nothing, not even for this card. */
function hasAlarm(work: AtWork): boolean {
  const { hazards, safeguarding } = work.looked.verdict;
  return work.desk.caseId === null && !isKnown(work) && hazards.length + safeguarding.length > 0;
}

function Reading() {
  return (
    <section class="sec" aria-busy="true">
      <p class="meta" role="status">
        Reading the message…
      </p>
    </section>
  );
}

/** A message that isn't the page's: where it comes from, and the way back to the page's own. */
function Origin({ open, dispatch }: { readonly open: OpenMessage; readonly dispatch: Dispatch }) {
  if (open.source === 'host') return null;
  return (
    <p class="meta origin">
      {open.source === 'pasted' ? 'Pasted. ' : 'As the case keeps it. '}
      <button type="button" class="link" onClick={() => dispatch({ type: 'asked-again' })}>
        Close
      </button>
    </p>
  );
}

interface Parts {
  readonly work: AtWork;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}

function Work({ work, state, dispatch }: Parts) {
  const { desk, looked } = work;
  const { now } = state;
  const found = isKnown(work) ? looked.found : null;
  const known = found ? state.cases[found.caseId] : undefined;
  if (found && known)
    return (
      <>
        {/* A danger that isn't made safe stands first, however often the message is opened. */}
        <CaseBanners
          opened={known}
          settings={tidied(state.setup?.settings ?? NO_SETTINGS)}
          onMessage={false}
          dispatch={dispatch}
        />
        <KnownCard opened={known} reason={found.reason} now={now} />
        <DatesCard key={known.file.id} opened={known} now={now} others={othersWaiting(state)} />
      </>
    );
  const opened = desk.caseId === null ? undefined : state.cases[desk.caseId];
  if (desk.caseId !== null)
    return opened ? <CaseWork work={work} opened={opened} state={state} dispatch={dispatch} /> : null;
  return (
    <>
      <Banners work={work} state={state} dispatch={dispatch} />
      <Deciding work={work} state={state} dispatch={dispatch} />
    </>
  );
}

function Deciding({ work, state, dispatch }: Parts) {
  const { desk, looked } = work;
  const { now, setup, missingChoice } = state;
  const settings = setup && tidied(setup.settings);
  const route = routeNow(desk, looked);
  const isNothing = route.to === 'none';
  const card = { work, now, missingChoice, dispatch };
  if (desk.step === 'routes') return <RoutesCard {...card} />;
  if (desk.step === 'decline') return <DeclineCard {...card} />;
  const decided = (desk.route !== null || desk.step === 'edit') && <Decided work={work} dispatch={dispatch} />;
  if (desk.step === 'edit' && settings)
    return (
      <>
        {decided}
        <Belongs {...card} />
        <EditCard {...card} settings={settings} />
        <HeldBefore {...card} />
      </>
    );
  if (desk.route !== null)
    return (
      <>
        {decided}
        <Belongs {...card} />
        <SplitCard work={work} now={now} dispatch={dispatch} />
        {!isNothing && <LogFacts work={work} now={now} dispatch={dispatch} />}
        <HeldBefore {...card} />
      </>
    );
  return (
    <>
      <VerdictCard {...card} />
      {isNothing && !needsChoice(looked.verdict) && <NextDate state={state} dispatch={dispatch} />}
      <Belongs {...card} />
      {!isNothing && !needsChoice(looked.verdict) && (
        <>
          <SplitCard work={work} now={now} dispatch={dispatch} />
          <LogFacts work={work} now={now} dispatch={dispatch} />
          <HeldBefore {...card} />
        </>
      )}
    </>
  );
}

/** The finished first step: what was decided, by whom, and the way back to it. */
function Decided({ work: { desk, looked }, dispatch }: Pick<Parts, 'work' | 'dispatch'>) {
  const route = routeNow(desk, looked);
  const { confidence } = looked.verdict;
  const own = desk.route === null;
  const lead = own ? leadClause(looked) : (route.clauses[0] ?? null);
  return (
    <DoneLine
      what={decisionTitle(route)}
      detail={clausesNamed(lead === null ? [] : [lead]).toLowerCase()}
      target="decided"
    >
      <p>
        {confidence === 'not-read' ? 'Not read by Duly.' : `Read as ${CONFIDENCE_WORDS[confidence].toLowerCase()}.`}{' '}
        {own
          ? 'As Duly reads it.'
          : `Chosen by you${desk.changedAt === null ? '' : ` at ${localTime(desk.changedAt)}`}.`}
      </p>
      <p>
        <button
          type="button"
          class="link"
          onClick={() => dispatch(own ? { type: 'edit-left', keep: true } : { type: 'route-dropped' })}
        >
          Change
        </button>
      </p>
    </DoneLine>
  );
}
