import { describe, expect, test } from 'vitest';

import { toInstant } from '../../../core/dates.ts';
import { backupWords, isBackupDue } from '../../../core/panel/backup.ts';
import { withManaged } from '../../../core/panel/managed.ts';
import { NO_SETUP, tidied, withSetting } from '../../../core/panel/setup.ts';
import { teamsOf } from '../../../core/panel/teams.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { calendarOf, policyOn } from '../../../policies/index.ts';
import { toIsoDate } from '../../../core/dates.ts';

const at = (moment: string) => toInstant(moment);

describe('what an organisation sets', () => {
  test('comes before what was typed here, and is named as theirs', () => {
    const typed = { ...NO_SETUP, settings: withSetting(NO_SETTINGS, 'emergencyNumber', '01632 960000') };
    const setup = withManaged(typed, {
      landlord: 'west-kent',
      emergencyNumber: '01632 960155',
      teams: 'North: A, B\n',
    });
    expect(setup.landlord).toBe('west-kent');
    expect(setup.settings.emergencyNumber).toBe('01632 960155');
    expect(setup.settings.teams).toEqual(['North: A, B']);
    expect(setup.managed).toEqual(['landlord', 'teams', 'emergencyNumber']);
  });

  test.each([
    { name: 'nothing is set', input: {} },
    { name: 'the browser has no managed storage', input: null },
    { name: 'what is set is no text', input: { landlord: 7, teams: ['x'], unknown: 'y' } },
    { name: 'a key of the language’s own', input: JSON.parse('{"__proto__":{"landlord":"x"}}') as unknown },
  ])('the setup stays as it is where $name', ({ input }) => {
    expect(withManaged(NO_SETUP, input)).toBe(NO_SETUP);
  });
});

test('a team is a line with people; other lines name none', () => {
  const settings = tidied(
    withSetting(NO_SETTINGS, 'teams', ' North: Priya Nair , Owen Blackwood\n\nSouth:\nWest\n: X'),
  );
  expect(teamsOf(settings)).toEqual([{ name: 'North', members: ['Priya Nair', 'Owen Blackwood'] }]);
});

describe('a backup', () => {
  const policy = () => policyOn('west-kent', toIsoDate('2026-03-25'));
  test.each([
    { name: 'a working week ago', last: '2026-03-18T10:00:00+00:00', fresh: 3, due: true },
    { name: 'four working days ago', last: '2026-03-19T10:00:00+00:00', fresh: 3, due: false },
    { name: 'long ago, and nothing was entered since', last: '2026-01-05T10:00:00+00:00', fresh: 0, due: false },
  ])('is asked for or not: $name', async ({ last, fresh, due }) => {
    const now = at('2026-03-25T09:26:00+00:00');
    const state = { at: at(last), events: 50, newEvents: fresh };
    expect(isBackupDue(state, { now, calendar: calendarOf(await policy()) })).toBe(due);
  });

  test('is asked for at once where many entries are in none', () => {
    const now = at('2026-03-25T09:26:00+00:00');
    expect(isBackupDue({ at: null, events: 20, newEvents: 20 }, { now, calendar: null })).toBe(true);
    expect(isBackupDue({ at: null, events: 4, newEvents: 4 }, { now, calendar: null })).toBe(false);
    expect(backupWords({ at: null, events: 1, newEvents: 1 }, now)).toBe('Never backed up. 1 entry waits for it.');
    expect(backupWords({ at: at('2026-03-23T10:05:00+00:00'), events: 9, newEvents: 2 }, now)).toBe(
      'Backed up Mon 23 Mar, 10:05. 2 entries since.',
    );
  });
});
