import type { Correspondent, Message } from '../message.ts';
import type { Settings } from '../settings.ts';

/** The domain of an address in lower case; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0
    ? ''
    : address
        .slice(at + 1)
        .replace(/[>\s].*$/s, '')
        .toLowerCase();
}

/** The landlord's mail domains: those of the settings, or, while none are set, those that the message was sent to. */
export function ownDomains(message: Message, settings: Settings): ReadonlySet<string> {
  const set = settings.landlord.domains.map((domain) => domain.toLowerCase().replace(/^@/, ''));
  const domains = set.length > 0 ? set : message.to.map(({ address }) => domainOf(address));
  return new Set(domains.filter((domain) => domain !== ''));
}

/** Whether an address is the landlord's own: of one of its domains, or of a part of one (`crm.` before it). */
export function isOwn(address: string, domains: ReadonlySet<string>): boolean {
  let domain = domainOf(address);
  while (domain.includes('.')) {
    if (domains.has(domain)) return true;
    domain = domain.slice(domain.indexOf('.') + 1);
  }
  return false;
}

const NAMED = /^"?([^"<]{0,120}?)"?\s*<\s*(?:mailto:)?([^<>\s]{1,200})>?/;
const BARE = /([^\s<>"'(),;:[\]]{1,80}@[^\s<>"'(),;:[\]]{1,120})/;

/** A name and an address from what a header shows: `Ann Bell <ann@post.example>`, `Bell, Ann`, `ann@post.example`. */
export function correspondentOf(text: string): Correspondent {
  const short = text.slice(0, 300).trim();
  const named = NAMED.exec(short);
  if (named) return { name: (named[1] ?? '').trim(), address: named[2] ?? '' };
  const bare = BARE.exec(short);
  if (bare)
    return {
      name: short
        .slice(0, bare.index)
        .replace(/[["'(]+$/, '')
        .trim(),
      address: bare[1] ?? '',
    };
  return { name: short, address: '' };
}
