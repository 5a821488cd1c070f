import { upperFirst } from '../../date-words.ts';
import { caseFile, CaseError, type CaseFile } from '../../case/case-file.ts';
import { localDate, type Instant } from '../../dates.ts';
import { emptyMessage, type Correspondent } from '../../message.ts';
import { acknowledgementKindOf, kindsOf, responseKindOf } from '../../letters/kinds.ts';
import type { Letter } from '../../letters/letter.ts';
import type { Finding } from '../../letters/pre-send-check.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Register } from '../../register/register.ts';
import { read } from '../../reading/read.ts';
import { NO_SETTINGS } from '../../settings.ts';
import type { Policies } from '../ports.ts';
import { tidied, type Setup } from '../setup.ts';
import { bareWords } from './bare-words.ts';
import type { OpenReply } from './reply-host.ts';

/** A case that a reply may belong to, with the policy that it keeps. */
export interface ReplyCase {
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly floor: Policy;
  /** The reply stands in the conversation of one of its messages. */
  readonly isOfThread: boolean;
}

/** What the check says of a reply. */
export interface CheckedReply {
  readonly findings: readonly Finding[];
  /** The letter as the case would have it. */
  readonly own: Letter;
  /** The whole of that letter stands in the reply already. */
  readonly isIn: boolean;
}

/** The open cases of everybody that a reply goes to: those of its conversation first. */
export async function casesFor(
  { to, cc, threadId }: OpenReply,
  { register, policies }: { readonly register: Register; readonly policies: Policies },
): Promise<readonly ReplyCase[]> {
  const addresses = [...new Set([...to, ...cc].map(({ address }: Correspondent) => address.toLowerCase()))];
  const rows = (await Promise.all(addresses.map((address) => register.openCasesOf(address)))).flat();
  const ids = [...new Set(rows.map(({ caseId }) => caseId))];
  const found = await Promise.all(ids.map((id) => replyCase(id, threadId, { register, policies })));
  return found.flatMap((one) => one ?? []).sort((left, right) => Number(right.isOfThread) - Number(left.isOfThread));
}

async function replyCase(
  caseId: string,
  threadId: string | null,
  { register, policies }: { readonly register: Register; readonly policies: Policies },
): Promise<ReplyCase | null> {
  const events = await register.eventsOf(caseId);
  try {
    const file = caseFile(events);
    if (!file.policy) return null;
    const [policy, floor] = await Promise.all([
      policies.policyOfCase(file.policy),
      policies.floorOn(localDate(file.receivedAt)),
    ]);
    const isOfThread = threadId !== null && file.messages.some((message) => message.threadId === threadId);
    return { file, policy, floor, isOfThread };
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

/** The letters that a case may be sent, the one that it is owed first. */
export function letterChoices({
  file,
  policy,
  floor,
}: ReplyCase): readonly { readonly id: string; readonly name: string }[] {
  const isAcknowledged = (file.stages.at(-1)?.acknowledgements.length ?? 0) > 0;
  const owed = [acknowledgementKindOf(file, policy), responseKindOf(file, policy)];
  const first = isAcknowledged ? owed.toReversed() : owed;
  const kinds = kindsOf(policy, floor);
  const ids = [...new Set([...first.flatMap((id) => id ?? []), ...kinds.map(({ id }) => id)])];
  return ids.map((id) => ({ id, name: kinds.find((kind) => kind.id === id)?.name ?? inWords(id) }));
}

function inWords(id: string): string {
  const words = id.replaceAll('-', ' ');
  return upperFirst(words);
}

/** Checks a reply against the policy of its case. Throws as `letter` does. */
export async function checkReply(
  reply: OpenReply,
  { file, policy, floor }: ReplyCase,
  {
    kind,
    setup,
    policies,
    now,
  }: { readonly kind: string; readonly setup: Setup; readonly policies: Policies; readonly now: Instant },
): Promise<CheckedReply> {
  // The engine of the letters' templates is large: it comes when the first reply is checked.
  const [{ preSendCheck }, { letter }] = await Promise.all([
    import('../../letters/pre-send-check.ts'),
    import('../../letters/letter.ts'),
  ]);
  const request = {
    kind,
    file,
    policy,
    floor,
    calendar: policies.calendarOf(policy),
    settings: tidied(setup.settings),
    now,
  };
  const text = ownText(reply.text);
  const own = letter(request);
  const isIn = own.draft !== null && bareWords(text).includes(bareWords(own.draft.text));
  return { findings: preSendCheck({ ...request, text }), own, isIn };
}

/** What is written this time: everything above the mail that is answered, signature and all. */
export function ownText(text: string): string {
  const { leftOut } = read({ ...emptyMessage(), text }, NO_SETTINGS);
  const quoted = leftOut.find(({ kind }) => kind === 'quoted-message');
  return quoted ? text.slice(0, quoted.start).trimEnd() : text;
}
