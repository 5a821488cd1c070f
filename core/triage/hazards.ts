import type { Span } from '../message.ts';
import { CUES } from './cues.ts';
import type { Features } from './features.ts';
import { HAZARD_RULES, WORD_GROUPS, type HazardRule, type WordGroup } from './hazard-words.ts';
import type { Hazard } from './verdict.ts';

/** Hazards of one kind that are shown; more of them say nothing more. */
const MOST_OF_A_KIND = 3;

/** A sentence's end counts as so many words, so that two sentences seldom name a danger together. */
const SENTENCE_END = 3;

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

const GROUPS: readonly WordGroup[] = Object.keys(WORD_GROUPS) as WordGroup[];
const GROUPS_OF = new Map<number, readonly number[]>();
GROUPS.forEach((group, index) => {
  for (const word of WORD_GROUPS[group]) {
    const hash = hashOf(word);
    GROUPS_OF.set(hash, [...(GROUPS_OF.get(hash) ?? []), index]);
  }
});

/** FNV-1a of a word's letters; the scanner makes the same while it passes over them. */
function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
}

interface NumberedRule extends HazardRule {
  readonly index: number;
  readonly groups: readonly number[];
}
const NUMBERED: readonly NumberedRule[] = HAZARD_RULES.map((rule, index) => ({
  ...rule,
  index,
  groups: rule.all.map((group) => GROUPS.indexOf(group)),
}));
const RULES_OF: readonly (readonly NumberedRule[])[] = GROUPS.map((_, group) =>
  NUMBERED.filter(({ groups }) => groups.includes(group)),
);

/**
 * The dangers that the words of a message name, in the order of the text. Looks at all of the text in one pass: at each
 * listed word it asks which other groups stood close before.
 */
export function hazardsIn(text: string, parts: readonly Span[]): readonly Hazard[] {
  const scanner = new Scanner(text);
  for (const { start, end } of parts) scanner.scan(start, end);
  return scanner.hazards();
}

const OF_DANGER: ReadonlySet<string> = new Set(['effect', 'repair', 'not working', 'made it worse', 'care', 'botched']);

/**
 * The sentence that most likely speaks of a danger which none of the words names, where the message as a whole reads like
 * one: "I can see my breath in here now".
 */
export function unnamedHazard({ plain, sentences }: Features): readonly Hazard[] {
  const counts = sentences.map(
    ({ cues }) => new Set(cues.map(({ cue }) => CUES[cue]?.name ?? '').filter((name) => OF_DANGER.has(name))).size,
  );
  const sentence = plain.sentences[counts.indexOf(Math.max(...counts))];
  return sentence
    ? [{ kind: 'other', urgency: 'possible', text: sentence.text, start: sentence.start, end: sentence.end }]
    : [];
}

class Scanner {
  private readonly lastWord = new Int32Array(GROUPS.length).fill(-1_000);
  private readonly lastStart = new Int32Array(GROUPS.length);
  private readonly found: Hazard[] = [];
  /** Rules whose kind has been found often enough. */
  private readonly spent = new Uint8Array(NUMBERED.length);
  private word = 0;
  private lastGroups: readonly number[] | null = null;

  constructor(private readonly text: string) {}

  scan(from: number, to: number): void {
    const { text } = this;
    let at = from;
    while (at < to) {
      const code = text.charCodeAt(at) | 32;
      if (code < 97 || code > 122) {
        const mark = text.charCodeAt(at);
        if (mark === 46 || mark === 33 || mark === 63 || mark === 10) this.word += SENTENCE_END;
        at++;
        continue;
      }
      const start = at;
      let hash = SEED;
      for (; at < to; at++) {
        const character = text.charCodeAt(at);
        const letter = character | 32;
        if (letter >= 97 && letter <= 122) hash = Math.imul(hash ^ letter, PRIME);
        else if (character !== 39 && character !== 0x2019) break;
      }
      this.word++;
      const groups = GROUPS_OF.get(hash);
      if (groups) this.meet(groups, start, at);
    }
    this.word += 20;
  }

  hazards(): readonly Hazard[] {
    return this.found.toSorted((left, right) => left.start - right.start);
  }

  private meet(groups: readonly number[], start: number, end: number): void {
    for (const group of groups) {
      this.lastWord[group] = this.word;
      this.lastStart[group] = start;
    }
    // Met again before any other: nothing new stands near.
    const isRepeated = groups === this.lastGroups;
    this.lastGroups = groups;
    if (isRepeated) return;
    for (const group of groups) {
      for (const rule of RULES_OF[group] ?? []) if (this.spent[rule.index] === 0) this.ask(rule, end);
    }
  }

  private ask(rule: NumberedRule, end: number): void {
    let start = end;
    let apart = false;
    for (const group of rule.groups) {
      const last = this.lastWord[group] ?? -1_000;
      if (this.word - last > rule.within) return;
      apart ||= last !== this.word;
      start = Math.min(start, this.lastStart[group] ?? end);
    }
    // One word of two groups is still one word: it takes another to name a danger.
    if (rule.groups.length > 1 && !apart) return;
    this.report(rule, start, end);
  }

  private report({ kind, urgency }: NumberedRule, start: number, end: number): void {
    const same = this.found.filter((hazard) => hazard.kind === kind && hazard.urgency === urgency);
    const before = same.at(-1);
    if (before && start < before.end) return;
    this.found.push({ kind, urgency, text: this.text.slice(start, end), start, end });
    if (same.length + 1 < MOST_OF_A_KIND) return;
    for (const rule of NUMBERED) if (rule.kind === kind && rule.urgency === urgency) this.spent[rule.index] = 1;
  }
}
