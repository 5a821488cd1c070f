/*
 * Office.js takes keys at the window of a pane in Outlook on the web. Its Tab knows no `summary` and finds no way on from a
 * heading that has the focus: it leaves the pane. It hands keys with Ctrl or Shift to Outlook, where Ctrl+Enter sends a reply.
 */

/** Has the pane keep its own keys: Tab while there is somewhere to go in it, Ctrl+Enter, Ctrl+Z, and what is typed. */
export function keepOwnKeys(document: Document): void {
  document.addEventListener('keydown', (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const isTyped = event.key.length === 1 && event.target instanceof Element && event.target.matches(FIELDS);
    const isOwn = isTyped || (isCommand && (event.key === 'Enter' || event.key.toLowerCase() === 'z'));
    // What isn't heard at the window is the browser's: its own order of Tab.
    if (isOwn || (event.key === 'Tab' && !isCommand && hasNext(document, event.shiftKey))) event.stopPropagation();
  });
}

const FIELDS = 'input, select, textarea';
const TABBABLE = `${FIELDS}, a[href], button, summary, [tabindex]`;

/** Whether Tab leads from where the focus is to something in the pane; at its ends Outlook is told. */
function hasNext(document: Document, isBack: boolean): boolean {
  const from = document.activeElement ?? document.body;
  const direction = isBack ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...document.querySelectorAll<HTMLElement>(TABBABLE)].some(
    (one) => one.tabIndex >= 0 && (from.compareDocumentPosition(one) & direction) !== 0 && isReached(one),
  );
}

function isReached(one: HTMLElement): boolean {
  return !one.matches(':disabled') && one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
}
