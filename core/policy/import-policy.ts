import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { JSON_REASONS, placesIn } from './json-text.ts';
import * as v from 'valibot';
import { kindsOf } from '../letters/kinds.ts';
import { placedReason } from '../letters/template-mistake.ts';
import { blocksOf } from '../letters/template.ts';
import { issuesOf, pathOf } from './issue.ts';
import { PolicyError, type Policy } from './policy.ts';
import { PolicyFile } from './policy-file.ts';
import { mistakesIn } from './references.ts';
import { policyVersions, type PolicyVersions } from './versions.ts';

/** One thing wrong with a policy's file, and where. */
export interface FileMistake {
  /** `versions[0].policy.timers[2].on`; empty for the file as a whole. */
  readonly path: string;
  /** From 1. The place itself, or where a missing thing should be. */
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** A file that isn't a policy, with everything that is wrong with it. Nothing of it may be used. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';
  constructor(readonly mistakes: readonly [FileMistake, ...FileMistake[]]) {
    const [{ line, column, path, reason }, ...others] = mistakes;
    const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
    super(`line ${String(line)}, column ${String(column)}${path === '' ? '' : `, ${path}`}: ${reason}${more}`);
  }
}

/** Longer than any policy with its letters; a longer text is something else. */
const LONGEST = 5_000_000;

/**
 * Reads a landlord's own policy from the text of its file. Throws PolicyFileError with every mistake, each with its line
 * and column: what is no JSON, a key given twice or unknown, a value of the wrong kind, a clause, stage, letter or
 * reading that isn't there, a letter's template that can't be filled, versions that overlap. `floor` is the Code: its
 * blocks stand in for those that a letter leaves open.
 */
export function importPolicy(text: string, floor: Policy): PolicyVersions {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const tree = checkedTree(source);
  const stop = (mistakes: Iterable<Mistake>): void => throwAny(mistakes, tree, source);
  stop(unreadable(source));
  stop(givenTwice(tree, []));
  const input: unknown = JSON.parse(source);
  stop(issuesOf(PolicyFile, input));
  const policies = v.parse(PolicyFile, input).versions.map(({ policy, clauses, letters }): Policy => ({
    ...policy,
    version: policy.effectiveFrom ?? 'undated',
    clauses,
    templates: Object.fromEntries(Object.entries(letters).map(([letter, lines]) => [letter, lines.join('\n')])),
  }));
  stop(policies.flatMap((policy, index) => [...wrongIn(policy, index, { floor, tree })]));
  stop(apart(policies));
  try {
    return policyVersions(policies);
  } catch (error) {
    if (error instanceof PolicyError) stop([{ keys: ['versions'], reason: error.reason }]);
    throw error;
  }
}

/** Versions of two policies in one file, and two that begin together. */
function apart(policies: readonly Policy[]): readonly Mistake[] {
  return policies.flatMap(({ id, effectiveFrom }, index): Mistake[] => {
    const keys = (key: string): Keys => ['versions', index, 'policy', key];
    const of = policies[0]?.id ?? id;
    if (id !== of)
      return [{ keys: keys('id'), reason: `is ${id}, and the first version is of ${of}: one file holds one policy` }];
    const same = policies.findIndex((one) => one.effectiveFrom === effectiveFrom);
    if (same === index) return [];
    const begins =
      effectiveFrom === undefined ? 'have no effectiveFrom; only one may go without' : `begin on ${effectiveFrom}`;
    return [
      { keys: keys('effectiveFrom'), reason: `versions[${String(same)}] and versions[${String(index)}] ${begins}` },
    ];
  });
}

type Keys = readonly (string | number)[];
interface Mistake {
  readonly keys: Keys;
  readonly reason: string;
  /** Where it is, if that is known better than from its keys. */
  readonly offset?: number;
}

/** Throws all mistakes there are, in the order of the file. */
function throwAny(mistakes: Iterable<Mistake>, tree: Node | null, source: string): void {
  const place = placesIn(source);
  const [first, ...others] = [...mistakes]
    .map(({ keys, reason, offset = tree ? offsetOf(tree, keys) : 0 }) => ({ path: pathOf(keys), reason, offset }))
    .sort((left, right) => left.offset - right.offset)
    .map(({ path, reason, offset }): FileMistake => ({ path, ...place(offset), reason }));
  if (first) throw new PolicyFileError([first, ...others]);
}

/** The text as JSON, with the places of everything in it. Throws PolicyFileError where it is none. */
function checkedTree(source: string): Node {
  const fail = (reason: string, offset = 0): never => {
    throw new PolicyFileError([{ path: '', ...placesIn(source)(offset), reason }]);
  };
  if (source.trim() === '') fail('is empty');
  // Every other byte of UTF-16 is empty in plain English.
  if (source.slice(0, 20).includes('\u0000'))
    fail('the file is saved as UTF-16: save it as UTF-8, and bring it in again');
  const errors: ParseError[] = [];
  const tree = source.length > LONGEST ? undefined : treeOf(source, errors);
  // What comes after the first slip is mostly its consequence.
  const [error] = errors;
  if (error) fail(JSON_REASONS[printParseErrorCode(error.error)] ?? 'is no JSON', error.offset);
  return tree ?? fail('is too long, or nested too deeply, for a policy');
}

/** What names something that isn't there, and what a landlord's own policy can't be. */
function* wrongIn(
  policy: Policy,
  index: number,
  { floor, tree }: { readonly floor: Policy; readonly tree: Node },
): Generator<Mistake> {
  const within: Keys = ['versions', index];
  const mistakes = [...mistakesIn(policy)];
  yield* mistakes.map(({ path, reason }) => ({ keys: [...within, ...keysOf(path)], reason }));
  for (const key of ['baseline', 'law'] as const) {
    if (policy.about[key])
      yield { keys: [...within, 'policy', 'about', key], reason: 'is not for a landlord’s own policy' };
  }
  // Which letters there are hangs on stages and routes: those come first.
  for (const { id } of mistakes.length > 0 ? [] : kindsOf(policy, floor)) {
    try {
      blocksOf(policy, id, floor);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      const keys: Keys = [...within, 'letters', id];
      const placed = placedReason(error.reason);
      const line = placed.line ?? lineOf(error, (policy.templates[id] ?? '').split('\n'));
      yield { keys, reason: placed.reason, ...(line === null ? {} : { offset: offsetOf(tree, [...keys, line]) }) };
    }
  }
}

/** The line of a letter that a mistake in it is about, from 0: where its block begins; null for one about the whole letter. */
function lineOf({ path, reason }: PolicyError, lines: readonly string[]): number | null {
  const [, block] = /, block ([a-z0-9-]+)$/.exec(path) ?? /^block ([a-z0-9-]+) is there twice$/.exec(reason) ?? [];
  const begins = lines.findLastIndex((line) => line.startsWith('==') && line.split(/\s+/).includes(block ?? ''));
  return block === undefined || begins < 0 ? null : begins;
}

/** What stands where a character was lost because the file isn't UTF-8. */
const LOST = /\uFFFD|\\ufffd/gi;

/** A policy whose words are lost quotes nothing. */
function unreadable(source: string): readonly Mistake[] {
  return [...source.matchAll(LOST)].map(({ index }) => ({
    keys: [],
    offset: index,
    reason: 'a character is lost: the file isn’t UTF-8. Save it as UTF-8, from where its words are whole',
  }));
}

/** `timers[2].clause` stands in the policy, `letters/refusal.liquid` among the letters. */
function keysOf(path: string): Keys {
  const [, letter] = /^letters\/(.*)\.liquid$/.exec(path) ?? [];
  if (letter !== undefined) return ['letters', letter];
  const keys = path.split(/\.|\[/).map((key) => (key.endsWith(']') ? Number(key.slice(0, -1)) : key));
  return ['policy', ...keys];
}

/** Undefined for a text without any value, and for one that is nested deeper than anything can be read. */
function treeOf(source: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The place of a value; for one that is missing, of what it is missing from. */
function offsetOf(tree: Node, keys: Keys): number {
  for (let length = keys.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, [...keys.slice(0, length)]);
    // A key's place is more use than its value's: that is where one looks.
    if (node) return node.parent?.type === 'property' && length === keys.length ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

const OF_LANGUAGE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** No policy is nested deeper than this. */
const DEEPEST = 40;

/** Keys that stand twice in one object: JSON would silently take the last. */
function* givenTwice(node: Node, keys: Keys): Generator<Mistake> {
  if (keys.length > DEEPEST) {
    yield { keys, offset: node.offset, reason: 'is nested too deeply' };
    return;
  }
  const seen = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === 'array') yield* givenTwice(child, [...keys, index]);
    const [key, value] = node.type === 'object' ? (child.children ?? []) : [];
    if (!key) continue;
    const name = String(key.value);
    if (seen.has(name)) yield { keys: [...keys, name], offset: key.offset, reason: 'is there twice' };
    // Names of the language’s own are dropped where a document is read: nothing may be lost silently.
    if (OF_LANGUAGE.has(name))
      yield { keys: [...keys, name], offset: key.offset, reason: 'is no name that can be used' };
    seen.add(name);
    if (value) yield* givenTwice(value, [...keys, name]);
  }
}
