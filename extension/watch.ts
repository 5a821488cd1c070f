/** A page that changes all the time is looked at this often, and no later after its first change. */
const INTERVAL = 300;

/** Attributes by which pages show another message or hide one. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'data-message-id', 'data-legacy-message-id'];

/** What is watched for, and who is told. */
export interface Watched {
  /** Something short that changes with the open message. */
  glance(): string;
  onChange(): void;
  /** False once the extension has gone: an update leaves the old page script behind in every open tab. */
  isAlive(): boolean;
}

/** Calls back whenever a glance at the page shows something else; stops by itself when the extension has gone. */
export function watch(document: Document, watched: Watched): () => void {
  const window = document.defaultView;
  if (!window) return () => undefined;
  let timer: number | undefined;
  let last = watched.glance();
  const look = (): void => {
    timer = undefined;
    if (!watched.isAlive()) {
      stop();
      return;
    }
    const now = watched.glance();
    if (now === last) return;
    last = now;
    watched.onChange();
  };
  const soon = (): void => {
    timer ??= window.setTimeout(look, INTERVAL);
  };
  const observer = new MutationObserver((records) => {
    // Typing a reply changes the page with every letter and never the open message.
    if (records.some(({ target }) => !isInEditor(target))) soon();
  });
  const stop = (): void => {
    observer.disconnect();
    window.clearTimeout(timer);
    window.removeEventListener('hashchange', soon);
    document.removeEventListener('selectionchange', soon);
  };
  observer.observe(document.body, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  window.addEventListener('hashchange', soon);
  document.addEventListener('selectionchange', soon);
  return stop;
}

function isInEditor(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element?.closest('[contenteditable="true"]') != null;
}
