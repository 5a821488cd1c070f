import { expect, test } from 'vitest';

import { OpenMessage, PATIENCE } from '../../extension/open-message.ts';
import type { Site, SiteReading } from '../../extension/sites/site.ts';

function openMessage() {
  let now = 1_000;
  let reading: SiteReading = { kind: 'none' };
  const site: Site = {
    name: 'Gmail',
    read: () => reading,
    glance: () => '',
    insertDraft: () => Promise.resolve({ kind: 'message-changed' }),
  };
  // The site reads no document here.
  const open = new OpenMessage(site, {} as Document, () => now);
  return {
    read: () => open.read().kind,
    wait: (milliseconds: number) => (now += milliseconds),
    show: (next: SiteReading) => (reading = next),
  };
}

const loading = (key: string): SiteReading => ({
  kind: 'loading',
  key,
  subject: 'About the lift',
  found: ['subject'],
  missing: ['message'],
});

test('a text that doesn’t come makes the page unreadable', () => {
  const open = openMessage();
  open.show(loading('a'));
  expect(open.read()).toBe('loading');
  open.wait(PATIENCE - 1);
  expect(open.read()).toBe('loading');
  open.wait(1);
  expect(open.read()).toBe('unreadable');
});

test('every message gets its own time', () => {
  const open = openMessage();
  open.show(loading('a'));
  open.read();
  open.wait(PATIENCE - 1);
  open.show(loading('b'));
  expect(open.read()).toBe('loading');
  open.wait(PATIENCE - 1);
  expect(open.read()).toBe('loading');
});

test('a message that is opened again starts afresh', () => {
  const open = openMessage();
  open.show(loading('a'));
  open.read();
  open.show({ kind: 'none' });
  open.wait(PATIENCE);
  expect(open.read()).toBe('none');
  open.show(loading('a'));
  expect(open.read()).toBe('loading');
});
