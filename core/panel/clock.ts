import type { Instant } from '../dates.ts';
import type { Clock } from './ports.ts';

/** Dates and hours are shown by the minute. */
const MINUTE = 60_000;

/** A clock from the host's time: tells at every new minute, and when the panel is looked at again after a sleep. */
export function tickingClock(now: () => Instant): Clock {
  return {
    now,
    onTick: (listener) => {
      const timer = setInterval(listener, MINUTE);
      const wake = (): void => {
        if (document.visibilityState === 'visible') listener();
      };
      document.addEventListener('visibilitychange', wake);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', wake);
      };
    },
  };
}
