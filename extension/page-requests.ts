/*
 * The wire between panel and page. It speaks to the browser's own interface, whose calls give promises since Manifest 3: the
 * polyfill was nearly a fifth of the page script.
 */
import {
  HostError,
  type CurrentMessage,
  type Draft,
  type DraftOutcome,
  type FillOutcome,
  type MessageKey,
} from '../core/host.ts';
import type { FillPart, FillTarget, RecordField } from '../core/record.ts';
import type { FieldPlace, PageMapping } from './record/mapping.ts';
import type { SiteReading } from './sites/site.ts';

/** What the panel asks of the page in a tab. Payloads and replies are plain data. */
export interface PageRequests {
  'current-message': (payload: Reading) => CurrentMessage;
  /** Refused as `message-changed` when another message than `key` is open by then. */
  'insert-draft': (payload: { readonly draft: Draft; readonly key: MessageKey }) => DraftOutcome;
  /** What can be read on the page, and by what each part is found: for the self-test, and to mend a site. */
  inspect: (payload: Reading) => PageReport;
  /** Lets a person point at one field of a record; answers when they have, or have stopped. */
  point: (payload: { readonly field: RecordField | FillPart }) => PointOutcome;
  'stop-pointing': (payload: null) => null;
  /** What stands in the fields that somebody chose to have filled, place by place; null for one that isn't there. */
  peek: (payload: { readonly places: readonly FieldPlace[] }) => Peeked;
  /** Writes into one field that a person has chosen and seen filled in the panel. */
  fill: (payload: {
    readonly place: FieldPlace;
    readonly holds: string;
    readonly text: string;
    readonly key: MessageKey;
  }) => FillOutcome;
}

/** What a page is read with: the places that somebody has pointed at on its kind; null on pages that need none. */
export interface Reading {
  readonly mapping: PageMapping | null;
}

/** What became of pointing. */
export type PointOutcome =
  | { readonly kind: 'pointed'; readonly place: FieldPlace; readonly value: string | null }
  | { readonly kind: 'stopped' };

/** A page as one that can be written on; without a key nothing is open on it that could be. */
export interface Peeked {
  readonly key: MessageKey | null;
  readonly fields: readonly (Omit<FillTarget, 'part'> | null)[];
}

/** What can be read on a page. */
export interface PageReport {
  readonly site: string;
  readonly reading: SiteReading;
}

/** What the page tells the panel unasked; nobody need be listening. */
interface PageChanged {
  readonly notice: 'page-changed';
}

type Sender = chrome.runtime.MessageSender;
type Name = keyof PageRequests;
type Payload<N extends Name> = Parameters<PageRequests[N]>[0];
type Value<N extends Name> = ReturnType<PageRequests[N]>;

/** One answer for every request; an error thrown by one reaches the panel with its code. */
export type Handlers = { readonly [N in Name]: (payload: Payload<N>) => Value<N> | Promise<Value<N>> };

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** The name of the port that the panel holds open to the page that it stands beside. */
export const WATCH_PORT = 'duly-watch';

/** The code of the HostError that says that no page script answers in a tab. */
export const NOBODY_THERE = 'nobody-there';

/** A frame of another site within the page of a tab; the page itself is frame 0. */
export interface FrameOf {
  readonly tabId: number;
  readonly frameId: number;
}

/** Asks the page in a tab, or in a frame of it. Throws HostError: NOBODY_THERE, or what the page refused. */
export async function request<N extends Name>(page: number | FrameOf, name: N, payload: Payload<N>): Promise<Value<N>> {
  const { tabId, frameId } = typeof page === 'number' ? { tabId: page, frameId: 0 } : page;
  let reply: unknown;
  try {
    reply = await chrome.tabs.sendMessage<unknown, unknown>(tabId, { request: name, payload }, { frameId });
  } catch {
    throw new HostError(NOBODY_THERE, 'Duly isn’t in this page yet. Reload the page.');
  }
  if (!isReply(reply)) throw new HostError(NOBODY_THERE, 'Duly isn’t in this page yet. Reload the page.');
  if (!reply.ok) throw new HostError(reply.error.code, reply.error.message);
  // The page script is built from the same type map; a page cannot reach this channel.
  return reply.value as Value<N>;
}

/** Whether an error says that no page script answers there. */
export function isNobodyThere(error: unknown): boolean {
  return error instanceof HostError && error.code === NOBODY_THERE;
}

/** Answers the panel's requests in a page; returns how to stop. Senders that aren't this extension get no answer. */
export function answer(handlers: Handlers): () => void {
  const listener = (message: unknown, sender: Sender, reply: (answer: Reply) => void): boolean => {
    if (!isOurs(sender) || !isRequest(message)) return false;
    void replyTo(handlers, message).then(reply);
    // The reply comes later.
    return true;
  };
  chrome.runtime.onMessage.addListener(listener);
  return () => {
    chrome.runtime.onMessage.removeListener(listener);
  };
}

async function replyTo(handlers: Handlers, message: { request: Name; payload: unknown }): Promise<Reply> {
  try {
    const handler = handlers[message.request] as (payload: unknown) => unknown;
    return { ok: true, value: await handler(message.payload) };
  } catch (error) {
    if (error instanceof HostError) return { ok: false, error: { code: error.code, message: error.message } };
    return { ok: false, error: { code: 'page-failed', message: 'Duly stumbled over this page.' } };
  }
}

/** Tells the panel that another message may be open. Rejects when no panel listens. */
export async function announceChange(): Promise<void> {
  const notice: PageChanged = { notice: 'page-changed' };
  await chrome.runtime.sendMessage(notice);
}

/** Calls back with the id of the tab whose page changed; returns how to stop. */
export function onPageChanged(listener: (tabId: number) => void): () => void {
  const receive = (message: unknown, sender: Sender): void => {
    const tabId = sender.tab?.id;
    if (isOurs(sender) && tabId !== undefined && isChange(message)) listener(tabId);
  };
  chrome.runtime.onMessage.addListener(receive);
  return () => {
    chrome.runtime.onMessage.removeListener(receive);
  };
}

function isOurs(sender: Sender): boolean {
  return sender.id === chrome.runtime.id;
}

const NAMES: Readonly<Record<Name, true>> = {
  'current-message': true,
  'insert-draft': true,
  inspect: true,
  point: true,
  'stop-pointing': true,
  peek: true,
  fill: true,
};

function isRequest(message: unknown): message is { request: Name; payload: unknown } {
  return isObject(message) && typeof message['request'] === 'string' && Object.hasOwn(NAMES, message['request']);
}

function isChange(message: unknown): message is PageChanged {
  return isObject(message) && message['notice'] === 'page-changed';
}

function isReply(reply: unknown): reply is Reply {
  if (!isObject(reply)) return false;
  if (reply['ok'] === true) return 'value' in reply;
  return reply['ok'] === false && isObject(reply['error']) && typeof reply['error']['code'] === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
