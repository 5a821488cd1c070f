export const CUE_FAMILIES = [
  'repetition',
  'inaction',
  'promise',
  'time',
  'target',
  'judgement',
  'complaint',
  'irony',
  'question',
  'answer',
  'outcome',
  'positive',
  'first-report',
  'typography',
  'office',
  'relay',
  'matter',
] as const;
export type CueFamily = (typeof CUE_FAMILIES)[number];

/** A named sign in plain text, which the model weighs and the panel can name. */
export interface Cue {
  readonly name: string;
  readonly family: CueFamily;
  /** Global; matches within one line of plain text, in time linear in its length. */
  readonly pattern: RegExp;
  /** Count how often it occurs: once, twice, more. */
  readonly counted: boolean;
}

export function cue(name: string, family: CueFamily, pattern: string, counted = false): Cue {
  return { name, family, pattern: new RegExp(pattern, pattern.includes('\\u{') ? 'gu' : 'g'), counted };
}
