import { lowerFirst } from '../date-words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Route } from '../policy/route.ts';
import type { OpenCase } from './state.ts';
import type { Meaning } from '../triage/other-languages.ts';
import type { Confidence, HazardKind, Verdict } from '../triage/verdict.ts';
import { clausesNamed } from '../policy/clause-words.ts';
import { isDecline } from './destinations.ts';

/** How sure the verdict is, as printed. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  clear: 'Clear',
  likely: 'Likely',
  unsure: 'Unsure',
  'not-read': 'Not read',
};

/** What a phrase of another language means. */
export const MEANING_WORDS: Readonly<Record<Meaning, string>> = {
  'nobody-came': 'nobody came',
  again: 'again and again',
  complaint: 'a complaint',
};

/** A danger in a few words, as they stand after "Danger now:". */
export const HAZARD_WORDS: Readonly<Record<HazardKind, string>> = {
  gas: 'gas',
  'carbon-monoxide': 'carbon monoxide',
  electrics: 'electrics',
  fire: 'fire',
  'no-heating': 'no heating',
  'no-water': 'no water',
  'water-leak': 'water leak',
  'damp-and-mould': 'damp and mould',
  structure: 'the structure of the home',
  sewage: 'sewage',
  asbestos: 'asbestos',
  pests: 'pests',
  security: 'the home isn’t secure',
  lift: 'the lift',
  other: 'see their words',
};

/** Clear, likely, unsure. */
type Headings = readonly [clear: string, likely: string, unsure: string];

/**
 * The heading of a verdict, by its route and how sure it is. `reference` names the open case that the message may belong
 * to, `wanted` the day that the Ombudsman names, in words; null where none is known.
 */
export function headingOf(verdict: Verdict, reference: string | null, wanted: string | null = null): string {
  const [clear, likely, unsure] = headings(verdict, { reference, wanted });
  switch (verdict.confidence) {
    case 'clear':
      return clear;
    case 'likely':
      return likely;
    case 'unsure':
      return unsure;
    case 'not-read':
      return notReadHeading(verdict.language);
  }
}

function headings(
  verdict: Verdict,
  { reference, wanted }: { readonly reference: string | null; readonly wanted: string | null },
): Headings {
  const { route, hazards, signals, intent } = verdict;
  const name = reference ?? 'an open case';
  // By the sender's address: words that only sound like the Ombudsman, a bulletin's, ask for nothing.
  if (signals.has('ombudsman') && wanted !== null)
    return [`It is wanted by ${wanted}`, `Probably wanted by ${wanted}`, 'From the Ombudsman? You decide'];
  if (signals.has('ombudsman'))
    return ['The Ombudsman is asking', 'The Ombudsman is probably asking', 'From the Ombudsman? You decide'];
  if (isDecline(route))
    return ['Part of this may be declined', 'Part of this may be declined', 'May this be declined? You decide'];
  switch (route.to) {
    case 'request':
      return [
        'A service request, not a complaint',
        'Probably a service request',
        'Complaint or service request? You decide',
      ];
    case 'attach':
      return intent === 'chaser'
        ? [`Asks for news of ${name}`, `Probably asks for news of ${name}`, 'News, or not satisfied? You decide']
        : [`A new point for ${name}`, `Probably a new point for ${name}`, 'New point or new complaint? You decide'];
    case 'enquiry': {
      const whose = signals.has('councillor') && !signals.has('mp') ? 'A councillor’s' : 'An MP’s';
      const probably = `Probably ${lowerFirst(whose)}`;
      return [`${whose} enquiry`, `${probably} enquiry`, 'Enquiry or complaint? You decide'];
    }
    case 'contact':
      return ['A survey answer, not a complaint', 'Probably a survey answer', 'Survey answer or complaint? You decide'];
    case 'elsewhere':
      return elsewhereHeadings(verdict);
    case 'decide': {
      const decides = route.rule?.by === 'manager' ? 'A manager must decide' : 'A person must decide';
      return [decides, decides, decides];
    }
    case 'none':
      return ['Nothing to log', 'Probably nothing to log', 'Dissatisfied or not? You decide'];
  }
  const { stage } = route;
  if (stage && !stage.formal)
    return [
      'Dissatisfied: try to settle it now',
      'Probably one to settle now',
      'Settle it now, or stage one? You decide',
    ];
  if (stage && stage.order > 1) {
    const asked = lowerFirst(stage.name);
    return [
      `${stage.name} is asked for`,
      `Probably asking for ${asked}`,
      `${stage.name}, or asking for news? You decide`,
    ];
  }
  if (hazards.length > 0)
    return ['It’s also a complaint', 'Probably a complaint as well', 'Danger first. Complaint or not? You decide'];
  return ['This is a complaint', 'Probably a complaint', 'Complaint or service request? You decide'];
}

function elsewhereHeadings({ route, signals }: Verdict): Headings {
  if (route.route === 'contractor-first')
    return ['The contractor answers first', 'Probably for the contractor first', 'Contractor or us? You decide'];
  if (signals.has('insurance-claim'))
    return ['For insurance, not complaints', 'Probably for insurance', 'Insurance, complaint, or both? You decide'];
  const where = route.rule?.dest ?? 'somebody else';
  return [`For ${where}, not complaints`, `Probably for ${where}`, `For ${where}, or a complaint? You decide`];
}

function notReadHeading(language: string): string {
  const name = languageName(language);
  return name === null ? 'Too little to judge by' : `This looks like ${name}`;
}

/** The name of a language that isn't English; null for English and for what can't be told. */
export function languageName(language: string): string | null {
  if (language === 'en' || language === 'und' || language === '') return null;
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(language) ?? null;
  } catch {
    return null;
  }
}

/** What stands beside the tag: where it goes, or how to take it. */
export function sureLine(verdict: Verdict, policy: Policy): string {
  if (isDecline(verdict.route)) return 'Duly never declines a complaint. A person does.';
  switch (verdict.confidence) {
    case 'clear': {
      if (verdict.route.to === 'none') return '';
      const { stage } = verdict.route;
      return stage ? `${stage.name}, ${policy.shortName}` : policy.shortName;
    }
    case 'likely':
      return 'Read the quote before you agree.';
    case 'unsure':
      return betweenWhat(verdict);
    case 'not-read':
      return '';
  }
}

/** The two readings that the words fit, by where each sends the message. */
function betweenWhat({ route, alternatives }: Verdict): string {
  const other = alternatives.find(({ to }) => to !== route.to);
  if (!other) return 'The words fit two readings.';
  const [one, two] = [route, other].map((each) =>
    each.to === 'none' ? 'nothing to log' : lowerFirst(destinationTitle(each)),
  );
  return `The words fit both: ${one}; or ${two}.`;
}

/** A verdict that leaves the choice to a person: nothing is marked, and the person must choose. */
export function needsChoice({ confidence, route }: Verdict): boolean {
  return confidence === 'unsure' || confidence === 'not-read' || route.to === 'decide' || route.to === 'excluded';
}

/** What a destination is called in a list of choices. */
export function destinationTitle({ to, stage, route, rule }: Route): string {
  if (stage) return stage.formal ? `A complaint, ${lowerFirst(stage.name)}` : `${stage.name}: settle it now`;
  switch (to) {
    case 'request':
      return 'A service request';
    case 'enquiry':
      return 'An MP’s or councillor’s enquiry';
    case 'contact':
      return 'A survey answer to follow up';
    case 'attach':
      return 'Part of an open complaint';
    case 'elsewhere':
      return route === 'contractor-first' ? 'For the contractor first' : `For ${rule?.dest ?? 'somebody else'}`;
    case 'decide':
      if (rule?.discretion !== true)
        return rule?.dest === undefined ? 'Not taken on yet' : `For ${rule.dest}, not a complaint`;
      return 'A complaint we may decline';
    case 'excluded':
      return 'A complaint we may decline';
    default:
      return 'None of these';
  }
}

/** The decision in a few words, as a finished step says it: "Complaint, stage one". */
export function decisionTitle(route: Route): string {
  if (route.stage?.formal) return `Complaint, ${lowerFirst(route.stage.name)}`;
  if (route.to === 'none') return 'Nothing to log';
  if (isDecline(route)) return 'Complaint, declined';
  if (route.to === 'decide') return 'Complaint, not taken on';
  return destinationTitle(route)
    .replace(/^(?:An?|The) /, '')
    .replace(/^./, (letter) => letter.toUpperCase());
}

/** What a case was logged as, in a few words, with its clause: "Complaint, stage one", "clause 3.1". */
export function decisionOfCase({ file, rules }: OpenCase): readonly [what: string, detail: string] {
  const { route } = file;
  if (!route) return ['Logged', ''];
  const stage = rules.policy.stages.find(({ id }) => id === route.stage) ?? null;
  const rule = rules.policy.routes.find(({ id }) => id === route.rule) ?? null;
  const title = decisionTitle({ to: route.to, route: 'none', stage, rule, clauses: route.clauses });
  return [title, clausesNamed(route.clauses.slice(0, 1)).toLowerCase()];
}
