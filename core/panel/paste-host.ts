import type { Host } from '../host.ts';

/** A host without a page: messages are pasted, drafts are copied. */
export const pasteHost: Host = {
  kind: 'paste',
  name: 'this page',
  currentMessage: () => Promise.resolve({ kind: 'paste-only' }),
  onMessageChange: () => () => undefined,
  draftReply: () => Promise.resolve({ kind: 'refused', reason: 'Open a reply to the message and paste the draft.' }),
};
