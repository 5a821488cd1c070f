import { read } from '../reading/read.ts';
import { triage } from '../triage/triage.ts';
import type { Look } from './ports.ts';

/**
 * Reads a message and says what the policy makes of it. In a file of its own, so that a host can fetch the recogniser and
 * its weights beside the panel.
 */
export const look: Look = (message, context) => {
  const reading = read(message, context.settings);
  return { reading, verdict: triage(reading, context) };
};
