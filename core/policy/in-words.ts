import { listInWords, upperFirst } from '../date-words.ts';
import { formatDate, toIsoDate } from '../dates.ts';
import { spanInWords } from '../deadlines/words.ts';
import { handlerInWords } from './handler-words.ts';
import { clauseId, readingsOf, type Policy } from './policy.ts';
import type { PolicyDocument, Stage } from './schema.ts';
import type { EXTENSION_NEEDS } from './schema-stages.ts';

/** One thing that a policy says, as a sentence, with its source. */
export interface PolicyLine {
  readonly words: string;
  /** With the policy's name. */
  readonly clauses: readonly string[];
  /** How the words are read, where they leave something open. */
  readonly readings: readonly string[];
}

export interface PolicyPart {
  readonly part: 'about' | 'calendar' | 'definition' | 'stages' | 'contacts' | 'prompts';
  readonly lines: readonly PolicyLine[];
}

type Source = Pick<Stage, 'clause' | 'ambiguous'>;
type Say = (words: string, source: Partial<Source>) => PolicyLine;

/**
 * What a policy says beside its routes, dates, rules and letters: for its page in the panel, the command line, and the
 * officer who reads it against the document.
 */
export function policyInWords(policy: Policy): readonly PolicyPart[] {
  const say: Say = (words, { clause = [], ambiguous }) => ({
    words,
    clauses: clause.map((one) => clauseId(policy, one)),
    readings: readingsOf(policy, ambiguous),
  });
  return [
    { part: 'about', lines: [...aboutLines(policy, say), ...outsideLines(policy, say)] },
    { part: 'calendar', lines: calendarLines(policy, say) },
    { part: 'definition', lines: definitionLines(policy, say) },
    { part: 'stages', lines: policy.stages.flatMap((stage) => stageLines(stage, policy, say)) },
    { part: 'contacts', lines: policy.contacts.map((contact) => contactLine(contact, say)) },
    { part: 'prompts', lines: policy.prompts.map((prompt) => say(`At ${prompt.at}: ${prompt.text}`, prompt)) },
  ];
}

function aboutLines({ about, effectiveFrom }: Policy, say: Say): PolicyLine[] {
  const { approved, published, review, expiry, organisationClosed, appliesFrom, version } = about;
  const parts = [
    ...(version === undefined ? [] : [`version ${String(version)}`]),
    ...(approved ? [`approved ${monthInWords(approved)}`] : []),
    ...(published ? [`published ${monthInWords(published)}`] : []),
    ...(effectiveFrom ? [`in force from ${monthInWords(effectiveFrom)}`] : []),
    ...(appliesFrom && appliesFrom !== effectiveFrom ? [`for complaints from ${monthInWords(appliesFrom)} on`] : []),
    ...(review ? [`review due ${monthInWords(review)}`] : []),
    ...(expiry ? [`expired ${monthInWords(expiry)}`] : []),
    ...(organisationClosed ? [`the organisation closed ${monthInWords(organisationClosed)}`] : []),
  ];
  return [say(parts.length > 0 ? sentence(parts.join(', ')) : 'Bears no date.', about)];
}

/** What the document says of itself and of what stands beside it: whom it is for, linked policies, the Code it follows. */
function outsideLines({ outside, clauses }: Policy, say: Say): PolicyLine[] {
  return outside.flatMap(({ clause }) =>
    clause.flatMap((id) => {
      const said = clauses[id];
      if (!said) return [];
      return [say('quote' in said ? (said.summary ?? said.quote) : said.paraphrase, { clause: [id] })];
    }),
  );
}

function calendarLines({ calendar }: Policy, say: Say): PolicyLine[] {
  const division = {
    'england-and-wales': 'England and Wales',
    scotland: 'Scotland',
    'northern-ireland': 'Northern Ireland',
  };
  return [
    say(
      `Working days: ${weekInWords(calendar.workingWeek)}, less the bank holidays of ${division[calendar.bankHolidays]}.`,
      calendar,
    ),
    ...calendar.closures.map((closure) =>
      closure.kind === 'date'
        ? say(`Closed on ${formatDate(toIsoDate(closure.date), 'd MMMM yyyy')}.`, closure)
        : say(
            `Closed each year on the weekdays from ${dayInWords(closure.from)} to ${dayInWords(closure.to)} that are no bank holidays${closure.usual ? '; to be confirmed each year' : ''}.`,
            closure,
          ),
    ),
  ];
}

function definitionLines({ about: { law }, definition }: Policy, say: Say): PolicyLine[] {
  // A law says what the landlord owes; what a complaint is, it leaves to the policy.
  if (law) return [say('Law beside every policy.', definition)];
  const { about, medium, categories = [] } = definition;
  return [
    say(
      `A complaint is dissatisfaction with an action, a lack of action or a standard of service of ${listInWords(
        about.map((who) => WHO[who] ?? plain(who)),
        'or',
      )}, ${medium === 'writing' ? 'made in writing' : 'however made'}.`,
      definition,
    ),
    ...categories.map(({ id, clause }) => say(`An example: ${plain(id)}.`, { clause })),
  ];
}

function stageLines(stage: Stage, policy: Policy, say: Say): PolicyLine[] {
  const { name, handler, next, extension = [], closes, then = [] } = stage;
  const after = policy.stages.find(({ id }) => id === next?.stage)?.name ?? '';
  return [
    say(`${name}: ${stage.formal ? 'a formal stage' : 'informal'}.`, stage),
    ...(handler && handlerInWords(handler, policy) !== ''
      ? [say(`${name}, handled by: ${handlerInWords(handler, policy)}.`, handler)]
      : []),
    ...extension.map((entry) => say(`${name} may take longer: ${extensionInWords(entry)}.`, entry)),
    ...(next
      ? [
          say(
            `After ${name}: ${after}${next.asks ? `; asked for: ${listInWords(next.asks.map(plain))}` : ''}${next.reasonsNeeded === false ? '; no reasons are needed' : ''}.`,
            next,
          ),
        ]
      : []),
    ...(closes ? [say(`${name} can end as ${plain(closes.outcome)}.`, closes)] : []),
    ...(then.length > 0
      ? [
          say(
            `After ${name}: ${listInWords(
              then.map((who) => WHO[who] ?? plain(who)),
              'or',
            )}.`,
            stage,
          ),
        ]
      : []),
  ];
}

const CONSENT = {
  inform: 'the resident is told',
  discuss: 'it is discussed with the resident',
  agree: 'the resident must agree',
} as const;

/** What has to be told, or known, before a date moves. */
export const EXTENSION_NEED_WORDS: Readonly<Record<(typeof EXTENSION_NEEDS)[number], string>> = {
  'delay-reason': 'the reason for the delay',
  progress: 'how far it is',
  'new-date': 'the new date',
  'agreed-date': 'the date that was agreed',
  'ombudsman-contact': 'the Ombudsman’s details',
  'update-intervals': 'when they will hear more',
};

/** Whom a policy speaks of, as it is said. */
const WHO: Readonly<Record<string, string>> = {
  landlord: 'the landlord',
  staff: 'its staff',
  'acting-on-behalf': 'somebody acting for it',
  'client-council': 'its client councils',
  'designated-person': 'a designated person',
  'tenant-panel': 'a tenant panel',
  'housing-ombudsman': 'the Housing Ombudsman',
  'building-safety-regulator': 'the Building Safety Regulator',
  cqc: 'the Care Quality Commission',
};

function extensionInWords({ consent, max, needs = [], exceptional }: NonNullable<Stage['extension']>[number]): string {
  const limit = max ? `at most ${spanInWords(max)} after the original date` : 'without a limit';
  return [
    exceptional ? 'further, in exceptional circumstances' : limit,
    CONSENT[consent],
    ...(needs.length > 0 ? [`with ${listInWords(needs.map((need) => EXTENSION_NEED_WORDS[need]))}`] : []),
  ].join('; ');
}

function contactLine(contact: PolicyDocument['contacts'][number], say: Say): PolicyLine {
  const { who, phone, email, post, form, social, inPerson, how, until } = contact;
  const ways = [phone, email, form, post, social, inPerson, how].flatMap((way) => way ?? []);
  const over = until ? ` (until ${formatDate(toIsoDate(until), 'd MMMM yyyy')})` : '';
  const whom = who === 'landlord' ? 'The landlord' : who;
  return say(`${whom}${ways.length > 0 ? `: ${ways.join('; ')}` : ''}${over}`, contact);
}

/** An id as words: "zero-tolerance" is "zero tolerance". */
function plain(id: string): string {
  return id.replaceAll('-', ' ');
}

function sentence(words: string): string {
  return `${upperFirst(words)}.`;
}

/** 2019, March 2019 or 6 July 2022. */
export function monthInWords(text: string): string {
  const [, month, day] = text.split('-');
  if (month === undefined) return text;
  return formatDate(
    toIsoDate(day === undefined ? `${text}-01` : text),
    day === undefined ? 'MMMM yyyy' : 'd MMMM yyyy',
  );
}

function dayInWords(monthDay: string): string {
  return formatDate(toIsoDate(`2024-${monthDay}`), 'd MMMM');
}

/** "Monday to Friday", or the days one by one where there is a gap between them. */
function weekInWords(week: readonly number[]): string {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const days = [...week].sort((left, right) => left - right);
  const named = days.flatMap((day) => names[day - 1] ?? []);
  const [first = 0] = days;
  const isRun = days.length > 2 && days.every((day, index) => day === first + index);
  return isRun ? `${named[0] ?? ''} to ${named.at(-1) ?? ''}` : listInWords(named);
}
