import { readdirSync, readFileSync } from 'node:fs';
import { formatDate, toIsoDate } from '../../core/dates.ts';
import { linesOf, type CaseSections } from './case-scenario.ts';

/*
 * Scenarios: what follows from a policy, in a form that a policy officer can read and write. `routes` are signals in,
 * a route and its clauses out; `dates` an event in, its dates out; `letters` a case in, what the letter must say out. The
 * other sections stand in case-scenario.ts.
 */

export interface RouteScenario {
  readonly name: string;
  readonly signals: readonly string[];
  readonly ageMonths?: number;
  /** An example of such a message, for the reader. */
  readonly mail?: string;
  /** `stage:stage-1 stage-1 3.1+3.3`: destination, plain name, all deciding clauses; `none none` where no rule matches. */
  readonly route: string;
  readonly also?: readonly string[];
}

export interface DateScenario {
  readonly name: string;
  readonly event: string;
  readonly at: string;
  readonly context?: Readonly<Record<string, unknown>>;
  /** `7.2 acknowledge Fri 2025-06-13`, with `provisional`, `earliest`, `literal DATE`, `sendBy DATE`, `target MOMENT`. */
  readonly dates?: readonly string[];
  readonly inTime?: boolean;
  /** The input is wrong, and this is what is wrong with it; no date may come of it. */
  readonly error?: string;
}

/** What happened to the case after it was logged; one key beside `at`. */
export interface Step {
  readonly at: string;
  readonly acknowledged?: string;
  /** The request for a later stage. */
  readonly escalated?: string;
  readonly answered?: { readonly point: string; readonly outcome: string; readonly reasons: string };
  readonly promised?: { readonly what: string; readonly who: string; readonly by: string | null };
  /** The action promised as the n-th, from 1. */
  readonly done?: number;
  readonly offered?: { readonly pounds: number; readonly reason: string };
  readonly proposed?: { readonly stage: string; readonly newDate: string; readonly reason: string };
  readonly extended?: { readonly stage: string; readonly newDate: string; readonly reason: string };
  readonly sent?: string;
  readonly refused?: {
    readonly what: 'complaint' | 'escalation';
    readonly reason: string;
    readonly clauses: readonly string[];
  };
  readonly restricted?: { readonly what: string; readonly reason: string; readonly reviewOn: string | null };
  readonly agreed?: { readonly what: string; readonly by: string | null };
  readonly resolved?: string;
  readonly withdrawn?: string;
  readonly panel?: { readonly stage: string; readonly on: string; readonly members: readonly string[] };
  readonly adjustment?: string;
  readonly representative?: { readonly name: string; readonly authority: 'written' | 'visit' | 'call' | 'none' };
  readonly checkBack?: string;
  readonly learnt?: string;
  /** Somebody said that who handles it now had no part in the stage before. */
  readonly somebodyElse?: true;
}

/** The case that a letter is written on. */
export interface LetterCase {
  /** `stage-1` where neither it nor `route` is given. */
  readonly stage?: string;
  /** For a case that is at no stage: `request`, `enquiry`, `contact`, `elsewhere`, `excluded`, `decide`. */
  readonly route?: string;
  /** The policy’s rule that sent it there. */
  readonly rule?: string;
  readonly clauses?: readonly string[];
  readonly track?: string;
  readonly channel?: 'email' | 'letter' | 'phone' | 'social-dm';
  readonly name?: string;
  readonly address?: string;
  readonly receivedAt: string;
  readonly points: readonly string[];
  readonly wants: string;
  readonly handler: string;
  readonly signals?: readonly string[];
  readonly flags?: readonly string[];
  readonly then?: readonly Step[];
}

export interface LetterScenario {
  readonly name: string;
  readonly kind: string;
  /** When the letter goes out. */
  readonly now: string;
  readonly case: LetterCase;
  /** What the officer typed into the letter. */
  readonly entries?: Readonly<Record<string, string>>;
  /** Clause → words that the letter holds because of it. */
  readonly says: Readonly<Record<string, readonly string[]>>;
  /** Words that it must not hold. */
  readonly saysNot?: readonly string[];
  /** Fields that it lacks; then there is no letter yet, and `says` is read in what there is of it. */
  readonly missing?: readonly string[];
}

export interface ScenarioFile extends CaseSections {
  readonly policy: string;
  readonly routes: readonly RouteScenario[];
  readonly dates: readonly DateScenario[];
  readonly letters?: readonly LetterScenario[];
}

const folder = new URL('../scenarios/', import.meta.url);

/** All scenario files. Throws where a date doesn't fall on the weekday that stands beside it. */
export function scenarioFiles(): readonly ScenarioFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      for (const [found, weekday, date] of text.matchAll(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{4}-\d{2}-\d{2})\b/g)) {
        const real = formatDate(toIsoDate(date ?? ''), 'EEE');
        if (real !== weekday) throw new Error(`${name}: ${found} is a ${real}`);
      }
      return JSON.parse(text) as ScenarioFile;
    });
}

/** The clauses that a scenario names, without the policy's name. */
export function clausesNamed(file: ScenarioFile): ReadonlySet<string> {
  const inRoutes = file.routes.flatMap(({ route, also = [] }) =>
    [route, ...also].flatMap((text) => (text.split(' ')[2] ?? '').split('+')),
  );
  const inDates = file.dates.flatMap(({ dates = [] }) =>
    dates.flatMap((text) => (text.split(' ')[0] ?? '').split('|')),
  );
  const inLetters = (file.letters ?? []).flatMap(({ says }) => Object.keys(says));
  const inLines = linesOf(file).flatMap((line) => (line.split(' ')[0] ?? '').replace('–', '').split('+'));
  return new Set([...inRoutes, ...inDates, ...inLetters, ...inLines].filter((clause) => clause !== ''));
}

/** The Code's clauses that a policy's findings name. */
export function codeClausesNamed({ findings = [] }: ScenarioFile): readonly string[] {
  return findings.flatMap((line) => (line.split(' ')[2] ?? '').split('+'));
}
