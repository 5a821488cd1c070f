import type { Site } from './site.ts';

/** Outlook on the web isn't read from its page yet: the panel says so and takes a pasted message. */
export const outlookWeb: Site = {
  name: 'Outlook on the web',
  read: () => ({
    kind: 'unreadable',
    page: 'Outlook on the web',
    found: [],
    missing: ['sender', 'subject', 'date', 'message'],
  }),
  glance: () => 'unreadable',
  insertDraft: () =>
    Promise.resolve({
      kind: 'refused',
      reason: 'Duly can’t write in Outlook’s page yet. Copy the draft and paste it.',
    }),
};
