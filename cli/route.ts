import { localDate, type Instant, type IsoDate } from '../core/dates.ts';
import { routeBy, type Route, type Routing } from '../core/policy/route.ts';
import { isSignal, type Signal } from '../core/policy/signals.ts';
import type { Policy } from '../core/policy/policy.ts';
import { policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';
import { answerLines, InputError, optionalNumber, textAt, textsAt, type Line } from './jsonl.ts';
import { clausesCited, clauseText, destinationInWords } from './route-in-words.ts';

export const routeCommand: Command = {
  name: 'route',
  summary: 'what a policy makes of given signals',
  help: `
duly route --policy ID SIGNAL… [--age-months N]
duly route --jsonl

Says where a policy sends a message with these signals, and by which clause.
  --jsonl  reads {"id"?, "policy", "signals": [], "ageMonths"?} a line and prints
           {"id"?, "to", "route", "clause", "also"?}
`,
  async run(args) {
    const { values, positionals } = optionsOf(args, {
      jsonl: { type: 'boolean' },
      policy: { type: 'string' },
      'age-months': { type: 'string' },
    });
    if (values.jsonl) return answerLines(answer);
    if (values.policy === undefined) throw new UsageError('--policy is missing');
    const age = values['age-months'];
    const { policy, routing } = await routed({
      policy: values.policy,
      signals: positionals,
      ...(age === undefined ? {} : { ageMonths: Number(age) }),
    });
    process.stdout.write(inWords(routing, policy));
  },
};

/** Clauses as they are printed: one as a text, several as a list, none as null. */
export function clauseField(clauses: readonly string[]): string | readonly string[] | null {
  return clauses.length > 1 ? clauses : (clauses[0] ?? null);
}

/** The signals that a caller names. Throws InputError for a word that is none. */
export function signalsOf(names: readonly string[]): ReadonlySet<Signal> {
  return new Set(
    names.flatMap((name): Signal[] => {
      // An older name: a contractor that nobody has approached is a contractor without `contractor-approached`.
      if (name === 'contractor-not-approached') return ['contractor'];
      if (!isSignal(name)) throw new InputError(`${JSON.stringify(name)} is no signal`);
      return [name];
    }),
  );
}

function printed({ to, route, clauses }: Route): object {
  return { to, route, clause: clauseField(clauses) };
}

async function routed(line: Line): Promise<{ policy: Policy; routing: Routing }> {
  const policy = await policyOn(textAt(line, 'policy'), today());
  const ageMonths = optionalNumber(line, 'ageMonths') ?? null;
  if (ageMonths !== null && ageMonths < 0) throw new InputError(`ageMonths ${String(ageMonths)} is less than none`);
  const facts = { signals: signalsOf(textsAt(line, 'signals')), ageMonths };
  return { policy, routing: routeBy(policy, facts) };
}

async function answer(line: Line): Promise<object> {
  const { routing } = await routed(line);
  return { ...printed(routing), ...(routing.also.length > 0 ? { also: routing.also.map(printed) } : {}) };
}

function today(): IsoDate {
  return localDate(new Date().toISOString() as Instant);
}

function inWords(routing: Routing, policy: Policy): string {
  const lines = [routing, ...routing.also].map(({ route, stage, clauses, rule }) => {
    return [
      `${destinationInWords({ stage }, route)}${clauses.length > 0 ? ` (${clausesCited(clauses)})` : ': no rule of this policy matches'}`,
      ...(rule?.clause ?? []).map((clause) => clauseText(clause, policy)),
      ...(rule?.task === undefined ? [] : [`  Then: ${rule.task}.`]),
      ...(rule?.confirm || rule?.to === 'decide' || rule?.to === 'excluded'
        ? [`  A person decides${rule.by ? `: ${rule.by}` : ''}.`]
        : []),
    ].join('\n');
  });
  return `${lines.join('\nand\n')}\n`;
}
