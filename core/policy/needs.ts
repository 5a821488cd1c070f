import { listInWords } from '../date-words.ts';

/*
 * What an action may have to wait for, in a small declared language: a word, and after a colon what it takes. `|` between
 * choices means one of them, `+` all of them. A word that isn't here is refused when the policy is read, so that a slip
 * never becomes a rule that nobody can meet, or that holds nothing back.
 */

/** What stands after a need's colon. */
export type Takes = 'nothing' | 'choices' | 'stage' | 'letter' | 'field' | 'number' | 'words';

/** A need's word: what it takes, how it reads on a list, and whether the case itself shows it or a person must say so. */
interface NeedKind {
  readonly takes: Takes;
  /** The only choices, where there are only some. */
  readonly only?: readonly string[];
  readonly from: 'case' | 'person';
  readonly words: (what: string) => string;
}

const ROLES = { takes: 'choices', from: 'person' } as const;

export const NEEDS = {
  'representative-named': { takes: 'nothing', from: 'case', words: () => 'A representative is named' },
  authority: {
    takes: 'choices',
    only: ['written', 'visit', 'call'],
    from: 'case',
    words: (how) => `The resident’s authority is held: ${how}`,
  },
  'handler-not-of': { takes: 'stage', from: 'case', words: (stage) => `By somebody who did not handle ${stage}` },
  'handler-not': { takes: 'choices', from: 'case', words: (who) => `The handler is no ${who} who writes on the case` },
  'contact-made': {
    takes: 'choices',
    only: ['phone', 'visit', 'email', 'post', 'other'],
    from: 'case',
    words: (how) => `Contact with the resident was made: ${how}`,
  },
  'complaint-form': {
    takes: 'nothing',
    from: 'case',
    words: () => 'It is in writing, or the complaint form is filled in',
  },
  'written-response': { takes: 'nothing', from: 'case', words: () => 'The answer went out in writing' },
  letter: { takes: 'letter', from: 'case', words: (letter) => `The letter “${letter}” went out` },
  reason: { takes: 'nothing', from: 'case', words: () => 'The reason in this case is written down' },
  'review-date': { takes: 'nothing', from: 'case', words: () => 'A date for the review is set' },
  'clocks-run': { takes: 'nothing', from: 'case', words: () => 'The complaint goes on: no clock stops' },
  record: { takes: 'field', from: 'case', words: (field) => `Recorded: ${field}` },
  count: { takes: 'number', from: 'case', words: (least) => `Recorded: ${least}` },
  'written-authorisation': {
    takes: 'choices',
    only: ['all'],
    from: 'person',
    words: () => 'Everybody in the group has agreed in writing',
  },
  'approved-by': { ...ROLES, words: (who) => `Approved by ${who}` },
  'decided-by': { ...ROLES, words: (who) => `Decided by ${who}` },
  members: { ...ROLES, words: (who) => `Its members: ${who}` },
  chair: { ...ROLES, words: (who) => `In the chair: ${who}` },
  notified: { ...ROLES, words: (who) => `Told: ${who}` },
  recipient: { ...ROLES, words: (who) => `Only to ${who}` },
  document: { ...ROLES, words: (which) => `Seen: ${which}` },
  ground: { ...ROLES, words: (which) => `Because of ${which}` },
  'one-of-clauses': { takes: 'nothing', from: 'person', words: () => 'It is said which of these sentences applies' },
  confirmed: { takes: 'words', from: 'person', words: (what) => what },
} as const satisfies Readonly<Record<string, NeedKind>>;

export type NeedWord = keyof typeof NEEDS;

/** A need as a policy writes it, taken apart. */
export interface Need {
  readonly text: string;
  readonly word: NeedWord;
  /** What stands after the colon: choices, or the one stage, letter, field, sentence. */
  readonly choices: readonly string[];
  /** All of the choices, not one of them. */
  readonly all: boolean;
  /** For `count`: how often at least. */
  readonly least: number | null;
}

const COUNT = /^([a-z0-9-]+)>=([1-9]\d*)$/;

/** Reads a need. Null for a word that isn't one, or that has before or after its colon what it doesn't take. */
export function parseNeed(text: string): Need | null {
  const colon = text.indexOf(':');
  const word = colon < 0 ? text : text.slice(0, colon);
  const what = colon < 0 ? '' : text.slice(colon + 1);
  if (!isNeedWord(word)) return null;
  const { takes, only }: NeedKind = NEEDS[word];
  const base = { text, word, choices: [what], all: false, least: null };
  if (takes === 'nothing') return colon < 0 ? { ...base, choices: [] } : null;
  if (what.trim() === '' || what !== what.trim()) return null;
  if (takes === 'number') {
    const [, field, least] = COUNT.exec(what) ?? [];
    return field === undefined ? null : { ...base, choices: [field], least: Number(least) };
  }
  if (takes !== 'choices') return base;
  const all = what.includes('+');
  const choices = what.split(all ? '+' : '|');
  const fits = choices.every((choice) => choice !== '' && !/[|+]/.test(choice) && (!only || only.includes(choice)));
  return fits ? { ...base, choices, all } : null;
}

/** Choices that don't read as they are written. */
const CHOICE_WORDS: Readonly<Record<string, string>> = {
  written: 'in writing',
  visit: 'at a visit',
  call: 'by telephone',
  phone: 'by telephone',
  email: 'by email',
  post: 'by post',
  other: 'in another way',
  mp: 'MP',
  councillor: 'Councillor',
  'housing-ombudsman': 'Housing Ombudsman',
  'grant-of-probate': 'Grant of Probate',
  'letters-of-administration': 'Letters of Administration',
};

/** A choice as a person reads it. */
export function choiceInWords(choice: string): string {
  return CHOICE_WORDS[choice] ?? choice.replaceAll('-', ' ');
}

/** The need as a line of a list: "Approved by Chief Executive or Director". `name` knows the names of stages. */
export function needInWords(
  { word, choices, all, least }: Need,
  name: (choice: string) => string = choiceInWords,
): string {
  const named = NEEDS[word].takes === 'words' ? choices : choices.map(name);
  const joined = listInWords(named, all ? 'and' : 'or');
  return NEEDS[word].words(least === null ? joined : `${String(least)} ${joined} or more`);
}

function isNeedWord(word: string): word is NeedWord {
  return Object.hasOwn(NEEDS, word);
}

/** Every need as a pattern, for editors that complete and check a policy as it is written. */
export const NEED_PATTERN = new RegExp(
  `^(${Object.entries(NEEDS)
    .map(([word, { takes }]) => (takes === 'nothing' ? word : `${word}:\\S.*`))
    .join('|')})$`,
);
