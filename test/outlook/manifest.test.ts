import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { ChildNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { convert } from 'office-addin-manifest-converter';
import { expect, test } from 'vitest';

import { HERE, MANIFEST, manifestFor } from '../../scripts/outlook-manifest.mjs';
import { TASK_PANE } from './build-task-pane.ts';

/*
 * The manifest, as far as it can be checked without Microsoft's own service: its parts and their order, its ids, that
 * every address leads to a file of the build, and that icons are as large as it says.
 */

const XML = readFileSync(MANIFEST, 'utf8');
const manifest = rootOf(XML);

test('it asks for the open item, and no more', () => {
  expect(texts('Permissions')).toEqual(['ReadWriteItem']);
});

test('it is for mail, read and written, from Mailbox 1.8 on', () => {
  expect(manifest.attribs['xsi:type']).toBe('MailApp');
  expect(all('Host').flatMap(({ attribs }) => attribs['Name'] ?? [])).toEqual(['Mailbox']);
  expect(all('Set').map(({ attribs }) => attribs)).toEqual([{ Name: 'Mailbox', MinVersion: '1.8' }]);
  expect(new Set(all('bt:Sets').map(({ attribs }) => attribs['DefaultMinVersion']))).toEqual(new Set(['1.8']));
  expect(all('Rule').flatMap(({ attribs }) => attribs['FormType'] ?? [])).toEqual(['Read', 'Edit']);
});

test('in newer clients the pane can be pinned, in reading and in writing, and works in shared folders', () => {
  const [newer] = all('VersionOverrides').filter((one) => one.attribs['xsi:type'] === 'VersionOverridesV1_1');
  if (!newer) throw new Error('there are no overrides for newer clients');
  expect(textsIn(newer, 'SupportsSharedFolders')).toEqual(['true']);
  expect(textsIn(newer, 'SupportsPinning')).toEqual(['true', 'true']);
  expect(within(newer, 'ExtensionPoint').map(({ attribs }) => attribs['xsi:type'])).toEqual([
    'MessageReadCommandSurface',
    'MessageComposeCommandSurface',
  ]);
  // The element must be the first of its form factor, or clients pass it over.
  const [factor] = within(newer, 'DesktopFormFactor');
  expect(factor && childrenOf(factor)[0]?.name).toBe('SupportsSharedFolders');
});

test('its parts stand in the order that the schema wants', () => {
  expect(childrenOf(manifest).map(({ name }) => name)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'FormSettings',
    'Permissions',
    'Rule',
    'DisableEntityHighlighting',
    'VersionOverrides',
  ]);
});

test('its id is a UUID, its version has four numbers, its texts fit', () => {
  expect(texts('Id')).toEqual([
    expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  ]);
  expect(texts('Version')[0]).toMatch(/^[1-9]\d*\.\d+\.\d+\.\d+$/);
  const lengthOf = (name: string): number => all(name)[0]?.attribs['DefaultValue']?.length ?? Infinity;
  expect(lengthOf('DisplayName')).toBeLessThanOrEqual(125);
  expect(lengthOf('Description')).toBeLessThanOrEqual(250);
  for (const { attribs } of all('bt:String')) expect((attribs['DefaultValue'] ?? '').length).toBeLessThanOrEqual(250);
});

test.each(['VersionOverridesV1_0', 'VersionOverridesV1_1'])(
  '%s: every name that is used is there, once, and is used',
  (type) => {
    const [overrides] = all('VersionOverrides').filter((one) => one.attribs['xsi:type'] === type);
    if (!overrides) throw new Error(`there are no ${type}`);
    const own = childrenOf(overrides).filter(({ name }) => name !== 'VersionOverrides');
    const elements = own.flatMap((one) => [one, ...descendants(one)]);
    const ids = elements.filter(({ name }) => name.startsWith('bt:')).flatMap(({ attribs }) => attribs['id'] ?? []);
    const used = elements.flatMap(({ attribs }) => attribs['resid'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.length <= 32)).toBe(true);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    const controls = elements
      .filter(({ name }) => ['Control', 'Group'].includes(name))
      .map(({ attribs }) => attribs['id']);
    expect(new Set(controls).size).toBe(controls.length);
  },
);

test('every button has a name, a tip and icons of three sizes', () => {
  for (const control of all('Control')) {
    expect(childrenOf(control).map(({ name }) => name)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    expect(within(control, 'bt:Image').map(({ attribs }) => attribs['size'])).toEqual(['16', '32', '80']);
  }
});

test('every address is https, of the one host, and leads to a file of the build', () => {
  const addresses = new Set(
    everything()
      .flatMap(({ attribs }) => attribs['DefaultValue'] ?? [])
      .filter((value) => value.includes('://')),
  );
  expect(addresses.size).toBeGreaterThan(5);
  for (const address of addresses) {
    expect(address.startsWith(`${HERE}/`)).toBe(true);
    expect(existsSync(join(TASK_PANE, new URL(address).pathname)), address).toBe(true);
  }
});

test('icons are as large as the manifest says', () => {
  const sized = [
    ...all('IconUrl').map(({ attribs }) => ({ size: 64, url: attribs['DefaultValue'] ?? '' })),
    ...all('HighResolutionIconUrl').map(({ attribs }) => ({ size: 128, url: attribs['DefaultValue'] ?? '' })),
    ...all('Control').flatMap((control) =>
      within(control, 'bt:Image').map(({ attribs }) => ({
        size: Number(attribs['size']),
        url: all('bt:Image').find((one) => one.attribs['id'] === attribs['resid'])?.attribs['DefaultValue'] ?? '',
      })),
    ),
  ];
  for (const { size, url } of sized) {
    const png = readFileSync(join(TASK_PANE, new URL(url).pathname));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], url).toEqual([size, size]);
  }
});

test('the bar above a message names an icon of the manifest', () => {
  const source = readFileSync(fileURLToPath(new URL('../../outlook-addin/mark-item.ts', import.meta.url)), 'utf8');
  const icon = /const ICON = '([^']+)'/.exec(source)?.[1];
  expect(all('bt:Image').some(({ attribs }) => attribs['id'] === icon && attribs['DefaultValue'] !== undefined)).toBe(
    true,
  );
});

test('Microsoft’s own converter reads it: the permissions, the shared folders and the pin arrive', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duly-manifest-'));
  try {
    await convert(MANIFEST, folder);
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const converted = JSON.parse(text) as {
      readonly authorization: {
        readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] };
      };
    };
    expect(converted.authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
      'MailboxItem.ReadWrite.User',
      'Mailbox.AccessSharedFolders.User',
    ]);
    expect(text.match(/"pinnable": true/g)?.length).toBeGreaterThanOrEqual(2);
    for (const context of ['mailRead', 'mailCompose']) expect(text).toContain(`"${context}"`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a deployment’s manifest names its host everywhere, and nothing else changes', () => {
  const deployed = manifestFor('duly.landlord.example');
  expect(deployed).not.toContain('localhost');
  expect(deployed.replaceAll('https://duly.landlord.example', HERE)).toBe(XML);
  expect(manifestFor('https://intranet.example:8443')).toContain(
    'https://intranet.example:8443/outlook-addin/taskpane.html',
  );
  for (const wrong of ['http://duly.example', 'duly.example/apps', 'not a host', ''])
    expect(() => manifestFor(wrong), wrong).toThrow();
});

test('the page asks for Office.js first, at Microsoft’s address', () => {
  const page = readFileSync(join(TASK_PANE, 'outlook-addin/taskpane.html'), 'utf8');
  const scripts = [...page.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src);
  expect(scripts[0]).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
});

function rootOf(xml: string): Element {
  const document = parseDocument(xml, { xmlMode: true });
  const root = document.children.find<Element>(isElement);
  if (root?.name !== 'OfficeApp') throw new Error('this is no manifest');
  return root;
}

function everything(): readonly Element[] {
  return descendants(manifest);
}

function all(name: string): readonly Element[] {
  return within(manifest, name);
}

function within(element: Element, name: string): readonly Element[] {
  return descendants(element).filter((one) => one.name === name);
}

function descendants(element: Element): readonly Element[] {
  return childrenOf(element).flatMap((child) => [child, ...descendants(child)]);
}

function childrenOf(element: Element): readonly Element[] {
  return element.children.filter(isElement);
}

function isElement(node: ChildNode): node is Element {
  return 'name' in node && 'attribs' in node;
}

function texts(name: string): readonly string[] {
  return textsIn(manifest, name);
}

function textsIn(element: Element, name: string): readonly string[] {
  return within(element, name).map((one) => one.children.map((child) => ('data' in child ? child.data : '')).join(''));
}
