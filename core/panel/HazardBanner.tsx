import { localTime, type Instant } from '../dates.ts';
import type { Reading } from '../reading/reading.ts';
import type { Hazard } from '../triage/verdict.ts';
import type { Dispatch } from './actions.ts';
import { quotesBySentence, type LawDate } from './banners-view.ts';
import { dangerInWords, isGas, leadingHazards, NATIONAL_GAS_EMERGENCIES } from './danger-words.ts';
import { Icon } from './Icon.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import { Quote } from './Quote.tsx';

/** Danger before everything: what it is, in their words, whom to ring, and by when the law wants it safe. */
export function HazardBanner({
  hazards,
  reading,
  laws,
  number,
  reportedAt,
  dispatch,
}: {
  readonly hazards: readonly Hazard[];
  readonly reading: Reading;
  readonly laws: readonly LawDate[];
  readonly number: string;
  readonly reportedAt: Instant | null;
  readonly dispatch: Dispatch;
}) {
  return (
    <section class="banner alert" aria-labelledby="hazard">
      <Icon name="hazard" />
      <h2 id="hazard">{dangerInWords(hazards)}</h2>
      {quotesBySentence(leadingHazards(hazards), reading)
        .slice(0, 2)
        .map(({ span, words }) => (
          <Quote key={span.start} span={span} words={words} language={reading.language} />
        ))}
      {reportedAt === null && isGas(hazards) && (
        <p class="call">
          Windows open, everybody out. National gas emergencies:{' '}
          <PhoneNumber number={NATIONAL_GAS_EMERGENCIES} missing="" dispatch={dispatch} />
        </p>
      )}
      {reportedAt === null ? (
        <p class="call">
          Ring emergency repairs: <PhoneNumber number={number} missing="no number is set" dispatch={dispatch} />
        </p>
      ) : (
        <p class="call">
          <Icon name="check" /> Reported at {localTime(reportedAt)}
        </p>
      )}
      {laws.map(({ what, when, day, iso, late, source }) => (
        <p key={what}>
          {what} by <b>{when}</b>
          {day !== null && (
            <>
              , <time dateTime={iso}>{day}</time>
            </>
          )}
          {late !== null && (
            <>
              , <b class="over-text">{late}</b>
            </>
          )}
          . <span class="meta">{source}</span>
        </p>
      ))}
    </section>
  );
}
