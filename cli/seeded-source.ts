import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { EventSource } from '../core/case/chain.ts';
import type { Instant } from '../core/dates.ts';

/** A source whose ids and salts follow from a seed, and whose clock is set for each line: the same input, the same bytes. */
export interface SeededSource extends EventSource {
  setNow(now: Instant): void;
}

export function seededSource(seed: string): SeededSource {
  let now: Instant | null = null;
  let block = 0;
  let left: number[] = [];
  return {
    now: () => {
      if (now === null) throw new Error('the clock was not set');
      return now;
    },
    setNow: (next) => {
      now = next;
    },
    random: (bytes) => {
      while (left.length < bytes) left = [...left, ...sha256(utf8ToBytes(`${seed} ${String(block++)}`))];
      const taken = left.slice(0, bytes);
      left = left.slice(bytes);
      return Uint8Array.from(taken);
    },
  };
}
