/** What is the landlord's to do by a date. */
export const LANDLORDS_DUTIES = [
  'acknowledge',
  'contact',
  'action-plan',
  'respond',
  'panel',
  'enquiry-respond',
  'extended-respond-by',
  'restriction-review',
  'make-safe',
  'investigate',
  'written-summary',
  'safety-work',
  'further-work',
] as const;

/** What is to be done by a date: the landlord's duties first, then the resident's windows, and from when. */
export const DUTIES = [...LANDLORDS_DUTIES, 'escalate-by', 'complain-by', 'ombudsman-from'] as const;
