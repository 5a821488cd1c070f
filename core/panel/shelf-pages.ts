import { CalendarScreen } from './CalendarScreen.tsx';
import { FirstRun } from './FirstRun.tsx';
import { PolicyScreen } from './PolicyScreen.tsx';
import { SettingsScreen } from './settings/SettingsScreen.tsx';

/** The pages that are fetched together. */
export const SHELF_PAGES = {
  policy: PolicyScreen,
  calendar: CalendarScreen,
  settings: SettingsScreen,
  'first-run': FirstRun,
} as const;
