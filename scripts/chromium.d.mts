/** A browser that can load the extension; Google's own Chrome only over its debugging pipe. */
export interface FoundBrowser {
  readonly kind: 'chromium' | 'edge' | 'chrome';
  readonly path: string;
}

export function findBrowser(): FoundBrowser | null;
export function ensureBrowser(): FoundBrowser | null;
