import { expect, test } from 'vitest';
import { reduce } from '../../../core/panel/reduce.ts';
import { NO_SETUP } from '../../../core/panel/setup.ts';
import { initialState, type PanelState } from '../../../core/panel/state.ts';
import { moment } from '../../support/case.ts';

/* A view is kept with its filter; one of a team follows the team. */

function panel(team: string): PanelState {
  const state = initialState({ kind: 'extension', name: 'Gmail' }, moment('2026-03-25T09:26:00Z'));
  const setup = NO_SETUP;
  return { ...state, setup: { ...setup, settings: { ...setup.settings, teams: [team] } } };
}

const kept = (state: PanelState, handlers: readonly (string | null)[]): PanelState =>
  [
    { type: 'filter-changed', filter: { handlers, stages: ['stage-1'] } } as const,
    { type: 'view-named', name: 'Mine' } as const,
    { type: 'view-kept' } as const,
  ].reduce(reduce, state);

test('a view of a team has the members that the team has by then', () => {
  const saved = kept(panel('North: Priya Nair, Owen Blackwood'), ['Priya Nair', 'Owen Blackwood']);
  expect(saved.due.find.views).toEqual([
    { name: 'Mine', filter: { handlers: ['Priya Nair', 'Owen Blackwood'], stages: ['stage-1'] }, team: 'North' },
  ]);
  const later = { ...saved, setup: panel('North: Priya Nair, Joan Ellis').setup };
  const chosen = reduce(later, { type: 'view-chosen', name: 'Mine' });
  expect(chosen.due.find.filter).toEqual({ handlers: ['Priya Nair', 'Joan Ellis'], stages: ['stage-1'] });
  // A team that is gone leaves the people whom it had.
  const gone = { ...saved, setup: panel('South: Joan Ellis').setup };
  expect(reduce(gone, { type: 'view-chosen', name: 'Mine' }).due.find.filter.handlers).toEqual([
    'Priya Nair',
    'Owen Blackwood',
  ]);
});

test('a view of people who are no team stays theirs', () => {
  const saved = kept(panel('North: Priya Nair, Owen Blackwood'), ['Priya Nair']);
  expect(saved.due.find.views).toEqual([{ name: 'Mine', filter: { handlers: ['Priya Nair'], stages: ['stage-1'] } }]);
});
