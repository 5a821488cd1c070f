import type { CurrentMessage, Draft, DraftOutcome, Host, MessageKey, Records, SentReply } from '../../core/host.ts';

/** A host whose page a test turns over. */
export class ScriptedHost implements Host {
  readonly kind: Host['kind'];
  readonly name: string;
  current: CurrentMessage = { kind: 'none' };
  outcome: DraftOutcome = { kind: 'inserted', undo: 'Ctrl+Z takes it out' };
  /** Milliseconds that the page takes to answer. */
  delay = 0;
  records?: Records;
  /** What the page shows as sent. */
  sent: SentReply | null = null;
  readonly drafts: { readonly draft: Draft; readonly key: MessageKey }[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(kind: Host['kind'] = 'extension', name = 'Gmail') {
    this.kind = kind;
    this.name = name;
  }

  async currentMessage(): Promise<CurrentMessage> {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    return this.current;
  }

  onMessageChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  draftReply(draft: Draft, key: MessageKey): Promise<DraftOutcome> {
    if (this.outcome.kind === 'inserted') this.drafts.push({ draft, key });
    return Promise.resolve(this.outcome);
  }

  sentReply(): Promise<SentReply | null> {
    return Promise.resolve(this.sent);
  }

  /** Turns the page over; `told` = the page says so, as it mostly does. */
  open(current: CurrentMessage, { told = true } = {}): void {
    this.current = current;
    if (told) for (const listener of this.#listeners) listener();
  }
}
