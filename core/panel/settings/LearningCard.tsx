import { useEffect, useState } from 'preact/hooks';
import { count, panelDate } from '../../date-words.ts';
import { inLondon, localDate } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import { LEAST } from '../../triage/refit.ts';
import { AS_DELIVERED, isSameTaught } from '../../settings.ts';
import { saveFile, savedWords } from '../effects/save-file.ts';
import { correctionLines, isCorrection } from '../learning/corrections.ts';
import { learnt, putBack, takenBack, usable, type Learnt } from '../learning/learn.ts';
import { entryWords, taughtWords, wantingWords } from '../learning/taught-words.ts';
import { usePorts } from '../ports-context.ts';
import { TAUGHT, type TaughtKept } from '../taught-kept.ts';
import { Tick } from '../Tick.tsx';

/** What the team's decisions have changed, from how many of them; back to as delivered; and the corrections as a file. */
export function LearningCard({ by }: { readonly by: string }) {
  const ports = usePorts();
  const { register, store, clock } = ports;
  const [state, setState] = useState<Learnt | null>(null);
  const [before, setBefore] = useState<TaughtKept | null>(null);
  const [withText, setWithText] = useState(false);
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState('');
  const look = (): Promise<void> => learnt(ports).then(setState, (error: unknown) => setFailed(reasonOf(error)));
  useEffect(() => {
    void look();
    return register.onChange(() => void look());
  }, [register, store]);
  if (!state && failed === '') return null;
  const today = localDate(clock.now());
  const attempt = async (act: () => Promise<string>, title: string): Promise<void> => {
    setFailed('');
    try {
      setSaid(await act());
    } catch (error) {
      setSaid('');
      setFailed(`${title} ${reasonOf(error)}`);
    }
  };
  const keep = async (next: TaughtKept): Promise<void> => {
    await store.save(TAUGHT, next);
    await look();
  };
  const now = () => ({ at: inLondon(clock.now()), by });
  const back = (kept: TaughtKept): Promise<void> =>
    attempt(async () => {
      await keep(putBack(kept, now()));
      setBefore(kept);
      return 'As delivered, from the next message that is opened. Only decisions from tomorrow on count.';
    }, 'Nothing was changed.');
  const undo = (kept: TaughtKept, earlier: TaughtKept): Promise<void> =>
    attempt(async () => {
      await keep(takenBack(earlier, kept, now()));
      setBefore(null);
      return 'Undone: as it was before.';
    }, 'Nothing was undone.');
  const save = (lessons: Learnt['lessons']): Promise<void> =>
    attempt(async () => {
      const lines: string[] = [];
      for await (const one of correctionLines(lessons, (caseId) => register.eventsOf(caseId), withText))
        lines.push(one);
      const saved = await saveFile(`duly-corrections-${today}.jsonl`, lines.join(''), 'application/jsonl');
      return `${count(lines.length - 1, 'correction')} ${savedWords(saved)}.`;
    }, 'Nothing was exported.');
  return (
    <section class="sec" aria-labelledby="learning">
      <div class="sec-head">
        <h2 id="learning">What your team has taught Duly</h2>
      </div>
      <div class="stack-3">
        {state && <Taught state={state} today={today} />}
        {state && (before || !isSameTaught(state.kept.numbers, AS_DELIVERED)) && (
          <div class="btns">
            <button
              type="button"
              class="btn small"
              onClick={() => void (before ? undo(state.kept, before) : back(state.kept))}
            >
              {before ? 'Undo' : 'Back to as delivered'}
            </button>
          </div>
        )}
        {state && state.lessons.some(isCorrection) && (
          <div class="stack">
            <Tick label="With the text of messages that are on a case" isOn={withText} onTick={setWithText} />
            <p class="meta" id="corrections-hint">
              {withText
                ? 'The file then holds personal data: residents’ own words, with names in them. Keep it where your organisation keeps such data.'
                : 'The file names nobody. Of each message it has a digest, by which whoever has the message can find it.'}
            </p>
            <div class="btns">
              <button
                type="button"
                class="btn small"
                aria-describedby="corrections-hint"
                onClick={() => void save(state.lessons)}
              >
                Export corrections
              </button>
            </div>
          </div>
        )}
        <p role="status">{said}</p>
        {failed !== '' && <p role="alert">{failed}</p>}
      </div>
    </section>
  );
}

function Taught({
  state: { kept, lessons },
  today,
}: {
  readonly state: Learnt;
  readonly today: ReturnType<typeof localDate>;
}) {
  const counted = usable(lessons);
  const yes = counted.filter(({ dissatisfied }) => dissatisfied).length;
  const wanting = wantingWords({ yes, no: counted.length - yes }, LEAST);
  const [first] = lessons;
  return (
    <>
      <p>
        <b>{taughtWords(kept.numbers)}</b>
        {!isSameTaught(kept.numbers, AS_DELIVERED) &&
          ' Danger, and complaints made in so many words, are found as ever, and nobody is hidden whom you would have been shown.'}
      </p>
      <p>
        {first
          ? `${count(lessons.length, 'decision')} since ${panelDate(first.day, today)}, ${count(lessons.filter(isCorrection).length, 'correction')} among them.`
          : `No decisions ${kept.since === null ? 'yet' : `after ${panelDate(kept.since, today)}`}: a complaint that somebody logs is one, and “Not a complaint” too.`}
        {wanting === null ? ' They are weighed each time that Duly is opened.' : ` ${wanting}`}
      </p>
      {kept.entries.length > 0 && (
        <details class="fold">
          <summary>What changed, and when</summary>
          <ul class="stack">
            {kept.entries.toReversed().map((entry) => (
              <li key={entry.at}>
                <bdi>{entryWords(entry, today)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
