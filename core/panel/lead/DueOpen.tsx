import { useState } from 'preact/hooks';
import { CalendarCoverageError } from '../../calendar.ts';
import { currentStage } from '../../case/case-file.ts';
import { count, listInWords, panelDate, upperFirst } from '../../date-words.ts';
import { localDate, type Instant } from '../../dates.ts';
import { deadlines, type Deadline } from '../../deadlines/deadlines.ts';
import type { DueDuty } from '../../deadlines/due-row.ts';
import type { DueEntry } from '../../register/register.ts';
import type { Dispatch } from '../actions.ts';
import type { CaseAct, ResponseChannel } from '../case-acts.ts';
import { quoted, shortened, shownClause } from '../../policy/clause-words.ts';
import { Working } from '../DatesCard.tsx';
import { HandlerField } from '../HandlerField.tsx';
import { Icon } from '../Icon.tsx';
import { leftInWords } from '../left-words.ts';
import { SentForm } from '../SentForm.tsx';
import { tidied } from '../setup.ts';
import type { OpenCase, PanelState } from '../state.ts';

/** An opened row: how late or how soon in a sentence, the clause, what can be done about it, and the count behind it. */
export function DueOpen({
  entry,
  state,
  dispatch,
}: {
  readonly entry: DueEntry;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { row, duty } = entry;
  const opened = state.cases[row.caseId];
  if (!opened) return <div class="row-open" aria-busy="true" />;
  const counted = dateOf(duty, opened);
  return (
    <div class="row-open">
      <p>{sentenceFor(duty, opened, state)}</p>
      <ClauseLine duty={duty} opened={opened} />
      <Acts duty={duty} opened={opened} state={state} dispatch={dispatch} />
      <p>
        <button type="button" class="link lone" onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}>
          Open the case
        </button>
      </p>
      {counted && (
        <details class="fold">
          <summary>
            Show working <Icon name="turn" class="turn" />
          </summary>
          <div class="stack">
            <Working {...counted} today={localDate(state.now)} />
          </div>
        </details>
      )}
    </div>
  );
}

function sentenceFor(duty: DueDuty, { file, rules }: OpenCase, { now }: PanelState): string {
  const { words } = leftInWords(duty, now, rules.calendar);
  const first = words === '' ? '' : `${upperFirst(words)}.`;
  const tries = currentStage(file)?.contactTries ?? [];
  if (duty.obligation !== 'contact' || tries.length === 0) return first;
  const today = localDate(now);
  const days = listInWords(tries.map((at) => panelDate(localDate(at), today)));
  return `${first} ${count(tries.length, 'try').replace('trys', 'tries')} logged, ${days}, no answer.`;
}

function ClauseLine({ duty, opened }: { readonly duty: DueDuty; readonly opened: OpenCase }) {
  const { policy, laws } = opened.rules;
  const source = [policy, ...laws.map((law) => law.policy)].find(({ id }) => id === duty.policy);
  const [first] = duty.clauses;
  const clause = source && first !== undefined ? shownClause(source, first) : null;
  if (!clause) return null;
  const words =
    clause.quote === null ? `in short: ${shortened(clause.inShort ?? '')}` : quoted(shortened(clause.quote));
  return (
    <p class="meta">
      Clause {clause.number}: {words}
    </p>
  );
}

function dateOf(
  duty: DueDuty,
  { file, rules }: OpenCase,
): { readonly date: Deadline; readonly calendar: OpenCase['rules']['calendar'] } | null {
  for (const { policy, calendar } of [rules, ...rules.laws]) {
    if (policy.id !== duty.policy) continue;
    try {
      const date = deadlines(file, policy, calendar).dates.find(
        ({ timer, day }) => timer === duty.timer && day === duty.day,
      );
      if (date) return { date, calendar };
    } catch (error) {
      if (!(error instanceof CalendarCoverageError)) throw error;
    }
  }
  return null;
}

const CHANNELS: readonly (readonly [ResponseChannel, string])[] = [
  ['email', 'By email'],
  ['post', 'By post'],
  ['visit', 'By hand'],
];

function Acts({
  duty,
  opened,
  state,
  dispatch,
}: {
  readonly duty: DueDuty;
  readonly opened: OpenCase;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { due, setup, now } = state;
  const [channel, setChannel] = useState<ResponseChannel>('email');
  const [name, setName] = useState('');
  const caseId = opened.file.id;
  const act = (done: CaseAct): void => dispatch({ type: 'act', caseId, act: done, onMessage: false });
  const form = (to: 'reassign' | 'sent'): void => dispatch({ type: 'row-form', form: due.form === to ? null : to });
  const sentAct = (at: Instant): CaseAct =>
    duty.obligation === 'acknowledge' ? { kind: 'acknowledged', at } : { kind: 'response-sent', at, channel };
  const hasHandler = currentStage(opened.file) !== null || opened.file.kind === 'enquiry';
  return (
    <>
      <div class="btns">
        {actsFor(duty).map(({ label, done }, index) => (
          <button
            key={label}
            type="button"
            class={index === 0 ? 'btn primary small' : 'btn small'}
            onClick={() => (done === 'sent' ? form('sent') : act(done))}
          >
            {label}
          </button>
        ))}
        {hasHandler && (
          <button
            type="button"
            class="btn small"
            aria-expanded={due.form === 'reassign'}
            onClick={() => form('reassign')}
          >
            Reassign…
          </button>
        )}
        {(duty.obligation === 'respond' || duty.obligation === 'extended-respond-by') && (
          <button
            type="button"
            class="btn small"
            onClick={() =>
              dispatch({
                type: 'act-chosen',
                caseId,
                act:
                  duty.obligation === 'extended-respond-by' || duty.day < localDate(now)
                    ? 'late-answer'
                    : 'extension-proposed',
                of: null,
              })
            }
          >
            Extend…
          </button>
        )}
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'acts-wanted', caseId })}>
          More…
        </button>
      </div>
      {due.form === 'reassign' && (
        <div class="stack">
          <HandlerField
            id={`reassign-${duty.timer}`}
            label="Who handles it?"
            value={name}
            handlers={setup ? tidied(setup.settings).handlers : []}
            hint={null}
            onChange={setName}
          />
          <button
            type="button"
            class="btn small"
            onClick={() => name.trim() !== '' && act({ kind: 'assigned', name: name.trim() })}
          >
            Reassign
          </button>
        </div>
      )}
      {due.form === 'sent' && (
        <div class="stack">
          {duty.obligation !== 'acknowledge' && (
            <div class="field">
              <label for="sent-channel">How?</label>
              <select
                id="sent-channel"
                value={channel}
                onChange={(event) => {
                  const chosen = CHANNELS.find(([id]) => id === event.currentTarget.value);
                  if (chosen) setChannel(chosen[0]);
                }}
              >
                {CHANNELS.map(([id, label]) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
          )}
          <SentForm today={localDate(now)} onSent={(at) => act(sentAct(at))} />
        </div>
      )}
    </>
  );
}

function actsFor({
  obligation,
  timer,
}: DueDuty): readonly { readonly label: string; readonly done: CaseAct | 'sent' }[] {
  switch (obligation) {
    case 'contact':
      return [
        { label: 'Contact made', done: { kind: 'contact-made' } },
        { label: 'No answer', done: { kind: 'contact-tried' } },
      ];
    case 'acknowledge':
    case 'respond':
    case 'extended-respond-by':
      return [{ label: 'I’ve sent it…', done: 'sent' }];
    case 'make-safe':
      return [
        { label: 'Made safe', done: { kind: 'made-safe' } },
        { label: 'I’ve reported it', done: { kind: 'hazard-reported' } },
      ];
    case null:
      return [{ label: 'Done', done: { kind: 'date-done', id: timer } }];
    default:
      return [];
  }
}
