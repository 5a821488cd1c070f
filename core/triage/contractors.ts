import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import type { Features } from './features.ts';
import { plain } from './plain-text.ts';

/** What the landlord's own list of contractors adds to the words: a firm by its name needs no word for contractor. */
export interface Contractors {
  /** The text names one. */
  readonly areNamed: boolean;
  /** The sender is one. */
  readonly isSender: boolean;
}

/** Names shorter than this stand in too many other words. */
const SHORTEST_NAME = 4;

/** Looks for the contractors of the settings, as plain words, in the text and in the sender's name and address. */
export function contractorsIn(reading: Reading, features: Features, settings: Settings): Contractors {
  const names = settings.contractors.map((name) => plain(name).trim()).filter((name) => name.length >= SHORTEST_NAME);
  const { from } = reading.message;
  const sender = plain(from?.name ?? '');
  const domain = plain(from?.address ?? '')
    .replace(/^.*@/, '')
    .replace(/[^a-z0-9]/g, '');
  return {
    areNamed: names.some((name) => hasWord(features.plain.text, name)),
    isSender:
      reading.writtenBy === null &&
      names.some((name) => hasWord(sender, name) || domain.includes(name.replace(/[^a-z0-9]/g, ''))),
  };
}

/** Whether a name stands in a text as words of its own. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = at === 0 ? ' ' : text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
