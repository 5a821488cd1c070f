/* Messages as a mailbox holds them, and as Office.js is told of them. People and addresses are invented. */

export interface SimulatedPerson {
  readonly name: string;
  readonly address: string;
}

/** One thing in the simulated mailbox, with what add-ins have left on it. */
export interface SimulatedItem {
  readonly id: string;
  readonly kind: 'message' | 'compose' | 'appointment';
  readonly itemClass: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly subject: string;
  readonly from: SimulatedPerson;
  readonly to: readonly SimulatedPerson[];
  readonly cc: readonly SimulatedPerson[];
  /** When the mailbox took it in. */
  readonly created: string;
  /** Null: this client gives none. */
  readonly headers: string | null;
  readonly attachments: readonly { readonly name: string; readonly isInline: boolean }[];
  /** Whose folder it lies in; null = the officer's own. */
  readonly owner: string | null;
  /** Of a reply that is being written: its kind of text. */
  readonly bodyType: 'html' | 'text';
  html: string;
  text: string;
  properties: string;
  readonly notices: Map<string, string>;
  categories: string[];
}

const TEAM: SimulatedPerson = { name: 'Complaints', address: 'complaints@landlord.example' };

const RUTH: SimulatedPerson = { name: 'Ruth Amankwah', address: 'ruth.amankwah@mail.example' };

const WORDS = [
  'I want to make a complaint. The flooring in my bathroom was taken up on 23 February and the fitter said he’d be back that Friday. Nobody came.',
  'I rang on 2, 9 and 16 March and each time I was promised a call back that never came. I want it finished.',
  'Ruth Amankwah',
] as const;

/** A complaint about a bathroom floor, or the same message with parts of it changed. */
export function simulatedItem(change: Partial<SimulatedItem> = {}): SimulatedItem {
  const messageId = change.messageId ?? '<floor-1@mail.example>';
  return {
    id: 'AAMkAGfloor1=',
    kind: 'message',
    itemClass: 'IPM.Note',
    conversationId: 'conversation-1',
    messageId,
    subject: 'Bathroom floor',
    from: RUTH,
    to: [TEAM],
    cc: [],
    created: '2026-03-24T18:42:10Z',
    headers: headersFor(messageId),
    attachments: [],
    owner: null,
    bodyType: 'html',
    html: `<html><head><style>p { margin: 0 }</style></head><body>${WORDS.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
    text: WORDS.join('\r\n\r\n'),
    properties: '{}',
    notices: new Map(),
    categories: [],
    ...change,
  };
}

/** A mail by somebody else about a boiler, for tests that open another message. */
export function otherItem(number = 2, change: Partial<SimulatedItem> = {}): SimulatedItem {
  const name = ['Colin Adebayo-Hurst', 'Mary Okafor', 'Idris Vaughan', 'Tomasz Zielinski'][number % 4] ?? 'Jo Bell';
  const messageId = `<other-${String(number)}@mail.example>`;
  const words = `I am writing to complain. The repair number ${String(number)} at my flat was promised for last Monday and nobody came. I want it done.`;
  return simulatedItem({
    id: `AAMkAGother${String(number)}=`,
    conversationId: `conversation-${String(number)}`,
    messageId,
    subject: `Repair ${String(number)}`,
    from: { name, address: `writer${String(number)}@mail.example` },
    html: `<p>${words}</p>`,
    text: words,
    headers: headersFor(messageId),
    ...change,
  });
}

/** A reply that is being written to the complaint. */
export function reply(change: Partial<SimulatedItem> = {}): SimulatedItem {
  return simulatedItem({
    id: 'AAMkAGreply1=',
    kind: 'compose',
    subject: 'Re: Bathroom floor',
    to: [RUTH],
    from: TEAM,
    html: '<p></p>',
    text: '',
    headers: null,
    ...change,
  });
}

/** Headers as Exchange hands them out: folded, the landlord's own server on top. */
export function headersFor(messageId: string): string {
  return [
    'Received: from LO4P123MB0001.GBRP123.PROD.OUTLOOK.example by',
    ' CWXP123MB0002.GBRP123.PROD.OUTLOOK.example with HTTPS; Tue, 24 Mar 2026',
    ' 18:42:10 +0000',
    'Received: from relay.mail.example (relay.mail.example [192.0.2.9]) by',
    ' mx.landlord.example; Tue, 24 Mar 2026 18:41:58 +0000',
    'From: Ruth Amankwah <ruth.amankwah@mail.example>',
    'Date: Tue, 24 Mar 2026 18:41:55 +0000',
    `Message-ID: ${messageId}`,
    'References: <first@landlord.example> <second@landlord.example>',
    'In-Reply-To: <second@landlord.example>',
    '',
  ].join('\r\n');
}

const TYPES = { message: 1, appointment: 2, compose: 4 } as const;

/** The item as Outlook tells Office.js of it, at the start and when another is selected. */
export function initialData(item: SimulatedItem): object {
  const person = ({ name, address }: SimulatedPerson): object => ({ name, address, recipientType: 3 });
  const time = Date.parse(item.created);
  return {
    // Read and write this item: what the manifest asks for.
    permissionLevel: 3,
    itemType: TYPES[item.kind],
    id: item.id,
    conversationId: item.conversationId,
    internetMessageId: item.messageId,
    itemClass: item.itemClass,
    subject: item.subject,
    normalizedSubject: item.subject,
    dateTimeCreated: time,
    dateTimeModified: time,
    from: person(item.from),
    sender: person(item.from),
    to: item.to.map(person),
    cc: item.cc.map(person),
    attachments: item.attachments.map(({ name, isInline }, index) => ({
      id: String(index),
      name,
      isInline,
      attachmentType: 0,
      size: 1000,
      contentType: 'application/octet-stream',
    })),
    isFromSharedFolder: item.owner !== null,
    userDisplayName: 'Joanna Marsh',
    userEmailAddress: 'joanna.marsh@landlord.example',
    userTimeZone: 'GMT Standard Time',
    userProfileType: 'office365',
    hostVersion: '20.0.0.0',
    owaView: 'ThreeColumns',
    ewsUrl: '',
    restUrl: '',
    isRestIdSupported: true,
    timeZoneOffsets: [{ start: 0, end: 9e15, offset: 0 }],
    extensionId: 'duly',
    entities: {},
  };
}
