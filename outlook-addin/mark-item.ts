import { formatDate } from '../core/dates.ts';
import { HostError, type MessageMark } from '../core/host.ts';
import { markText, parseMark } from '../core/panel/message-mark.ts';
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

/**
 * Marks an item: the reference in its properties, a bar above it, and the category of the stage where the mailbox has it.
 * Each is tried by itself; gives what failed, in a sentence, and null where nothing did. `isStill` is asked before each.
 */
export async function markItem(
  item: Office.MessageRead,
  mark: MessageMark | null,
  isStill: () => boolean,
): Promise<string | null> {
  const failed: string[] = [];
  for (const step of [saveProperties, showNotice, setCategory]) {
    if (!isStill()) return 'Another message was opened meanwhile.';
    try {
      await step(item, mark);
    } catch (error) {
      failed.push(error instanceof HostError ? error.message : String(error));
    }
  }
  return failed.length === 0 ? null : failed.join(' ');
}

function propertiesOf(item: Office.MessageRead): Promise<Office.CustomProperties> {
  return asked<Office.CustomProperties>('give the item’s properties', (done) => item.loadCustomPropertiesAsync(done));
}

async function saveProperties(item: Office.MessageRead, mark: MessageMark | null): Promise<void> {
  const properties = await propertiesOf(item);
  if (mark === null) properties.remove(NAME);
  else properties.set(NAME, markText(mark));
  if (mark !== null && JSON.stringify(properties.getAll()).length > LONGEST_PROPERTIES) {
    // Another property has taken the room: the reference alone is what a colleague needs.
    properties.set(NAME, markText({ ...mark, stage: null, due: null, by: mark.by.slice(0, 60) }));
  }
  await asked('keep the reference on the message', (done) => {
    properties.saveAsync(done);
  });
}

async function showNotice(item: Office.MessageRead, mark: MessageMark | null): Promise<void> {
  const notices = item.notificationMessages;
  if (mark === null) {
    await asked('take the bar away', (done) => {
      notices.removeAsync(NOTICE, done);
    }).catch(unlessCode(CODES.noSuchNotice));
    return;
  }
  const details = {
    // The enumeration's own word: the copy of Office.js that a client has may know it by another name.
    type: 'informationalMessage',
    message: noticeText(mark),
    icon: ICON,
    persistent: true,
  } as unknown as Office.NotificationMessageDetails;
  await asked('show the bar above the message', (done) => {
    notices.replaceAsync(NOTICE, details, done);
  }).catch(async (error: unknown) => {
    unlessCode(CODES.noSuchNotice)(error);
    await asked('show the bar above the message', (done) => {
      notices.addAsync(NOTICE, details, done);
    });
  });
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
async function setCategory(item: Office.MessageRead, mark: MessageMark | null): Promise<void> {
  const { categories } = item as Partial<Office.MessageRead>;
  if (!categories) return;
  const wanted = mark?.stageOrder == null ? null : categoryOf(mark.stageOrder);
  const there = await asked<Office.CategoryDetails[] | null>('give the categories', (done) => {
    categories.getAsync(done);
  }).catch(() => null);
  const others = (there ?? [])
    .map(({ displayName }) => displayName)
    .filter((name) => CATEGORIES.has(name) && name !== wanted);
  if (others.length > 0)
    await asked('take the earlier category away', (done) => {
      categories.removeAsync(others, done);
    });
  if (wanted === null || there?.some(({ displayName }) => displayName === wanted) === true) return;
  await asked('set the category', (done) => {
    categories.addAsync([wanted], done);
  }).catch(unlessCode(CODES.noSuchCategory));
}

function unlessCode(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof HostError && error.code === code)) throw error;
  };
}
