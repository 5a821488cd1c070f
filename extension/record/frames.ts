/* The frames of a page: those of its own site are read with it, the browser keeps all others closed. */
import { deepAll, isSeen } from './deep.ts';

/** The document in a frame of the same origin; null for any other. */
export function contentOf(frame: Element | null): Document | null {
  if (frame?.tagName !== 'IFRAME' && frame?.tagName !== 'FRAME') return null;
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The page's document and those of its frames of the same origin, all the way down. */
export function documentsIn(document: Document): readonly Document[] {
  return [
    document,
    ...framesIn(document)
      .flatMap((frame) => contentOf(frame) ?? [])
      .flatMap(documentsIn),
  ];
}

/** A frame smaller than this holds no record: a badge, a counter, a map's corner. */
const SMALLEST = { width: 200, height: 80 };

/** The sites of the frames that can't be looked into, each once; a frame without an address has none to name. */
export function closedFrames(document: Document): readonly string[] {
  const closed = documentsIn(document)
    .flatMap(framesIn)
    .filter((frame) => contentOf(frame) === null)
    .filter((frame) => {
      const { width, height } = frame.getBoundingClientRect();
      return width >= SMALLEST.width && height >= SMALLEST.height;
    });
  return [...new Set(closed.map((frame) => siteOf(frame.getAttribute('src') ?? '', document)))];
}

function framesIn(document: Document): readonly HTMLElement[] {
  return deepAll(document, 'iframe, frame').filter(isSeen);
}

function siteOf(address: string, { baseURI }: Document): string {
  const host = URL.canParse(address, baseURI) ? new URL(address, baseURI).host : '';
  return host === '' ? 'another page' : host;
}
