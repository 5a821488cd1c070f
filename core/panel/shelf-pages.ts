import { CalendarScreen } from './CalendarScreen.tsx';
import { PolicyScreen } from './PolicyScreen.tsx';

/** The pages that are fetched together. */
export const SHELF_PAGES = { policy: PolicyScreen, calendar: CalendarScreen } as const;
