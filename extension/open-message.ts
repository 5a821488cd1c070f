import type { CurrentMessage } from '../core/host.ts';
import type { Site } from './sites/site.ts';

/** How long a header may stand without its text before the page counts as unreadable. */
export const PATIENCE = 8_000;

/** Looks for the open message; tells a text that is late from one that won't come. `now` is in milliseconds. */
export class OpenMessage {
  #awaited = '';
  #since = 0;

  constructor(
    private readonly site: Pick<Site, 'name' | 'read'>,
    private readonly document: Document,
    private readonly now: () => number,
  ) {}

  /** What is open now; unreadable where a text has been awaited for longer than PATIENCE. */
  read(): CurrentMessage {
    const reading = this.site.read(this.document);
    if (reading.kind !== 'loading') {
      this.#awaited = '';
      return reading.kind === 'message' ? { kind: 'message', key: reading.key, message: reading.message } : reading;
    }
    const awaited = `loading ${reading.key}`;
    if (this.#awaited !== awaited) {
      this.#awaited = awaited;
      this.#since = this.now();
    }
    if (this.now() - this.#since < PATIENCE) return { kind: 'loading' };
    return { kind: 'unreadable', page: this.site.name, found: reading.found, missing: reading.missing };
  }
}
