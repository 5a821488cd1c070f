import { formatDate } from '../core/dates.ts';
import { HostError, type MessageMark } from '../core/host.ts';
import { markText, parseMark } from '../core/panel/message-mark.ts';
import { openItem } from './item-kind.ts';
import { asked, CODES } from './office-async.ts';

/** The name under which the mark stands on the item, and the bar's. */
const NAME = 'duly';
const NOTICE = 'duly-case';
/** The bar's icon, by its name in the manifest. */
const ICON = 'Icon.16';
/** Outlook's limits, in characters. */
const LONGEST_NOTICE = 150;
const LONGEST_PROPERTIES = 2_500;

/** What a colleague's Duly left on the item; null for nothing, or where Outlook doesn't say. */
export async function markOn(item: Office.MessageRead): Promise<MessageMark | null> {
  try {
    return parseMark((await propertiesOf(item)).get(NAME));
  } catch {
    return null;
  }
}

/** Asks Outlook whether it still shows the message that is to be marked. */
type IsStill = () => Promise<boolean>;

/** Another message is shown: nothing was written, or (`stray`) what was written may stand on it. */
class Changed extends Error {
  constructor(readonly stray: string | null) {
    super('another message');
  }
}

/**
 * Marks an item: the reference in its properties, a bar above it, and the category of the stage where the mailbox has it.
 * Each is tried by itself; gives what failed, in a sentence, and null where nothing did. Outlook writes on whatever it
 * shows: `isStill` is asked right before each write and after it, and what went onto another message is taken away there.
 */
export async function markItem(
  item: Office.MessageRead,
  mark: MessageMark | null,
  isStill: IsStill,
): Promise<string | null> {
  const failed: string[] = [];
  for (const step of [saveProperties, showNotice, setCategory]) {
    try {
      await step(item, mark, isStill);
    } catch (error) {
      if (error instanceof Changed)
        return ['Another message was opened meanwhile.', error.stray].filter(Boolean).join(' ');
      failed.push(error instanceof HostError ? error.message : String(error));
    }
  }
  return failed.length === 0 ? null : failed.join(' ');
}

/** A write on the message that is meant; `takeBack` takes it from another one that was opened as it was made. */
async function guarded(
  isStill: IsStill,
  what: string,
  { write, takeBack }: { readonly write: () => Promise<unknown>; readonly takeBack: () => Promise<unknown> },
): Promise<void> {
  if (!(await isStill())) throw new Changed(null);
  await write();
  if (await isStill()) return;
  const isBack = await takeBack().then(
    () => true,
    () => false,
  );
  throw new Changed(
    isBack
      ? `${what} may have stood on that one for a moment, and was taken away from it.`
      : `${what} may stand on that one now: look, and take no notice of it there.`,
  );
}

function propertiesOf(item: Office.MessageRead): Promise<Office.CustomProperties> {
  return asked<Office.CustomProperties>('give the item’s properties', (done) => item.loadCustomPropertiesAsync(done));
}

async function saveProperties(item: Office.MessageRead, mark: MessageMark | null, isStill: IsStill): Promise<void> {
  const properties = await propertiesOf(item);
  if (mark === null) properties.remove(NAME);
  else fit(properties, mark);
  const written: unknown = mark === null ? null : properties.get(NAME);
  await guarded(isStill, 'The reference', {
    write: () => saved(properties),
    takeBack: async () => {
      const there = openItem();
      if (there.kind !== 'message') throw new Error('no message');
      const others = await propertiesOf(there.item);
      // Where it doesn't stand it isn't taken away; what stood there before is gone.
      if (written === null || others.get(NAME) !== written) return;
      others.remove(NAME);
      await saved(others);
    },
  });
}

function saved(properties: Office.CustomProperties): Promise<void> {
  return asked('keep the reference on the message', (done) => {
    properties.saveAsync(done);
  });
}

/** Puts the mark among the properties; where others have taken the room, the reference alone is what a colleague needs. */
function fit(properties: Office.CustomProperties, mark: MessageMark): void {
  const length = (): number => JSON.stringify(properties.getAll()).length;
  properties.remove(NAME);
  const taken = length();
  for (const one of [mark, { ...mark, stage: null, due: null, by: mark.by.slice(0, 60) }]) {
    properties.set(NAME, markText(one));
    if (length() <= LONGEST_PROPERTIES) return;
  }
  properties.remove(NAME);
  throw new HostError(
    'outlook-no-room',
    `There’s no room for the reference on the message: ${String(taken)} of ${String(LONGEST_PROPERTIES)} characters are taken.`,
  );
}

async function showNotice(item: Office.MessageRead, mark: MessageMark | null, isStill: IsStill): Promise<void> {
  const notices = item.notificationMessages;
  const remove = (): Promise<unknown> =>
    asked<unknown>('take the bar away', (done) => {
      // Whatever Outlook shows by then.
      notices.removeAsync(NOTICE, done);
    }).catch(unlessCode(CODES.noSuchNotice));
  if (mark === null) {
    if (!(await isStill())) throw new Changed(null);
    await remove();
    return;
  }
  const details = {
    // The enumeration's own word: the copy of Office.js that a client has may know it by another name.
    type: 'informationalMessage',
    message: noticeText(mark),
    icon: ICON,
    persistent: true,
  } as unknown as Office.NotificationMessageDetails;
  const write = (how: 'replaceAsync' | 'addAsync') => (): Promise<void> =>
    asked('show the bar above the message', (done) => {
      notices[how](NOTICE, details, done);
    });
  await guarded(isStill, 'The bar', { write: write('replaceAsync'), takeBack: remove }).catch(
    async (error: unknown) => {
      unlessCode(CODES.noSuchNotice)(error);
      await guarded(isStill, 'The bar', { write: write('addAsync'), takeBack: remove });
    },
  );
}

/** The bar's words: the reference and the next date. */
export function noticeText({ reference, stage, due }: MessageMark): string {
  const next = due ? ` · ${due.what}: ${formatDate(due.day, 'EEE d MMM')}` : '';
  const text = `Duly ${reference}${stage === null ? '' : ` · ${stage}`}${next}`;
  return text.length <= LONGEST_NOTICE ? text : `${text.slice(0, LONGEST_NOTICE - 1)}…`;
}

/** The category of a stage, as mailboxes that have it call it. */
function categoryOf(order: number): string {
  return `Complaint – Stage ${String(order)}`;
}

const CATEGORIES: ReadonlySet<string> = new Set([1, 2, 3].map(categoryOf));

/** Sets the stage's category where the mailbox has one of that name; making one would want a wider permission. */
async function setCategory(item: Office.MessageRead, mark: MessageMark | null, isStill: IsStill): Promise<void> {
  const { categories } = item as Partial<Office.MessageRead>;
  if (!categories) return;
  const wanted = mark?.stageOrder == null ? null : categoryOf(mark.stageOrder);
  const there = await asked<Office.CategoryDetails[] | null>('give the categories', (done) => {
    categories.getAsync(done);
  }).catch(() => null);
  const others = (there ?? [])
    .map(({ displayName }) => displayName)
    .filter((name) => CATEGORIES.has(name) && name !== wanted);
  const change = (how: 'addAsync' | 'removeAsync', what: string, names: string[]) => (): Promise<unknown> =>
    asked<unknown>(what, (done) => {
      categories[how](names, done);
    }).catch(unlessCode(CODES.noSuchCategory));
  if (others.length > 0)
    await guarded(isStill, 'The earlier category’s end', {
      write: change('removeAsync', 'take the earlier category away', others),
      takeBack: () => Promise.reject(new Error('unknown what stood there')),
    });
  if (wanted === null || there?.some(({ displayName }) => displayName === wanted) === true) return;
  await guarded(isStill, 'The category', {
    write: change('addAsync', 'set the category', [wanted]),
    takeBack: change('removeAsync', 'take the category away', [wanted]),
  });
}

function unlessCode(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof HostError && error.code === code)) throw error;
  };
}
