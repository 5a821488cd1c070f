import { useEffect, useRef } from 'preact/hooks';
import type { Dispatch } from './actions.ts';

/** Asked for at least, with every look further down. */
const AT_LEAST = 60;

/**
 * The room of the rows that aren't loaded yet, so that the bar beside the page is true: they come when it is scrolled to, as far
 * as it was scrolled, or on the button.
 */
export function MoreRows({
  loaded,
  left,
  rowHeight,
  dispatch,
}: {
  readonly loaded: number;
  readonly left: number;
  readonly rowHeight: number;
  readonly dispatch: Dispatch;
}) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => {
        // Who has come to the button by the keyboard presses it: it doesn't run away.
        const isFocused = end.current?.contains(document.activeElement) === true;
        for (const { isIntersecting, boundingClientRect } of seen) {
          if (isFocused || !isIntersecting) continue;
          const passed = Math.ceil((window.innerHeight - boundingClientRect.top) / rowHeight);
          dispatch({ type: 'more-wanted', upTo: loaded + Math.max(0, passed) + AT_LEAST });
        }
      },
      { rootMargin: '400px' },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
    // More rows move the end: watched afresh, since an end that stays in view would tell nothing.
  }, [loaded]);
  return (
    <div ref={end} class="show-more" style={{ minHeight: `${String(Math.max(0, left) * rowHeight)}px` }}>
      <button type="button" class="btn" onClick={() => dispatch({ type: 'more-wanted', upTo: loaded + AT_LEAST })}>
        Show more
      </button>
    </div>
  );
}
