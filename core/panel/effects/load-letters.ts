import { problemOf, type Run } from './run.ts';

/** Fetches the writer of letters, and their cards, when the first letter is wanted: the engine of its templates is large. */
export async function loadLetters(run: Run): Promise<void> {
  const { track } = run;
  if (track.hasAskedForLetters) return;
  track.hasAskedForLetters = true;
  try {
    const { letters } = await import('../letter-part.ts');
    run.dispatch({ type: 'letters-loaded', write: letters.write, cards: letters });
  } catch (error) {
    track.hasAskedForLetters = false;
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The letter can’t be shown') });
  }
}
