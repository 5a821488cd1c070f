import { upperFirst } from '../date-words.ts';
import { currentStage, type CaseFile } from '../case/case-file.ts';
import { stageById, type Policy } from '../policy/policy.ts';
import { onTrack } from '../policy/route.ts';
import type { LetterRule, Stage } from '../policy/schema.ts';

/** A kind of letter that a policy has. */
export interface LetterKind {
  readonly id: string;
  /** As a person chooses it: "Acknowledgement". */
  readonly name: string;
}

/** What must be in a policy for a kind of letter to make sense under it; the others make sense under every policy. */
const NEEDS: Readonly<Record<string, (policy: Policy) => boolean>> = {
  informal: ({ stages }) => stages.some(({ formal }) => !formal),
  enquiry: ({ routes }) => routes.some(({ to }) => to === 'enquiry'),
  signpost: ({ routes }) => routes.some(({ to, letter }) => to === 'elsewhere' || letter === 'signpost'),
  'survey-follow-up': ({ routes }) => routes.some(({ to }) => to === 'contact'),
  choice: ({ routes }) => routes.some(({ offer }) => offer === 'choice'),
  'health-and-safety-acknowledgement': ({ timers }) =>
    timers.some(({ does, when }) => does === 'acknowledge' && (when?.all ?? []).includes('health-safety')),
  'social-media': ({ contacts, letters }) =>
    contacts.some(({ social }) => social !== undefined) || letters.some(({ id }) => id === 'social-media'),
};

const NAMES: Readonly<Record<string, string>> = {
  informal: 'Putting it right without a stage',
  extension: 'Extension of the answer date',
  refusal: 'Not taken as a complaint',
  signpost: 'Who can help instead',
  closing: 'The case is closed',
  restriction: 'Restriction of contact',
  choice: 'Do you wish to complain?',
  'service-request': 'Taken as a request',
  enquiry: 'Reply to an enquiry',
  'authority-request': 'Request for authority',
  'action-update': 'How far the actions are',
  'acknowledge-only': 'Acknowledgement only',
  redress: 'What we offer to put it right',
  meeting: 'Invitation to a meeting',
  'policy-copy': 'Copy of the policy',
  'how-to-complain': 'How to complain',
};

/** Of a stage, on whatever track: `stage-2-response`, `care-stage-2-response`. */
const STAGED = /^(?:[a-z]+-)?stage-(\d{1,2})-(acknowledgement|response)$/;

/** Every kind of letter that may be written under a policy: its own, and those of the Code that make sense under it. */
export function kindsOf(policy: Policy, floor: Policy): readonly LetterKind[] {
  const orders = [...new Set(policy.stages.filter(({ formal }) => formal).map(({ order }) => order))].sort();
  const staged = orders.flatMap((order) => [
    ...(order === 1 ? [] : [`stage-${String(order)}-acknowledgement`]),
    `stage-${String(order)}-response`,
  ]);
  const ofCode = floor.letters.map(({ id }) => id).filter((id) => !STAGED.test(id) && (NEEDS[id]?.(policy) ?? true));
  const own = policy.id === floor.id ? [] : policy.letters.map(({ id }) => id);
  const ids = new Set([...own, ...staged, ...ofCode]);
  // What is owed at a stage that a policy doesn't have is not owed under it.
  const shown = [...ids].filter((id) => orderOf(id) === null || orders.includes(orderOf(id) ?? 0));
  return shown
    .map((id) => ({ id, name: NAMES[id] ?? inWords(id) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Where a kind of letter gets its words and its demands: the policy's own rule, and the Code's letter beneath it. */
export interface LetterSources {
  /** The kind after it was looked up on the case's track: `care-stage-3-response`. */
  readonly id: string;
  readonly rule: LetterRule | null;
  /** The Code's letter of the same meaning; null where it has none. */
  readonly ofCode: string | null;
  /** The Code's demands hold: it is about landlords, not about care. */
  readonly isUnderCode: boolean;
}

/**
 * Looks a kind up for a case: a track may have letters of its own (`care-` before the kind), and a stage's acknowledgement
 * and answer may be asked for by their plain name. The last stage of a track takes the Code's final answer.
 */
export function sourcesOf(kind: string, file: CaseFile, policy: Policy, floor: Policy): LetterSources {
  const plain = kind === 'acknowledgement' ? acknowledgementOf(file, policy) : kind;
  const own = file.track === null ? undefined : policy.letters.find(({ id }) => id === `${file.track ?? ''}-${plain}`);
  const rule = own ?? policy.letters.find(({ id, track }) => id === plain && fits(track, file)) ?? null;
  const id = own ? own.id : plain;
  return { id, rule, ofCode: codeLetter(id, policy, floor), isUnderCode: isUnderCode(file.track, policy) };
}

/**
 * The first letter that a case is owed where it stands: its stage's acknowledgement, a danger's where the policy has a
 * clock for that, or what a request, an enquiry and a matter for somebody else get instead of one.
 */
export function acknowledgementKindOf(file: CaseFile, policy: Policy): string {
  const danger = 'health-and-safety-acknowledgement';
  const isDanger = file.stages.length > 0 && file.signals.includes('health-safety') && NEEDS[danger]?.(policy);
  return isDanger ? danger : acknowledgementOf(file, policy);
}

function acknowledgementOf(file: CaseFile, policy: Policy): string {
  const stage = stageOf(file, policy);
  if (stage) {
    if (!stage.formal) return 'informal';
    return stage.order > 1 ? `stage-${String(stage.order)}-acknowledgement` : 'acknowledgement';
  }
  const ofRoute = policy.routes.find(({ id }) => id === file.route?.rule)?.letter;
  switch (file.kind) {
    case 'service-request':
      return ofRoute ?? 'service-request';
    case 'enquiry':
      return ofRoute ?? 'enquiry';
    case 'contact':
      return ofRoute ?? 'survey-follow-up';
    case 'elsewhere':
      return ofRoute ?? 'signpost';
    case 'complaint':
      return 'acknowledgement';
  }
}

/** The answer that a case is owed at its stage; null for a case that is at none. */
export function responseKindOf(file: CaseFile, policy: Policy): string | null {
  const stage = stageOf(file, policy);
  return stage?.formal ? `stage-${String(stage.order)}-response` : null;
}

/** The stage of a case as its policy has it; null for a case that is at none. */
export function stageOf(file: CaseFile, policy: Policy): Stage | null {
  const stage = currentStage(file);
  return stage && stageById(policy, stage.stage);
}

/** The stage after a stage; null after the last. */
export function nextStageOf(stage: Stage | null, policy: Policy): Stage | null {
  return stage?.next ? stageById(policy, stage.next.stage) : null;
}

/** The number of the stage that a kind of letter belongs to, `stage-2-response`; null for a kind that belongs to none. */
export function orderOf(kind: string): number | null {
  const parts = STAGED.exec(kind);
  return parts ? Number(parts[1]) : null;
}

/** The Code's letter whose words and blocks a kind falls back on, by what it is: the final answer is that of the last stage. */
export function codeLetter(kind: string, policy: Policy, floor: Policy): string | null {
  const track = policy.tracks?.find(({ id }) => kind.startsWith(`${id}-`))?.id ?? null;
  const plain = track === null ? kind : kind.slice(track.length + 1);
  const [, order, what] = STAGED.exec(plain) ?? [];
  const id =
    what === 'response'
      ? isLast(Number(order), track, policy)
        ? 'stage-2-response'
        : 'stage-1-response'
      : what === 'acknowledgement'
        ? 'stage-2-acknowledgement'
        : plain;
  return floor.letters.some((letter) => letter.id === id) ? id : null;
}

function isLast(order: number, track: string | null, policy: Policy): boolean {
  const usual = policy.tracks?.find(({ when }) => Object.keys(when).length === 0)?.id ?? null;
  return !onTrack(policy, track ?? usual).some((stage) => stage.formal && stage.order > order);
}

function isUnderCode(track: string | null, policy: Policy): boolean {
  if (track === null || !policy.tracks) return true;
  return onTrack(policy, track).some(({ then = [] }) => then.includes('housing-ombudsman'));
}

function fits(track: string | undefined, file: CaseFile): boolean {
  return track === undefined || file.track === null || track === file.track;
}

function inWords(id: string): string {
  const words = id.replaceAll('-', ' ').replace(/^stage (\d+)/, 'Stage $1');
  return upperFirst(words);
}
