import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { CUES } from '../../../core/triage/cues.ts';
import { FLAG_PATTERNS } from '../../../core/triage/flag-patterns.ts';
import { findings } from '../../../core/triage/triage.ts';
import { alderholt, aMessage } from '../reading/a-message.ts';
import { cpuTime } from '../reading/cpu-time.ts';

const SIZE = 2_000_000;
const filled = (unit: string, size = SIZE): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Generous: a tenth of it is usual, and a quadratic step would take minutes. */
const MILLISECONDS = 2_000;

describe('two million characters are triaged in a moment', () => {
  test.each([
    ['one word', 'a'],
    ['complaints', 'nobody came again and I was told twice but still nothing since March. '],
    ['short sentences', 'no. '],
    ['short lines', 'no\n'],
    ['numbers', '1 2 3 '],
    ['promises', 'told '],
    ['inverted commas', '"'],
    ['apostrophes', "'a "],
    ['pictures', '👎'],
    ['capitals that grow', 'İ'],
    ['words of every flag', 'my mum is 81 your contractor fire door solicitor refund '],
    ['quotation', '> no\n'],
  ])('%s', (_, unit) => {
    const message = aMessage(filled(unit), { subject: filled(unit, 100_000) });
    expect(
      cpuTime(() => {
        findings(read(message, alderholt), { settings: alderholt, neural: null });
      }),
    ).toBeLessThan(MILLISECONDS);
  });
});

describe('every pattern takes time in proportion to the text', () => {
  const units = ['told ', 'nobody ', '1 march ', '12, ', 'not ', 'no reply ', '"a', "'a ", 'he ', 'the ', 'rang ', 'a'];
  const all = [...CUES.map(({ name, pattern }) => [name, pattern] as const), ...FLAG_PATTERNS];
  test.each(all)('%s', (_, pattern) => {
    for (const unit of units) {
      const text = filled(unit, 25_000);
      expect(
        cpuTime(() => {
          pattern.lastIndex = 0;
          for (let count = 0; count < 400 && pattern.exec(text); count++) if (pattern.lastIndex === 0) break;
        }),
      ).toBeLessThan(250);
    }
  });
});
