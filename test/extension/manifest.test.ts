import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { MAIL_HOSTS } from '../../extension/mail-hosts.ts';
import { BUILT_EXTENSION } from '../support/extension.ts';

const manifest = JSON.parse(readFileSync(join(BUILT_EXTENSION, 'manifest.json'), 'utf8')) as {
  readonly version: string;
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly js: readonly string[] }[];
  readonly web_accessible_resources?: unknown;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly icons: Readonly<Record<string, string>>;
};

test('the version is the project’s', () => {
  const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(manifest.version).toBe(project.version);
});

test('Duly may do no more than it says', () => {
  // None of these shows a warning when Duly is installed; background.ts says why each is there.
  expect(manifest.permissions).toEqual([
    'sidePanel',
    'activeTab',
    'scripting',
    'contextMenus',
    'storage',
    'unlimitedStorage',
    'alarms',
    'idle',
  ]);
  // Asked for when somebody switches reminders on.
  expect(manifest.optional_permissions).toEqual(['notifications']);
  // Asked for one site at a time, by the browser, when somebody presses “Allow”.
  expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
});

test('the mail hosts are the same in the manifest, for its content script, and in the code', () => {
  const patterns = [...MAIL_HOSTS.keys()].map((host) => `https://${host}/*`);
  expect(manifest.host_permissions).toEqual(patterns);
  expect(manifest.content_scripts.map(({ matches }) => matches)).toEqual([patterns]);
});

test('pages can load nothing of the extension, and the panel nothing from outside it', () => {
  expect(manifest.web_accessible_resources).toBeUndefined();
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|'unsafe-eval'|'unsafe-inline'/);
});

test('every icon is there', () => {
  for (const path of Object.values(manifest.icons)) expect(existsSync(join(BUILT_EXTENSION, path))).toBe(true);
});
