import { HostError } from '../core/host.ts';

/** A client that hasn't answered by then won't. */
const PATIENCE = 10_000;

/** What Office's own callbacks give, as far as it is used. */
type Answer<Value> = Pick<Office.AsyncResult<Value>, 'status' | 'value' | 'error'>;

/**
 * Asks Outlook for something and waits for its answer. Rejects with HostError, whose code is `outlook-` and Outlook's own
 * number, or `outlook-silent` where no answer comes; `what` completes "Outlook didn’t …".
 */
export function asked<Value>(
  what: string,
  ask: (done: (answer: Answer<Value>) => void) => void,
  patience: number = PATIENCE,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new HostError(SILENT, `Outlook didn’t ${what}: it hasn’t answered.`));
    }, patience);
    try {
      ask(({ status, value, error }) => {
        clearTimeout(timer);
        // The enumeration is Office's own, and there is none before its script has loaded: the word is what it stands for.
        if (String(status) === 'succeeded') resolve(value);
        else reject(refusal(what, error));
      });
    } catch (error) {
      clearTimeout(timer);
      reject(refusal(what, error));
    }
  });
}

/** The code of a HostError where Outlook didn't answer. */
export const SILENT = 'outlook-silent';

/** Outlook's own numbers that are told apart. */
export const CODES = {
  itemChanged: 'outlook-9030',
  noSuchCategory: 'outlook-9044',
  noSuchNotice: 'outlook-9024',
} as const;

/** The number goes with the words: it is what an administrator can look up. */
function refusal(what: string, error: unknown): HostError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'refused';
  return new HostError(`outlook-${code}`, `Outlook didn’t ${what} (${code}).`);
}
