import { afterEach, expect, test, vi } from 'vitest';

import { openHost } from '../../outlook-addin/open-host.ts';

/* Office.js that takes long to say where it is. */

afterEach(() => {
  vi.unstubAllGlobals();
});

function page(onReady: () => Promise<{ readonly host: string | null }>): void {
  const window: Record<string, unknown> = {};
  window['parent'] = window;
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', { documentElement: { dataset: {} }, addEventListener: () => undefined });
  vi.stubGlobal('Office', {
    onReady,
    EventType: {},
    context: {
      platform: 'OfficeOnline',
      requirements: { isSetSupported: () => false },
      ui: { openBrowserWindow: () => undefined },
      mailbox: {},
    },
  });
}

test('Outlook that is ready late: the plain tab shows first, and gives way to it', async () => {
  let ready: (where: { readonly host: string }) => void = () => undefined;
  page(() => new Promise((resolve) => (ready = resolve)));
  const opened = await openHost(5);
  expect([opened.host.kind, opened.can]).toEqual(['paste', null]);
  ready({ host: 'Outlook' });
  const late = await opened.late;
  expect([late?.host.kind, late?.can?.client]).toEqual(['outlook', 'Outlook on the web']);
});

test('a plain tab stays one, however late that is said', async () => {
  page(() => Promise.resolve({ host: null }));
  expect(await (await openHost(5)).late).toBeNull();
  let ready: (where: { readonly host: null }) => void = () => undefined;
  page(() => new Promise((resolve) => (ready = resolve)));
  const opened = await openHost(5);
  ready({ host: null });
  expect([opened.host.kind, await opened.late]).toEqual(['paste', null]);
});
