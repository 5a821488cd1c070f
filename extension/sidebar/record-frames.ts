/* Frames of other sites in a record's page: read where the browser was given leave, named where it can be asked for it. */
import browser from 'webextension-polyfill';

import type { CurrentMessage, PageRecord } from '../../core/host.ts';
import { RECORD_FIELDS, type FillPart, type RecordField } from '../../core/record.ts';
import { storedMapping } from '../mappings.ts';
import { isNobodyThere, request, type FrameOf, type PointOutcome } from '../page-requests.ts';
import { injectRecordScript, requestRecord } from '../page-script.ts';

/** A frame of another site that may be read. */
export interface Frame extends FrameOf {
  readonly url: string;
}

/** A record with what its frames of other sites say, as far as they may be read. */
export interface WithFrames {
  readonly record: PageRecord;
  readonly frames: readonly Frame[];
}

/** Reads the frames of other sites within a record's page; which of them a person may allow is said of the rest. */
export async function withFrames(page: PageRecord, tabId: number): Promise<WithFrames> {
  if (page.closedFrames === undefined) return { record: page, frames: [] };
  const read = (await Promise.all((await openFrames(tabId)).map(readFrame))).flatMap((one) => one ?? []);
  const frames = read.map(({ frame }) => frame);
  const { closedFrames: all = [], ...record } = joined(page, read);
  const stillClosed = all.filter((site) => !frames.some(({ url }) => new URL(url).host === site));
  const mayAllow = await Promise.all(stillClosed.map(isToAllow));
  const closedFrames = stillClosed.filter((_site, at) => mayAllow[at] !== true);
  const framesToAllow = stillClosed.filter((_site, at) => mayAllow[at] === true);
  return {
    record: {
      ...record,
      ...(closedFrames.length > 0 && { closedFrames }),
      ...(framesToAllow.length > 0 && { framesToAllow }),
    },
    frames,
  };
}

/** The browser's word for all pages of a frame's site. */
export function frameOrigin(site: string): string {
  return `https://${site}/*`;
}

/** Lets a person point in a page or in one of its frames. The first answer counts. */
export async function pointIn<P extends FrameOf>(
  pages: readonly P[],
  field: RecordField | FillPart,
): Promise<{ readonly page: P; readonly outcome: PointOutcome }> {
  // A frame that goes away meanwhile doesn't answer.
  return Promise.any(pages.map(async (page) => ({ page, outcome: await requestRecord(page, 'point', { field }) })));
}

/** Ends the pointing in pages; one that has gone has none. */
export async function stopIn(pages: readonly FrameOf[]): Promise<void> {
  await Promise.all(pages.map((page) => request(page, 'stop-pointing', null).catch(() => null)));
}

/** Frames that may be read and hold something. Those of one site within another of it are read with it. */
async function openFrames(tabId: number): Promise<readonly Frame[]> {
  const answers = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => (frameElement === null && innerWidth >= 200 && innerHeight >= 80 ? location.href : null),
  });
  return answers.flatMap(({ frameId, result }) => (frameId !== 0 && result ? [{ tabId, frameId, url: result }] : []));
}

interface FrameRecord {
  readonly frame: Frame;
  readonly record: PageRecord;
}

/** What a frame says; null for one that went away, and for what is no record. */
async function readFrame(frame: Frame): Promise<FrameRecord | null> {
  const mapping = await storedMapping(frame.url);
  const ask = (): Promise<CurrentMessage> => requestRecord(frame, 'current-message', { mapping });
  try {
    const current = await ask().catch(async (error: unknown) => {
      if (!isNobodyThere(error)) throw error;
      await injectRecordScript(frame.tabId, frame.frameId);
      return ask();
    });
    return current.kind === 'record' ? { frame, record: current } : null;
  } catch {
    return null;
  }
}

/** One record of several pages: what was pointed at before what is guessed, the page's own words before its frames'. */
function joined(page: PageRecord, read: readonly FrameRecord[]): PageRecord {
  const inFrames = read.map(({ frame, record }) => ({
    ...record,
    values: record.values.map((value) => ({ ...value, by: `frame ${new URL(frame.url).host}: ${value.by}` })),
  }));
  const records = [page, ...inFrames];
  const all = records.flatMap(({ values }) => values);
  const sure = all.filter(({ isGuess }) => !isGuess);
  const pointed = all.filter(({ by }) => by.includes('pointed at: '));
  const isSure = (field: RecordField): boolean => sure.some((value) => value.field === field);
  const lost = [...new Set(records.flatMap((one) => one.lost))].filter((field) => !isSure(field));
  const values = RECORD_FIELDS.filter((field) => !lost.includes(field)).flatMap(
    (field) => [...sure, ...pointed, ...all].find((value) => value.field === field) ?? [],
  );
  const from = (one: PageRecord): boolean => one.values.some((value) => values.includes(value));
  const dated = records.find((one) => one.values.some((value) => value.field === 'received' && values.includes(value)));
  const { receivedAt, receivedAtChoices } = dated ?? page;
  return {
    ...page,
    // Another record in a frame is another record, though the page around it stays.
    key: [page.key, ...inFrames.filter(from).map(({ key }) => key)].join(' '),
    values,
    lost,
    receivedAt,
    receivedAtChoices,
    closedFrames: [...new Set(records.flatMap(({ closedFrames = [] }) => closedFrames))],
  };
}

/** Whether a person can be asked about a frame's site; one that is allowed and doesn't answer leads elsewhere, or is loading. */
async function isToAllow(site: string): Promise<boolean> {
  if (!URL.canParse(frameOrigin(site))) return false;
  return !(await browser.permissions.contains({ origins: [frameOrigin(site)] }));
}
