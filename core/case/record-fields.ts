import { daysBetween, localDate, type Instant } from '../dates.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import { currentStage, type CaseFile } from './case-file.ts';

/** A field that the policy wants kept of a case, and what is known of it. */
export interface RecordField {
  readonly field: string;
  readonly clauses: readonly string[];
  /** What the case's events say; null = not recorded yet. */
  readonly value: string | null;
  /** The only values, where the policy names them; empty = any. */
  readonly options: readonly string[];
  /** The case can't be closed without it. */
  readonly isRequired: boolean;
  /** Counted, never typed. */
  readonly isComputed: boolean;
  /** Somebody is to be reminded of it. */
  readonly reminds: boolean;
}

/** Every field of the policy's records, in its order, as the case stands at `now`. */
export function recordFields(file: CaseFile, policy: Policy, now: Instant): readonly RecordField[] {
  return policy.records.map(({ field, clause, value, options = [], required, computed, remind }) => ({
    field,
    clauses: clause.map((one) => clauseId(policy, one)),
    value: value ?? recordedValue(file, field, now),
    options,
    isRequired: required === 'close',
    isComputed: computed ?? false,
    reminds: remind ?? false,
  }));
}

/**
 * What a case says of a field: from its own events where they know it, otherwise as somebody recorded it. Null where
 * nobody did. `now` ends the counts that are still running.
 */
export function recordedValue(file: CaseFile, field: string, now: Instant): string | null {
  const known = FROM_EVENTS[field]?.(file, now) ?? null;
  if (known !== null && known !== '') return known;
  const record = file.fields.find((one) => one.field === field);
  if (!record) return null;
  return [...record.values, record.text].filter((part) => part !== '').join(', ') || null;
}

type FromEvents = (file: CaseFile, now: Instant) => string | null;

/** Fields that the events of a case already hold; several policies name the same thing differently. */
const FROM_EVENTS: Readonly<Record<string, FromEvents>> = {
  about: ({ points }) => points.map(({ text }) => text).join(' / '),
  'original-complaint': ({ messages }) => messages[0]?.text ?? null,
  correspondence: ({ messages, drafts }) => (messages.length > 0 ? String(messages.length + drafts.length) : null),
  'received-at': ({ receivedAt }) => receivedAt,
  stage: (file) => currentStage(file)?.stage ?? null,
  channel: ({ messages }) => messages[0]?.channel ?? null,
  'outcome-sought': ({ wants }) => wants,
  'agreed-outcome': ({ agreed }) => agreed?.what ?? null,
  'agreed-date': ({ agreed }) => agreed?.by ?? null,
  representative: ({ representative }) => representative?.name ?? null,
  'authority-held': authority,
  'authority-method': authority,
  'choice-offered': ({ choice }) => choice.offeredAt,
  'contact-made': (file) => currentStage(file)?.contactMade ?? null,
  adjustments: ({ adjustments }) => adjustments.join(' / '),
  actions: ({ actions }) => actions.map(({ what }) => what).join(' / '),
  learning: ({ learning }) => learning.join(' / '),
  restriction: ({ restriction }) => restriction?.what ?? null,
  'refusal-reason': ({ refusal }) => refusal?.reason ?? null,
  outcome: outcomes,
  'how-resolved': (file, now) => outcomes(file, now) ?? file.agreed?.what ?? null,
  'days-to-resolve': ({ receivedAt, closed }, now) =>
    String(daysBetween(localDate(receivedAt), localDate(closed?.at ?? now))),
  'contact-count': ({ messages }) => String(messages.length),
};

function authority({ representative }: CaseFile): string | null {
  const held = representative?.authority ?? 'none';
  return held === 'none' || held === 'asked-for' ? null : held;
}

function outcomes({ answers, closed }: CaseFile, _now: Instant): string | null {
  const decided = [...new Set(answers.map(({ outcome }) => outcome))].join(', ');
  return decided !== '' ? decided : closed?.how === 'resolved' ? closed.reason : null;
}
