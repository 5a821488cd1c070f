import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

import { openGallery, type GalleryBrowser } from './gallery-page.ts';

/** Opens the gallery for the tests of a file, and gives a test a page that begins at a state of it. */
export function useGallery(): (state: string, act: (page: Page) => Promise<void>) => () => Promise<void> {
  let gallery: GalleryBrowser;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery.close());
  return (state, act) => () => gallery.visit(state, act);
}

export const primary = (page: Page) => page.locator('.dock .primary');
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** The types of what the register holds, beside what was there before. */
export async function entered(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const types: string[] = [];
    const seeded = new Set(['case-tomasz', 'case-hannah', 'case-ruth', 'case-marek', 'case-femi', 'case-colin']);
    for await (const event of window.gallery.world.register.allEvents())
      if (!seeded.has(event.caseId)) types.push(event.type);
    return types;
  });
}
