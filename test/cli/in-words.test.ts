import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { datesOfEvent } from '../../cli/deadlines.ts';
import { duly } from './duly.ts';

/* What the command line prints for people to read. */

const folder = mkdtempSync(join(tmpdir(), 'duly-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

function mail(name: string, text: string): void {
  mkdirSync(join(folder, 'mail'), { recursive: true });
  writeFileSync(
    join(folder, 'mail', name),
    [
      'From: Wilf <wilf@letterbox.example>',
      'To: help@alderholt.example',
      'Subject: Home',
      'Date: Tue, 24 Mar 2026 18:42:00 +0000',
      '',
      text,
    ].join('\r\n'),
  );
}

describe('duly triage', () => {
  mail(
    'b.eml',
    'There is a strong smell of gas in the hall. My husband hits me and the kids. Nobody came and I am fed up of it.',
  );
  mail('a.eml', 'Hi, could you tell me what my rent balance is please? Thanks, Al');
  writeFileSync(
    join(folder, 'settings.json'),
    JSON.stringify({ emergencyNumber: '01632 960155', safeguardingLead: 'Amina Begum' }),
  );

  test('a folder stands for its mail, in order of name; harm and danger come first, with whom to tell', () => {
    const set = duly([
      'triage',
      '--policy',
      'west-kent',
      '--reader',
      'linear',
      '--settings',
      join(folder, 'settings.json'),
      join(folder, 'mail'),
    ]);
    expect(set.err).toBe('');
    const [first = '', second = ''] = set.out.split('b.eml\n');
    expect(first).toMatch(/^a\.eml\n/);
    expect(first).toContain(': service request\n  clause 4.1: “');
    expect(second).toMatch(/^Safeguarding, possible harm: “My husband hits me and the kids\.”/);
    expect(second).toContain('Tell your safeguarding lead today: Amina Begum.');
    expect(second).toMatch(/Danger now: gas: “.*gas.*”\n {2}Ring emergency repairs: 01632 960155\./);
    expect(second.indexOf('Danger now')).toBeLessThan(second.search(/issatisf/));
  });

  test('what the settings don’t hold is said, not guessed', () => {
    const { out } = duly(['triage', '--policy', 'west-kent', '--reader', 'linear', join(folder, 'mail', 'b.eml')]);
    expect(out).toContain('Tell your safeguarding lead today (the settings name nobody).');
    expect(out).toContain('Ring emergency repairs (the settings hold no number).');
  });

  test('a folder without mail is an error that says so', () => {
    mkdirSync(join(folder, 'none'));
    const { err, status } = duly(['triage', '--policy', 'west-kent', join(folder, 'none')]);
    expect(err).toContain('there is no .eml file in this folder');
    expect(status).toBe(1);
  });
});

describe('duly route', () => {
  test('clauses as people cite them', () => {
    const { out } = duly(['route', '--policy', 'west-kent', 'dissatisfaction']);
    expect(out).toContain('Stage one (clauses 3.1, 3.3 and 3.4)\n  clause 3.1: “');
  });

  test('no rule matches: nothing to log', () => {
    const { out } = duly(['route', '--policy', 'west-kent', 'tenant']);
    expect(out).toContain('nothing to log: no rule of this policy matches');
  });
});

describe('duly deadlines', () => {
  test('every event that a clock runs from can be asked for, and says what it needs', () => {
    const asked = (...more: readonly string[]) =>
      duly(['deadlines', '--policy', 'west-kent', '--received', '2026-04-10', ...more]);
    expect(asked('--event', 'extension-agreed', '--stage', '1').err).toContain('--due 2026-04-13');
    const extended = asked(
      '--event',
      'extension-agreed',
      '--stage',
      '1',
      '--due',
      '2026-04-13',
      '--agreed',
      '2026-05-01',
    );
    expect(extended.out).toContain('Respond, extended by Mon 27 Apr (7.3)');
    expect(extended.out).toContain('Fri 1 May 2026 was agreed: later than the policy allows.');
    expect(asked('--event', 'acknowledged').err).toContain('say which stage with --stage 1, 2 or 3');
    expect(asked('--event', 'nonsense').err).toContain('there are complaint-received, dissatisfaction-received');
  });

  test.each([
    { policy: 'wrekin', track: 'leisure', refused: 'unknown track "leisure"; there are care, housing' },
    { policy: 'kirklees', track: 'housing', refused: 'unknown track "housing"; kirklees has only one' },
  ])('$track is no track of $policy: no other track’s dates are given for it', async ({ policy, track, refused }) => {
    const line = { policy, event: 'complaint-received', at: '2021-02-01T10:00:00+00:00', context: { track } };
    await expect(datesOfEvent(line)).rejects.toThrow(refused);
  });

  test('a date is called projected only until the acknowledgement is out', () => {
    const asked = ['deadlines', '--policy', 'west-kent', '--received', '2026-03-26'];
    expect(duly(asked).out).toContain('Until the acknowledgement goes out the date is projected');
    const { out } = duly([...asked, '--event', 'acknowledged', '--stage', '1']);
    expect(out).toContain('Respond by Mon 13 Apr (7.3)');
    expect(out).not.toMatch(/projected|Until/);
  });

  test('an event that sets a date only with a signal names the signal', () => {
    const asked = ['deadlines', '--policy', 'awaabs-law', '--received', '2026-03-26', '--event', 'hazard-reported'];
    expect(duly(asked).out).toContain('Make safe: needs --signal emergency-hazard\n');
    expect(duly([...asked, '--signal', 'emergency-hazard']).out).toContain('Make safe by');
  });
});

test('duly letter --text names the line and the id of each, with a blank line between', () => {
  const { out, status } = duly(['letter', '--text'], '{"id": "first"}\n{}\nnot json\n');
  expect(out).toMatch(
    /^\[line 1, first: now is missing\]\n\n\[line 2: now is missing\]\n\n\[line 3: is not JSON: .*\]\n$/,
  );
  expect(status).toBe(1);
});

test('duly triage --help says when several policies need --out', () => {
  expect(duly(['triage', '--help']).out).toContain('with --jsonl they need --out');
});
