import * as v from 'valibot';
import { issuesOf, pathOf } from './issue.ts';
import { mistakesIn } from './references.ts';
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
  for (const { path, reason } of mistakesIn(policy)) throw new PolicyError(name, path, reason);
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

/**
 * The notes of the readings that an element points to, in its order; empty where it points to none. Throws PolicyError
 * for one that doesn't exist.
 */
export function readingsOf(policy: Policy, ambiguous: string | readonly string[] | undefined): readonly string[] {
  return [ambiguous ?? []].flat().map((code) => {
    const reading = policy.readings?.find((candidate) => candidate.code === code);
    if (!reading) throw new PolicyError(policy.id, 'readings', `there is no reading ${code}`);
    return reading.text;
  });
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
  const [issue] = issuesOf(schema, input);
  const path = pathOf([...(prefix === '' ? [] : [prefix]), ...(issue?.keys ?? [])]);
  throw new PolicyError(name, path || 'document', issue?.reason ?? 'is no policy');
}
