import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../core/dates.ts';
import { emptyMessage } from '../../../core/message.ts';
import { dangerInWords } from '../../../core/panel/danger-words.ts';
import { deskFor } from '../../../core/panel/desk.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { spokenFor } from '../../../core/panel/spoken.ts';
import { initialState, type Looked, type OpenMessage } from '../../../core/panel/state.ts';
import type { Hazard } from '../../../core/triage/verdict.ts';

const hazard = (kind: Hazard['kind'], urgency: Hazard['urgency']): Hazard => ({
  kind,
  urgency,
  start: 0,
  end: 3,
  text: 'gas',
});
const message = emptyMessage();

describe('a danger is spoken as its banner leads with it', () => {
  test.each([
    ['', []],
    ['Possible hazard: water leak', [hazard('water-leak', 'possible')]],
    ['Danger now: gas', [hazard('water-leak', 'possible'), hazard('gas', 'now')]],
    ['Danger now: gas, electrics', [hazard('gas', 'now'), hazard('electrics', 'now'), hazard('gas', 'now')]],
  ] as const)('%s', (words, hazards) => {
    expect(dangerInWords(hazards)).toBe(words);
    const looked = { verdict: { hazards, safeguarding: [] }, cases: [], found: { caseId: 'case-1' } };
    expect(spokenFor(message, looked as never).alert).toBe(words === '' ? '' : `${words}.`);
  });
});

test('the same danger in the next message is heard again, and where no policy loads too', () => {
  const now = toInstant('2026-03-25T09:26:00+00:00');
  const verdict = { hazards: [hazard('gas', 'now')], safeguarding: [] };
  const reading = { isByStaff: false };
  const looked = { reading, verdict, cases: [], found: { caseId: 'case-1' } } as unknown as Looked;
  const shown = (key: string) => {
    const open: OpenMessage = {
      kind: 'message',
      source: 'host',
      key,
      message,
      looked: null,
      slow: false,
      failed: null,
    };
    return { type: 'message-shown', open, desk: deskFor(key, message), name: 'Gmail' } as const;
  };
  const first = reduce(initialState({ kind: 'extension', name: 'Gmail' }, now), shown('a'));
  const heard = reduce(first, { type: 'looked', key: 'a', looked });
  expect(heard.spoken.alert).toBe('Danger now: gas.');
  expect(reduce(heard, shown('a')).spoken.alert).toBe('Danger now: gas.');
  const next = reduce(heard, shown('b'));
  expect(next.spoken.alert).toBe('');
  const failed = { what: 'policy', because: 'gone', alarms: looked } as const;
  expect(reduce(next, { type: 'look-failed', key: 'b', failed }).spoken.alert).toBe('Danger now: gas.');
});
