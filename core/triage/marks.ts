import type { Features } from './features.ts';
import { FLAG_PATTERNS } from './flag-patterns.ts';
import type { Hazard } from './verdict.ts';
import { Patterns } from './word-starts.ts';
import type { Reading } from '../reading/reading.ts';

/** Hits of one pattern beyond these say nothing more. */
const ENOUGH = 2;

const PATTERNS = new Patterns(FLAG_PATTERNS.map(([, pattern]) => pattern));

/** Facts about a whole message, as features by name: which flags' words it has, which hazards, which form fields. */
export function marksOf(reading: Reading, features: Features, hazards: readonly Hazard[]): readonly string[] {
  const marks: string[] = [];
  const text = features.plain.text;
  let before = -1;
  PATTERNS.find(text, ENOUGH, (pattern) => {
    const name = FLAG_PATTERNS[pattern]?.[0] ?? '';
    marks.push(before === pattern ? `r2:${name}` : `r:${name}`);
    before = pattern;
  });
  for (const { kind, urgency } of hazards) marks.push(`h:${kind}`, `h:${urgency}`);
  for (const { label, answer } of reading.fields) {
    if (/\b(?:before|already|previous)/i.test(label))
      marks.push(
        /^\s*(?:y|1)/i.test(answer.text)
          ? 'form:before yes'
          : /^\s*n/i.test(answer.text)
            ? 'form:before no'
            : 'form:before',
      );
    if (/\b(?:complain|went wrong|unhappy)/i.test(`${label} ${answer.text.slice(0, 40)}`)) marks.push('form:complaint');
    if (/\b(?:like us to do|put it right|outcome|like to happen|like done)/i.test(label) && /\w/.test(answer.text))
      marks.push('form:outcome');
    if (/\b(?:compliment|thank|praise)/i.test(`${label} ${answer.text.slice(0, 40)}`)) marks.push('form:compliment');
  }
  if (/\?/.test(text)) marks.push('asks');
  return marks;
}
