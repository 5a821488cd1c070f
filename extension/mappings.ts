import browser from 'webextension-polyfill';

import type { FillPart, RecordField } from '../core/record.ts';
import {
  mappingFor,
  MappingError,
  parseMappings,
  pathPattern,
  type FieldPlace,
  type MappingFile,
  type PageMapping,
} from './record/mapping.ts';

const KEY = 'mappings';

/** The mapping for a page: what was pointed at here, field by field, over what the administrator has set. */
export async function storedMapping(url: string): Promise<PageMapping | null> {
  const [own, managed] = await Promise.all([ownMappings(), managedMappings()]);
  const [here, set] = [mappingFor(own, url), mappingFor(managed, url)];
  return here && set
    ? { ...here, fields: { ...set.fields, ...here.fields }, fills: { ...set.fills, ...here.fills } }
    : (here ?? set);
}

/** Keeps where a field stands on pages of this kind, in place of where it stood before. */
export async function keepPlace(url: string, field: RecordField, place: FieldPlace): Promise<void> {
  await change(url, (before) => ({ ...before, fields: { ...before.fields, [field]: [place] } }));
}

/** Forgets where a field stands on pages of a kind: it was pointed at elsewhere. */
export async function forgetPlace(url: string, field: RecordField): Promise<void> {
  if (mappingFor(await ownMappings(), url)?.fields[field] === undefined) return;
  await change(url, (before) => {
    const { [field]: _, ...fields } = before.fields;
    return { ...before, fields };
  });
}

/** Keeps into which field a part of a case goes on pages of this kind. */
export async function keepFill(url: string, part: FillPart, place: FieldPlace): Promise<void> {
  await change(url, (before) => ({ ...before, fills: { ...before.fills, [part]: place } }));
}

/** Forgets into which field a part of a case goes on pages of a kind: it was chosen elsewhere. */
export async function forgetFill(url: string, part: FillPart): Promise<void> {
  if (mappingFor(await ownMappings(), url)?.fills?.[part] === undefined) return;
  await change(url, (before) => {
    const { [part]: _, ...fills } = before.fills ?? {};
    return { ...before, fills };
  });
}

async function change(url: string, to: (before: PageMapping) => PageMapping): Promise<void> {
  const own = await ownMappings();
  const { origin, pathname } = new URL(url);
  const before = mappingFor(own, url) ?? { origin, path: pathPattern(pathname), fields: {} };
  await save([...own.filter((mapping) => mapping !== before), to(before)]);
}

/** All that was pointed at in this browser, as a file. */
export async function exportMappings(): Promise<MappingFile> {
  return { format: 'duly-mappings-1', mappings: await ownMappings() };
}

/** Takes a file of mappings over those that are there, page by page. Throws MappingError; then nothing is changed. */
export async function importMappings(text: string): Promise<number> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new MappingError('this is no JSON file');
  }
  const brought = parseMappings(input);
  const isReplaced = (one: PageMapping): boolean =>
    brought.some(({ origin, path }) => origin === one.origin && path === one.path);
  await save([...(await ownMappings()).filter((one) => !isReplaced(one)), ...brought]);
  return brought.length;
}

/** Forgets what was pointed at on one kind of page. */
export async function removeMapping({ origin, path }: PageMapping): Promise<void> {
  await save((await ownMappings()).filter((one) => one.origin !== origin || one.path !== path));
}

async function ownMappings(): Promise<readonly PageMapping[]> {
  const { [KEY]: kept } = await browser.storage.local.get(KEY);
  return kept === undefined ? [] : parseMappings(kept);
}

/** What the administrator's policy brings; a faulty one is as none, since nobody at this desk can mend it. */
async function managedMappings(): Promise<readonly PageMapping[]> {
  try {
    const { [KEY]: set } = await browser.storage.managed.get(KEY);
    return typeof set === 'string' ? parseMappings(JSON.parse(set)) : [];
  } catch {
    return [];
  }
}

async function save(mappings: readonly PageMapping[]): Promise<void> {
  const file: MappingFile = { format: 'duly-mappings-1', mappings };
  await browser.storage.local.set({ [KEY]: file });
}
