import type { Belonging } from '../../case/belongs.ts';
import { caseFile, type CaseFile } from '../../case/case-file.ts';
import { identityOf } from '../../case/match.ts';
import type { Signal } from '../../policy/signals.ts';
import type { Reading } from '../../reading/reading.ts';
import type { FoundMessage } from '../../register/register.ts';
import type { Settings } from '../../settings.ts';
import type { Looked } from '../state.ts';
import { wordsOf, type Run } from './run.ts';

/** A sender with more cases than this is an organisation; the latest are enough to tell what is known. */
const MOST_CASES = 20;
/** Of closed cases, and of those that may only be meant, the likeliest. */
const MOST_MEANT = 5;
/** In a long thread the last messages name every case that it is on. */
const MOST_IDS = 8;

/** What the register knows of a message: the case that it is on, those that it may belong to, the likeliest first. */
export interface Known {
  readonly cases: readonly CaseFile[];
  readonly belongs: NonNullable<Looked['belongs']>;
  readonly found: FoundMessage | null;
  readonly registerFailed: string | null;
}

export const NOTHING_KNOWN: Known = { cases: [], belongs: [], found: null, registerFailed: null };

/** Asks the register. A register that fails is told of; the verdict stands without it. */
export async function knownTo({ ports: { register } }: Run, reading: Reading, settings: Settings): Promise<Known> {
  try {
    const { belongings, tracesOf } = await import('../../case/belongs.ts');
    const traces = tracesOf(reading, settings);
    const [found, own, tied, ...answered] = await Promise.all([
      register.findMessage(identityOf(reading.message, reading.newText)),
      traces.address === '' ? [] : register.openCasesOf(traces.address),
      register.tied(traces),
      ...traces.messageIds
        .slice(-MOST_IDS)
        .map((messageId) => register.findMessage({ messageId, siteMessageId: null, identity: '' })),
    ]);
    const ids = [...answered.flatMap((one) => one?.caseId ?? []), ...[...own, ...tied].map(({ caseId }) => caseId)];
    const events = await Promise.all([...new Set(ids)].slice(0, MOST_CASES).map((id) => register.eventsOf(id)));
    const files = new Map(
      events
        .filter((of) => of.length > 0)
        .map(caseFile)
        .filter(({ mergedInto }) => mergedInto === null)
        .map((file) => [file.id, file]),
    );
    const belongs = belongings([...files.values()], reading, settings).flatMap((one) => {
      const file = files.get(one.caseId);
      return file ? [{ ...one, file }] : [];
    });
    const cases = belongs.filter(({ isSure, file }) => isSure && !file.closed).map(({ file }) => file);
    return { found, cases, belongs: belongs.slice(0, MOST_MEANT), registerFailed: null };
  } catch (error) {
    return { ...NOTHING_KNOWN, registerFailed: wordsOf(error) };
  }
}

/** Closed complaints, for a further stage that no open case could be meant by. Empty where none is asked for. */
export function earlierCases({
  verdict,
  cases,
  belongs,
}: Pick<Looked, 'verdict' | 'cases' | 'belongs'>): readonly CaseFile[] {
  const { stage } = verdict.route;
  const isKnown = cases.some(({ kind, stages }) => kind === 'complaint' && stages.length > 0);
  if (!stage || stage.order < 2 || isKnown) return [];
  return (belongs ?? [])
    .filter(({ isSure, file }: Belonging & { readonly file: CaseFile }) => isSure && file.closed)
    .map(({ file }) => file);
}

/** What the open cases tell a policy: one is open; the response of its stage has gone out. */
export function signalsOf(cases: readonly CaseFile[]): ReadonlySet<Signal> {
  const complaints = cases.filter(({ kind }) => kind === 'complaint');
  const signals = new Set<Signal>();
  if (complaints.length > 0) signals.add('already-open');
  if (complaints[0]?.stages.at(-1)?.response) signals.add('response-issued');
  return signals;
}
