import * as v from 'valibot';
import { ClauseDocument, PolicyDocument, type ClauseText, type Contact, type Stage } from './schema.ts';

/** One version of a landlord's policy, checked: every clause, stage, timer and reading that it names exists. */
export interface Policy extends PolicyDocument {
  /** Names this version for good, whatever others come: the name of its folder. */
  readonly version: string;
  readonly clauses: Readonly<Record<string, ClauseText>>;
  /** Letter id → the words, a template of blocks (see core/letters). */
  readonly templates: Readonly<Record<string, string>>;
}

/** A policy that can't be used. Says which policy and where in it, as a path: `timers[2].clause`. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  constructor(
    readonly policy: string,
    readonly path: string,
    readonly reason: string,
  ) {
    super(`policy ${policy}, ${path}: ${reason}`);
  }
}

/**
 * Reads one version of a policy from its files. Throws PolicyError for an unknown key, a value of the wrong kind, a
 * clause, stage, track, timer, letter or reading that doesn't exist, or an id given twice.
 */
export function parsePolicy(files: {
  readonly version: string;
  readonly document: unknown;
  readonly clauses: unknown;
  readonly templates: Readonly<Record<string, string>>;
}): Policy {
  const name = nameOf(files.document);
  const document = parsed(PolicyDocument, files.document, name, '');
  const clauses = parsed(ClauseDocument, files.clauses, name, 'clauses');
  const policy: Policy = {
    ...document,
    version: files.version,
    clauses,
    templates: files.templates,
  };
  checkReferences(policy);
  return policy;
}

/** The id of a clause as it is printed: with the policy's name. */
export function clauseId(policy: Pick<Policy, 'id'>, clause: string): string {
  return `${policy.id}/${clause}`;
}

/** Throws PolicyError where the policy has no such stage. */
export function stageById(policy: Policy, stage: string): Stage {
  const found = policy.stages.find(({ id }) => id === stage);
  if (!found) throw new PolicyError(policy.id, 'stages', `has no stage ${JSON.stringify(stage)}`);
  return found;
}

/** How to reach somebody whom the policy names, all its lines for them joined; null where it names nobody so, or no more. */
export function contactOf(policy: Policy, who: string): Omit<Contact, 'clause' | 'who'> | null {
  const lines = policy.contacts.filter((contact) => contact.who === who && contact.until === undefined);
  if (lines.length === 0) return null;
  return Object.assign({}, ...lines.map(({ clause: _clause, who: _who, ...ways }) => ways)) as Omit<
    Contact,
    'clause' | 'who'
  >;
}

function nameOf(document: unknown): string {
  const id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
  return typeof id === 'string' ? id : 'without an id';
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  name: string,
  prefix: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const path = [prefix, v.getDotPath(issue) ?? '']
    .filter(Boolean)
    .join('.')
    .replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  throw new PolicyError(name, path || 'document', issue.message);
}

function checkReferences(policy: Policy): void {
  const fail = (path: string, reason: string): never => {
    throw new PolicyError(policy.id, path, reason);
  };
  const quoted = JSON.stringify;

  const ids = (items: readonly { readonly id: string }[], path: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    items.forEach(({ id }, index) => {
      if (seen.has(id)) fail(`${path}[${String(index)}].id`, `${quoted(id)} is there twice`);
      seen.add(id);
    });
    return seen;
  };
  const stages = ids(policy.stages, 'stages');
  const timers = ids(policy.timers, 'timers');
  const letters = ids(policy.letters, 'letters');
  const tracks = ids(policy.tracks ?? [], 'tracks');
  ids(policy.routes, 'routes');
  ids(policy.rules, 'rules');
  ids(policy.reports, 'reports');
  const readings = new Set((policy.readings ?? []).map(({ code }) => code));

  const known = (name: string | undefined, set: ReadonlySet<string>, path: string, kind: string): void => {
    if (name !== undefined && !set.has(name)) fail(path, `there is no ${kind} ${quoted(name)}`);
  };

  for (const { path, clause } of citations(policy)) {
    if (!Object.hasOwn(policy.clauses, clause)) fail(path, `there is no clause ${quoted(clause)}`);
  }
  policy.stages.forEach((stage, index) => {
    const path = `stages[${String(index)}]`;
    known(stage.track, tracks, `${path}.track`, 'track');
    known(stage.next?.stage, stages, `${path}.next.stage`, 'stage');
    for (const other of stage.handler?.independentOf ?? [])
      known(other, stages, `${path}.handler.independentOf`, 'stage');
  });
  policy.routes.forEach((route, index) => {
    const path = `routes[${String(index)}]`;
    if (route.to.startsWith('stage:')) known(route.to.slice('stage:'.length), stages, `${path}.to`, 'stage');
    known(route.letter, letters, `${path}.letter`, 'letter');
    known(route.ambiguous, readings, `${path}.ambiguous`, 'reading');
  });
  policy.timers.forEach((timer, index) => {
    const path = `timers[${String(index)}]`;
    known(timer.stage, stages, `${path}.stage`, 'stage');
    known(timer.projectFrom, timers, `${path}.projectFrom`, 'timer');
    if (timer.projectFrom === timer.id) fail(`${path}.projectFrom`, 'counts from itself');
    if (timer.late && !timer.projectFrom) fail(`${path}.late`, 'needs projectFrom: late against which date?');
    known(timer.ambiguous, readings, `${path}.ambiguous`, 'reading');
  });
  policy.letters.forEach((letter, index) => {
    known(letter.track, tracks, `letters[${String(index)}].track`, 'track');
  });
  for (const letter of Object.keys(policy.templates)) known(letter, letters, `letters/${letter}.liquid`, 'letter');
}

/** Every place that cites a clause: the path of the citing element, its id where it has one, and the clause. */
export function* citations(document: PolicyDocument): Generator<{ path: string; clause: string }> {
  yield* citationsIn(document, '');
}

function* citationsIn(value: unknown, path: string): Generator<{ path: string; clause: string }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* citationsIn(item, `${path}[${String(index)}]`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key;
    if (key === 'clause' && Array.isArray(item)) {
      for (const clause of item) if (typeof clause === 'string') yield { path: here, clause };
    } else yield* citationsIn(item, here);
  }
}
