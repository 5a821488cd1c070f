import { Liquid, type Template } from 'liquidjs';
import { PolicyError, type Policy } from '../policy/policy.ts';
import { FIELDS, type FieldValues } from './fields.ts';
import { gapMark, partsOf, valueMark, type Part } from './markup.ts';

/*
 * A letter's words: a text file of blocks. A line `== name` begins a block; what follows is a Liquid template whose
 * output is paragraphs and lists. A template may print a field, ask whether one is known (`{% if has.officer.phone %}`),
 * and go through the points; it can't do more. A block without words of its own has the Code's.
 */

/** One block of a letter, ready to be filled. */
interface TemplateBlock {
  readonly id: string;
  readonly template: readonly Template[];
}

const TAGS = new Set(['if', 'unless', 'for', 'comment', 'raw']);

/** The limits keep a template's loop from hanging the panel: characters read, milliseconds of filling, memory. */
const liquid = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 100_000,
  renderLimit: 200,
  memoryLimit: 2_000_000,
  relativeReference: false,
});
for (const name of Object.keys(liquid.filters)) Reflect.deleteProperty(liquid.filters, name);
for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) Reflect.deleteProperty(liquid.tags, name);

const KNOWN = new Set([...FIELDS.flatMap(({ path }) => [path, `has.${path}`]), 'about.buildingSafety', 'about.danger']);

const parsed = new WeakMap<Policy, Map<string, readonly TemplateBlock[]>>();

/**
 * The blocks of a policy's letter; null where the policy has no words for it. Throws PolicyError, naming the file, for a
 * template that doesn't parse, an unknown field, a block given twice, a block without words that the Code has none for
 * either, or a block that the policy demands and the letter lacks.
 */
export function blocksOf(policy: Policy, letter: string, floor: Policy): readonly TemplateBlock[] | null {
  const source = policy.templates[letter];
  if (source === undefined) return null;
  const known = parsed.get(policy) ?? new Map<string, readonly TemplateBlock[]>();
  parsed.set(policy, known);
  const key = `${letter} with ${floor.version}`;
  const blocks = known.get(key) ?? parseBlocks(policy, letter, source, floor);
  known.set(key, blocks);
  return blocks;
}

/** Checks all letters of a policy at once; throws as blocksOf does. */
export function checkTemplates(policy: Policy, floor: Policy): void {
  for (const letter of Object.keys(policy.templates)) blocksOf(policy, letter, floor);
}

/** Fills one block. A missing field becomes a gap, never a blank. Throws PolicyError where the template can't be filled. */
export function fill(block: TemplateBlock, fields: FieldValues, policy: Policy): readonly Part[] {
  try {
    const output: unknown = liquid.renderSync([...block.template], scopeOf(fields));
    return partsOf(typeof output === 'string' ? output : '');
  } catch (error) {
    throw new PolicyError(
      policy.id,
      `letters, block ${block.id}`,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function parseBlocks(policy: Policy, letter: string, source: string, floor: Policy): readonly TemplateBlock[] {
  const file = `letters/${letter}.liquid`;
  const pieces = source.split(/^== +([a-z0-9-]+)[ \t]*\r?$/m);
  if ((pieces[0] ?? '').trim() !== '')
    throw new PolicyError(policy.id, file, 'begins with words that belong to no block');
  const blocks: TemplateBlock[] = [];
  for (let index = 1; index < pieces.length; index += 2) {
    const id = pieces[index] ?? '';
    const words = pieces[index + 1] ?? '';
    if (blocks.some((block) => block.id === id)) throw new PolicyError(policy.id, file, `block ${id} is there twice`);
    blocks.push(
      words.trim() === ''
        ? floorBlock(policy, letter, id, floor)
        : { id, template: parseBlock(policy, `${file}, block ${id}`, words) },
    );
  }
  const demanded = policy.letters.find((rule) => rule.id === letter)?.must ?? [];
  for (const { block } of demanded) {
    if (!blocks.some(({ id }) => id === block))
      throw new PolicyError(policy.id, file, `lacks the block ${block}, which the policy demands`);
  }
  return blocks;
}

/** The Code's words for a block: those of the same letter, or of its acknowledgement. */
function floorBlock(policy: Policy, letter: string, id: string, floor: Policy): TemplateBlock {
  // The Code's acknowledgement has nothing beneath it.
  const letters = [letter, 'acknowledgement'].filter((name) => policy !== floor || name !== letter);
  for (const candidate of letters) {
    const block = blocksOf(floor, candidate, floor)?.find((one) => one.id === id);
    if (block) return block;
  }
  throw new PolicyError(
    policy.id,
    `letters/${letter}.liquid`,
    `block ${id} has no words, and the Code has none for it`,
  );
}

function parseBlock(policy: Policy, path: string, source: string): readonly Template[] {
  try {
    const template = liquid.parse(source);
    const unknown = liquid.globalFullVariablesSync(template).find((name) => !KNOWN.has(name));
    if (unknown !== undefined) throw new Error(`there is no field ${unknown}`);
    return template;
  } catch (error) {
    throw new PolicyError(policy.id, path, error instanceof Error ? error.message : String(error));
  }
}

type Scope = { [key: string]: Scope | string | boolean | readonly object[] };

function scopeOf({ values, points, about }: FieldValues): Scope {
  const scope: Scope = { has: {}, about };
  for (const { path } of FIELDS) {
    const value = values[path];
    put(scope, path, value === undefined ? gapMark(path) : value.theirs ? valueMark(value.text) : value.text);
    put(scope, `has.${path}`, value !== undefined);
  }
  // A complaint without a point is a gap in the list, not an empty list.
  const items = points.map(({ text, quoted }) => ({ text: valueMark(text), quoted }));
  return { ...scope, points: items.length > 0 ? items : [{ text: gapMark('points'), quoted: false }] };
}

function put(scope: Scope, path: string, value: string | boolean): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let inner = scope;
  for (const key of keys) {
    const next = inner[key];
    const child: Scope = typeof next === 'object' && !Array.isArray(next) ? (next as Scope) : {};
    inner[key] = child;
    inner = child;
  }
  inner[last] = value;
}
