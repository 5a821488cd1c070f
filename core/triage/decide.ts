import type { Facts } from '../policy/condition.ts';
import type { Policy } from '../policy/policy.ts';
import { routeBy, routesThatHold, type Route } from '../policy/route.ts';
import type { Signal } from '../policy/signals.ts';
import { listInWords } from '../date-words.ts';
import { SIGNAL_WORDS } from './signal-words.ts';
import type { Alternative, Findings, Verdict } from './verdict.ts';

const MOST_ALTERNATIVES = 4;

/** What one policy makes of the findings, with what the register knows of the sender's cases. */
export function decide(findings: Findings, policy: Policy, known: ReadonlySet<Signal> = new Set()): Verdict {
  const signals: ReadonlySet<Signal> = known.size === 0 ? findings.signals : new Set([...findings.signals, ...known]);
  const facts: Facts = { signals, ageMonths: findings.ageMonths };
  const { also, ...route } = routeBy(policy, facts);
  return { ...findings, signals, route, also, alternatives: alternativesTo(route, policy, facts, findings) };
}

/** Where else the message might go: by the policy's further rules, or if one thing in it were read otherwise. */
function alternativesTo(
  route: Route,
  policy: Policy,
  facts: Facts,
  { confidence, flags }: Findings,
): readonly Alternative[] {
  const found: Alternative[] = [];
  const add = (other: Route, because: string): void => {
    const isKnown = [route, ...found].some(({ to, route: plain }) => to === other.to && plain === other.route);
    if (!isKnown && found.length < MOST_ALTERNATIVES) found.push({ ...other, because });
  };
  for (const { without, plus, because } of OTHER_READINGS) {
    const applies =
      without.every((signal) => facts.signals.has(signal)) && !plus.some((signal) => facts.signals.has(signal));
    if (
      !applies ||
      (without.length === 0 && !facts.signals.has('dissatisfaction') && !plus.includes('dissatisfaction'))
    )
      continue;
    const signals = new Set([...[...facts.signals].filter((signal) => !without.includes(signal)), ...plus]);
    const { also: _, ...other } = routeBy(policy, { ...facts, signals });
    add(other, because === TRIED && flags.includes('tried_before') ? PERHAPS_TRIED : because);
  }
  if (confidence !== 'not-read' && !facts.signals.has('dissatisfaction')) {
    const { also: _, ...other } = routeBy(policy, {
      ...facts,
      signals: new Set([...facts.signals, 'dissatisfaction']),
    });
    add(other, 'If they are dissatisfied with something that we do or don’t do.');
  }
  for (const other of routesThatHold(policy, facts).slice(1))
    add(other, `It is also ${namedBy(other)}, but an earlier rule of the policy holds.`);
  return found;
}

const TRIED = 'If an earlier attempt to put it right has failed.';
/** Of "tried before" that is shown and followed by no policy yet: why two messages with one flag may go two ways. */
const PERHAPS_TRIED =
  'If an earlier attempt to put it right has failed: it seems so, but the message doesn’t surely say it.';

interface OtherReading {
  readonly without: readonly Signal[];
  readonly plus: readonly Signal[];
  readonly because: string;
}

/** What a person might see otherwise, and would then find elsewhere. */
const OTHER_READINGS: readonly OtherReading[] = [
  {
    without: ['not-satisfied-with-response'],
    plus: [],
    because: 'If this is a new matter, and not about an answer already given.',
  },
  { without: ['still-dissatisfied'], plus: [], because: 'If this is the first time that they tell us.' },
  {
    without: ['dissatisfaction'],
    plus: ['first-request'],
    because: 'If they ask for something and aren’t dissatisfied with us.',
  },
  {
    without: ['first-request'],
    plus: ['dissatisfaction'],
    because: 'If they are dissatisfied with how we have dealt with it.',
  },
  {
    without: ['information-request'],
    plus: ['dissatisfaction'],
    because: 'If there is dissatisfaction behind the question.',
  },
  {
    without: ['asb-report'],
    plus: ['dissatisfaction', 'asb-handling'],
    because: 'If they are dissatisfied with how we have dealt with their reports.',
  },
  { without: [], plus: ['still-dissatisfied'], because: TRIED },
  {
    without: [],
    plus: ['not-satisfied-with-response'],
    because: 'If this is about an answer that they have had to a complaint.',
  },
];

function namedBy({ rule }: Route): string {
  const signals = [...(rule?.when.all ?? []), ...(rule?.when.any ?? [])].filter(
    (signal) => signal !== 'dissatisfaction',
  );
  const words = signals.flatMap((signal) => SIGNAL_WORDS[signal] ?? []);
  return words.length === 0 ? 'dissatisfaction' : listInWords(words.slice(0, 3));
}
