import type { World } from './gallery-world.ts';

/** How a state is reached: the world before the panel opens, and what a person does then. */
export interface GalleryState {
  readonly world: () => Promise<World>;
  readonly does?: (hand: Hand, world: World) => Promise<void>;
}

/** What a person does with the panel. */
export interface Hand {
  /** Presses the button, link or summary with these words. */
  press(words: string): Promise<void>;
  /** Marks the radio card with these words. */
  mark(words: string): Promise<void>;
  type(id: string, text: string): Promise<void>;
  choose(id: string, option: string): Promise<void>;
  /** Chooses a file of this name and text. */
  bring(id: string, name: string, text: string): Promise<void>;
  unfold(words: string): Promise<void>;
  /** Waits until words are on the page. */
  see(words: string): Promise<void>;
}
