import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import type { Finding } from '../../letters/pre-send-check.ts';
import type { Register } from '../../register/register.ts';
import { Note } from '../Note.tsx';
import type { Policies } from '../ports.ts';
import type { Setup } from '../setup.ts';
import { casesFor, checkReply, letterChoices, type CheckedReply, type ReplyCase } from './check-reply.ts';
import { Findings } from './Findings.tsx';
import type { ReplyHost } from './reply-host.ts';

/** What the check reaches outside itself. */
export interface CheckPorts {
  readonly host: ReplyHost;
  readonly register: Register;
  readonly policies: Policies;
  readonly setup: Setup;
  readonly now: () => Instant;
  /** Enters on the case that its letter stands in the reply. */
  readonly noteInserted: (caseId: string, checked: CheckedReply) => Promise<void>;
}

type View =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'no-case' }
  | { readonly kind: 'failed'; readonly because: string }
  | {
      readonly kind: 'checked';
      readonly cases: readonly ReplyCase[];
      readonly at: ReplyCase;
      readonly letter: string;
      readonly checked: CheckedReply | null;
      readonly because: string;
    };

/** The check beside a reply that is being written: what the policy wants in it and it lacks, each with a way to put it in. */
export function CheckPane({ ports }: { readonly ports: CheckPorts }) {
  const { host } = ports;
  const [chosen, setChosen] = useState<{ readonly caseId?: string; readonly letter?: string }>({});
  const [view, setView] = useState<View>({ kind: 'waiting' });
  const [said, setSaid] = useState('');
  const look = useCallback(() => {
    viewOf(ports, chosen).then(setView, (error: unknown) => setView({ kind: 'failed', because: reasonOf(error) }));
  }, [ports, chosen]);
  useEffect(look, [look]);
  useEffect(() => host.onReturn(look), [host, look]);
  const did = (act: Promise<string>): void => {
    act.then(setSaid, (error: unknown) => setSaid(reasonOf(error))).then(look, look);
  };
  const putIn = (finding: Finding): void => did(inserted(host, finding));
  const draft = view.kind === 'checked' && view.checked && !view.checked.isIn ? view.checked.own.draft : null;
  const insertLetter = (): void => {
    if (view.kind !== 'checked' || !view.checked || !draft) return;
    const { checked, at } = view;
    did(
      host.insertAtTop(draft).then(async () => {
        await ports.noteInserted(at.file.id, checked);
        return 'The letter is at the top of your reply. Ctrl+Z in the reply takes it out.';
      }),
    );
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
              <Which view={view} onChosen={setChosen} />
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
            {draft && (
              <button type="button" class="btn" onClick={insertLetter}>
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
  onChosen,
}: {
  readonly view: View;
  readonly onChosen: (chosen: { readonly caseId?: string; readonly letter?: string }) => void;
}) {
  if (view.kind === 'waiting') return <p class="meta">Reading the reply…</p>;
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

async function viewOf(
  { host, register, policies, setup, now }: CheckPorts,
  chosen: { readonly caseId?: string; readonly letter?: string },
): Promise<View> {
  const reply = await host.read();
  const cases = await casesFor(reply, { register, policies });
  const at = cases.find(({ file }) => file.id === chosen.caseId) ?? cases[0];
  if (!at) return { kind: 'no-case' };
  const letter = chosen.letter ?? letterChoices(at)[0]?.id ?? '';
  const view = { kind: 'checked', cases, at, letter } as const;
  try {
    const checked = await checkReply(reply, at, { kind: letter, setup, policies, now: now() });
    return { ...view, checked, because: '' };
  } catch (error) {
    // A letter that the case isn't at the stage for, or a date that can't be counted: said where the list would be.
    return { ...view, checked: null, because: reasonOf(error) };
  }
}

async function inserted(host: ReplyHost, { found, insert }: Finding): Promise<string> {
  if (insert === null) return '';
  const [words] = found;
  if (!words) {
    await host.insertAtCursor(insert);
    return 'The paragraph is where the cursor was in your reply.';
  }
  if (await host.replace(words.text, insert)) return 'Put right in your reply.';
  return 'Those words stand there more than once, or not as they were read. Put them right by hand.';
}
