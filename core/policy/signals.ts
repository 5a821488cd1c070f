/**
 * The vocabulary that recogniser, register and policies share. A policy's conditions may name only these, so that a
 * typing slip is refused when the policy is read and never becomes a rule that cannot hold.
 */
export const SIGNALS = {
  /** Read from the new text of the message. */
  message: [
    'dissatisfaction',
    'asks-formal',
    'not-satisfied-with-response',
    'still-dissatisfied',
    'first-request',
    'information-request',
    'support-request',
    'asb-report',
    'asb-handling',
    'staff-conduct',
    'health-safety',
    'safeguarding',
    'building-safety',
    'contractor',
    'contractor-approached',
    'not-responsible',
    'how-we-supported',
    'rent-level',
    'service-charge-work-quality',
    'decision-appeal',
    'legal-action',
    'claim-issued',
    'court-heard',
    'tribunal-service-charge',
    'insurance-claim',
    'employment',
    'about-policy',
    'policy-application',
    'care',
    'kehfa',
    'other-council-service',
    'recurring',
    'anonymous',
    'group',
    'deceased',
    'abusive',
    'new-issue',
    'new-information',
    'emergency-hazard',
    'damp-and-mould',
  ],
  /** Read from who wrote it, or to whom. */
  sender: ['mp', 'councillor', 'lawyer', 'ombudsman', 'regulator', 'executive-contact', 'survey', 'job-applicant'],
  /** Known from the register, and who the complainant is. */
  register: [
    'already-open',
    'already-considered',
    'case-exhausted',
    'repeat-of-exhausted',
    'response-issued',
    'restricted',
    'special-arrangements',
    'tenant',
    'leaseholder',
    'housing-applicant',
  ],
  /** Ticked by a member of staff. */
  staff: [
    'complex-policy',
    'general-law',
    'known-and-not-raised',
    'new-evidence',
    'would-delay',
    'handled-differently',
    'doubt',
    'panel-bypass',
  ],
} as const;

export type Signal = (typeof SIGNALS)[keyof typeof SIGNALS][number];

const known: ReadonlySet<string> = new Set(Object.values(SIGNALS).flat());

export function isSignal(text: string): text is Signal {
  return known.has(text);
}
