import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { findings } from '../../core/triage/triage.ts';
import type { Findings } from '../../core/triage/verdict.ts';
import type { keptScores } from './both-readers.ts';
import type { Labelled } from './inbox.ts';

/** A labelled message with what is found in it. */
export interface Judged {
  readonly one: Labelled;
  readonly found: Findings;
  readonly newText: string;
}

/** Judges a message by both readers, or by the linear one where no scores are to be had. */
export async function judgedOne(one: Labelled, scoresOf: ReturnType<typeof keptScores> | null): Promise<Judged> {
  const reading = read(one.message, NO_SETTINGS);
  const neural = (await scoresOf?.(one.id, reading, NO_SETTINGS)) ?? null;
  return { one, found: findings(reading, { settings: NO_SETTINGS, neural }), newText: reading.newText };
}

/** Found, and said to be clear or likely. */
export function isAlarm({ dissatisfaction, confidence }: Findings): boolean {
  return dissatisfaction.found && confidence !== 'unsure';
}

/** Found, unsure or not read: a person looks. */
export function isBrought({ dissatisfaction, confidence }: Findings): boolean {
  return dissatisfaction.found || confidence === 'unsure' || confidence === 'not-read';
}
