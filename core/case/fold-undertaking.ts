import type { CaseFile, HandDate } from './case-file.ts';
import { ERASED, type EventOf, type EventType } from './event.ts';

type UndertakingType = Extract<
  EventType,
  | 'service-request-recorded'
  | 'service-request-reviewed'
  | 'restriction-set'
  | 'date-set'
  | 'date-met'
  | 'action-promised'
  | 'action-done'
  | 'compensation-offered'
  | 'compensation-accepted'
  | 'compensation-paid'
>;
type UndertakingEvent = { [Type in UndertakingType]: EventOf<Type> }[UndertakingType];

/** What the landlord has undertaken: dates set by hand, actions promised, money offered. */
export function foldUndertaking(file: CaseFile, event: UndertakingEvent): CaseFile {
  switch (event.type) {
    case 'service-request-recorded': {
      // They chose not to complain: the complaint's clocks end, and the request goes on by its own date.
      const isInstead = file.choice.answer === 'not-now';
      const recorded: CaseFile = { ...file, kind: 'service-request', stages: isInstead ? [] : file.stages };
      const { checkBackOn, clauses } = event.data;
      if (checkBackOn === null) return recorded;
      return withHandDate(recorded, { id: event.id, due: checkBackOn, clauses, what: 'Check back on the request' });
    }
    case 'service-request-reviewed': {
      const { checkBackOn } = event.data;
      const met = {
        ...file,
        handDates: file.handDates.map((date) => ({ ...date, metAt: date.metAt ?? event.occurredAt })),
      };
      if (checkBackOn === null) return met;
      return withHandDate(met, { id: event.id, due: checkBackOn, clauses: [], what: 'Check back on the request' });
    }
    case 'restriction-set': {
      const { reviewOn } = event.data;
      const { what = ERASED, reason = ERASED } = event.personal ?? {};
      const restriction = { at: event.occurredAt, what, reason, reviewOn };
      const restricted = { ...file, restrictedAt: event.occurredAt, restriction };
      if (reviewOn === null) return restricted;
      return withHandDate(restricted, { id: event.id, due: reviewOn, clauses: [], what: 'Review the restriction' });
    }
    case 'date-set': {
      const { date, due, clauses, asker } = event.data;
      const what = event.personal?.what ?? ERASED;
      return withHandDate(file, { id: date, due, clauses, what, ...(asker && { asker }) });
    }
    case 'date-met': {
      const met = event.data.date;
      return {
        ...file,
        handDates: file.handDates.map((date) => (date.id === met ? { ...date, metAt: event.occurredAt } : date)),
      };
    }
    case 'action-promised': {
      const { action, by } = event.data;
      const { what = ERASED, who = ERASED } = event.personal ?? {};
      return { ...file, actions: [...file.actions, { id: action, what, who, by, doneAt: null }] };
    }
    case 'action-done': {
      const done = event.data.action;
      return {
        ...file,
        actions: file.actions.map((action) => (action.id === done ? { ...action, doneAt: event.occurredAt } : action)),
      };
    }
    case 'compensation-offered': {
      const { offer, pence } = event.data;
      const reason = event.personal?.reason ?? ERASED;
      return {
        ...file,
        compensation: [...file.compensation, { id: offer, pence, reason, acceptedAt: null, paidPence: 0 }],
      };
    }
    case 'compensation-accepted': {
      const accepted = event.data.offer;
      return {
        ...file,
        compensation: file.compensation.map((offer) =>
          offer.id === accepted ? { ...offer, acceptedAt: event.occurredAt } : offer,
        ),
      };
    }
    case 'compensation-paid': {
      const { offer: paid, pence } = event.data;
      return {
        ...file,
        compensation: file.compensation.map((offer) =>
          offer.id === paid ? { ...offer, paidPence: offer.paidPence + pence } : offer,
        ),
      };
    }
  }
}

function withHandDate(file: CaseFile, date: Omit<HandDate, 'metAt'>): CaseFile {
  return { ...file, handDates: [...file.handDates, { ...date, metAt: null }] };
}
