/* Writing into a record's page, and into those of its frames that may be read. */
import type { FillOutcome, FillPage, Filling, MessageKey, Records } from '../../core/host.ts';
import { FILL_PARTS, type FillPart, type RecordValue } from '../../core/record.ts';
import { forgetFill, keepFill, storedMapping } from '../mappings.ts';
import { requestRecord } from '../page-script.ts';
import { pointIn, stopIn, type Frame } from './record-frames.ts';

/** The page of a record as one that can be written on: itself first, then its frames. */
export interface Fillable {
  readonly name: string;
  readonly pages: readonly Frame[];
  readonly values: readonly RecordValue[];
}

/** A page or a frame with the fields in it that were chosen; `key` is that of the record that it shows. */
interface Looked {
  readonly page: Frame;
  readonly key: MessageKey;
  readonly targets: FillPage['targets'];
}

/** Whose record it is: what a person compares before anything is written. */
const WHOSE: readonly RecordValue['field'][] = ['name', 'tenancy', 'reference'];

/** What the panel asks of a page that is to be filled; the page in front is reached afresh each time. */
export function filling(reach: () => Promise<Fillable | null>): Pick<Records, 'fillPage' | 'pointToFill' | 'fill'> {
  const look = async (): Promise<{ readonly shown: FillPage; readonly parts: readonly Looked[] } | null> => {
    const front = await reach();
    if (!front) return null;
    const seen = await Promise.all(front.pages.map(lookAt));
    const [own] = seen;
    if (!own) return null;
    const parts = seen.flatMap((one) => one ?? []);
    const targets = FILL_PARTS.flatMap(
      (part) => parts.flatMap((one) => one.targets).find((one) => one.part === part) ?? [],
    );
    const whose = front.values.filter(({ field }) => WHOSE.includes(field));
    // Another record in a frame is another record, though the page around it stays.
    return { shown: { key: parts.map(({ key }) => key).join(' '), name: front.name, targets, whose }, parts };
  };
  return {
    fillPage: async () => (await look())?.shown ?? null,
    pointToFill: async (part, key) => {
      const front = await reach();
      if (!front) return 'stopped';
      const { page, outcome } = await pointIn(front.pages, part);
      await stopIn(front.pages.filter((one) => one !== page));
      if (outcome.kind === 'stopped' || (await look())?.shown.key !== key) return 'stopped';
      await keepFill(page.url, part, outcome.place);
      for (const { url } of front.pages) if (url !== page.url) await forgetFill(url, part);
      return 'pointed';
    },
    fill: async ({ part, key, ...rest }: Filling): Promise<FillOutcome> => {
      const now = await look();
      const at = now?.parts.find(({ targets }) => targets.some((one) => one.part === part));
      const place = at && (await storedMapping(at.page.url))?.fills?.[part];
      if (!now || !at || !place || now.shown.key !== key) return { kind: 'message-changed' };
      return requestRecord(at.page, 'fill', { ...rest, place, key: at.key });
    },
  };
}

/** A page or a frame, with what stands in its chosen fields; null for one that has gone, or that shows no record. */
async function lookAt(page: Frame): Promise<Looked | null> {
  const fills = (await storedMapping(page.url))?.fills ?? {};
  const chosen = FILL_PARTS.flatMap((part: FillPart) => (fills[part] ? [{ part, place: fills[part] }] : []));
  try {
    const { key, fields } = await requestRecord(page, 'peek', { places: chosen.map(({ place }) => place) });
    if (key === null) return null;
    const targets = chosen.flatMap(({ part }, at) => {
      const field = fields[at];
      return field ? [{ part, ...field }] : [];
    });
    return { page, key, targets };
  } catch (error) {
    if (page.frameId === 0) throw error;
    return null;
  }
}
