import { localDate, toIsoDate, type IsoDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { Alarms } from './Alarms.tsx';
import { DateParts } from './DateParts.tsx';
import { Heading } from './Heading.tsx';
import { KeptDrafts } from './KeptDrafts.tsx';
import { Note } from './Note.tsx';
import {
  isFormWorthKeeping,
  isNoteChanged,
  isSameRecord,
  recordName,
  type PasteForm,
  type RecordName,
} from './paste-form.ts';
import { lateAlready, TYPED_CHANNELS } from './paste-view.ts';
import { PasteText } from './PasteText.tsx';
import { pasteOfRecord } from './record-view.ts';
import type { PanelState } from './state.ts';
import { CONFIDENCE_WORDS, headingOf, sureLine } from './verdict-words.ts';

/** What no page shows: a pasted or saved email, a call, a letter, a visit. How and when it came, from whom, and its words. */
export function PasteScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { paste, pasteLooked, now } = state;
  const type = (change: Partial<typeof paste>): void => dispatch({ type: 'paste-typed', change });
  const isEmail = paste.channel === 'email';
  const late = pasteLooked ? lateAlready(paste, pasteLooked, now) : [];
  return (
    <>
      <section class="sec">
        <div class="stack-3">
          <Heading target="screen" level={1} class="page-title">
            {isEmail ? 'Paste a message' : 'Log a call, letter or visit'}
          </Heading>
          {paste.of && <OfRecord of={paste.of} open={state.open} />}
          {paste.of && <ChangedNote of={paste.of} open={state.open} use={type} />}
          <fieldset>
            <legend>How did it reach us?</legend>
            <div class="ticks">
              {TYPED_CHANNELS.map(([channel, word]) => (
                <label key={channel} class="tick">
                  <input
                    type="radio"
                    name="paste-channel"
                    checked={paste.channel === channel}
                    onChange={() => type({ channel })}
                  />{' '}
                  {word}
                </label>
              ))}
            </div>
          </fieldset>
          <PasteText
            paste={paste}
            label={isEmail ? 'The message' : 'What did they say?'}
            hint={
              isEmail
                ? 'Copy it where it is, and paste it here. Or choose the saved email.'
                : 'Their words as near as you can. Duly reads them as you type.'
            }
            dispatch={dispatch}
          />
          <div role="alert">
            {/* Below the words: the box that is typed into stays where it is. */}
            {pasteLooked && <Alarms {...pasteLooked} state={state} dispatch={dispatch} />}
          </div>
          <div class="field">
            <label for="paste-name">Who is it from?</label>
            <input
              id="paste-name"
              autocomplete="off"
              value={paste.name}
              onInput={(event) => type({ name: event.currentTarget.value })}
            />
          </div>
          <div class="field">
            <label for="paste-address">Their email address</label>
            <input
              id="paste-address"
              type="email"
              autocomplete="off"
              value={paste.address}
              onInput={(event) => type({ address: event.currentTarget.value })}
            />
          </div>
          <div class="field">
            <label for="paste-subject">Subject</label>
            <input
              id="paste-subject"
              autocomplete="off"
              value={paste.subject}
              onInput={(event) => type({ subject: event.currentTarget.value })}
            />
          </div>
          {!isEmail && (
            <div class="field">
              <label for="paste-taken">Who took it?</label>
              <input
                id="paste-taken"
                autocomplete="off"
                value={paste.takenBy}
                onInput={(event) => type({ takenBy: event.currentTarget.value })}
              />
            </div>
          )}
          <fieldset>
            <legend>When did it first reach any of our staff?</legend>
            <p class="meta" id="paste-day-hint">
              {paste.channel === 'letter'
                ? 'The day it came, not the day it was scanned. Clocks run from it.'
                : 'The day it came, not the day it was read. Clocks run from it.'}
            </p>
            <DateParts
              key={`${paste.id} ${paste.receivedAt ?? ''}`}
              value={dayOf(paste.day)}
              describedBy="paste-day-hint"
              latest={localDate(now)}
              onChange={(day) => type({ day: day ?? '' })}
            />
          </fieldset>
          {late.length > 0 && (
            <div role="status">
              <Note icon="over" title="Already late" isAlert>
                {late.map((line) => (
                  <p key={line}>{line}.</p>
                ))}
                <p>Log it all the same.</p>
              </Note>
            </div>
          )}
        </div>
      </section>
      {pasteLooked && (
        <section class="sec" aria-label="What Duly makes of it so far">
          <div class="verdict stack">
            <p class="sure">
              <span class="tag">{CONFIDENCE_WORDS[pasteLooked.verdict.confidence]}</span>{' '}
              <span class="meta">{sureLine(pasteLooked.verdict, pasteLooked.rules.policy)}</span>
            </p>
            <h2>{headingOf(pasteLooked.verdict, null)}</h2>
          </div>
        </section>
      )}
      {!paste.of && isFormWorthKeeping(paste) && (
        <p class="status">
          <button type="button" class="link" onClick={() => dispatch({ type: 'words-handed', text: '' })}>
            Start an empty form
          </button>
          ; this one is kept.
        </p>
      )}
      <KeptDrafts state={state} dispatch={dispatch} />
    </>
  );
}

/** Whose record the form was begun from, and a warning where the page shows something else. */
function OfRecord({ of, open }: { readonly of: RecordName; readonly open: PanelState['open'] }) {
  const name = of.whose.find(({ field }) => field === 'name')?.value;
  const isInFront = open.kind === 'record' && isSameRecord(of, recordName(open));
  return (
    <p class="meta">
      From {name === undefined ? 'a record' : <bdi>{name}</bdi>}
      {name !== undefined && '’s record'} in {of.page}
      {isInFront ? '.' : ', which isn’t the page in front.'}
    </p>
  );
}

/** The page says another note now: both are read, and either can be logged. */
function ChangedNote({
  of,
  open,
  use,
}: {
  readonly of: RecordName;
  readonly open: PanelState['open'];
  readonly use: (change: Partial<PasteForm>) => void;
}) {
  if (open.kind !== 'record' || !isSameRecord(of, recordName(open)) || !isNoteChanged(of, open)) return null;
  const { text } = pasteOfRecord(open);
  return (
    <Note icon="over" title="The note on the page is another one now">
      <p>
        <bdi>{text.length > MOST_OF_NOTE ? `${text.slice(0, MOST_OF_NOTE)}…` : text}</bdi>
      </p>
      <p>
        <button type="button" class="link" onClick={() => use({ text, of: recordName(open) })}>
          Use what it says now
        </button>
      </p>
    </Note>
  );
}

const MOST_OF_NOTE = 300;

function dayOf(text: string): IsoDate | null {
  return text === '' ? null : toIsoDate(text);
}
