import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { figure } from '../../date-words.ts';
import { reasonOf } from '../../errors.ts';
import type { Finding } from '../../letters/pre-send-check.ts';
import { Note } from '../Note.tsx';
import { letterChoices } from './check-reply.ts';
import { viewOf, type CheckPorts, type CheckView } from './check-view.ts';
import { Findings } from './Findings.tsx';
import { insertLetter, insertParagraph } from './insert.ts';

/** The check beside a reply that is being written: what the policy wants in it and it lacks, each with a way to put it in. */
export function CheckPane({ ports }: { readonly ports: CheckPorts }) {
  const { host } = ports;
  const [chosen, setChosen] = useState<{ readonly caseId?: string; readonly letter?: string }>({});
  const [view, setView] = useState<CheckView>({ kind: 'waiting' });
  const [said, setSaid] = useState('');
  const looks = useRef(0);
  const look = useCallback(() => {
    const number = ++looks.current;
    // A later look knows better, whichever is ready first.
    const show = (found: CheckView): void => {
      if (number === looks.current) setView(found);
    };
    viewOf(ports, chosen).then(show, (error: unknown) => show({ kind: 'failed', because: reasonOf(error) }));
  }, [ports, chosen]);
  useEffect(look, [look]);
  useEffect(() => host.onReturn(look), [host, look]);
  const did = (act: Promise<string>): void => {
    act.then(setSaid, (error: unknown) => setSaid(reasonOf(error))).then(look, look);
  };
  const putIn = (finding: Finding): void => {
    if (view.kind === 'checked') did(insertParagraph(host, view.reply, finding));
  };
  const hasLetter = view.kind === 'checked' && view.checked?.isIn === false && view.checked.own.draft !== null;
  const putLetter = (): void => {
    if (view.kind === 'checked') did(insertLetter(ports, view));
  };
  return (
    <>
      <main>
        <section class="sec">
          <div class="stack-3">
            <div class="stack">
              <h1 class="page-title" tabIndex={-1}>
                Check before sending
              </h1>
              <Which view={view} lost={ports.lost} onChosen={setChosen} />
            </div>
            {view.kind === 'failed' && (
              <div role="alert">
                <Note icon="over" title="Nothing was checked" isAlert>
                  <p>{view.because}</p>
                </Note>
              </div>
            )}
            {view.kind === 'checked' && view.because !== '' && (
              <Note icon="over" title="Nothing was checked">
                <p>{view.because}</p>
              </Note>
            )}
          </div>
        </section>
        {view.kind === 'checked' && view.checked && <Findings findings={view.checked.findings} onPutIn={putIn} />}
      </main>
      <footer class="dock" aria-label="Next step">
        {said !== '' && (
          <div class="toast" role="status">
            <span>{said}</span>
          </div>
        )}
        <div class="dock-body">
          <p class="for meta">Duly changes nothing by itself and sends nothing.</p>
          <div class="btns">
            <button type="button" class="btn primary" onClick={look}>
              <span>Check again</span>
            </button>
            {hasLetter && (
              <button type="button" class="btn" onClick={putLetter}>
                <span>Insert the letter</span>
              </button>
            )}
          </div>
        </div>
      </footer>
    </>
  );
}

/** Which case and which letter are checked; the officer chooses where there are several. */
function Which({
  view,
  lost,
  onChosen,
}: {
  readonly view: CheckView;
  readonly lost: number;
  readonly onChosen: (chosen: { readonly caseId?: string; readonly letter?: string }) => void;
}) {
  if (view.kind === 'waiting') return <p class="meta">Reading the reply…</p>;
  if (view.kind === 'no-case' && lost > 0)
    return (
      <p>
        Outlook no longer has your cases ({figure(lost)}), so that this reply can’t be checked. Don’t log its complaint
        again: open Duly beside a message and bring in the last backup first.
      </p>
    );
  if (view.kind === 'no-case')
    return (
      <p>
        Nobody that this reply goes to has an open case here. Log the complaint beside its message first; then the reply
        can be checked.
      </p>
    );
  if (view.kind === 'failed') return null;
  const { cases, at, letter } = view;
  return (
    <>
      {cases.length === 1 ? (
        <p>
          For <b class="nobr">{at.file.reference}</b>, <bdi>{at.file.complainant?.name ?? 'the resident'}</bdi>
        </p>
      ) : (
        <div class="field">
          <label for="check-case">Case</label>
          <select
            id="check-case"
            value={at.file.id}
            onChange={({ currentTarget }) => onChosen({ caseId: currentTarget.value })}
          >
            {cases.map(({ file }) => (
              <option key={file.id} value={file.id}>
                {file.reference}, {file.messages[0]?.subject ?? ''}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="check-letter">Letter</label>
        <select
          id="check-letter"
          value={letter}
          onChange={({ currentTarget }) => onChosen({ caseId: at.file.id, letter: currentTarget.value })}
        >
          {letterChoices(at).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
