import { localDate } from '../../dates.ts';
import type { Reading } from '../../reading/reading.ts';
import { NO_SETTINGS, type Settings } from '../../settings.ts';
import type { NeuralScores } from '../../triage/verdict.ts';
import { isNoteChanged, isSameRecord, recordName, type PasteForm } from '../paste-form.ts';
import { messageOfPaste } from '../paste-view.ts';
import type { Ports } from '../ports.ts';
import { pasteOfRecord } from '../record-view.ts';
import { tidied } from '../setup.ts';
import type { Looked, PanelState } from '../state.ts';
import { taughtIn } from '../taught-kept.ts';
import { keptTaught } from './keep.ts';
import { rulesFor } from './rules.ts';
import type { Run } from './run.ts';

/** How long after the last key the words are read. */
const SETTLE = 400;

/** Fewer letters than this say nothing yet. */
const LEAST = 25;

/** Reads what is typed into the form, a moment after the last key: what it is, and whether something is late already. */
export function pasteReader(run: Run): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let number = 0;
  return () => {
    if (timer !== null) clearTimeout(timer);
    const mine = ++number;
    timer = setTimeout(() => {
      void lookAtPaste(run, () => mine === number);
    }, SETTLE);
  };
}

/** What is typed, or what was found on the page of a record that nobody has pressed anything about yet: its danger can't wait. */
function inFront({ screen, open, paste }: PanelState): PasteForm | null {
  if (screen === 'paste') {
    // What the page says since is read with it: a danger that came meanwhile can't wait for the form.
    const isChanged =
      open.kind === 'record' && paste.of && isSameRecord(paste.of, recordName(open)) && isNoteChanged(paste.of, open);
    return isChanged ? { ...paste, text: `${paste.text}\n\n${pasteOfRecord(open).text}` } : paste;
  }
  return screen === 'message' && open.kind === 'record' ? pasteOfRecord(open) : null;
}

async function lookAtPaste(run: Run, isLatest: () => boolean): Promise<void> {
  const { setup } = run.state();
  const paste = inFront(run.state());
  if (!paste || paste.text.trim().length < LEAST) {
    run.dispatch({ type: 'paste-looked', looked: null });
    return;
  }
  try {
    const message = messageOfPaste(paste);
    const rules = await rulesFor(run, localDate(message.receivedAt ?? run.state().now));
    const settings = { ...tidied(setup?.settings ?? NO_SETTINGS), ...taughtIn(await keptTaught(run)) };
    const look = (neural: NeuralScores | null): ReturnType<Ports['look']> =>
      run.ports.look(message, { settings, policy: rules.policy, known: new Set(), neural });
    const tell = (looked: ReturnType<Ports['look']>, second: Looked['second']): void => {
      if (!isLatest() || inFront(run.state())?.text !== paste.text) return;
      run.dispatch({
        type: 'paste-looked',
        looked: { ...looked, rules, cases: [], found: null, second, registerFailed: null },
      });
    };
    const first = look(null);
    tell(first, run.ports.secondReader ? 'awaited' : 'none');
    // What is typed further is read by itself: only words that rest are worth the closer reader's time.
    const scores = isLatest() ? await closerScores(run, first.reading, settings) : null;
    if (scores) tell(look(scores), 'done');
  } catch {
    // It is read again when the form is sent, and says then what stands in the way.
    if (isLatest()) run.dispatch({ type: 'paste-looked', looked: null });
  }
}

/** Null where the closer reader can't be had, or another message took its turn: the first reading stands then. */
async function closerScores(run: Run, reading: Reading, settings: Settings): Promise<NeuralScores | null> {
  try {
    return (await run.ports.secondReader?.(reading, settings)) ?? null;
  } catch {
    return null;
  }
}
