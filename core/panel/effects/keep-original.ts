import { caseFileOrNull } from '../../case/case-file.ts';
import { LARGEST_ORIGINAL, originalDraft } from '../../case/original.ts';
import { RegisterError } from '../../register/register.ts';
import { sizeInWords } from '../../size-words.ts';
import type { OpenMessage } from '../state.ts';
import { actorOf, londonNow, wordsOf, type Run } from './run.ts';

/**
 * Keeps the email as a file with the case that it was just put on (`of` is the entry by which it came), where the person
 * brought one in or the host gives it. The case and its text stand already: what fails here is said and stops nothing.
 */
export async function keepOriginal(
  run: Run,
  { key, source }: Pick<OpenMessage, 'key' | 'source'>,
  { caseId, of }: { readonly caseId: string; readonly of: string },
): Promise<void> {
  const { register, host } = run.ports;
  const unkept = (because: string): void => run.dispatch({ type: 'original-unkept', key, because });
  try {
    const bytes = source === 'host' ? await host.original?.(key) : run.track.originals.get(key);
    if (!bytes || bytes.length === 0) return;
    if (bytes.length > LARGEST_ORIGINAL) {
      unkept(`It is larger than ${sizeInWords(LARGEST_ORIGINAL)}.`);
      return;
    }
    // The logging may have been undone meanwhile.
    const messages = caseFileOrNull(await register.eventsOf(caseId))?.messages ?? [];
    if (!messages.some(({ eventId }) => eventId === of)) return;
    const draft = originalDraft({ of, bytes }, { caseId, actor: actorOf(run.state()), now: londonNow(run) });
    const events = await register.append([draft], [{ of, bytes }]);
    run.dispatch({ type: 'original-kept', of, ids: events.map(({ id }) => id) });
  } catch (error) {
    unkept(error instanceof RegisterError && error.code === 'full' ? 'The disk is full.' : wordsOf(error));
  }
}
