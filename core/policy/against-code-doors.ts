import { listInWords } from '../date-words.ts';
import { spanInWords } from '../deadlines/words.ts';
import { standard } from './against-code-stages.ts';
import { formalStages } from './baseline.ts';
import { finding, type Compared, type Finding } from './finding.ts';
import { nearestToChoice, nearestToLetter, nearestToRefusal } from './nearest.ts';
import type { Policy } from './policy.ts';

/** Doors that a policy closes: how one complains, who may, when, and the way to the Ombudsman. */
export function doorsAgainst(compared: Compared): readonly Finding[] {
  return [
    ...windows(compared),
    ...inWriting(compared),
    ...choice(compared),
    ...contractorFirst(compared),
    ...lawyers(compared),
    ...wayToOmbudsman(compared),
    ...contact(compared),
    ...letterBlocks(compared),
  ];
}

function windows(compared: Compared): readonly Finding[] {
  const code = standard(compared.floor, 'no-window');
  const stages = formalStages(compared.policy);
  if (code.length === 0 || compared.floor.timers.some(({ does }) => does === 'escalate-by')) return [];
  return compared.policy.timers
    .filter((timer) => timer.does === 'escalate-by')
    .flatMap(({ stage, within, clause }) => {
      const from = stages.find(({ id }) => id === stage);
      if (!from) return [];
      const says = `After ${from.name} the next stage has to be asked for within ${spanInWords(within)}; the Code sets no time, and a late request needs a valid reason to be refused.`;
      return [finding(compared, 'window', says, { own: clause, code })];
    });
}

function inWriting(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  const code = standard(floor, 'any-way');
  const entry = formalStages(policy).filter(({ entry = [] }) => entry.length > 0);
  const own = [
    ...(policy.definition.medium === 'writing' ? policy.definition.clause : []),
    ...entry.flatMap(({ clause }) => clause),
  ];
  if (own.length === 0 || code.length === 0) return [];
  return [finding(compared, 'in-writing', 'A formal complaint has to be in writing, or on a form.', { own, code })];
}

function choice(compared: Compared): readonly Finding[] {
  const code = standard(compared.floor, 'choice');
  if (code.length === 0 || compared.policy.routes.some(({ offer }) => offer === 'choice')) return [];
  const says = 'Nothing says that the choice to complain is offered whenever somebody is dissatisfied.';
  return [finding(compared, 'choice-not-offered', says, { own: [], nearest: nearestToChoice(compared.policy), code })];
}

function contractorFirst(compared: Compared): readonly Finding[] {
  const code = standard(compared.floor, 'no-contractor-first');
  const own = compared.policy.routes
    .filter(({ to, when }) => to === 'elsewhere' && [...(when.all ?? []), ...(when.any ?? [])].includes('contractor'))
    .flatMap(({ clause }) => clause);
  if (own.length === 0 || code.length === 0) return [];
  const says = 'A complaint about a contractor goes to the contractor first; the Code has it inside the two stages.';
  return [finding(compared, 'contractor-first', says, { own, code })];
}

function lawyers(compared: Compared): readonly Finding[] {
  const code = standard(compared.floor, 'any-representative');
  const own = compared.policy.routes
    .filter(({ to, when }) => to === 'excluded' && (when.all ?? []).includes('lawyer'))
    .flatMap(({ clause }) => clause);
  if (own.length === 0 || code.length === 0) return [];
  return [finding(compared, 'no-lawyers', 'A lawyer may not act for the resident.', { own, code })];
}

/** Who stood between a resident and the Ombudsman until the law took them away. */
const BETWEEN: ReadonlySet<string> = new Set(['designated-person', 'tenant-panel']);

function wayToOmbudsman(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  const code = standard(floor, 'straight-to-ombudsman');
  const between = formalStages(policy).filter(({ then = [] }) => then.some((who) => BETWEEN.has(who)));
  const waits = policy.timers.filter(({ does, sense }) => does === 'ombudsman-from' && sense === 'not-before');
  if (code.length === 0 || (between.length === 0 && waits.length === 0)) return [];
  const own = [
    ...policy.letters.flatMap(({ must }) =>
      must.filter(({ block }) => BETWEEN.has(block)).flatMap(({ clause }) => clause),
    ),
    ...waits.flatMap(({ clause }) => clause),
  ];
  const parts = [
    ...(between.length > 0 ? ['a designated person or panel'] : []),
    ...waits.map(({ within }) => `a wait of ${spanInWords(within)}`),
  ];
  const says = `On the way to the Ombudsman the policy names ${listInWords(parts)}; the law has ended that.`;
  return [finding(compared, 'way-to-ombudsman', says, { own, code })];
}

/** How the Ombudsman is reached, as the policy prints it, where the Code's has changed. */
function contact(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  const ofCode = floor.contacts.filter(({ who }) => who === 'Housing Ombudsman');
  const over = ofCode.filter(({ until }) => until !== undefined);
  const ways = ['email', 'phone', 'post'] as const;
  const outdated = policy.contacts.flatMap((line) =>
    /^Housing Ombudsman\b/.test(line.who)
      ? over
          .filter((old) => ways.some((way) => old[way] !== undefined && line[way] === old[way]))
          .map((old) => ({ line, old }))
      : [],
  );
  if (outdated.length === 0) return [];
  return [
    finding(
      compared,
      'ombudsman-contact',
      'The Ombudsman’s details have changed: a way is named that is no longer open.',
      {
        own: outdated.flatMap(({ line }) => line.clause),
        code: outdated.flatMap(({ old }) => old.clause),
      },
    ),
  ];
}

/** Blocks that mean the same in another policy's words. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'how-to-escalate': ['next-stage', 'escalation-window', 'next-step'],
  'complaint-details': ['what-remains'],
};

/** What the Code wants in a letter and the policy doesn't ask for; the letters have it all the same. */
function letterBlocks(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  return LETTERS.flatMap(({ id, name }) => {
    const code = floor.letters.find((letter) => letter.id === id);
    const own = policy.letters.find((letter) => letter.id === ownLetter(id, policy));
    const asked = new Set(own?.must.map(({ block }) => block));
    const missing = (code?.must ?? []).filter(
      ({ block }) => !asked.has(block) && !(SAME[block] ?? []).some((other) => asked.has(other)),
    );
    if (missing.length === 0) return [];
    const what = listInWords(missing.map(({ block }) => block.replaceAll('-', ' ')));
    const says = `${name}: the policy doesn’t ask for ${what}.`;
    const nearest = nearestOf(id, policy);
    return [
      finding(compared, 'letter-blocks', says, { own: [], nearest, code: missing.flatMap(({ clause }) => clause) }),
    ];
  });
}

const LETTERS = [
  { id: 'acknowledgement', name: 'The acknowledgement' },
  { id: 'stage-1-response', name: 'The first answer' },
  { id: 'stage-2-response', name: 'The last answer' },
  { id: 'refusal', name: 'The refusal' },
] as const;

/** The policy's letter for one of the Code's: its last answer is the last stage's, whatever its number. */
function ownLetter(id: string, policy: Policy): string {
  return id === 'stage-2-response' ? `stage-${String(formalStages(policy).at(-1)?.order ?? 2)}-response` : id;
}

function nearestOf(id: (typeof LETTERS)[number]['id'], policy: Policy): readonly string[] {
  const stages = formalStages(policy);
  const stage = (id === 'stage-2-response' ? stages.at(-1) : stages[0])?.id ?? '';
  if (id === 'refusal') return nearestToRefusal(policy);
  return nearestToLetter(
    policy,
    ownLetter(id, policy),
    stage,
    id === 'acknowledgement' ? ['acknowledge'] : ['respond', 'panel'],
  );
}
