import { fromBase64 } from '../core/base64.ts';
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
import { comparedId, isFirstShown, isSame } from './is-shown.ts';
import { markItem } from './mark-item.ts';
import { keyOf, readItem, type ReadItem } from './read-item.ts';
import { asked, CODES } from './office-async.ts';
import { openReply } from './reply.ts';

/** How often the pane looks whether another item is open: clients forget to tell. Costs no question to Outlook. */
const LOOK_EVERY = 1_000;
/** With its attachments it may take a while; nobody waits for it. In milliseconds. */
const FILE_PATIENCE = 60_000;
/** The item may change while it is read; then it is read again, so often. */
const TRIES = 3;

/** A message that was read once, and is only recognised when it is asked for again. */
interface Known extends ReadItem {
  readonly key: MessageKey;
  /** Why only a person can say that it is what Outlook shows; null where Outlook says so. */
  readonly doubt: string | null;
}

/** The host of the panel inside Outlook: the item that is open beside the pane. */
export class OutlookHost implements Host {
  readonly kind = 'outlook';
  readonly name = 'Outlook';
  #known: Known | null = null;
  /** The Message-ID that each message's headers had: under the same key they have no other. */
  readonly #ids = new Map<MessageKey, string | null>();

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
      if (looked === 'other') {
        this.#known = null;
        return unreadable('Outlook shows another message than it tells Duly. Select the message again.');
      }
      this.#known = looked;
      if (looked.headerId !== null) this.#ids.set(key, comparedId(looked.headerId));
      const { message, mailbox, mark, isCut, doubt } = looked;
      return { kind: 'message', key, message, beside: { mailbox, mark, isCut, doubt } };
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
    if (outcome.kind !== 'inserted' || openItem().kind !== 'message' || (await this.#isStill(key))) return outcome;
    return { kind: 'refused', reason: OTHER_REPLY };
  }

  async markMessage(mark: MessageMark | null, key: MessageKey): Promise<string | null> {
    const open = openItem();
    if (open.kind !== 'message' || !(await this.#isStill(key))) return 'Another message was opened meanwhile.';
    const failed = await markItem(open.item, mark, () => this.#isStill(key));
    if (this.#known?.key === key) this.#known = { ...this.#known, mark };
    return failed;
  }

  async original(key: MessageKey): Promise<Uint8Array | null> {
    const open = openItem();
    if (!this.can.givesFile || open.kind !== 'message' || !isOpen(key)) return null;
    const text = await asked<string>(
      'give the email as a file',
      (done) => open.item.getAsFileAsync(done),
      FILE_PATIENCE,
    );
    // Another item that was opened meanwhile may be what came.
    if (!(await this.#isStill(key))) return null;
    const bytes = fromBase64(text);
    if (!bytes) throw new HostError('outlook-file', 'Outlook gave the email as a file that can’t be read.');
    return bytes;
  }

  /** Asks Outlook anew whether it shows the message of that key. */
  async #isStill(key: MessageKey): Promise<boolean> {
    const current = await this.currentMessage().catch(() => null);
    return current?.kind === 'message' && current.key === key && isOpen(key);
  }

  /** Reads an item that wasn't read yet, and asks whether it is what Outlook shows. */
  async #look(item: Office.MessageRead, key: MessageKey): Promise<Known | 'other' | 'changed'> {
    try {
      const known = this.#known?.key === key ? this.#known : null;
      if (known) return (await isSame(item, known, this.can)) ? known : 'other';
      const read = await readItem(item, this.can);
      const id = comparedId(read.headerId);
      if (id !== null && this.#ids.has(key) && this.#ids.get(key) !== id) return 'other';
      const shown = await isFirstShown(item, read, this.can);
      if (shown.kind === 'other') return 'other';
      return { ...read, key, doubt: shown.kind === 'unsure' ? shown.because : null };
    } catch (error) {
      if (error instanceof HostError && error.code === CODES.itemChanged) return 'changed';
      throw error;
    }
  }
}

const OTHER_REPLY =
  'Another message was opened as the reply was. Look whom the reply goes to: discard it where it isn’t this resident.';

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
