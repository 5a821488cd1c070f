import { initialData, type SimulatedItem } from './simulated-item.ts';

/* An Outlook that the real Office.js talks to: it answers the messages that Office.js posts to the page around the pane. */

/** What a client can do, as it tells Office.js. */
export interface Profile {
  readonly name: string;
  /** The requirement sets, by their newest version. */
  readonly mailbox: string;
  readonly platform: 'OfficeOnline' | 'PC' | 'Mac';
}

export const PROFILES = {
  web: { name: 'on the web', mailbox: '1.14', platform: 'OfficeOnline' },
  classic: { name: 'classic, older sets', mailbox: '1.8', platform: 'PC' },
  mac: { name: 'on a Mac', mailbox: '1.13', platform: 'Mac' },
} as const satisfies Readonly<Record<string, Profile>>;

/** A reply that Outlook opened. */
export interface OpenedReply {
  readonly toItem: string;
  readonly isToAll: boolean;
  readonly html: string;
}

/** A question of Office.js, by the number that its methods have in the protocol. */
interface Question {
  readonly method: number;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** An answer: a value, or Outlook's own number for what went wrong. */
type Reply = { readonly value: unknown } | { readonly code: number };

export const METHODS = {
  loadProperties: 3,
  saveProperties: 4,
  getBodyType: 14,
  getRecipients: 15,
  getSubject: 18,
  prepend: 23,
  setSelected: 13,
  setSelectedOfItem: 29,
  replaceNotice: 35,
  addNotice: 33,
  removeNotice: 36,
  getBody: 37,
  setBody: 38,
  shared: 108,
  getCategories: 157,
  addCategories: 158,
  removeCategories: 159,
  headers: 168,
  saveSettings: 404,
} as const;

const REPLIES: ReadonlyMap<number, boolean> = new Map([
  [10, false],
  [11, true],
  [30, false],
  [31, true],
  [181, false],
  [182, true],
  [183, false],
  [184, true],
]);

export class SimulatedOutlook {
  /** What is selected; null = nothing. */
  open: SimulatedItem | null;
  /** What the add-in keeps in the mailbox. */
  settings: Record<string, string> = {};
  /** The categories that the mailbox has. */
  masterCategories: string[] = [];
  readonly replies: OpenedReply[] = [];
  /** Fails the methods, by their numbers, with Outlook's codes. */
  readonly failing = new Map<number, number>();
  /** Never answers these methods. */
  readonly silent = new Set<number>();
  /** Milliseconds before an answer: fixed, or by the question. */
  delay: number | ((method: number) => number) = 0;
  /** Every method that was asked, in order. */
  readonly asked: number[] = [];
  /** What Office.js told of keys that the pane left to Outlook, in order: the number of what is to be done, and the key. */
  readonly keys: { readonly action: number; readonly keyCode: number | null }[] = [];
  /** Passes a message to the pane. */
  tell: (message: string) => Promise<void> = () => Promise.resolve();

  constructor(
    readonly profile: Profile,
    open: SimulatedItem | null,
  ) {
    this.open = open;
  }

  /** Selects another item; `told` = Office.js hears of it, as it mostly does. */
  async select(item: SimulatedItem | null, { told = true } = {}): Promise<void> {
    this.open = item;
    if (told) await this.tell(this.#event('olkItemSelectedChanged', item === null ? null : initialData(item)));
  }

  /** Puts another background on (0xrrggbb), and tells the add-ins that listen. */
  async paint(bodyBackgroundColor: number): Promise<void> {
    await this.tell(this.#event('officeThemeChanged', [JSON.stringify({ bodyBackgroundColor })]));
  }

  /** Answers one message of Office.js; null for what needs no answer. */
  async answer(text: string): Promise<string | null> {
    const message = JSON.parse(text) as {
      readonly _messageType: number;
      readonly _actionName: string;
      readonly _correlationId: number;
      readonly _data?: { readonly MethodData?: { readonly DispatchId: number }; readonly ApiParams?: unknown };
    };
    if (message._messageType !== 0) return null;
    const { _actionName: action, _data: data } = message;
    if (action === 'ExecuteMethod') {
      const method = data?.MethodData?.DispatchId ?? 0;
      const parameters = (data?.ApiParams ?? {}) as Question['parameters'];
      this.asked.push(method);
      if (this.silent.has(method)) return null;
      const wait = typeof this.delay === 'number' ? this.delay : this.delay(method);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      return this.#response(message, outcome(this.#execute({ method, parameters })));
    }
    if (action === 'ContextActivationManager_notifyHost') this.#noteKey(data);
    return this.#response(message, this.#other(action));
  }

  #noteKey(data: unknown): void {
    const [, action, key] = Array.isArray(data) ? (data as readonly unknown[]) : [];
    const isKey = typeof key === 'object' && key !== null && 'keyCode' in key;
    if (typeof action === 'number') this.keys.push({ action, keyCode: isKey ? Number(key.keyCode) : null });
  }

  #other(action: string): unknown {
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.#context();
      case 'GetInitialData':
        return this.open === null ? null : initialData(this.open);
      default:
        return {};
    }
  }

  #execute({ method, parameters }: Question): Reply {
    const failure = this.failing.get(method);
    if (failure !== undefined) return { code: failure };
    const { open } = this;
    if (method === METHODS.saveSettings) {
      this.settings = { ...(parameters as unknown as readonly Record<string, string>[])[0] };
      return { value: undefined };
    }
    if (open === null) return { code: 9030 };
    const isToAll = REPLIES.get(method);
    if (isToAll !== undefined) {
      this.replies.push({ toItem: open.id, isToAll, html: String(parameters['htmlBody']) });
      return { value: undefined };
    }
    return this.#onItem(open, { method, parameters });
  }

  #onItem(open: SimulatedItem, { method, parameters }: Question): Reply {
    const isHtml = parameters['coercionType'] === 3;
    const data = String(parameters['data']);
    switch (method) {
      case METHODS.getBody:
        return { value: isHtml ? open.html : open.text };
      case METHODS.getBodyType:
        return { value: open.bodyType };
      case METHODS.prepend:
        if (isHtml && open.bodyType === 'text') return { code: 9002 };
        this.#write(open, isHtml ? data + open.html : data + open.text, isHtml);
        return { value: undefined };
      case METHODS.setBody:
        this.#write(open, data, isHtml);
        return { value: undefined };
      case METHODS.setSelected:
      case METHODS.setSelectedOfItem:
        this.#write(open, isHtml ? open.html + data : open.text + data, isHtml);
        return { value: undefined };
      case METHODS.getRecipients:
        return {
          value: (parameters['recipientField'] === 1 ? open.cc : open.to).map(({ name, address }) => ({
            name,
            address,
          })),
        };
      case METHODS.getSubject:
        return { value: open.subject };
      case METHODS.headers:
        return open.headers === null ? { code: 9055 } : { value: open.headers };
      case METHODS.shared:
        return { value: { owner: open.owner, targetRestUrl: '', targetMailbox: open.owner, delegatePermissions: 15 } };
      case METHODS.loadProperties:
        return { value: { customProperties: open.properties } };
      case METHODS.saveProperties:
        open.properties = JSON.stringify(parameters['customProperties']);
        return { value: undefined };
      case METHODS.addNotice:
      case METHODS.replaceNotice:
        open.notices.set(String(parameters['key']), String(parameters['message']));
        return { value: undefined };
      case METHODS.removeNotice:
        return open.notices.delete(String(parameters['key'])) ? { value: undefined } : { code: 9024 };
      case METHODS.getCategories:
        return { value: open.categories.map((displayName) => ({ displayName, color: 'Preset0' })) };
      case METHODS.addCategories: {
        const names = (parameters['categories'] as readonly string[]).filter((name) => !open.categories.includes(name));
        if (names.some((name) => !this.masterCategories.includes(name))) return { code: 9044 };
        open.categories.push(...names);
        return { value: undefined };
      }
      case METHODS.removeCategories: {
        const names = parameters['categories'] as readonly string[];
        open.categories = open.categories.filter((name) => !names.includes(name));
        return { value: undefined };
      }
      default:
        return { value: undefined };
    }
  }

  /** Outlook keeps a reply in both shapes. */
  #write(open: SimulatedItem, content: string, isHtml: boolean): void {
    open.html = isHtml ? content : `<pre>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
    open.text = isHtml ? plainOf(content) : content;
  }

  #context(): object {
    const { mailbox } = this.profile;
    return {
      _id: 'app',
      _appName: 64,
      _appVersion: '16.01',
      _appUILocale: 'en-GB',
      _dataLocale: 'en-GB',
      _docUrl: 'https://outlook.office.com/mail/',
      _clientMode: 0,
      _settings: this.settings,
      _reason: 2,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'correlation',
      _appInstanceId: 'instance',
      _appMinorVersion: 1,
      _requirementMatrix: JSON.stringify({ Mailbox: mailbox, OpenBrowserWindowApi: '1.1' }),
      _hostFullVersion: '20.0.0.0',
      _addinName: 'Duly',
      _appDomains: [],
      _featureGates: {},
    };
  }

  #event(action: string, data: unknown): string {
    return JSON.stringify({
      _messageType: 1,
      _actionName: action,
      _conversationId: CONVERSATION,
      _correlationId: 0,
      _origin: 'https://outlook.office.com/mail/',
      _data: data,
      _errorCode: 0,
      _responseType: 1,
      _serializerVersion: 1,
    });
  }

  #response({ _actionName, _correlationId }: { _actionName: string; _correlationId: number }, data: unknown): string {
    return JSON.stringify({
      _messageType: 1,
      _actionName,
      _conversationId: CONVERSATION,
      _correlationId,
      _origin: 'https://outlook.office.com/mail/',
      _data: data,
      _errorCode: 0,
      _responseType: 0,
      _serializerVersion: 1,
    });
  }
}

/** The name of the conversation between page and pane, as the pane's address gives it. */
export const CONVERSATION = 'conversation';

function outcome(reply: Reply): object {
  if ('code' in reply) return { wasSuccessful: false, error: true, errorCode: reply.code };
  const { value } = reply;
  // Properties come beside the other answers, not in them.
  const isProperties = typeof value === 'object' && value !== null && 'customProperties' in value;
  return { wasSuccessful: true, ...(isProperties ? value : { data: value }) };
}

/** The words of simple markup. */
function plainOf(html: string): string {
  return html
    .replace(/<(?:style|head)[^>]*>[\s\S]*?<\/(?:style|head)>/g, '')
    .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>|<hr\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
