import { RegisterError } from './register.ts';

/** What runs acts on the store. */
export type Guard = <Result>(act: () => Promise<Result>) => Promise<Result>;

/** Runs one act on the store, with its failures in our own words. */
export async function guarded<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw inOurWords(error);
  }
}

/** The same for a store that may be deleted while it is open: `isDeleted` says whether it was. */
export function guardedUnless(isDeleted: () => boolean): Guard {
  return async (act) => {
    try {
      return await act();
    } catch (error) {
      throw isDeleted() && error instanceof DOMException ? deleted() : inOurWords(error);
    }
  };
}

function deleted(): RegisterError {
  return new RegisterError(
    'deleted',
    'The register in this browser was deleted, and the cases in it are gone. Reload, then bring in your last backup under Settings.',
  );
}

function inOurWords(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  switch (error.name) {
    case 'QuotaExceededError':
      return new RegisterError('full', 'The disk is full. Nothing was logged.');
    case 'VersionError':
      return new RegisterError('newer', 'Saved by a newer Duly. Update to open it; nothing was changed.');
    case 'InvalidStateError':
      return new RegisterError(
        'blocked',
        'The register was closed by a newer Duly in another window. Reload this one.',
      );
    default:
      return new RegisterError('failed', `The register failed: ${error.message || error.name}`);
  }
}
