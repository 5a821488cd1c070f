/**
 * Keeps what has the focus clear of the dock, however tall a toast or a note makes it: the page's own padding for
 * scrolling follows the dock's height, and what came to lie under it is scrolled up. Returns how to stop.
 */
export function keepFocusClear(): () => void {
  const observer = new ResizeObserver(makeRoom);
  const watch = (): void => {
    observer.disconnect();
    for (const one of document.querySelectorAll('.dock, .toast')) observer.observe(one);
    makeRoom();
  };
  // A text field that is tabbed to is scrolled by the browser only so far that its caret is seen.
  const focused = (): void => {
    requestAnimationFrame(uncover);
  };
  const changes = new MutationObserver(watch);
  const panel = document.querySelector('.panel');
  if (panel) changes.observe(panel, { childList: true });
  document.addEventListener('focusin', focused);
  watch();
  return () => {
    observer.disconnect();
    changes.disconnect();
    document.removeEventListener('focusin', focused);
  };
}

function makeRoom(): void {
  const [dock, toast] = ['.dock', '.toast'].map((one) =>
    Math.ceil(document.querySelector(one)?.getBoundingClientRect().height ?? 0),
  );
  const { style } = document.documentElement;
  style.setProperty('--dock-height', `${String((dock ?? 0) + (toast ?? 0))}px`);
  style.setProperty('--above-dock', `${String(dock ?? 0)}px`);
  uncover();
}

function uncover(): void {
  // The toast stands on the dock.
  const dock = document.querySelector('.toast') ?? document.querySelector('.dock');
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !activeElement.closest('main')) return;
  const foot = dock ? dock.getBoundingClientRect().top : window.innerHeight;
  if (activeElement.getBoundingClientRect().bottom > foot) activeElement.scrollIntoView({ block: 'nearest' });
}
