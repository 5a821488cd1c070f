import { expect, test } from 'vitest';
import { beginningsOf } from '../../../core/triage/beginnings.ts';
import { CUES } from '../../../core/triage/cues.ts';
import { FLAG_PATTERNS } from '../../../core/triage/flag-patterns.ts';
import { plain } from '../../../core/triage/plain-text.ts';
import { Patterns } from '../../../core/triage/word-starts.ts';
import { labelled } from '../../bench/inbox.ts';

test.each([
  { name: 'letters', pattern: /\bagain\b/g, expected: ['aga'] },
  { name: 'alternatives', pattern: /\b(?:again|no|yet (?:a|the))\b/g, expected: ['aga', 'no', 'yet'] },
  { name: 'what may be left out', pattern: /\b(?:a )?man\b/g, expected: ['man', 'a m'] },
  { name: 'a class', pattern: /\bt[ei]n/g, expected: ['ten', 'tin'] },
  { name: 'a range, repeated', pattern: /\b[6-8]+x/g, expected: ['6', '7', '8'] },
  { name: 'a letter repeated', pattern: /\bgo{2}d/g, expected: ['go'] },
  { name: 'anything', pattern: /\bx.y/g, expected: ['x'] },
  { name: 'what is looked ahead for', pattern: /\b(?=no)not/g, expected: ['not'] },
  { name: 'not at a word’s edge', pattern: /ing\b/g, expected: null },
  { name: 'one of two at a word’s edge', pattern: /\bcat|dog/g, expected: null },
  { name: 'two at a word’s edge', pattern: /\bcat|\bdog/g, expected: ['cat', 'dog'] },
  { name: 'a mark', pattern: /\b(?:!|a)/g, expected: null },
  { name: 'capitals alike', pattern: /\bcat/gi, expected: null },
])('how a pattern may begin: $name', ({ pattern, expected }) => {
  expect(beginningsOf(pattern)).toEqual(expected);
});

test('the same is found as by searching', () => {
  const all = [...CUES.map(({ pattern }) => pattern), ...FLAG_PATTERNS.map(([, pattern]) => pattern)];
  const patterns = new Patterns(all);
  expect(all.filter((pattern) => beginningsOf(pattern) !== null).length).toBeGreaterThan(150);
  for (const { message } of ['dev', 'tongues'].flatMap(labelled)) {
    const text = plain(message.text);
    const found = all.map((): string[] => []);
    patterns.find(text, 400, (pattern, start, end) => found[pattern]?.push(`${String(start)}–${String(end)}`));
    const searched = all.map((pattern) =>
      [...text.matchAll(pattern)].map((match) => `${String(match.index)}–${String(match.index + match[0].length)}`),
    );
    expect(found).toEqual(searched);
  }
});
