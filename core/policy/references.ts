import { ACTIONS, parseAction } from './actions.ts';
import { NEEDS, parseNeed, type Takes } from './needs.ts';
import type { Policy } from './policy.ts';
import type { PolicyDocument } from './schema.ts';

/** A name in a policy that names nothing: where it stands, and what is wrong with it. */
export interface Mistake {
  /** `timers[2].clause`; `letters/acknowledgement.liquid` for a letter's words. */
  readonly path: string;
  readonly reason: string;
}

/** Everything in a policy that names something that isn't there, or something twice, in the order of the document. */
export function* mistakesIn(policy: Policy): Generator<Mistake> {
  const names: Names = {
    stage: namesOf(policy.stages),
    timer: namesOf(policy.timers),
    letter: namesOf(policy.letters),
    track: namesOf(policy.tracks ?? []),
    route: namesOf(policy.routes),
    record: new Set(policy.records.map(({ field }) => field)),
    reading: new Set((policy.readings ?? []).map(({ code }) => code)),
  };
  yield* givenTwice(policy);
  yield* unknownSources(policy, names);
  yield* unknownStages(policy, names);
  yield* unknownInRoutes(policy, names);
  yield* unknownInTimers(policy, names);
  yield* unknownInRules(policy, names);
  yield* unknown(
    names,
    'track',
    policy.letters.map(({ track }, index) => [track, `letters[${String(index)}].track`]),
  );
  yield* unknown(
    names,
    'letter',
    Object.keys(policy.templates).map((letter) => [letter, `letters/${letter}.liquid`]),
  );
}

/** Every place that cites a clause: the path of the citing element, and the clause. */
export function* citations(document: PolicyDocument): Generator<{ path: string; clause: string }> {
  for (const { path, key, value } of textsIn(document, '')) if (key === 'clause') yield { path, clause: value };
}

/** Every code of a reading that an element points to. */
export function* readingsPointedTo(document: PolicyDocument): Generator<string> {
  for (const { key, value } of textsIn(document, '')) if (key === 'ambiguous') yield value;
}

type Kind = 'stage' | 'timer' | 'letter' | 'track' | 'route' | 'record' | 'reading';
type Names = Readonly<Record<Kind, ReadonlySet<string>>>;

/** What a need's own word makes of the name after its colon. */
const KINDS: Partial<Record<Takes, Kind>> = { stage: 'stage', letter: 'letter', field: 'record', number: 'record' };
type Named = readonly [name: string | undefined, path: string];

function namesOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function* unknown(names: Names, kind: Kind, places: readonly Named[]): Generator<Mistake> {
  for (const [name, path] of places) {
    if (name !== undefined && !names[kind].has(name))
      yield { path, reason: `there is no ${kind} ${JSON.stringify(name)}` };
  }
}

function* givenTwice(policy: Policy): Generator<Mistake> {
  const lists = {
    stages: policy.stages,
    timers: policy.timers,
    letters: policy.letters,
    tracks: policy.tracks ?? [],
    routes: policy.routes,
    rules: policy.rules,
    reports: policy.reports,
    standards: policy.standards ?? [],
  };
  for (const [list, items] of Object.entries(lists))
    yield* twice(
      list,
      'id',
      items.map(({ id }) => id),
    );
  yield* twice(
    'records',
    'field',
    policy.records.map(({ field }) => field),
  );
  yield* twice(
    'readings',
    'code',
    (policy.readings ?? []).map(({ code }) => code),
  );
}

function* twice(list: string, key: string, names: readonly string[]): Generator<Mistake> {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) < index)
      yield { path: `${list}[${String(index)}].${key}`, reason: `${JSON.stringify(name)} is there twice` };
  }
}

function* unknownSources(policy: Policy, names: Names): Generator<Mistake> {
  const { version: _version, clauses, templates: _templates, ...document } = policy;
  for (const { path, key, value } of textsIn(document, '')) {
    if (key === 'clause' && !Object.hasOwn(clauses, value))
      yield { path, reason: `there is no clause ${JSON.stringify(value)}` };
    if (key === 'ambiguous') yield* unknown(names, 'reading', [[value, path]]);
  }
}

function* unknownStages(policy: Policy, names: Names): Generator<Mistake> {
  for (const [index, { id, track, next, handler, extension = [] }] of policy.stages.entries()) {
    const path = `stages[${String(index)}]`;
    yield* unknown(names, 'track', [[track, `${path}.track`]]);
    if (next && comesBack(id, (stage) => policy.stages.find((one) => one.id === stage)?.next?.stage))
      yield { path: `${path}.next.stage`, reason: 'leads back to this stage' };
    yield* unknown(names, 'stage', [
      [next?.stage, `${path}.next.stage`],
      ...(handler?.independentOf ?? []).map((stage): Named => [stage, `${path}.handler.independentOf`]),
    ]);
    yield* unknown(
      names,
      'letter',
      extension.map(({ letter }, entry) => [letter, `${path}.extension[${String(entry)}].letter`]),
    );
  }
}

/** Whether one comes back to an element by going on from it. */
function comesBack(from: string, next: (id: string) => string | undefined): boolean {
  const passed = new Set<string>();
  for (let at = next(from); at !== undefined && !passed.has(at); at = next(at)) {
    if (at === from) return true;
    passed.add(at);
  }
  return false;
}

function* unknownInRoutes(policy: Policy, names: Names): Generator<Mistake> {
  for (const [index, { to, letter, needs = [] }] of policy.routes.entries()) {
    const path = `routes[${String(index)}]`;
    if (to.startsWith('stage:')) yield* unknown(names, 'stage', [[to.slice('stage:'.length), `${path}.to`]]);
    yield* unknown(names, 'letter', [[letter, `${path}.letter`]]);
    for (const [at, need] of needs.entries()) yield* wrongNeed(need, `${path}.needs[${String(at)}]`, names);
  }
}

function* unknownInTimers(policy: Policy, names: Names): Generator<Mistake> {
  for (const [index, { id, stage, projectFrom, late }] of policy.timers.entries()) {
    const path = `timers[${String(index)}]`;
    yield* unknown(names, 'stage', [[stage, `${path}.stage`]]);
    yield* unknown(names, 'timer', [[projectFrom, `${path}.projectFrom`]]);
    if (
      projectFrom !== undefined &&
      comesBack(id, (timer) => policy.timers.find((one) => one.id === timer)?.projectFrom)
    )
      yield { path: `${path}.projectFrom`, reason: 'counts from itself' };
    if (late && !projectFrom) yield { path: `${path}.late`, reason: 'needs projectFrom: late against which date?' };
  }
}

function* unknownInRules(policy: Policy, names: Names): Generator<Mistake> {
  for (const [index, { before, needs }] of policy.rules.entries()) {
    const path = `rules[${String(index)}]`;
    const action = parseAction(before);
    if (!action) yield { path: `${path}.before`, reason: `is not an action: ${JSON.stringify(before)}` };
    else {
      const { of } = ACTIONS[action.word];
      if (of === 'stage' || of === 'letter' || of === 'route')
        yield* unknown(
          names,
          of,
          action.targets.map((target) => [target, `${path}.before`]),
        );
    }
    for (const [at, need] of needs.entries()) yield* wrongNeed(need, `${path}.needs[${String(at)}]`, names);
  }
}

function* wrongNeed(text: string, path: string, names: Names): Generator<Mistake> {
  const need = parseNeed(text);
  if (!need) {
    yield { path, reason: `is not a need: ${JSON.stringify(text)}` };
    return;
  }
  const kind = KINDS[NEEDS[need.word].takes];
  if (kind)
    yield* unknown(
      names,
      kind,
      need.choices.map((choice) => [choice, path]),
    );
}

/** Every text of a plain document, with the key that it stands under (a list's own key for its items) and its path. */
function* textsIn(value: unknown, path: string, key = ''): Generator<{ path: string; key: string; value: string }> {
  if (typeof value === 'string') yield { path, key, value };
  else if (Array.isArray(value)) {
    // A list of clauses or readings is one place: its path is the list's.
    for (const [index, item] of value.entries())
      yield* textsIn(
        item,
        typeof item === 'string' && /^(clause|ambiguous)$/.test(key) ? path : `${path}[${String(index)}]`,
        key,
      );
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value) as [string, unknown][])
      yield* textsIn(item, path ? `${path}.${name}` : name, name);
  }
}
