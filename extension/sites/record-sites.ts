import { dynamics } from './dynamics.ts';
import { salesforce } from './salesforce.ts';
import type { Site } from './site.ts';
import { zendesk } from './zendesk.ts';

/** CRMs whose pages are known, by their hosts. They run under the landlord's own name too; then their pages give them away. */
const KNOWN: readonly { readonly site: Site; readonly host: RegExp; readonly sign: string }[] = [
  { site: dynamics, host: /\.(?:crm\d*\.)?dynamics\.com$/, sign: '[data-id="editFormRoot"]' },
  {
    site: salesforce,
    host: /\.(?:lightning\.force|my\.salesforce|salesforce)\.com$/,
    sign: 'records-record-layout-item, one-record-home-flexipage2',
  },
  { site: zendesk, host: /\.zendesk\.com$/, sign: '[data-test-id="omni-log-container"]' },
];

/** The CRM that a page belongs to; null when it is none that is known. */
export function recordSiteOf(document: Document): Site | null {
  const { hostname } = document.location;
  const known =
    KNOWN.find(({ host }) => host.test(hostname)) ?? KNOWN.find(({ sign }) => document.querySelector(sign) !== null);
  return known?.site ?? null;
}
