import { localTime, type Instant } from '../dates.ts';
import type { Span } from '../message.ts';
import type { Reading } from '../reading/reading.ts';
import type { Dispatch } from './actions.ts';
import { quotesBySentence } from './banners-view.ts';
import { Icon } from './Icon.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import { Quote } from './Quote.tsx';

/** Words that speak of harm: whom to tell today, and that the reply says nothing of it. */
export function SafeguardingBanner({
  spans,
  reading,
  lead,
  toldAt,
  dispatch,
}: {
  readonly spans: readonly Span[];
  readonly reading: Reading;
  readonly lead: string;
  readonly toldAt: Instant | null;
  readonly dispatch: Dispatch;
}) {
  return (
    <section class="banner alert" aria-labelledby="safeguarding">
      <Icon name="safeguard" />
      <h2 id="safeguarding">Safeguarding: possible harm to somebody</h2>
      {quotesBySentence(spans, reading)
        .slice(0, 2)
        .map(({ span, words }) => (
          <Quote key={span.start} span={span} words={words} language={reading.language} />
        ))}
      {toldAt === null ? (
        <p class="call">
          Tell your safeguarding lead today: <PhoneNumber number={lead} missing="nobody is set" dispatch={dispatch} />
        </p>
      ) : (
        <p class="call">
          <Icon name="check" /> Told at {localTime(toldAt)}
        </p>
      )}
      <p>Don’t mention it in the reply.</p>
    </section>
  );
}
