/** What stands open in Outlook, before anything of it is read. */
export type OpenItem =
  /** Nothing is selected, or several things are. */
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly item: Office.MessageRead }
  | { readonly kind: 'compose'; readonly item: Office.MessageCompose }
  /** Something that isn't a message, or one whose text nobody but Outlook itself can show. */
  | { readonly kind: 'other'; readonly because: string };

/** The item that Outlook says is open; a pinned pane stays while there is none. */
export function openItem(): OpenItem {
  const { item } = Office.context.mailbox as { readonly item?: unknown };
  if (!isObject(item)) return { kind: 'none' };
  if (item['itemType'] === 'appointment') return other('This is an appointment. Duly reads messages.');
  // A reply that is being written has a subject that is asked for; one that was sent has its words.
  if (isObject(item['subject'])) return { kind: 'compose', item: item as unknown as Office.MessageCompose };
  const because = unreadableBecause(textOf(item['itemClass']), attachmentNames(item['attachments']));
  return because === null ? { kind: 'message', item: item as unknown as Office.MessageRead } : other(because);
}

/**
 * Why an item can't be read, by its class; null for a message. Classes as Exchange gives them: a signed message is plain,
 * an encrypted one (S/MIME, or rights management with its one attachment) gives no text to add-ins.
 */
export function unreadableBecause(itemClass: string, attachments: readonly string[]): string | null {
  const name = itemClass.toUpperCase();
  if (name.startsWith('IPM.SCHEDULE.')) return 'This is a meeting request or an answer to one.';
  if (name.startsWith('REPORT.')) return 'This is a report about the delivery of another message.';
  if (name.startsWith('IPM.NOTE.SMIME') && !name.includes('MULTIPARTSIGNED')) return ENCRYPTED;
  if (name.includes('RPMSG') || name.startsWith('IPM.NOTE.SECURE')) return ENCRYPTED;
  if (attachments.some((one) => one.toLowerCase().endsWith('.rpmsg'))) return ENCRYPTED;
  if (name === '' || name.startsWith('IPM.NOTE') || name.startsWith('IPM.POST')) return null;
  return 'This isn’t a message.';
}

const ENCRYPTED = 'It is encrypted: Outlook shows it to you and to no add-in.';

function other(because: string): OpenItem {
  return { kind: 'other', because };
}

function attachmentNames(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.map((one: unknown) => (isObject(one) ? textOf(one['name']) : '')).filter((name) => name !== '')
    : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
