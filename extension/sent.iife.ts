/* Put into a mail page while a draft waits to be sent: says what the mailbox answered, when it is asked. */
import type { SentReply } from '../core/host.ts';
import { sentReply } from './sites/sent.ts';

declare global {
  var dulySentReply: ((key: string) => SentReply | null) | undefined;
}

globalThis.dulySentReply = (key) => sentReply(document, key);
