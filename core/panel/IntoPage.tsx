import type { FillPart } from '../record.ts';
import type { Dispatch } from './actions.ts';
import { fillText } from './case-summary.ts';
import type { FillAct, FillState } from './fill-state.ts';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import type { OpenCase, PanelState } from './state.ts';
import { nameOnPage, someoneElse } from './whose-page.ts';

const PART_WORDS: Readonly<Record<FillPart, { readonly name: string; readonly the: string }>> = {
  reference: { name: 'Reference', the: 'the reference' },
  summary: { name: 'Summary', the: 'the summary' },
  due: { name: 'Answer due', the: 'the day the answer is due' },
};

const PARTS: readonly FillPart[] = ['reference', 'summary', 'due'];

interface CardProps {
  readonly opened: OpenCase;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}

/** The case on its way into a CRM: copied, or written into fields that the person chose, after a look at what goes in. */
export function IntoPage({ opened, state, dispatch }: CardProps) {
  const caseId = opened.file.id;
  const fill = state.fill?.caseId === caseId ? state.fill : null;
  const does = (act: FillAct) => (): void => dispatch({ type: 'into-page', caseId, act });
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Into your CRM</h2>
        {fill && (
          <button type="button" class="link" onClick={does({ kind: 'leave' })}>
            Close<span class="vh"> the fields</span>
          </button>
        )}
      </div>
      <div class="stack-3">
        <div class="btns">
          <button type="button" class="btn small" onClick={does({ kind: 'copy' })}>
            <Icon name="copy" /> Copy reference and summary
          </button>
          {state.host.kind === 'extension' && (
            <button type="button" class="btn small" aria-expanded={fill !== null} onClick={does({ kind: 'begin' })}>
              <Icon name="pen" /> Fill fields…
            </button>
          )}
        </div>
        {fill && !fill.page && (
          <Note icon="info" title="No record is in front">
            <p>Open the record in your CRM, press Duly’s button on it, then Fill fields… again.</p>
          </Note>
        )}
        {fill?.page && <Preview opened={opened} fill={fill} does={does} />}
      </div>
    </section>
  );
}

interface PreviewProps {
  readonly opened: OpenCase;
  readonly fill: FillState;
  readonly does: (act: FillAct) => () => void;
}

function Preview({ opened, fill, does }: PreviewProps) {
  const { page, pointing, isFilling } = fill;
  if (!page) return null;
  const other = someoneElse(opened, page);
  const shown = nameOnPage(page);
  const count = page.targets.filter(
    (target) => !fill.leftOut.includes(target.part) && isNew(target.holds, fillText(opened, target)),
  ).length;
  return (
    <>
      {other === null ? (
        <p class="meta">
          What will stand in {page.name}
          {shown !== null && (
            <>
              , <bdi>{shown}</bdi>’s record
            </>
          )}
          . Nothing is written before you press Fill.
        </p>
      ) : (
        <Note icon="over" title="Somebody else’s record is in front" isAlert>
          <p>
            This is <bdi>{other}</bdi>’s record in {page.name}. The case is <bdi>{opened.file.complainant?.name}</bdi>
            ’s.
          </p>
          {!fill.isAgreed && (
            <p>
              <button type="button" class="link" onClick={does({ kind: 'agree' })}>
                It’s the right page: fill it all the same
              </button>
            </p>
          )}
        </Note>
      )}
      <dl class="facts">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{PART_WORDS[part].name}</dt>
            <dd>
              <Part part={part} opened={opened} fill={fill} does={does} />
            </dd>
          </div>
        ))}
      </dl>
      {pointing !== null && (
        <p role="status">
          Click the field for {PART_WORDS[pointing].the} on the page; or click into the page, move with Tab and press
          Enter. Esc stops.
        </p>
      )}
      {count > 0 && (other === null || fill.isAgreed) && (
        <p>
          <button type="button" class="btn" disabled={isFilling} onClick={does({ kind: 'fill' })}>
            {isFilling ? 'Filling…' : count === 1 ? 'Fill 1 field' : `Fill ${String(count)} fields`}
          </button>
        </p>
      )}
    </>
  );
}

function Part({ part, opened, fill, does }: PreviewProps & { readonly part: FillPart }) {
  const target = fill.page?.targets.find((one) => one.part === part);
  const text = target ? fillText(opened, target) : null;
  const isOut = fill.leftOut.includes(part);
  const point = (
    <button type="button" class="link" aria-pressed={fill.pointing === part} onClick={does({ kind: 'point', part })}>
      {target ? 'Point again' : 'Point at its field'}
      <span class="vh">: {PART_WORDS[part].the}</span>
    </button>
  );
  if (!target) return point;
  const into = target.label === null ? 'Into the field you pointed at' : `Into “${target.label}”`;
  return (
    <>
      <Planned holds={target.holds} text={isOut ? null : text} />
      <p class="meta">
        {into}. {outcomeWords(fill, part)}
      </p>
      {isNew(target.holds, text) && (
        <button type="button" class="link" aria-pressed={isOut} onClick={does({ kind: 'toggle', part })}>
          Leave out<span class="vh">: {PART_WORDS[part].the}</span>
        </button>
      )}{' '}
      {point}
    </>
  );
}

/** What stands in a field, and what would take its place. */
function Planned({ holds, text }: { readonly holds: string | null; readonly text: string | null }) {
  if (holds === null) return <b>Nothing can be written in it</b>;
  if (text === null) return <>Nothing to fill in</>;
  if (!isNew(holds, text)) return <b>Stands there</b>;
  return (
    <>
      {holds.trim() !== '' && (
        <p class="meta">
          Now: <bdi>{holds}</bdi>
        </p>
      )}
      <p class="theirs">
        <bdi>{text}</bdi>
      </p>
    </>
  );
}

function isNew(holds: string | null, text: string | null): boolean {
  return holds !== null && text !== null && holds !== text;
}

function outcomeWords({ done }: FillState, part: FillPart): string {
  const outcome = done[part];
  switch (outcome?.kind) {
    case undefined:
      return '';
    case 'filled':
      return 'Filled. Save the record in your CRM.';
    case 'message-changed':
      return 'Not filled: the page or the field has changed. Press Fill fields… again.';
    case 'refused':
      return `Not filled. ${outcome.reason}`;
  }
}
