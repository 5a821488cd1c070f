import { CalendarCoverageError } from '../calendar.ts';
import { panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { deadlines } from '../deadlines/deadlines.ts';
import { clausesInWords, DUTY_WORDS, spanInWords } from '../deadlines/words.ts';
import type { Message } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import type { Route } from '../policy/route.ts';
import { clausesNamed, quoted, shortened, shownClause } from '../policy/clause-words.ts';
import { acceptedRoute, factsOf } from './decide.ts';
import type { Desk } from './desk.ts';
import { destinationId, destinationsOf, isDecline } from './destinations.ts';
import { leftInWords } from './left-words.ts';
import { supposedCase } from './log-drafts.ts';
import type { Looked } from './state.ts';
import { destinationTitle, needsChoice } from './verdict-words.ts';

const MOST_READINGS = 3;

/** One radio card: what it is, and what follows from it. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

/** What a choice is made about. */
export interface Asked {
  readonly desk: Desk;
  readonly message: Message;
  readonly looked: Looked;
  readonly now: Instant;
}

/** The choices under a verdict that leaves it to a person: the readings that fit, none of them marked. */
export function choicesOf(asked: Asked): readonly Choice[] {
  const { looked } = asked;
  const { verdict } = looked;
  if (!needsChoice(verdict)) return [];
  const { route } = verdict;
  if (route.to === 'decide' || route.to === 'excluded') return decideChoices(asked);
  const accepted = acceptedRoute(looked);
  const request = destinationsOf(looked.rules.policy, factsOf(looked)).find(({ id }) => id === 'request');
  if (verdict.confidence === 'not-read') {
    return [...(accepted ? [accepted] : []), ...(request ? [request.route] : [])].map((one) => choice(one, asked));
  }
  const readings = [
    { route, because: '' },
    ...verdict.alternatives.map(({ because, ...other }) => ({ route: other, because })),
  ];
  const seen = new Set<string>();
  const fitting = readings.filter(({ route: { to } }) => !seen.has(to) && seen.add(to)).slice(0, MOST_READINGS);
  // What isn't a complaint is most often something to be done: that is always at hand.
  if (request && !fitting.some(({ route: { to } }) => to === 'request'))
    fitting.splice(MOST_READINGS - 1, 1, { route: request.route, because: '' });
  return fitting.map(({ route: one, because }) => {
    const plain = choice(one, asked);
    return because === '' ? plain : { ...plain, note: `${sentence(because)} ${plain.note}` };
  });
}

function decideChoices(asked: Asked): readonly Choice[] {
  const { looked } = asked;
  const { policy } = looked.rules;
  const accepted = acceptedRoute(looked);
  const { route } = looked.verdict;
  const rule = policy.rules.find(({ before }) => before === 'refuse');
  const where = rule ? ` (${clausesInWords(rule.clause)})` : '';
  const decline = isDecline(route)
    ? `Decline it under ${clausesNamed(route.clauses).toLowerCase()}`
    : destinationTitle(route);
  return [
    ...(accepted
      ? [
          {
            id: destinationId(accepted),
            title: 'Accept it as a complaint',
            note: `The policy’s rule: accept where you can${where}. ${consequence(accepted, asked)}`,
          },
        ]
      : []),
    {
      id: destinationId(route),
      title: decline,
      note: 'You give the reason. The letter must say how to take that to the Ombudsman.',
    },
  ];
}

/** All destinations of the policy for choosing by hand, without those for which there is nothing to choose here. */
export function allChoices(asked: Asked): readonly Choice[] {
  const { looked } = asked;
  return destinationsOf(looked.rules.policy, factsOf(looked))
    .filter(({ route }) => route.to !== 'attach' || looked.cases.length > 0)
    .map(({ route }) => {
      const own =
        destinationId(route) === destinationId(looked.verdict.route) && looked.verdict.confidence !== 'not-read';
      const plain = choice(route, asked);
      return own ? { ...plain, note: `${plain.note} Duly’s reading.`.trim() } : plain;
    });
}

function choice(route: Route, asked: Asked): Choice {
  const clauses = clausesNamed(route.clauses);
  const note = [clauses === '' ? '' : `${clauses}.`, consequence(route, asked)]
    .filter((words) => words !== '')
    .join(' ');
  return { id: destinationId(route), title: destinationTitle(route), note };
}

/** What would follow from a route. */
function consequence(route: Route, asked: Asked): string {
  const { looked } = asked;
  const { policy } = looked.rules;
  if (route.stage) return acknowledgeBy({ ...asked, desk: { ...asked.desk, route: destinationId(route) } });
  switch (route.to) {
    case 'request':
      return 'You choose when to look whether it was done.';
    case 'enquiry': {
      const timer = policy.timers.find(({ on }) => on === 'enquiry-received');
      return timer ? `Answer in ${spanInWords(timer.within)}.` : '';
    }
    case 'attach':
      return looked.cases.length === 1 ? `Added to ${looked.cases[0]?.reference ?? ''}.` : 'Choose the case next.';
    case 'none':
      return 'Thanks, newsletter, internal mail.';
    default:
      return clauseInShort(route, policy);
  }
}

function clauseInShort({ clauses }: Route, policy: Policy): string {
  const [first] = clauses;
  const clause = first === undefined ? null : shownClause(policy, first);
  if (!clause) return '';
  return clause.quote === null
    ? `In short: ${shortened(clause.inShort ?? '')}.`
    : `${quoted(shortened(clause.quote))}.`;
}

/** By when it would have to be acknowledged: the first thing that hangs on the day of receipt. */
export function acknowledgeBy({ desk, message, looked, now }: Asked): string {
  const today = localDate(now);
  const file = supposedCase(desk, message, looked, now);
  if (!file) return '';
  const { policy, calendar } = looked.rules;
  try {
    const stage = file.stages.at(-1)?.stage;
    const { dates } = deadlines(file, policy, calendar);
    const date =
      dates.find(({ obligation, stage: of }) => obligation === 'acknowledge' && of === stage) ??
      dates.find(({ stage: of }) => of === stage);
    if (!date) return '';
    const { words, isOver } = leftInWords(date, now, calendar);
    const day = panelDate(date.day, today);
    if (isOver && date.obligation === 'acknowledge') return `Acknowledgement was due ${day}, ${words}.`;
    return `${DUTY_WORDS[date.obligation]} by ${day}${isOver ? `, ${words}` : ''} (${clausesInWords(date.clauses)}).`;
  } catch (error) {
    if (error instanceof CalendarCoverageError) {
      const side = error.date < error.coverage.from ? 'before' : 'past';
      return `Its dates lie ${side} the calendar and can’t be computed.`;
    }
    throw error;
  }
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
