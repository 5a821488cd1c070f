import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { emptyMessage } from '../../core/message.ts';
import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { findings } from '../../core/triage/triage.ts';
import type { keptScores } from './both-readers.ts';
import { isAlarm } from './judged.ts';

/* Everyday mail of other people, in which nobody complains to a landlord: what of it is taken for dissatisfaction. */

const FILE = '../shared/data/ordinary-mail/spamassassin-ham.jsonl';
/** So many of it, always the same, are read closely. */
const CLOSELY = 300;

interface Ham {
  readonly id: string;
  readonly subject?: string;
  readonly text: string;
}

/** Alarms of the linear reader over all of it, and of both over a part; null where the mail isn't at hand. */
export async function hamAlarms(
  scoresOf: ReturnType<typeof keptScores> | null,
): Promise<{ readonly linear: readonly [number, number]; readonly both: readonly [number, number] } | null> {
  if (!existsSync(FILE)) return null;
  const all = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Ham);
  const alarms = async (mail: readonly Ham[], isClose: boolean): Promise<readonly [number, number]> => {
    let count = 0;
    for (const { id, subject = '', text } of mail) {
      const reading = read({ ...emptyMessage(), subject, text }, NO_SETTINGS);
      const neural = isClose ? ((await scoresOf?.(`ham ${id}`, reading, NO_SETTINGS)) ?? null) : null;
      if (isAlarm(findings(reading, { settings: NO_SETTINGS, neural }))) count++;
    }
    return [count, mail.length];
  };
  const order = ({ id }: Ham): string => createHash('sha256').update(id).digest('hex');
  const some = all.toSorted((left, right) => order(left).localeCompare(order(right))).slice(0, CLOSELY);
  return { linear: await alarms(all, false), both: scoresOf ? await alarms(some, true) : [0, 0] };
}
