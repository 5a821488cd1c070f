/** Held by whoever changes what is remembered of reminders: the worker and the panel may both want to. */
export const REMINDERS_LOCK = 'duly-reminders';
