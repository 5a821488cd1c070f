import type { BrowserContext } from 'playwright-core';

import { toInstant } from '../core/dates.ts';
import { DEMO_HEADERS, demoPage } from './page.ts';

/** Shows the demo inbox at Gmail's address, to this browser only; nothing is asked of Gmail itself. */
export async function serveDemo(context: BrowserContext): Promise<void> {
  await context.route('https://mail.google.com/**', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({
          status: 200,
          headers: { ...DEMO_HEADERS },
          body: demoPage(toInstant(new Date().toISOString())),
        })
      : route.abort(),
  );
}
