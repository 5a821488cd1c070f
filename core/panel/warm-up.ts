import { localDate } from '../dates.ts';
import { emptyMessage } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import { NO_SETTINGS } from '../settings.ts';
import type { Look, Ports } from './ports.ts';
import { parseSetup } from './setup.ts';

/** Words of nobody's, in the two ways in which browsers keep text: each has its own patterns. */
const WORDS = [
  'The lift isn’t working again, and nobody came on Monday.',
  'Thank you for the visit on 3 March.',
] as const;
/** A pattern is interpreted at first and compiled when it is wanted again. */
const ROUNDS = 2;

/** What is warmed up, the recogniser from when it has come. */
interface Cold extends Pick<Ports, 'policies' | 'store' | 'clock'> {
  readonly recogniser: Promise<{ readonly look: Look }>;
}

/**
 * Does beforehand what a browser does when it first needs it, and what takes longer than reading a long message: fetches the
 * policies, counts the calendars, compiles the recogniser's patterns. For the time in which the host makes itself ready;
 * `signal` ends it. What it reads is nobody's message, and nothing that comes of it is kept. Whatever fails here fails
 * again where somebody is told.
 */
export async function warmUp({ recogniser, ...cold }: Cold, signal: AbortSignal): Promise<void> {
  try {
    const compared = import('../case/belongs.ts');
    const [{ look }, policy] = await Promise.all([recogniser, policyOfToday(cold), compared]);
    for (let round = 0; round < ROUNDS; round++)
      for (const text of WORDS) {
        // Between two steps whoever waits for the page has their turn.
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) return;
        look({ ...emptyMessage(), text }, { settings: NO_SETTINGS, policy, known: new Set(), neural: null });
      }
  } catch {
    // The open message shows why, with nothing that looks like an answer.
  }
}

async function policyOfToday({ policies, store, clock }: Omit<Cold, 'recogniser'>): Promise<Policy> {
  const day = localDate(clock.now());
  const { landlord } = parseSetup(await store.load('setup'));
  const [floor, own] = await Promise.all([
    policies.floorOn(day),
    landlord === null ? null : policies.policyOn(landlord, day),
    policies.lawsOn(day),
  ]);
  const policy = own ?? floor;
  policies.calendarOf(policy);
  return policy;
}
