import { Liquid, type Template } from 'liquidjs';
import { reasonOf } from '../errors.ts';
import { PolicyError, type Policy } from '../policy/policy.ts';
import { parserPlace, templateMistake } from './template-mistake.ts';
import { FIELDS, LISTS } from './fields.ts';
import type { FieldValues } from './field-values.ts';
import { codeLetter, kindsOf } from './kinds.ts';
import type { Items } from './list-items.ts';
import { gapMark, partsOf, valueMark, type Part } from './markup.ts';
import { ABOUT } from './questions.ts';

/*
 * A letter's words: a text file of blocks. A line `== name` begins a block; what follows is a Liquid template whose
 * output is paragraphs, lists and headings. A block that does two things the policy asks for has two names. A template may
 * print a field, ask whether one is known (`{% if has.officer.phone %}`) or what the case is about, and go through lists;
 * it can't do more. A block without words of its own has the Code's.
 */

/** One block of a letter, ready to be filled. */
export interface TemplateBlock {
  /** The first of its names. */
  readonly id: string;
  readonly names: readonly string[];
  readonly template: readonly Template[];
}

/** A letter's blocks as filled, and the fields that they came to: those behind a question that isn't the case's are not among them. */
export interface FilledBlocks {
  /** In the order of the blocks. */
  readonly parts: readonly (readonly Part[])[];
  /** Paths; of a list's items too, `point.2.reasons`. */
  readonly used: readonly string[];
}

const TAGS = new Set(['if', 'unless', 'for', 'comment', 'raw']);

/** The limits keep a template's loop from hanging the panel: characters read, milliseconds of filling, memory. */
const liquid = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 100_000,
  // A busy machine may pause in the middle: long enough for that, short enough for a panel.
  renderLimit: 2_000,
  memoryLimit: 2_000_000,
  relativeReference: false,
});
for (const name of Object.keys(liquid.filters)) Reflect.deleteProperty(liquid.filters, name);
for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) Reflect.deleteProperty(liquid.tags, name);

const KNOWN = new Set([
  ...FIELDS.flatMap(({ path }) => [path, `has.${path}`]),
  ...ABOUT.map((question) => `about.${question}`),
  ...Object.keys(LISTS),
]);

const PARTS = new Set(Object.values(LISTS).flatMap(({ item, parts }) => parts.map((part) => `${item}.${part}`)));

const parsed = new WeakMap<Policy, Map<string, readonly TemplateBlock[]>>();

/**
 * The blocks of a policy's letter; null where neither the policy nor the Code has words for it. Throws PolicyError, naming
 * the file, for a template that doesn't parse, an unknown field, a block given twice, a block without words that the Code
 * has none for either, or a block that the policy demands and its own letter lacks.
 */
export function blocksOf(policy: Policy, letter: string, floor: Policy): readonly TemplateBlock[] | null {
  const known = parsed.get(policy) ?? new Map<string, readonly TemplateBlock[]>();
  parsed.set(policy, known);
  const key = `${letter} with ${floor.version}`;
  const before = known.get(key);
  if (before) return before;
  const own = wordsFor(policy, letter);
  const ofCode = codeLetter(letter, policy, floor);
  const source = own ?? (ofCode === null ? undefined : wordsFor(floor, ofCode));
  if (source === undefined) return null;
  const blocks = parseBlocks({ policy, letter, floor, owner: own === undefined ? floor : policy }, source);
  known.set(key, blocks);
  return blocks;
}

/** A kind may be any word: `constructor` is no letter. */
function wordsFor({ templates }: Policy, letter: string): string | undefined {
  return Object.hasOwn(templates, letter) ? templates[letter] : undefined;
}

/** Checks all letters of a policy at once; throws as blocksOf does. */
export function checkTemplates(policy: Policy, floor: Policy): void {
  for (const { id } of kindsOf(policy, floor)) blocksOf(policy, id, floor);
}

/** Fills the blocks of a letter. A missing field becomes a gap, never a blank. Throws PolicyError for one that can't be filled. */
export function fill(blocks: readonly TemplateBlock[], fields: FieldValues, policy: Policy): FilledBlocks {
  const used = new Set<string>();
  const scope = scopeOf(fields, used);
  const parts = blocks.map(({ id, template }) => {
    try {
      const output: unknown = liquid.renderSync([...template], scope);
      return partsOf(typeof output === 'string' ? output : '');
    } catch (error) {
      const reason = reasonOf(error);
      throw new PolicyError(policy.id, `letters, block ${id}`, reason);
    }
  });
  return { parts, used: [...used] };
}

/** Whose letter is read, and whose file its words stand in. */
interface Source {
  readonly policy: Policy;
  readonly letter: string;
  readonly floor: Policy;
  readonly owner: Policy;
}

function parseBlocks(source: Source, words: string): readonly TemplateBlock[] {
  const { policy, letter, owner } = source;
  const file = `letters/${letter}.liquid`;
  const blocks: TemplateBlock[] = [];
  for (const { names, text, line } of piecesOf(words, owner, file)) {
    const twice = names.find((name) => blocks.some((block) => block.names.includes(name)));
    if (twice !== undefined) throw new PolicyError(owner.id, file, `block ${twice} is there twice`);
    const [id = ''] = names;
    const own = text.trim() === '' ? wordsOfCode(source, names) : text;
    blocks.push({ id, names, template: parseBlock(owner, `${file}, block ${id}`, { text: own, line }) });
  }
  // Words that are the Code's own are not the policy's fault: what they lack the letter says.
  const demanded = owner === policy ? (policy.letters.find((rule) => rule.id === letter)?.must ?? []) : [];
  for (const { block } of demanded) {
    if (!blocks.some(({ names }) => names.includes(block)))
      throw new PolicyError(policy.id, file, `lacks the block ${block}, which the policy demands`);
  }
  return blocks;
}

interface Piece {
  readonly names: readonly string[];
  readonly text: string;
  /** The line of its heading in the letter, from 1. */
  readonly line: number;
}

function piecesOf(words: string, owner: Policy, file: string): readonly Piece[] {
  const headings = [...words.matchAll(/^== +([a-z0-9-]+(?: +[a-z0-9-]+)*)[ \t]*\r?$/gm)];
  if (words.slice(0, headings[0]?.index).trim() !== '')
    throw new PolicyError(owner.id, file, 'begins with words that belong to no block');
  return headings.map((heading, index) => ({
    names: (heading[1] ?? '').split(/ +/),
    text: words.slice(heading.index + heading[0].length, headings[index + 1]?.index),
    line: words.slice(0, heading.index).split('\n').length,
  }));
}

/** The Code's words for a block: those of the same letter, else of an answer for an answer, else of its acknowledgement, else of any. */
function wordsOfCode({ policy, letter, floor, owner }: Source, names: readonly string[]): string {
  const first = [
    codeLetter(letter, policy, floor),
    ...(letter.endsWith('response') ? ['stage-1-response'] : []),
    'acknowledgement',
  ];
  const letters = [...first, ...Object.keys(floor.templates).sort()].filter((name) => name !== null);
  for (const candidate of letters) {
    const piece = piecesOf(floor.templates[candidate] ?? '', floor, `letters/${candidate}.liquid`).find(
      (one) => one.text.trim() !== '' && names.every((name) => one.names.includes(name)),
    );
    if (piece) return piece.text;
  }
  throw new PolicyError(
    owner.id,
    `letters/${letter}.liquid`,
    `block ${names.join(' ')} has no words, and the Code has none for it`,
  );
}

function parseBlock(policy: Policy, path: string, { text, line }: Pick<Piece, 'text' | 'line'>): readonly Template[] {
  const fail = (words: string, at: number): never => {
    throw new Error(`${words}, ${parserPlace(text, at)}`);
  };
  try {
    const loop = text.search(/\bin\s*\(/);
    if (loop >= 0) fail('a loop goes through a list, and not through numbers', loop);
    const template = liquid.parse(text);
    const names = liquid.globalFullVariablesSync(template);
    const unknown = [...names.filter((name) => !KNOWN.has(name)), ...unknownParts(template, names)][0];
    if (unknown !== undefined) fail(`there is no field ${unknown}`, Math.max(0, text.indexOf(unknown)));
    return template;
  } catch (error) {
    throw new PolicyError(policy.id, path, templateMistake(error, line));
  }
}

/** Of the items of a list: a part that no item has would only be found when somebody writes the letter. */
function unknownParts(template: Template[], fields: readonly string[]): readonly string[] {
  return liquid.fullVariablesSync(template).filter((name) => !fields.includes(name) && !PARTS.has(name));
}

/** Questions that a field answers: whoever asks them asks for the field. */
const ASKS: Readonly<Record<string, string>> = {
  paid: 'offers',
  paidInParts: 'offers',
  nothingOutstanding: 'actions',
  newReviewer: 'previous.handler',
  hasActions: 'actions',
};

/** What a template reads from: texts and yes or no, each of which notes that it was read. */
type Scope = Record<string, unknown>;

function scopeOf({ values, lists, about }: FieldValues, used: Set<string>): Scope {
  const scope: Scope = {};
  for (const question of ABOUT) put(scope, ['about', question], noting(used, ASKS[question] ?? '', about[question]));
  for (const { path, from = path } of FIELDS) {
    const value = values[path];
    // A list is read by its items.
    if (lists[path]) continue;
    put(scope, path.split('.'), noting(used, from, value === undefined ? gapMark(from) : valueMark(value)));
    put(scope, ['has', ...path.split('.')], noting(used, from, value !== undefined));
  }
  for (const [name, items] of Object.entries(lists)) put(scope, [name], noting(used, name, itemsOf(items, used)));
  return scope;
}

function itemsOf(items: Items, used: Set<string>): readonly Scope[] {
  return items.map(({ parts, paths }) => {
    const item: Scope = {};
    for (const [part, value] of Object.entries(parts)) put(item, [part], noting(used, paths[part] ?? '', value));
    return item;
  });
}

function noting(used: Set<string>, path: string, value: unknown): PropertyDescriptor {
  return {
    enumerable: true,
    get: () => {
      if (path !== '') used.add(path);
      return value;
    },
  };
}

function put(scope: Scope, [key = '', ...rest]: readonly string[], value: PropertyDescriptor): void {
  if (rest.length === 0) {
    Object.defineProperty(scope, key, value);
    return;
  }
  const inner = Object.hasOwn(scope, key) ? (scope[key] as Scope) : {};
  scope[key] = inner;
  put(inner, rest, value);
}
