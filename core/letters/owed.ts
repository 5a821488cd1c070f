import type { CaseFile } from '../case/case-file.ts';
import type { Policy } from '../policy/policy.ts';
import { acknowledgementKindOf } from './kinds.ts';

/**
 * The letter about what a person decided not to take up, while it is still to be sent: the one that the policy's rule
 * names, else who can help instead, or the refusal with its reasons and the way to the Ombudsman. Null where nothing was
 * refused, or where it has gone out.
 */
export function refusalOwed({ refusal, sent }: CaseFile, policy: Policy): string | null {
  if (!refusal) return null;
  const rule = policy.routes.find(({ id }) => id === refusal.rule);
  const isForOthers = rule?.to === 'elsewhere' || (rule?.dest !== undefined && rule.discretion !== true);
  const kind = rule?.letter ?? (isForOthers ? 'signpost' : 'refusal');
  return sent.some((letter) => letter.kind === kind) ? null : kind;
}

/** The first letter of a case without a stage, while it is still to be sent: of a request, an enquiry, a survey answer. */
export function replyOwed(file: CaseFile, policy: Policy): string | null {
  if (file.closed !== null || file.kind === 'complaint') return null;
  const kind = acknowledgementKindOf(file, policy);
  return file.sent.some((letter) => letter.kind === kind) ? null : kind;
}
