import type { Policy } from '../policy/policy.ts';
import type { Reading } from '../reading/reading.ts';
import type { Verdict } from '../triage/verdict.ts';
import { authorityClause, sentenceAround } from './banners-view.ts';
import { Icon } from './Icon.tsx';
import { QuotedWords } from './Quote.tsx';
import { senderOf } from './Strip.tsx';

/** What to know before anybody is contacted: adjustments asked for, who writes for whom, who lives there. */
export function PeopleBanner({
  verdict,
  reading,
  policy,
}: {
  readonly verdict: Verdict;
  readonly reading: Reading;
  readonly policy: Policy;
}) {
  const adjustments = verdict.people.filter(({ kind }) => kind === 'adjustment').slice(0, 3);
  const household = verdict.people.filter(({ kind }) => kind === 'vulnerable').slice(0, 2);
  const isOnBehalf = verdict.speaker === 'on-behalf';
  const { language, message } = reading;
  return (
    <>
      {(adjustments.length > 0 || isOnBehalf) && (
        <section class="banner" aria-labelledby="before-contact">
          <Icon name="adjust" />
          <h2 id="before-contact">Before you contact them</h2>
          <ul>
            {adjustments.map((span) => (
              <li key={span.start}>
                <b>Asked for:</b>{' '}
                <QuotedWords span={sentenceAround(span, reading)} words={[span]} language={language} />
              </li>
            ))}
            {isOnBehalf && (
              <li>
                <b>
                  <bdi>{senderOf(message)}</bdi> writes for somebody else.
                </b>{' '}
                No authority held yet{authorityClause(policy)}. The clock runs meanwhile.
              </li>
            )}
          </ul>
        </section>
      )}
      {household.length > 0 && (
        <section class="banner" aria-labelledby="household">
          <Icon name="people" />
          <h2 id="household">Who lives there</h2>
          <ul>
            {household.map((span) => (
              <li key={span.start}>
                <QuotedWords span={sentenceAround(span, reading)} words={[span]} language={language} />
              </li>
            ))}
          </ul>
          {verdict.hazards.length > 0 && <p>Say so when you ring.</p>}
        </section>
      )}
    </>
  );
}
