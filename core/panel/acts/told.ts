import type { CaseEvent, EventOf, EventType } from '../../case/event.ts';
import { ERASED } from '../../case/event.ts';
import type { CaseFile } from '../../case/case-file.ts';
import { referenceOf } from '../../case/reference.ts';
import { listInWords, panelDate, panelMoment, upperFirst } from '../../date-words.ts';
import type { IsoDate } from '../../dates.ts';
import { sizeInWords } from '../../size-words.ts';
import type { Policy } from '../../policy/policy.ts';
import { byChannel } from '../channel-words.ts';
import { clauseNumber } from '../../policy/clause-words.ts';
import { letterTitle } from '../letter-words.ts';
import { poundsOf, stageName } from './fields.ts';

/** What an entry's words are told with. */
export interface Telling {
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly today: IsoDate;
  readonly events: readonly CaseEvent[];
}

type Teller<Type extends EventType> = (event: EventOf<Type>, telling: Telling) => string;

const OUT = {
  phone: 'by phone',
  visit: 'in person',
  email: 'by email',
  post: 'by post',
  other: 'another way',
} as const;

/** Every kind of entry in plain words: what happened. What a person wrote comes after it, as it was written. */
const TELLERS: { readonly [Type in EventType]: Teller<Type> } = {
  received: ({ data }) => `Received ${byChannel(data.channel)}.`,
  joined: ({ data }) => `They wrote or rang again, ${byChannel(data.channel)}.`,
  logged: ({ data, personal }, { policy }) =>
    [
      data.route.stage === null ? 'Logged.' : `${upperFirst(stageName(policy, data.route.stage))} logged.`,
      personal?.handler == null ? '' : `Handler: ${personal.handler}.`,
      data.overruled ? 'A person decided otherwise than Duly read it.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  'original-kept': ({ data }) => `The email kept as a file (.eml, ${sizeInWords(data.bytes)}).`,
  'choice-offered': ({ data }) =>
    `The choice to complain was offered${{ 'in-letter': ' in a letter', asked: ' by asking', 'in-message': '; they had said it themselves' }[data.how]}.`,
  'choice-answered': ({ data }) =>
    data.answer === 'complain' ? 'They wish to complain.' : 'They don’t wish to complain now.',
  'service-request-recorded': ({ data }, { today }) =>
    `Recorded as a request${data.checkBackOn === null ? '' : `, to look at again on ${panelDate(data.checkBackOn, today)}`}.`,
  'service-request-reviewed': ({ data }, { today }) =>
    `Checked back on the request${data.checkBackOn === null ? '' : `; again on ${panelDate(data.checkBackOn, today)}`}.`,
  'service-request-became-complaint': (_event, { policy, file }) =>
    `Taken as a complaint: ${stageName(policy, file.stages[0]?.stage ?? '')}.`,
  acknowledged: ({ data }, { today }) =>
    [
      data.corrects === null ? 'Acknowledgement sent' : 'Correction of the acknowledgement sent',
      ` ${OUT[data.channel]}`,
      data.promisedBy === null ? '' : `, promising an answer by ${panelDate(data.promisedBy, today)}`,
      data.known === 'as-inserted' ? '. As inserted; it may have been edited before it went.' : '.',
    ].join(''),
  'letter-inserted': ({ data }) =>
    `${letterTitle(data.kind)} ${data.way === 'post' ? 'made for the post. Not known to be posted.' : 'put into the reply. Not known to be sent.'}`,
  'letter-sent': ({ data }) => `${letterTitle(data.kind)} sent ${OUT[data.channel]}.`,
  'contact-made': ({ data }) => `Contact made ${OUT[data.channel]}.`,
  'contact-tried': ({ data }) => `Tried to reach them ${OUT[data.channel]}, no answer.`,
  'point-added': () => 'Point added:',
  'point-answered': ({ data }, { file }) =>
    `Point answered, ${spelled(data.outcome)}: ${file.points.find(({ id }) => id === data.point)?.text ?? ''}`.trim(),
  'extension-proposed': ({ data }, { today }) =>
    `Extension proposed, to ${panelDate(data.newDate, today)}. The date moves when its letter is sent.`,
  'extension-agreed': ({ data }, { today }) =>
    [
      `Extended to ${panelDate(data.newDate, today)}.`,
      data.exceptional ? 'Beyond the usual limit.' : '',
      data.ombudsmanDetailsGiven
        ? 'They were given the Ombudsman’s details.'
        : 'The Ombudsman’s details were not given.',
    ]
      .filter(Boolean)
      .join(' '),
  'extension-refused': () => 'The proposed extension isn’t given.',
  'response-sent': ({ data }, { policy }) =>
    `Response sent ${OUT[data.channel]}, ${stageName(policy, data.stage)}${data.outcome === null ? '' : `, ${spelled(data.outcome)}`}.`,
  'response-received': () => 'They have the response.',
  escalated: ({ data }, { policy }) =>
    `${data.route.stage === null ? 'Next stage' : upperFirst(stageName(policy, data.route.stage))} asked for${data.reasonsGiven ? '' : ', without reasons; none are needed'}.`,
  'handler-assigned': ({ personal }) => `Handler: ${personal?.name ?? ERASED}.`,
  'reviewer-assigned': ({ personal }) => `Reviewer: ${personal?.name ?? ERASED}.`,
  'panel-arranged': ({ data, personal }, { today }) =>
    `Panel arranged for ${panelDate(data.on, today)}${personal && personal.members.length > 0 ? `: ${listInWords(personal.members)}` : ''}.`,
  'informal-resolution-agreed': ({ data }, { today }) =>
    `Agreed how to settle it${data.by === null ? '' : `, by ${panelDate(data.by, today)}`}.`,
  resolved: ({ data }) => `Closed as resolved: ${spelled(data.outcome)}.`,
  excluded: ({ data }) =>
    `${data.part ? 'A part was' : 'Closed: it was'} left out of the procedure${clausesOf(data.clauses)}.`,
  refused: ({ data }) =>
    `${data.what === 'complaint' ? 'Closed: the complaint was refused' : 'The next stage was refused'}${clausesOf(data.clauses)}.`,
  withdrawn: () => 'Closed: the resident withdrew it.',
  'referred-to-ombudsman': ({ data }) => `With the Ombudsman, reference ${data.ombudsmanReference}.`,
  'action-promised': ({ data, personal }, { today }) =>
    `Promised${data.by === null ? '' : ` by ${panelDate(data.by, today)}`}${personal?.who ? `, ${personal.who}` : ''}:`,
  'action-done': ({ data }, { file }) =>
    `Done: ${file.actions.find(({ id }) => id === data.action)?.what ?? 'an action'}.`,
  'compensation-offered': ({ data }) => `${poundsOf(data.pence)} offered.`,
  'compensation-accepted': ({ data }, { file }) => `${offer(data.offer, file)} accepted.`,
  'compensation-paid': ({ data }) => `${poundsOf(data.pence)} paid.`,
  'adjustment-recorded': () => 'What they need from us:',
  'representative-recorded': ({ data, personal }) =>
    `${personal?.name ?? ERASED} speaks for them. ${AUTHORITY[data.authority]}`,
  'restriction-set': ({ data }, { today }) =>
    `Contact restricted${data.reviewOn === null ? '' : `, to be looked at again on ${panelDate(data.reviewOn, today)}`}.`,
  'hazard-reported': ({ personal }) => `Danger reported${personal?.to ? ` to ${personal.to}` : ''}.`,
  'made-safe': () => 'Made safe.',
  'hazard-investigated': ({ data }) =>
    data.confirmed ? 'Investigated: there is a danger.' : 'Investigated: there is no danger.',
  'hazard-summary-sent': () => 'Written summary of the investigation sent.',
  'further-work-started': () => 'Further work started.',
  'safeguarding-reported': ({ personal }) => `Safeguarding lead told${personal?.to ? `: ${personal.to}` : ''}.`,
  'learning-recorded': () => 'What we learnt:',
  'form-completed': () => 'Complaint form filled in.',
  'field-recorded': ({ data }) =>
    `${upperFirst(spelled(data.field))}: ${data.values.map(spelled).join(', ')}`.replace(/: $/, ':'),
  'need-recorded': ({ data }) => `Said to be so: ${[spelled(data.need), ...data.chosen].join(', ')}.`,
  'rule-overridden': ({ data }) => `Went on although a rule of the policy holds it back${clausesOf(data.clauses)}.`,
  'note-added': () => 'Note:',
  corrected: ({ data }, telling) =>
    `Correction${data.occurredAt === null ? '' : `, it was ${panelMoment(data.occurredAt, telling.today)}`} of: ${ofEntry(data.of, telling)}`,
  'date-set': ({ data }, { today }) => `Date set, ${panelDate(data.due, today)}:`,
  'date-met': ({ data }, { file }) =>
    `Done: ${file.handDates.find(({ id }) => id === data.date)?.what ?? 'a set date'}.`,
  split: ({ data }) => `Points split off into a case of their own, ${referenceOf(data.into)}.`,
  merged: ({ data }) => `Merged into another case, ${referenceOf(data.into)}.`,
  undone: ({ data }, telling) => `Taken back: ${data.of.map((id) => ofEntry(id, telling)).join(' ')}`,
  erased: ({ data }) => `Personal data erased: ${data.basis}.`,
};

const AUTHORITY = {
  written: 'Authority held in writing.',
  visit: 'Authority given at a visit.',
  call: 'Authority given by telephone.',
  'asked-for': 'Authority asked for.',
  none: 'No authority held yet.',
} as const;

/** What a person wrote into an entry, shown as it was written; empty for nothing. */
export function written(event: CaseEvent): string {
  const { personal } = event;
  if (personal === null) return ERASED;
  switch (event.type) {
    case 'point-added':
      return event.personal?.point.text ?? '';
    case 'contact-made':
    case 'contact-tried':
    case 'service-request-reviewed':
    case 'resolved':
    case 'action-done':
    case 'hazard-investigated':
    case 'need-recorded':
      return event.personal?.note ?? '';
    case 'point-answered':
      return event.personal?.answer ?? '';
    case 'extension-proposed':
    case 'extension-agreed':
    case 'extension-refused':
    case 'excluded':
    case 'refused':
    case 'withdrawn':
    case 'compensation-offered':
    case 'restriction-set':
    case 'rule-overridden':
    case 'corrected':
    case 'logged':
      return event.personal?.reason ?? '';
    case 'service-request-recorded':
    case 'informal-resolution-agreed':
    case 'action-promised':
    case 'adjustment-recorded':
    case 'further-work-started':
    case 'learning-recorded':
    case 'date-set':
      return event.personal?.what ?? '';
    case 'made-safe':
      return event.personal?.how ?? '';
    case 'note-added':
    case 'field-recorded':
    case 'form-completed':
      return event.personal?.text ?? '';
    default:
      return '';
  }
}

/** An entry in plain words, without what a person wrote into it. */
export function told(event: CaseEvent, telling: Telling): string {
  // The table has a teller for each type; TypeScript can't pair the two by itself.
  const teller = TELLERS[event.type] as Teller<EventType>;
  return teller(event, telling);
}

function ofEntry(id: string, telling: Telling): string {
  const event = telling.events.find((one) => one.id === id);
  if (!event) return 'an entry';
  return told(event, { ...telling, events: telling.events.filter((one) => one.id !== id) });
}

function offer(id: string, { compensation }: CaseFile): string {
  const found = compensation.find((one) => one.id === id);
  return found ? poundsOf(found.pence) : 'Compensation';
}

function clausesOf(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : ` (${listInWords([...new Set(clauses.map(clauseNumber))])})`;
}

function spelled(key: string): string {
  return key.replaceAll('-', ' ');
}
