import type { CaseFile, StageRecord } from './case-file.ts';
import { ERASED, type EventOf, type EventType } from './event.ts';

type StageType = Extract<
  EventType,
  | 'acknowledged'
  | 'contact-made'
  | 'contact-tried'
  | 'extension-proposed'
  | 'extension-agreed'
  | 'extension-refused'
  | 'response-sent'
  | 'response-received'
  | 'handler-assigned'
  | 'reviewer-assigned'
  | 'panel-arranged'
>;
type StageEvent = { [Type in StageType]: EventOf<Type> }[StageType];

/** What happens at one stage of the case, put into that stage's record. */
export function foldStage(file: CaseFile, event: StageEvent): CaseFile {
  const stages = file.stages.map((record) => (record.stage === event.data.stage ? changed(record, event) : record));
  return event.type === 'handler-assigned'
    ? { ...file, stages, handler: event.personal?.name ?? ERASED }
    : { ...file, stages };
}

function changed(stage: StageRecord, event: StageEvent): StageRecord {
  switch (event.type) {
    case 'acknowledged': {
      const { promisedBy, known } = event.data;
      const text = event.personal?.text ?? ERASED;
      const acknowledgement = { eventId: event.id, at: event.occurredAt, promisedBy, known, text };
      return { ...stage, acknowledgements: [...stage.acknowledgements, acknowledgement] };
    }
    case 'contact-made':
      return stage.contactMade ? stage : { ...stage, contactMade: event.occurredAt, contactBy: event.data.channel };
    case 'contact-tried':
      return { ...stage, contactTries: [...stage.contactTries, event.occurredAt] };
    case 'extension-proposed': {
      const reason = event.personal?.reason ?? ERASED;
      return { ...stage, proposed: { at: event.occurredAt, newDate: event.data.newDate, reason } };
    }
    case 'extension-agreed': {
      const { newDate, exceptional } = event.data;
      const extension = { at: event.occurredAt, newDate, exceptional, reason: event.personal?.reason ?? ERASED };
      return { ...stage, extensions: [...stage.extensions, extension], proposed: null };
    }
    case 'extension-refused':
      return { ...stage, proposed: null };
    case 'response-sent': {
      const { channel, letterDate } = event.data;
      return { ...stage, response: { sentAt: event.occurredAt, receivedAt: null, channel, letterDate } };
    }
    case 'response-received':
      return { ...stage, response: stage.response && { ...stage.response, receivedAt: event.occurredAt } };
    case 'handler-assigned': {
      const handler = event.personal?.name ?? ERASED;
      return { ...stage, handler, handledBy: [...stage.handledBy, handler] };
    }
    case 'reviewer-assigned':
      return { ...stage, reviewer: event.personal?.name ?? ERASED };
    case 'panel-arranged':
      return { ...stage, panelOn: event.data.on, panelMembers: event.personal?.members ?? [] };
  }
}
