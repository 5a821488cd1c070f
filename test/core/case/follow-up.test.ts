import { describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import { followUpOf } from '../../../core/case/follow-up.ts';
import { emptyMessage } from '../../../core/message.ts';
import { read } from '../../../core/reading/read.ts';
import type { Intent } from '../../../core/triage/verdict.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { entered, opening } from '../../support/case.ts';

const file = caseFile(entered(opening()));

function kindOf(text: string, intent: Intent, isFound: boolean): string {
  const findings = {
    intent,
    dissatisfaction: { found: isFound, probability: isFound ? 0.9 : 0.1 },
    points: [],
    evidence: [],
  };
  return followUpOf(findings, read({ ...emptyMessage(), text }, NO_SETTINGS), file).kind;
}

describe('what a further message is to a case', () => {
  test.each([
    ['Thank you so much, the floor looks lovely.', 'compliment', false, 'thanks'],
    ['Thanks but the floor is still up and nobody came back.', 'complaint', true, 'more'],
    ['Is there any news about the floor?', 'chaser', false, 'chaser'],
    ['I don’t accept your answer about the floor.', 'escalation', true, 'next-stage'],
    ['On a separate note, the gutter has overflowed for months.', 'complaint', true, 'new-matter'],
    ['Your parking permits scheme charged me twice and the refund never arrived.', 'complaint', true, 'new-matter'],
    ['Nobody came back about the floor again today.', 'complaint', true, 'more'],
    ['And another thing happened.', 'complaint', true, 'more'],
  ] as const)('%s', (text, intent, isFound, kind) => {
    expect(kindOf(text, intent, isFound)).toBe(kind);
  });

  test.each(['another ', 'a completely ', 'while i am '])('long repeats of %s take no time', (piece) => {
    const began = performance.now();
    kindOf(piece.repeat(100_000), 'complaint', true);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
