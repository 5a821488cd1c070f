import {
  HostError,
  type CurrentMessage,
  type Draft,
  type DraftOutcome,
  type Host,
  type MessageKey,
  type MessageMark,
} from '../core/host.ts';
import type { Capabilities } from './capabilities.ts';
import { openItem } from './item-kind.ts';
import { markItem, markOn } from './mark-item.ts';
import { headersOf, keyOf, readItem, textOf, type ReadItem } from './read-item.ts';
import { CODES } from './office-async.ts';
import { openReply } from './reply.ts';

/** How often the pane looks whether another item is open: clients forget to tell. Costs no question to Outlook. */
const LOOK_EVERY = 1_000;
/** The item may change while it is read; then it is read again, so often. */
const TRIES = 3;

/** A message that was read once, and is only recognised when it is asked for again. */
interface Known extends ReadItem {
  readonly key: MessageKey;
  readonly mark: MessageMark | null;
}

/** The host of the panel inside Outlook: the item that is open beside the pane. */
export class OutlookHost implements Host {
  readonly kind = 'outlook';
  readonly name = 'Outlook';
  #known: Known | null = null;

  constructor(private readonly can: Capabilities) {}

  async currentMessage(): Promise<CurrentMessage> {
    for (let tries = 0; tries < TRIES; tries++) {
      const open = openItem();
      if (open.kind === 'none') return { kind: 'none' };
      if (open.kind === 'other') return unreadable(open.because);
      if (open.kind === 'compose') return unreadable('A reply is being written. Open Duly in the reply to check it.');
      const { item } = open;
      const key = keyOf(item);
      const looked = await this.#look(item, key);
      // Between question and answer another item was opened.
      if (looked === 'changed' || !isOpen(key)) continue;
      const { known, isShown } = looked;
      if (!isShown) {
        this.#known = null;
        return unreadable('Outlook shows another message than it tells Duly. Select the message again.');
      }
      this.#known = known;
      const { message, mailbox, mark } = known;
      return { kind: 'message', key, message, beside: { mailbox, mark } };
    }
    return { kind: 'loading' };
  }

  onMessageChange(listener: () => void): () => void {
    let last = keyNow();
    const look = (): void => {
      const now = keyNow();
      if (now === last) return;
      last = now;
      listener();
    };
    const told = (): void => {
      last = keyNow();
      listener();
    };
    // Coming back to the pane is when a person acts: then Outlook itself is asked, which a look here isn't.
    const back = (): void => {
      if (document.visibilityState === 'visible') listener();
    };
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, told);
    const timer = setInterval(look, LOOK_EVERY);
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
      Office.context.mailbox.removeHandlerAsync(Office.EventType.ItemChanged);
    };
  }

  async draftReply(draft: Draft, key: MessageKey): Promise<DraftOutcome> {
    const current = await this.currentMessage();
    const open = openItem();
    if (current.kind !== 'message' || current.key !== key || open.kind !== 'message' || !isOpen(key))
      return { kind: 'message-changed' };
    const outcome = await openReply(open.item, draft, { message: current.message, can: this.can });
    // The reply may be what is open now; another message means that it belongs to that one, or can't be told.
    const after = openItem();
    const isOther = after.kind === 'message' && keyOf(after.item) !== key;
    return outcome.kind === 'inserted' && isOther ? { kind: 'message-changed' } : outcome;
  }

  async markMessage(mark: MessageMark | null, key: MessageKey): Promise<string | null> {
    const current = await this.currentMessage();
    const open = openItem();
    if (current.kind !== 'message' || current.key !== key || open.kind !== 'message')
      return 'Another message was opened meanwhile.';
    const failed = await markItem(open.item, mark, () => isOpen(key));
    if (this.#known?.key === key) this.#known = { ...this.#known, mark };
    return failed;
  }

  /** Reads an item that wasn't read yet, and asks whether it is what Outlook shows. */
  async #look(item: Office.MessageRead, key: MessageKey): Promise<{ known: Known; isShown: boolean } | 'changed'> {
    try {
      const known = this.#known?.key === key ? this.#known : await this.#read(item, key);
      return { known, isShown: await this.#isShown(item, known) };
    } catch (error) {
      if (error instanceof HostError && error.code === CODES.itemChanged) return 'changed';
      throw error;
    }
  }

  async #read(item: Office.MessageRead, key: MessageKey): Promise<Known> {
    const [read, mark] = await Promise.all([readItem(item, this.can), markOn(item)]);
    return { ...read, key, mark };
  }

  /**
   * Whether what Outlook shows is still the item that it told of: its headers, or else its text, are asked for anew. The
   * item's own fields are no answer: a client that forgets to tell of a change leaves them as they were.
   */
  async #isShown(item: Office.MessageRead, { message, headerId }: ReadItem): Promise<boolean> {
    const headers = await headersOf(item, this.can);
    const told = item.internetMessageId || headerId;
    if (headers?.messageId != null && told != null && told !== '') return headers.messageId === told;
    return (await textOf(item)) === message.text;
  }
}

function keyNow(): MessageKey | null {
  const open = openItem();
  return open.kind === 'message' ? keyOf(open.item) : open.kind;
}

function isOpen(key: MessageKey): boolean {
  return keyNow() === key;
}

function unreadable(because: string): CurrentMessage {
  return { kind: 'unreadable', page: 'Outlook', found: [], missing: [], because };
}
