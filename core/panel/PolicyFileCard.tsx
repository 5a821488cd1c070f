import { listInWords, possessive } from '../date-words.ts';
import { noticesOf } from '../policy/notices.ts';
import type { Policy } from '../policy/policy.ts';
import type { Dispatch } from './actions.ts';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import type { ChosenFile } from './shelf-state.ts';

/** A policy as one file: saved from here, or brought in; one with mistakes is refused as a whole, each by its line. */
export function PolicyFileCard({
  file,
  policy,
  dispatch,
}: {
  readonly file: ChosenFile | null;
  readonly policy: Policy | null;
  readonly dispatch: Dispatch;
}) {
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>The policy as a file</h2>
      </div>
      <div class="stack-3">
        {policy && (
          <p>
            <button type="button" class="btn" onClick={() => dispatch({ type: 'policy-saved' })}>
              <Icon name="save" /> Save {possessive(policy.shortName)} policy
            </button>
          </p>
        )}
        <div class="field">
          <label for="policy-file">Bring in a landlord’s own policy</label>
          <p class="meta" id="policy-file-hint">
            A .duly-policy.json file. You see what is in it before anything changes.
          </p>
          <input
            id="policy-file"
            type="file"
            accept=".json,application/json"
            aria-describedby="policy-file-hint"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (!chosen) return;
              void chosen.text().then((text) => dispatch({ type: 'policy-file-chosen', name: chosen.name, text }));
            }}
          />
        </div>
        {file?.kind === 'wrong' && <Mistakes file={file} dispatch={dispatch} />}
        {file?.kind === 'read' && <Usable file={file} dispatch={dispatch} />}
      </div>
    </section>
  );
}

const MOST = 20;

function Mistakes({
  file: { name, mistakes },
  dispatch,
}: {
  readonly file: Extract<ChosenFile, { kind: 'wrong' }>;
  readonly dispatch: Dispatch;
}) {
  return (
    <>
      <div class="stack">
        <Heading target="policy-file" class="page-title">
          This policy can’t be used
        </Heading>
        <p>Nothing of it was taken in. The policy that is in force stays.</p>
      </div>
      {mistakes.slice(0, MOST).map(({ line, column, path, reason }, index) => (
        <Note key={index} icon="over" title={`Line ${String(line)}, column ${String(column)}`}>
          <p>
            {path === '' ? '' : <b>{path}: </b>}
            {reason}
          </p>
        </Note>
      ))}
      {mistakes.length > MOST && <p>And {mistakes.length - MOST} more.</p>}
      <p>
        For whoever keeps <bdi>{name}</bdi>:{' '}
        <button type="button" class="link" onClick={() => dispatch({ type: 'mistakes-copied' })}>
          Copy this
        </button>
      </p>
    </>
  );
}

function Usable({
  file: { brought },
  dispatch,
}: {
  readonly file: Extract<ChosenFile, { kind: 'read' }>;
  readonly dispatch: Dispatch;
}) {
  const { versions, isReserved, clashes } = brought;
  const mayKeep = !isReserved && clashes.length === 0;
  return (
    <>
      <div class="stack">
        <Heading target="policy-file" class="page-title">
          <bdi>{versions.name}</bdi>
        </Heading>
        <p>
          {versions.versions.map(({ version, stages, timers, routes, clauses, templates }) => (
            <span key={version} class="block-line">
              Version {version}: {stages.length} stages, {timers.length} dates, {routes.length} routes,{' '}
              {Object.keys(clauses).length} clauses, {Object.keys(templates).length} letters of its own.{' '}
            </span>
          ))}
        </p>
      </div>
      {versions.versions.flatMap(noticesOf).map((notice) => (
        <Note key={notice} icon="info" title={notice} />
      ))}
      {isReserved && (
        <Note icon="over" title="It has the name of the Code or of a law">
          <p>Give it an id of its own. Nothing was taken in.</p>
        </Note>
      )}
      {clashes.length > 0 && (
        <Note icon="over" title={`Version ${listInWords(clashes)} is here already, with other words`}>
          <p>Cases were opened under it and keep it. Give the change a day of its own, effectiveFrom.</p>
        </Note>
      )}
      <p class="btns">
        {mayKeep && (
          <button type="button" class="btn" onClick={() => dispatch({ type: 'policy-file-kept' })}>
            Use this policy
          </button>
        )}
        <button type="button" class="btn" onClick={() => dispatch({ type: 'policy-file-dropped' })}>
          Leave it
        </button>
      </p>
      {mayKeep && (
        <p class="meta">
          Duly opens afresh. Cases already logged keep the version they were logged under, and their dates.
        </p>
      )}
    </>
  );
}
