import type { CaseFile, CaseKind, CaseMessage, Closing, Refusal, StageRecord } from './case-file.ts';
import { ERASED, type CaseEvent, type EventOf } from './event.ts';
import type { RouteRecord } from './event-fields.ts';
import { foldHazard } from './fold-hazard.ts';
import { foldRecord } from './fold-record.ts';
import { foldStage } from './fold-stage.ts';
import { foldUndertaking } from './fold-undertaking.ts';
import type { Instant } from '../dates.ts';
import { identityIn } from './match.ts';

/** One more event: what the case is after it. */
export function fold(file: CaseFile, event: CaseEvent): CaseFile {
  switch (event.type) {
    case 'received':
    case 'joined':
      return { ...file, messages: [...file.messages, messageOf(event)] };
    case 'original-kept': {
      const { of, digest, bytes } = event.data;
      const original = { digest, bytes };
      // Two machines may both have kept one: the first is the one that is kept here.
      const keeps = ({ eventId, original: earlier }: CaseMessage): boolean => eventId === of && !earlier;
      return { ...file, messages: file.messages.map((one) => (keeps(one) ? { ...one, original } : one)) };
    }
    case 'logged':
      return foldLogged(file, event);
    case 'choice-offered':
      return { ...file, choice: { ...file.choice, offeredAt: file.choice.offeredAt ?? event.occurredAt } };
    case 'choice-answered': {
      const answered = { ...file, choice: { ...file.choice, answer: event.data.answer } };
      const { answer, staysOpen } = event.data;
      return answer === 'complain' || staysOpen ? answered : close(answered, event, 'not-now', '');
    }
    case 'service-request-became-complaint': {
      const { route } = event.data;
      const complaint: CaseFile = { ...file, kind: kindOf(route), route };
      return route.stage === null ? complaint : enter(complaint, route.stage, 'complaint', event.occurredAt);
    }
    case 'escalated':
      return foldEscalated(file, event);
    case 'acknowledged':
    case 'contact-made':
    case 'contact-tried':
    case 'extension-proposed':
    case 'extension-agreed':
    case 'extension-refused':
    case 'response-sent':
    case 'response-received':
    case 'handler-assigned':
    case 'reviewer-assigned':
    case 'panel-arranged':
      return foldStage(file, event);
    case 'service-request-recorded':
    case 'service-request-reviewed':
    case 'restriction-set':
    case 'date-set':
    case 'date-met':
    case 'action-promised':
    case 'action-done':
    case 'compensation-offered':
    case 'compensation-accepted':
    case 'compensation-paid':
      return foldUndertaking(file, event);
    case 'letter-inserted': {
      const { kind, promisedBy, way } = event.data;
      const text = event.personal?.text ?? ERASED;
      const draft = { kind, at: event.occurredAt, promisedBy, text, ...(way ? { way } : {}) };
      return { ...file, drafts: [...file.drafts, draft] };
    }
    case 'point-added':
      return event.personal
        ? { ...file, points: [...file.points, { ...event.personal.point, answered: false }] }
        : file;
    case 'point-answered': {
      const { point: answered, outcome } = event.data;
      const answer = { point: answered, outcome, reasons: event.personal?.answer ?? ERASED };
      return {
        ...file,
        answers: [...file.answers.filter(({ point }) => point !== answered), answer],
        points: file.points.map((point) => (point.id === answered ? { ...point, answered: true } : point)),
      };
    }
    case 'split':
      return {
        ...file,
        points: file.points.filter(({ id }) => !event.personal?.points.some((point) => point.id === id)),
      };
    case 'resolved':
      return close(file, event, 'resolved', event.data.outcome);
    case 'letter-sent':
      return { ...file, sent: [...file.sent, { kind: event.data.kind, at: event.occurredAt }] };
    case 'excluded': {
      const { rule, clauses, part } = event.data;
      const { reason, considered = null } = event.personal ?? { reason: ERASED };
      const refusal: Refusal = { what: 'complaint', reason, clauses, rule, considered, isPart: part === true };
      const refused = { ...file, refusal };
      return part ? refused : close(refused, event, 'excluded', reason);
    }
    case 'refused': {
      const { what, clauses } = event.data;
      const reason = event.personal?.reason ?? ERASED;
      const refusal: Refusal = { what, reason, clauses, rule: null, considered: null, isPart: false };
      const refused: CaseFile = { ...file, refusal };
      return what === 'complaint' ? close(refused, event, 'refused', reason) : refused;
    }
    case 'withdrawn':
      return close(file, event, 'withdrawn', event.personal?.reason ?? ERASED);
    case 'merged':
      return { ...close(file, event, 'merged', ''), mergedInto: event.data.into };
    case 'referred-to-ombudsman':
      return { ...file, ombudsmanReferences: [...file.ombudsmanReferences, event.data.ombudsmanReference] };
    case 'adjustment-recorded':
      return { ...file, adjustments: [...file.adjustments, event.personal?.what ?? ERASED] };
    case 'representative-recorded': {
      const { name = ERASED, address = '' } = event.personal ?? {};
      return { ...file, representative: { name, address, authority: event.data.authority } };
    }
    case 'hazard-reported':
    case 'made-safe':
    case 'hazard-investigated':
    case 'hazard-summary-sent':
    case 'further-work-started':
      return { ...file, hazards: foldHazard(file.hazards, event) };
    case 'form-completed':
      return { ...file, formCompletedAt: file.formCompletedAt ?? event.occurredAt };
    case 'field-recorded':
    case 'need-recorded':
    case 'rule-overridden':
      return foldRecord(file, event);
    case 'safeguarding-reported':
      return { ...file, safeguardingReportedAt: file.safeguardingReportedAt ?? event.occurredAt };
    case 'informal-resolution-agreed':
      return { ...file, agreed: { what: event.personal?.what ?? ERASED, by: event.data.by } };
    case 'learning-recorded':
      return { ...file, learning: [...file.learning, event.personal?.what ?? ERASED] };
    // These stand in the timeline; nothing that is folded follows from them.
    case 'note-added':
    case 'corrected':
    case 'undone':
      return file;
    case 'erased':
      return { ...file, messages: file.messages.map((one) => withoutOriginal(one, event.data.of)), isErased: true };
  }
}

function foldLogged(file: CaseFile, { data, personal }: EventOf<'logged'>): CaseFile {
  const { policy, route, track, reading, enteredBy } = data;
  const opened: CaseFile = {
    ...file,
    policy,
    route,
    track,
    reading,
    kind: kindOf(route),
    signals: reading?.signals ?? [],
    complainant: personal?.complainant ?? null,
    points: (personal?.points ?? []).map((point) => ({ ...point, answered: false })),
    wants: personal?.wants ?? null,
    handler: personal?.handler ?? file.handler,
    hazards: { ...file.hazards, kinds: reading?.hazards ?? [] },
  };
  // Clocks run from receipt, however late it is logged (GEN-8).
  return route.stage === null ? opened : enter(opened, route.stage, enteredBy, file.receivedAt);
}

function foldEscalated(file: CaseFile, { data, personal, occurredAt }: EventOf<'escalated'>): CaseFile {
  const points = personal && personal.points.length > 0 ? personal.points : file.points;
  const reopened: CaseFile = {
    ...file,
    closed: null,
    route: data.route,
    wants: personal?.wants ?? file.wants,
    points: points.map((point) => ({ ...point, answered: false })),
    answers: [],
    refusal: null,
    // The next stage is somebody else's (7.7; Code 6.13).
    handler: null,
  };
  return data.route.stage === null ? reopened : enter(reopened, data.route.stage, 'escalation', occurredAt);
}

function messageOf({ id, occurredAt, data, personal }: EventOf<'received'> | EventOf<'joined'>): CaseMessage {
  const { channel, threadId, datedAt } = data;
  return {
    eventId: id,
    receivedAt: occurredAt,
    ...(datedAt ? { datedAt } : {}),
    channel,
    ...identityIn({ data, personal }),
    threadId,
    from: personal?.from ?? null,
    subject: personal?.subject ?? ERASED,
    text: personal?.text ?? ERASED,
    attachments: personal?.attachments ?? [],
  };
}

function withoutOriginal(message: CaseMessage, erased: readonly string[]): CaseMessage {
  const { original, ...rest } = message;
  return original && erased.includes(message.eventId) ? rest : message;
}

function kindOf({ to, stage }: RouteRecord): CaseKind {
  if (stage !== null) return 'complaint';
  switch (to) {
    case 'request':
      return 'service-request';
    case 'enquiry':
    case 'contact':
    case 'elsewhere':
      return to;
    default:
      return 'complaint';
  }
}

function enter(file: CaseFile, stage: string, enteredBy: StageRecord['enteredBy'], enteredAt: Instant): CaseFile {
  const record: StageRecord = {
    stage,
    enteredBy,
    enteredAt,
    handler: file.handler,
    handledBy: file.handler === null ? [] : [file.handler],
    reviewer: null,
    contactMade: null,
    contactBy: null,
    contactTries: [],
    acknowledgements: [],
    extensions: [],
    response: null,
    proposed: null,
    panelOn: null,
    panelMembers: [],
  };
  return { ...file, stages: [...file.stages, record] };
}

function close(file: CaseFile, { occurredAt }: CaseEvent, how: Closing['how'], reason: string): CaseFile {
  return { ...file, closed: { at: occurredAt, how, reason } };
}
