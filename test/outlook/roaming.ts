import type { Remembered } from '../../outlook-addin/remembered.ts';

/* The roaming settings as a mailbox holds them: each value as JSON, by its key. */

type Settings = Readonly<Record<string, string>>;

/** What the mailbox remembers, by place. */
export function memoryIn(settings: Settings): Readonly<Record<string, Remembered>> {
  const places = JSON.parse(settings['duly-places'] ?? '[]') as readonly string[];
  return Object.fromEntries(
    places.flatMap((place) => {
      const kept = settings[`duly-kept ${place}`];
      return kept === undefined ? [] : [[place, JSON.parse(JSON.parse(kept) as string) as Remembered]];
    }),
  );
}

/** Settings in which some places are remembered. */
export function settingsWith(memory: Readonly<Record<string, Remembered>>): Record<string, string> {
  return Object.fromEntries([
    ['duly-places', JSON.stringify(Object.keys(memory))],
    ...Object.entries(memory).map(([place, one]) => [`duly-kept ${place}`, JSON.stringify(JSON.stringify(one))]),
  ]) as Record<string, string>;
}
