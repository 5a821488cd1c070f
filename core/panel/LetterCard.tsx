import { count, listInWords, panelDate, possessive } from '../date-words.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import { blockInWords } from '../letters/block-words.ts';
import type { Letter } from '../letters/letter.ts';
import type { Settings } from '../settings.ts';
import type { Dispatch } from './actions.ts';
import { CalendarEnds } from './CalendarEnds.tsx';
import { clauseNumber } from '../policy/clause-words.ts';
import type { Desk } from './desk.ts';
import { heldByLetter } from './held-acts.ts';
import { HeldBack } from './HeldBack.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { LetterFields } from './LetterFields.tsx';
import { LetterText } from './LetterText.tsx';
import { letterView } from './letter-view.ts';
import { letterTitle } from './letter-words.ts';
import { Note } from './Note.tsx';
import { WayLine } from './WayLine.tsx';
import type { PassedOn } from './passed-on.ts';
import type { OpenCase, PanelState, Rules, WriteLetter } from './state.ts';

/** The letter as the resident will read it, with the fields that it still lacks above it. */
export function LetterCard({
  opened,
  passed,
  desk,
  settings,
  write,
  now,
  missingChoice,
  dispatch,
}: {
  readonly opened: OpenCase;
  readonly passed: PassedOn | null;
  readonly desk: Desk;
  readonly settings: Settings;
  readonly write: WriteLetter;
  readonly now: Instant;
  readonly missingChoice: PanelState['missingChoice'];
  readonly dispatch: Dispatch;
}) {
  const view = letterView(opened, desk.letter, { kind: desk.letterKind, write, settings, now });
  const today = localDate(now);
  if (view.kind === 'uncovered') return <CalendarEnds error={view.error} count="The days to the answer" others={0} />;
  if (view.kind === 'none')
    return (
      <section class="sec">
        <Note icon="info" title="There is no letter">
          <p>{view.because}</p>
        </Note>
      </section>
    );
  const { letter } = view;
  const { missing } = letter;
  const lacked = missing.filter(({ place }) => place === 'policy');
  return (
    <section class="sec">
      <div class="sec-head">
        <Heading target="letter">
          {letter.corrects ? 'Correction of the acknowledgement' : letterTitle(desk.letterKind)}
        </Heading>
        <button
          type="button"
          class="link"
          aria-expanded={desk.isEditingLetter}
          onClick={() => dispatch({ type: 'letter-fields', shown: !desk.isEditingLetter })}
        >
          {desk.isEditingLetter ? 'Close' : 'Edit'}
          <span class="vh"> the letter’s fields</span>
        </button>
      </div>
      <div class="stack-3">
        {passed && letter.sheet.way === 'email' && (
          <Note icon="info" title={`A reply would go to ${passed.by}`}>
            <p>
              They passed the message on; <bdi>{passed.writer}</bdi> wrote it. Copy the letter into a new email to{' '}
              <bdi>{passed.address === '' ? passed.writer : passed.address}</bdi>.
            </p>
          </Note>
        )}
        {letter.corrects && (
          <Note icon="info" title="Acknowledged already">
            <p>
              On {panelDate(localDate(letter.corrects.at), today)}. One complaint has one acknowledgement: this letter
              names the earlier one and corrects it.
            </p>
          </Note>
        )}
        {missing.length > 0 ? (
          <Note icon="pen" title={`${count(missing.length, 'thing')} missing`}>
            <p>The letter can’t go in without {missing.length === 1 ? 'it' : 'them'}.</p>
          </Note>
        ) : (
          <p class="meta checked">
            <Icon name="check" /> {checkedWords(letter, opened.rules)}
          </p>
        )}
        {lacked.map(({ path, label }) => (
          <Note key={path} icon="info" title={label}>
            <p>{possessive(opened.rules.policy.shortName)} policy doesn’t say it, and Duly makes nothing up.</p>
          </Note>
        ))}
        <LetterFields
          missing={missing}
          asks={letter.asks}
          base={opened.file}
          desk={desk}
          settings={settings}
          rules={opened.rules}
          dispatch={dispatch}
        />
        {heldByLetter(opened, { kind: desk.letterKind, given: desk.given, now }).map((list) => (
          <HeldBack
            key={list.action}
            list={list}
            policy={opened.rules.policy}
            given={desk.given}
            isMissing={missingChoice === 'held'}
            onChange={(given) => dispatch({ type: 'given', given })}
          />
        ))}
        <WayLine way={letter.sheet.way} isAsTheyWrote={desk.letter.way === null} dispatch={dispatch} />
        <LetterText
          letter={letter}
          to={passed ? passed.address : addressOf(opened)}
          rules={opened.rules}
          dispatch={dispatch}
        />
        {letter.lacking.length > 0 && (
          <p class="meta">
            It doesn’t say {listInWords(letter.lacking.map(({ block }) => blockInWords(block)))}: the policy’s words
            lack it, or nobody has said that it is so.
          </p>
        )}
        {letter.holds && <p class="meta">{holdsWords(letter.holds, today)}</p>}
      </div>
    </section>
  );
}

function addressOf({ file }: OpenCase): string {
  return file.messages.at(-1)?.from?.address ?? '';
}

/** "All 5 things clauses 7.1 and 7.2 and the Code ask for are in it." */
function checkedWords({ checked }: Letter, { policy, floor }: Rules): string {
  const clauses = checked.flatMap((demand) => demand.clauses);
  const own = [...new Set(clauses.filter((clause) => clause.startsWith(`${policy.id}/`)).map(clauseNumber))].sort();
  const isOfCode = policy.id !== floor.id && clauses.some((clause) => clause.startsWith(`${floor.id}/`));
  const asking = [
    ...(own.length > 0 ? [`clause${own.length === 1 ? '' : 's'} ${listInWords(own)}`] : []),
    ...(isOfCode ? ['the Code'] : []),
  ];
  return `All ${count(checked.length, 'thing')} ${asking.join(' and ')} ask for are in it.`;
}

function holdsWords({ until, then }: NonNullable<Letter['holds']>, today: IsoDate): string {
  const date = panelDate(then, today);
  if (until !== today)
    return `The answer date holds if you send it by ${panelDate(until, today)}. Sent later, it becomes ${date}.`;
  return `The answer date holds if you send it today. Sent tomorrow, it becomes ${date}.`;
}
