/** Where a person fills in a field that a letter lacks: on the case, in the settings, in the policy, or in the letter itself. */
export type FieldPlace = 'case' | 'settings' | 'policy' | 'letter';

/**
 * How an officer types a field into a letter (`LetterRequest.entries`, by its path). `text` may have paragraphs; `date` is
 * YYYY-MM-DD; `lines` one thing a line; `decision` is `upheld`, `partly-upheld`, `not-upheld` or words; `actions` a line
 * each: what | who | YYYY-MM-DD, or `none`; `money` a line each: pounds | what for.
 */
export type FieldInput = 'line' | 'text' | 'date' | 'lines' | 'decision' | 'actions' | 'money';

/** A field that a letter can show: what it is called, and where it comes from. */
export interface Field {
  readonly path: string;
  readonly label: string;
  readonly place: FieldPlace;
  /** Missing for what is counted, or comes from the case, the settings or the policy alone. */
  readonly input?: FieldInput;
  /** What belongs into it, for the person who types it. */
  readonly hint?: string;
  /** The field that is typed where this one is missing: a sum is counted from the offers. */
  readonly from?: string;
}

/** Every field that a template may name. One that isn't here is refused when the policy is read. */
export const FIELDS: readonly Field[] = [
  { path: 'resident.name', label: 'Resident’s name', place: 'case', input: 'line' },
  { path: 'representative.name', label: 'Name of the person who writes for them', place: 'case' },
  { path: 'postal.address', label: 'Postal address', place: 'case', input: 'lines', hint: 'As on an envelope.' },
  { path: 'case.reference', label: 'Case reference', place: 'case' },
  { path: 'case.receivedOn', label: 'Day received', place: 'case' },
  { path: 'case.writtenOn', label: 'Day that the message bears', place: 'case' },
  { path: 'case.channel', label: 'How it came', place: 'case' },
  { path: 'case.stage', label: 'Stage', place: 'case' },
  { path: 'stage.next', label: 'Next stage', place: 'policy' },
  { path: 'points', label: 'What is complained of, point by point', place: 'case' },
  { path: 'wants', label: 'Outcome wanted', place: 'case' },
  { path: 'responsibility', label: 'What is ours to answer', place: 'case' },
  { path: 'handler.name', label: 'Handler', place: 'case' },
  { path: 'handler.team', label: 'Handler’s team', place: 'policy' },
  { path: 'dates.sentOn', label: 'Day of this letter', place: 'case' },
  { path: 'dates.contactBy', label: 'Day to make contact by', place: 'case' },
  {
    path: 'dates.respondBy',
    label: 'Day to answer by',
    place: 'case',
    input: 'date',
    hint: 'The policy gives none, or it is past.',
  },
  { path: 'dates.wasDue', label: 'Day on which the answer was due', place: 'case' },
  { path: 'dates.acknowledgeWasDue', label: 'Day on which the acknowledgement was due', place: 'case' },
  { path: 'dates.panelBy', label: 'Day to hold the panel by', place: 'case' },
  {
    path: 'dates.enquiryBy',
    label: 'Day to answer the enquiry by',
    place: 'case',
    input: 'date',
    hint: 'The policy gives none, or it is past.',
  },
  { path: 'dates.checkBack', label: 'Day to check back', place: 'case' },
  { path: 'dates.escalateBy', label: 'Last day to ask for the next stage', place: 'case' },
  { path: 'dates.ombudsmanFrom', label: 'First day to go to the Ombudsman', place: 'case' },
  { path: 'dates.ombudsmanUntil', label: 'Last day to go to the Ombudsman', place: 'case' },
  { path: 'earlier.sentOn', label: 'Day of the earlier letter', place: 'case' },
  { path: 'earlier.promisedBy', label: 'Answer date in the earlier letter', place: 'case' },
  { path: 'previous.answeredOn', label: 'Day of the answer before', place: 'case', input: 'date' },
  {
    path: 'previous.handler',
    label: 'Who dealt with it at the stage before',
    place: 'letter',
    input: 'line',
    hint: 'Where it is somebody else now, the letter says so.',
  },
  { path: 'previous.stage', label: 'Stage of the answer before', place: 'case' },
  { path: 'previous.reference', label: 'Reference of the answer before', place: 'letter', input: 'line' },
  {
    path: 'danger.done',
    label: 'What was done today about the danger',
    place: 'letter',
    input: 'text',
    hint: 'Who was sent, and when they come. Stands first in the letter.',
  },
  { path: 'apology', label: 'The apology', place: 'letter', input: 'text', hint: 'For what you found we got wrong.' },
  { path: 'remedy', label: 'How it is put right', place: 'letter', input: 'text', hint: 'What, and by when.' },
  { path: 'compensation.total', label: 'Compensation in all', place: 'case', from: 'offers' },
  { path: 'compensation.payBy', label: 'Day to pay by', place: 'letter', input: 'date' },
  {
    path: 'compensation.approvedBy',
    label: 'Who approved the offer',
    place: 'letter',
    input: 'line',
    hint: 'Name and post.',
  },
  { path: 'offers', label: 'Compensation offered', place: 'case', input: 'money', hint: 'A line each: 150 | delay' },
  {
    path: 'actions',
    label: 'What we will do, who and by when',
    place: 'case',
    input: 'actions',
    hint: 'A line each: what | who | date. Write none where nothing is left to do.',
  },
  { path: 'learning', label: 'What we learnt', place: 'case', input: 'text' },
  { path: 'review.firstAnswer', label: 'How the first answer was handled', place: 'letter', input: 'text' },
  { path: 'extension.oldDate', label: 'Answer date before', place: 'case' },
  { path: 'extension.newDate', label: 'New answer date', place: 'case', input: 'date' },
  { path: 'extension.reason', label: 'Why it takes longer', place: 'case', input: 'text', hint: 'Not workload alone.' },
  { path: 'extension.soFar', label: 'What was done so far', place: 'letter', input: 'text' },
  {
    path: 'extension.updates',
    label: 'How often you will report',
    place: 'letter',
    input: 'line',
    hint: 'every Friday',
  },
  { path: 'refusal.reason', label: 'Why it isn’t taken as a complaint', place: 'case', input: 'text' },
  { path: 'refusal.clause', label: 'What the policy says about it', place: 'case' },
  { path: 'refusal.considered', label: 'What you weighed in this case', place: 'letter', input: 'text' },
  { path: 'refusal.accepted', label: 'What of it is taken up all the same', place: 'letter', input: 'text' },
  { path: 'instead.what', label: 'What they can do instead', place: 'letter', input: 'text' },
  { path: 'instead.who', label: 'Who can help', place: 'letter', input: 'line' },
  { path: 'instead.contact', label: 'How to reach them', place: 'letter', input: 'line' },
  { path: 'signpost.reason', label: 'Why it isn’t ours', place: 'letter', input: 'text' },
  { path: 'contractor.name', label: 'The contractor’s name', place: 'letter', input: 'line' },
  { path: 'contractor.contact', label: 'How to reach the contractor', place: 'letter', input: 'line' },
  { path: 'agreed.what', label: 'What was agreed', place: 'case', input: 'text' },
  { path: 'agreed.by', label: 'When it is done by', place: 'case', input: 'date' },
  {
    path: 'request.next',
    label: 'What happens next',
    place: 'letter',
    input: 'text',
    hint: 'Who comes or rings, and when.',
  },
  { path: 'enquiry.constituent', label: 'Whom the enquiry is about', place: 'letter', input: 'line' },
  { path: 'members', label: 'Everybody named in the complaint', place: 'letter', input: 'lines' },
  { path: 'panel.on', label: 'Day of the panel', place: 'case', input: 'date' },
  { path: 'panel.members', label: 'Who sits on the panel', place: 'case', input: 'line' },
  { path: 'panel.whyNot', label: 'Why the panel can’t decide otherwise', place: 'letter', input: 'text' },
  { path: 'plan', label: 'The action to follow', place: 'letter', input: 'text' },
  { path: 'differently.how', label: 'How it is handled', place: 'letter', input: 'text' },
  { path: 'differently.why', label: 'Why it is handled differently', place: 'letter', input: 'text' },
  { path: 'closing.reason', label: 'How it ended', place: 'case', input: 'text' },
  {
    path: 'closing.earlier',
    label: 'The complaint that was closed',
    place: 'letter',
    input: 'line',
    hint: 'Its date or reference.',
  },
  { path: 'managed', label: 'How it is being managed', place: 'letter', input: 'text' },
  { path: 'meeting.on', label: 'Day of the meeting', place: 'letter', input: 'date' },
  { path: 'meeting.time', label: 'Time of the meeting', place: 'letter', input: 'line', hint: '10 o’clock' },
  { path: 'meeting.place', label: 'Place of the meeting', place: 'letter', input: 'line' },
  { path: 'restriction.what', label: 'What is restricted', place: 'case', input: 'text' },
  { path: 'restriction.reason', label: 'Why it is restricted', place: 'case', input: 'text' },
  { path: 'restriction.decidedBy', label: 'Who decided it', place: 'letter', input: 'line', hint: 'Name and post.' },
  { path: 'restriction.criteria', label: 'What the policy names, and what happened', place: 'letter', input: 'text' },
  { path: 'restriction.contact', label: 'The one person to contact', place: 'letter', input: 'line' },
  { path: 'restriction.reviewOn', label: 'Day of the review', place: 'case', input: 'date' },
  { path: 'policy.link', label: 'Where the policy can be read', place: 'policy', input: 'line' },
  { path: 'policy.easyRead', label: 'Where the easy read version is', place: 'letter', input: 'line' },
  { path: 'citizensAdvice.contact', label: 'How to reach Citizens Advice', place: 'policy' },
  { path: 'officer.name', label: 'Your name', place: 'settings' },
  { path: 'officer.team', label: 'Your team', place: 'settings' },
  { path: 'officer.phone', label: 'Your phone number', place: 'settings' },
  { path: 'officer.email', label: 'Your email address', place: 'settings' },
  { path: 'emergency.phone', label: 'Emergency repairs number', place: 'settings' },
  { path: 'landlord.name', label: 'The landlord’s name', place: 'settings' },
  { path: 'landlord.phone', label: 'The landlord’s phone number', place: 'settings' },
  { path: 'landlord.email', label: 'The landlord’s email address', place: 'policy' },
  { path: 'landlord.form', label: 'The landlord’s web address', place: 'policy' },
  { path: 'landlord.post', label: 'The landlord’s postal address', place: 'settings' },
  { path: 'ombudsman.phone', label: 'The Ombudsman’s phone number', place: 'policy' },
  { path: 'ombudsman.form', label: 'The Ombudsman’s web address', place: 'policy' },
  { path: 'ombudsman.post', label: 'The Ombudsman’s address', place: 'policy' },
  { path: 'regulator.phone', label: 'The Building Safety Regulator’s phone number', place: 'policy' },
  { path: 'regulator.form', label: 'The Building Safety Regulator’s web address', place: 'policy' },
  { path: 'careRegulator.phone', label: 'The care regulator’s phone number', place: 'policy' },
  { path: 'careRegulator.form', label: 'The care regulator’s web address', place: 'policy' },
  {
    path: 'careOmbudsman.phone',
    label: 'The Local Government and Social Care Ombudsman’s phone number',
    place: 'policy',
  },
  {
    path: 'careOmbudsman.form',
    label: 'The Local Government and Social Care Ombudsman’s web address',
    place: 'policy',
  },
];

/** The fields of a point or an action, which carry its id: `point.2.reasons`. */
const EACH: readonly { readonly test: RegExp; readonly label: string; readonly input: FieldInput }[] = [
  { test: /^point\..{1,80}\.decision$/, label: 'Decision on the point', input: 'decision' },
  { test: /^point\..{1,80}\.reasons$/, label: 'Reasons for the decision', input: 'text' },
  { test: /^action\..{1,80}\.who$/, label: 'Who does it', input: 'line' },
  { test: /^action\..{1,80}\.by$/, label: 'By when it is done', input: 'date' },
  { test: /^action\..{1,80}\.news$/, label: 'How far it is', input: 'line' },
];

/** The field of a path; null where there is none. */
export function fieldNamed(path: string): Field | null {
  const fixed = FIELDS.find((field) => field.path === path);
  if (fixed) return fixed;
  const each = EACH.find(({ test }) => test.test(path));
  return each ? { path, label: each.label, place: 'case', input: each.input } : null;
}

/** What a template may go through with `for`, and the name and parts of one item. */
export const LISTS: Readonly<Record<string, { readonly item: string; readonly parts: readonly string[] }>> = {
  points: { item: 'point', parts: ['text', 'quoted', 'decision', 'reasons', 'upheld', 'partly', 'notUpheld'] },
  actions: { item: 'action', parts: ['what', 'who', 'by', 'done', 'doneOn', 'late', 'news'] },
  offers: { item: 'offer', parts: ['amount', 'reason'] },
  adjustments: { item: 'adjustment', parts: ['text', 'quoted'] },
  members: { item: 'member', parts: ['name'] },
};
