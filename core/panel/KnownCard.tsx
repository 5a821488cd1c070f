import type { MatchReason } from '../case/match.ts';
import { panelMoment, panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { currentStage } from '../case/case-file.ts';
import { effective } from '../case/correct.ts';
import { Heading } from './Heading.tsx';
import type { OpenCase } from './state.ts';

const REASONS: Readonly<Record<MatchReason, string>> = {
  'message-id': 'The same message, by its Message-ID.',
  'site-message-id': 'The same message, by its number in this mailbox.',
  'sender-subject-minute-text': 'The same sender, subject, minute and text.',
};

/** The message is logged already: under which reference, by whom, when, and why it is held to be the same. */
export function KnownCard({
  opened,
  reason,
  now,
}: {
  readonly opened: OpenCase;
  readonly reason: MatchReason;
  readonly now: Instant;
}) {
  const { file, events, rules } = opened;
  const today = localDate(now);
  const entry = effective(events).find(({ type }) => type === 'logged');
  const stage = currentStage(file);
  const name = rules.policy.stages.find(({ id }) => id === stage?.stage)?.name;
  const [acknowledgement] = stage?.acknowledgements ?? [];
  return (
    <section class="sec">
      <div class="verdict stack">
        <Heading target="verdict">
          Already logged as <span class="nobr">{file.reference}</span>
        </Heading>
        <p>
          {entry && (
            <>
              By {entry.actor.name}, <time dateTime={entry.recordedAt}>{panelMoment(entry.recordedAt, today)}</time>
              .{' '}
            </>
          )}
          {REASONS[reason]}
        </p>
        {stage && (
          <p>
            <b>{name}.</b> {file.handler === null ? 'No handler yet.' : <bdi>Handler: {file.handler}.</bdi>}{' '}
            {acknowledgement
              ? `Acknowledged ${panelDate(localDate(acknowledgement.at), today)}.`
              : 'Not acknowledged yet.'}
          </p>
        )}
        {file.closed && <p>Closed {panelDate(localDate(file.closed.at), today)}.</p>}
      </div>
    </section>
  );
}
