import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { alderholt, aMessage } from './a-message.ts';
import { cpuTime } from './cpu-time.ts';

const SIZE = 2_000_000;
const filled = (unit: string, size = SIZE): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Generous: a tenth of it is usual, and a quadratic step would take minutes. */
const MILLISECONDS = 1_500;

describe('two million characters are read in a moment', () => {
  test.each([
    ['one word', filled('a')],
    ['white space', filled(' ')],
    ['line ends', filled('\n')],
    ['quotation marks in one line', filled('>')],
    ['quotation marks, a line each', filled('>\n')],
    ['short lines', filled('a\n')],
    ['the beginning of an attribution', filled('On ')],
    ['attributions', filled('On 1 Jan 2025 at 10:00, x wrote:\n')],
    ['wrapped attributions', filled('On 1\n')],
    ['header blocks', filled('From: a@b.example\nSent: x\n')],
    ['ever deeper quotation', Array.from({ length: 3_000 }, (_, depth) => `${'>'.repeat(depth % 700)} x`).join('\n')],
    ['labels of a form', filled('Name: x\n')],
    ['turns of a chat', filled('A: x\nB: y\n')],
    ['brackets', filled('(')],
    ['full stops', filled('ab. ')],
    ['dashes', filled('-----\n')],
    ['addresses', filled('a@b.example ')],
    ['words of disclaimers', filled('confidential recipient ')],
    ['sign-offs', filled('Regards\nManager\n')],
  ])('%s', (_, text) => {
    expect(
      cpuTime(() => {
        read(aMessage(text, { subject: 'FW: x' }), alderholt);
      }),
    ).toBeLessThan(MILLISECONDS);
  });
});
