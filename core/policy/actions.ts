/*
 * What a rule of a policy may hold back, in a small declared language: an action, and after a colon which stages, letters
 * or routes of the policy it means. Without a colon it means all of them.
 */

/** Each action: what may stand after its colon, and how it reads. */
export const ACTIONS = {
  accept: { of: 'nothing', words: 'Accept the complaint' },
  refuse: { of: 'kind', words: 'Refuse it' },
  exclude: { of: 'route', words: 'Exclude it' },
  'handle-differently': { of: 'nothing', words: 'Handle it outside the procedure' },
  open: { of: 'stage', words: 'Open the stage' },
  assign: { of: 'stage', words: 'Assign a handler' },
  panel: { of: 'nothing', words: 'Hold the panel' },
  appointment: { of: 'nothing', words: 'Take the complaint in person' },
  respond: { of: 'stage', words: 'Answer' },
  close: { of: 'stage', words: 'Close' },
  letter: { of: 'letter', words: 'Send the letter' },
  insert: { of: 'nothing', words: 'Put the draft into the reply' },
  share: { of: 'nothing', words: 'Give details of the case to somebody else' },
  'disclose-to-representative': { of: 'nothing', words: 'Speak about the case with the representative' },
  restriction: { of: 'kind', words: 'Restrict how somebody may contact us' },
} as const;

export type ActionWord = keyof typeof ACTIONS;

/** An action, and what it is done to; no targets = any. */
export interface Action {
  readonly word: ActionWord;
  readonly targets: readonly string[];
}

/** Reads an action as a rule or a host names it: `close:stage-1|stage-2`. Null for a word that isn't one. */
export function parseAction(text: string): Action | null {
  const [word = '', ...rest] = text.split(':');
  if (!isActionWord(word) || rest.length > 1) return null;
  const [targets] = rest;
  if (targets === undefined) return { word, targets: [] };
  const names = targets.split('|');
  return ACTIONS[word].of !== 'nothing' && names.every((name) => /^[a-z0-9-]+$/.test(name))
    ? { word, targets: names }
    : null;
}

/** Whether a rule about some actions holds this one back: the same word, and no other target than it names. */
export function covers(rule: Action, asked: Action): boolean {
  return (
    rule.word === asked.word &&
    (rule.targets.length === 0 || asked.targets.some((target) => rule.targets.includes(target)))
  );
}

function isActionWord(word: string): word is ActionWord {
  return Object.hasOwn(ACTIONS, word);
}

/** Every action as a pattern, for editors. */
export const ACTION_PATTERN = new RegExp(
  `^(${Object.entries(ACTIONS)
    .map(([word, { of }]) => (of === 'nothing' ? word : `${word}(:[a-z0-9-]+(\\|[a-z0-9-]+)*)?`))
    .join('|')})$`,
);
