import { mountPanel } from '../../core/panel/panel.tsx';
import type { Hand } from './gallery-state.ts';
import { STATES } from './gallery-states.ts';
import { PEOPLE } from './gallery-people.ts';
import { seed, shown, type World } from './gallery-world.ts';

/*
 * The states of the real panel, one after the other: the one that the address names first (?state=13-logged&theme=dark), then
 * those that are asked for. The host is scripted, the register in memory, the clock stands; a state is reached by pressing
 * what a person would press.
 */

/** How long a person waits for something before giving up, in milliseconds. */
const PATIENCE = 15_000;

async function until<Value>(what: string, look: () => Value | null | undefined): Promise<Value> {
  for (let waited = 0; waited < PATIENCE; waited += 10) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`not on the page: ${what}`);
}

function words(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

function control(text: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('button, a, summary')].filter(
    (one) => one.offsetParent !== null,
  );
  return (
    all.find((one) => words(one) === text) ??
    all.find((one) => words(one).startsWith(text)) ??
    all.find((one) => words(one).includes(text))
  );
}

const hand: Hand = {
  press: async (text) => (await until(text, () => control(text))).click(),
  mark: async (text) => {
    const card = await until(text, () =>
      [...document.querySelectorAll<HTMLElement>('label.choice, label.tick')].find((one) => words(one).includes(text)),
    );
    card.click();
  },
  type: async (id, text) => {
    const field = await until(id, () => document.getElementById(id));
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error(`${id} is no field`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  choose: async (id, option) => {
    const field = await until(id, () => document.getElementById(id));
    if (!(field instanceof HTMLSelectElement)) throw new Error(`${id} is no list`);
    field.value = option;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  },
  bring: async (id, name, text) => {
    const field = await until(id, () => document.getElementById(id));
    if (!(field instanceof HTMLInputElement)) throw new Error(`${id} takes no file`);
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], name, { type: 'application/json' }));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  },
  unfold: async (text) => {
    const summary = await until(text, () =>
      [...document.querySelectorAll<HTMLElement>('summary')].find((one) => words(one).startsWith(text)),
    );
    summary.click();
  },
  see: async (text) => {
    await until(text, () => words(document.body).includes(text));
  },
};

/** What the tests reach the scripted world by. */
export interface Gallery {
  readonly world: World;
  readonly hand: Hand;
  readonly shown: typeof shown;
  readonly seed: typeof seed;
  readonly people: typeof PEOPLE;
  /** Another state, on this page. */
  show(state: string): Promise<void>;
  /** Closes the panel and opens it again: everything that wasn't kept is lost. */
  reopen(): void;
}

declare global {
  interface Window {
    gallery: Gallery;
  }
}

/** Takes the panel away, and shows a state in a place of its own: what the one before still does goes nowhere. */
async function show(name: string): Promise<void> {
  const state = STATES[name];
  if (!state) throw new Error(`no such state: ${Object.keys(STATES).join(', ')}`);
  delete document.body.dataset['ready'];
  unmount();
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  window.scrollTo(0, 0);
  const world = await state.world();
  const mount = (): void => {
    unmount = mountPanel(root, world.ports);
  };
  window.gallery = {
    world,
    hand,
    shown,
    seed,
    people: PEOPLE,
    show,
    reopen: () => {
      unmount();
      mount();
    },
  };
  mount();
  await until('the panel', () => document.querySelector('main > *'));
  await state.does?.(hand, world);
  await new Promise((resolve) => setTimeout(resolve, 50));
  document.body.dataset['ready'] = 'true';
}

let unmount = (): void => undefined;
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;
await show(asked.get('state') ?? '01-verdict-clear');
