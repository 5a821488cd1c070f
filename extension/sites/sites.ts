import { mailPageName } from '../mail-hosts.ts';
import { gmail } from './gmail.ts';
import { outlookWeb } from './outlook-web.ts';
import type { Site } from './site.ts';

const SITES: readonly Site[] = [gmail, outlookWeb];

/** The mail site that an address belongs to; null when there is none. */
export function siteAt(url: string): Site | null {
  const name = mailPageName(url);
  return SITES.find((site) => site.name === name) ?? null;
}
