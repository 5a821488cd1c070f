import { localDate } from '../dates.ts';
import type { Ports } from './ports.ts';
import { parseSetup } from './setup.ts';

/** What is warmed up: the recogniser from when it has come, the policies from when they have. */
interface Cold extends Pick<Ports, 'store' | 'clock'> {
  readonly recogniser: Promise<{ readonly rehearsal: () => Generator<void> }>;
  readonly policies: Promise<Ports['policies']>;
}

/**
 * Does beforehand what a browser does when it first needs it, and what takes longer than reading a long message: compiles the
 * recogniser's patterns, fetches the policies, counts the calendars. For the time in which the host makes itself ready;
 * `signal` ends it. What it reads is nobody's message, and nothing that comes of it is kept. Whatever fails here fails
 * again where somebody is told.
 */
export async function warmUp({ recogniser, policies, store, clock }: Cold, signal: AbortSignal): Promise<void> {
  await Promise.allSettled([
    rehearse(recogniser, signal),
    countDays({ policies, store, clock }),
    import('../case/belongs.ts'),
  ]);
}

async function rehearse(recogniser: Cold['recogniser'], signal: AbortSignal): Promise<void> {
  const { rehearsal } = await recogniser;
  const steps = rehearsal();
  do {
    // Between two steps whoever waits for the page has their turn.
    await new Promise((resolve) => setTimeout(resolve));
  } while (!signal.aborted && steps.next().done !== true);
}

async function countDays({ policies, store, clock }: Omit<Cold, 'recogniser'>): Promise<void> {
  const day = localDate(clock.now());
  const [shelf, setup] = await Promise.all([policies, store.load('setup')]);
  const { landlord } = parseSetup(setup);
  const [floor, own] = await Promise.all([
    shelf.floorOn(day),
    landlord === null ? null : shelf.policyOn(landlord, day),
    shelf.lawsOn(day),
  ]);
  shelf.calendarOf(own ?? floor);
}
