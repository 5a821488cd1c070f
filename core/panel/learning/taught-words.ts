import { count, figure, panelMoment } from '../../date-words.ts';
import type { IsoDate } from '../../dates.ts';
import { AS_DELIVERED, isSameTaught, type Taught } from '../../settings.ts';
import { FOUND_FROM } from '../../triage/confidence.ts';
import { logitOf } from '../../triage/logits.ts';
import { foundFrom } from '../../triage/taught.ts';
import type { TaughtEntry } from '../taught-kept.ts';

/** How far the line between dissatisfied and not must have moved before it is spoken of, and before it isn't slight. */
const SLIGHT = 0.1;
const PLAIN = 0.5;

/** What Duly does now, against as delivered. */
export function taughtWords(numbers: Taught): string {
  if (isSameTaught(numbers, AS_DELIVERED)) return 'Duly decides as it was delivered.';
  const moved = logitOf(foundFrom(numbers)) - logitOf(FOUND_FROM);
  if (Math.abs(moved) < SLIGHT)
    return numbers.slope > 1
      ? 'Duly now calls as many messages dissatisfied as before, and is surer of itself.'
      : 'Duly now calls as many messages dissatisfied as before, and is less sure of itself.';
  return `Duly now calls ${Math.abs(moved) < PLAIN ? 'slightly ' : ''}${moved > 0 ? 'fewer' : 'more'} messages dissatisfied.`;
}

/** One change in words: when, by whom, from how many decisions, from what to what. */
export function entryWords({ at, why, decisions, from, to, by }: TaughtEntry, today: IsoDate): string {
  const when = panelMoment(at, today);
  const change = `${numbersWords(from)} to ${numbersWords(to)}`;
  switch (why) {
    case 'learnt':
      return `${when}: from ${count(decisions, 'decision')}, ${change}.`;
    case 'back':
      return `${when}: put back by ${by ?? 'somebody'}, ${change}.`;
    case 'undone':
      return `${when}: putting back undone by ${by ?? 'somebody'}, ${change}.`;
  }
}

/** The two numbers as a settings file has them. */
function numbersWords(numbers: Taught): string {
  if (isSameTaught(numbers, AS_DELIVERED)) return 'as delivered';
  const signed = numbers.shift < 0 ? `−${decimals(-numbers.shift)}` : decimals(numbers.shift);
  return `slope ${decimals(numbers.slope)}, shift ${signed}`;
}

function decimals(number: number): string {
  return number.toFixed(3);
}

/** How many decisions of each kind there are, and how many more are wanted before Duly learns; null where there are enough. */
export function wantingWords(
  { yes, no }: { readonly yes: number; readonly no: number },
  least: { readonly all: number; readonly eachKind: number },
): string | null {
  const more = Math.max(0, least.all - yes - no);
  if (more === 0 && Math.min(yes, no) >= least.eachKind) return null;
  return `It learns from ${figure(least.all)} decisions on, at least ${figure(least.eachKind)} each way. So far ${figure(yes)} said dissatisfied and ${figure(no)} said not.`;
}
