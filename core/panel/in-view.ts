import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Which parts of a long list are near the screen, and how high those are that aren't. */
export interface InView {
  has(chunk: string): boolean;
  /** As it was when it was last in the page; undefined where it never was. */
  heightOf(chunk: string): number | undefined;
  /** Of all that was drawn so far; null before anything was. */
  readonly rowHeight: number | null;
}

/** So much above and below the screen is drawn before it is scrolled to. */
const MARGIN = '1200px 0px';

/** Watches the elements of a list that bear `data-chunk`; afresh whenever `what` changes. */
export function useInView(list: { readonly current: HTMLElement | null }, what: unknown): InView {
  const [near, setNear] = useState<ReadonlySet<string>>(new Set());
  const heights = useRef(new Map<string, number>());
  const drawn = useRef({ height: 0, rows: 0 });
  const observer = useMemo(
    () =>
      new IntersectionObserver(
        (seen) => {
          setNear((before) => {
            const after = new Set(before);
            for (const { target, isIntersecting, boundingClientRect } of seen) {
              const chunk = target instanceof HTMLElement ? (target.dataset['chunk'] ?? '') : '';
              if (target.childElementCount > 0) {
                heights.current.set(chunk, boundingClientRect.height);
                drawn.current = { height: boundingClientRect.height, rows: target.childElementCount };
              }
              if (isIntersecting) after.add(chunk);
              else after.delete(chunk);
            }
            return after;
          });
        },
        { rootMargin: MARGIN },
      ),
    [],
  );
  useEffect(() => () => observer.disconnect(), []);
  useEffect(() => {
    const chunks = new Set(list.current?.querySelectorAll<HTMLElement>('[data-chunk]'));
    for (const chunk of chunks) observer.observe(chunk);
    return () => {
      for (const chunk of chunks) if (!chunk.isConnected) observer.unobserve(chunk);
    };
  }, [what]);
  const { height, rows } = drawn.current;
  return {
    has: (chunk) => near.has(chunk),
    heightOf: (chunk) => heights.current.get(chunk),
    rowHeight: rows > 0 ? height / rows : null,
  };
}
