import { inLondon, type Instant } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import { RegisterError } from '../../register/register.ts';
import type { Actor } from '../../case/event.ts';
import type { MessageKey } from '../../host.ts';
import type { Action } from '../actions.ts';
import type { PasteForm } from '../paste-form.ts';
import type { Ports } from '../ports.ts';
import type { Setup } from '../setup.ts';
import type { PanelState, Problem } from '../state.ts';
import type { TaughtKept } from '../taught-kept.ts';
import type { Closer } from './second-reading.ts';

/** What an effect works with: the outside, the panel as it is at this moment, and a way to say what came of it. */
export interface Run {
  readonly ports: Ports;
  readonly state: () => PanelState;
  readonly dispatch: (action: Action) => void;
  /** What the effects themselves remember between two actions. */
  readonly track: Track;
}

/** What effects must know of one another. */
export interface Track {
  /** Counts the questions to the host, so that a late answer to an earlier one is dropped. */
  asked: number;
  /** Counts the messages shown, and the looks at the open one, for the same reason. */
  shown: number;
  looks: number;
  /** Counts what was pressed and takes its time, so that only the last of it frees the panel. */
  taken: number;
  /** The message that the host last showed. */
  lastOfHost: MessageKey | null;
  hasAskedForLetters: boolean;
  /** Saved emails that were brought in, byte for byte, by the message that each is. */
  readonly originals: Map<MessageKey, Uint8Array>;
  /** Reads what is typed into the form, a moment after the last key. */
  readPaste?: () => void;
  /** The messages that were noted as seen since the panel was opened. */
  readonly noted: Set<string>;
  /** Counts the readings of the due list; and the pause after the last key of a search. */
  lists: number;
  typing: ReturnType<typeof setTimeout> | null;
  /** What came of the last message that was read closely. */
  closer: Closer | null;
  /** The setup as it was last known to be kept, and the end of what is being kept of it. */
  kept?: Setup;
  keeping?: Promise<void>;
  /** The forms as they were last kept, by their names. */
  forms?: ReadonlyMap<string, PasteForm>;
  /** When the open message's desk had last been changed, as it was shown. */
  changedWhenShown: Instant | null;
  /** What the team had taught when the open message was shown: a verdict never changes by it under a person. */
  taught?: TaughtKept;
}

/** Who makes the entries: the officer as named in Settings. */
export function actorOf({ setup }: PanelState): Actor {
  const name = setup?.settings.officer.name.trim() ?? '';
  return { name: name === '' ? 'Officer without a name' : name };
}

/** Now, as London's clocks show it. */
export function londonNow({ ports }: Run): Instant {
  return inLondon(ports.clock.now());
}

/** A failure in words for the person: what happened, and that nothing was lost. */
export function problemOf(error: unknown, title: string): Problem {
  return { title, body: wordsOf(error), isAlert: true };
}

/** What an error says to a person. */
export function wordsOf(error: unknown): string {
  if (error instanceof RegisterError) return registerWords(error);
  return reasonOf(error);
}

function registerWords({ code, message }: RegisterError): string {
  switch (code) {
    case 'full':
      return 'The disk is full. Nothing was logged; your entries are still here.';
    case 'newer':
      return 'Saved by a newer Duly. Update to open it; nothing was changed.';
    case 'deleted':
      return message;
    case 'blocked':
    case 'lost':
    case 'failed':
      return `${message} Your entries are still here.`;
  }
}
