/** What the panel sends the worker after something was entered: it holds nothing of what. */
export const REGISTER_CHANGED = 'register-changed';
