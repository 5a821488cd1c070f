import type { EventDraft } from '../../core/case/event.ts';
import { toIsoDate } from '../../core/dates.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { draft, openingOfScenario } from './case.ts';
import type { LetterCase, Step } from './scenario.ts';

/** Everything that happened to the case of a letter scenario, in order. */
export function eventsOfScenario(given: LetterCase, policy: Policy): EventDraft[] {
  return [...openingOf(given, policy), ...(given.then ?? []).flatMap((step, index) => eventsOfStep(step, index))];
}

/** The opening, with how the message came, who wrote it and where the case was sent. */
function openingOf(given: LetterCase, policy: Policy): EventDraft[] {
  const complainant = { name: given.name ?? 'Ruth Amankwah', address: given.address ?? 'ruth.amankwah@mail.example' };
  const channel = given.channel ?? 'email';
  return openingOfScenario(given, policy).map((event): EventDraft => {
    if (event.type === 'received')
      return { ...event, data: { ...event.data, channel }, personal: { ...event.personal, from: complainant } };
    if (event.type !== 'logged' || !event.data.reading) return event;
    const clauses = (given.clauses ?? []).map((clause) => `${policy.id}/${clause}`);
    const to = given.route;
    const place = to === undefined ? {} : { to, route: to, stage: null };
    const stage = given.stage ?? 'stage-1';
    const isLater = to === undefined && policy.stages.some((one) => one.formal && one.next?.stage === stage);
    return {
      ...event,
      data: {
        ...event.data,
        route: { ...event.data.route, ...place, rule: given.rule ?? null, clauses },
        track: given.track ?? null,
        enteredBy: isLater ? 'escalation' : 'complaint',
        reading: { ...event.data.reading, flags: [...(given.flags ?? [])] },
      },
      personal: { ...event.personal, complainant },
    };
  });
}

/** Actions and offers are numbered in the order in which they stand. */
function eventsOfStep(step: Step, index: number): EventDraft[] {
  const { at } = step;
  const drafts: EventDraft[] = [];
  if (step.acknowledged !== undefined)
    drafts.push(
      draft(
        'acknowledged',
        at,
        { stage: step.acknowledged, channel: 'email', known: 'as-sent', promisedBy: null, corrects: null },
        { text: 'Dear Ruth Amankwah' },
      ),
    );
  if (step.escalated !== undefined) {
    const stage = step.escalated;
    const route = { to: `stage:${stage}`, route: stage, stage, rule: 'escalation', clauses: [] };
    drafts.push(draft('escalated', at, { route, from: 'stage-1', reasonsGiven: false }, { points: [], wants: null }));
    drafts.push(draft('handler-assigned', at, { stage }, { name: 'Owen Blackwood' }));
  }
  if (step.answered) {
    const { point, outcome, reasons } = step.answered;
    drafts.push(draft('point-answered', at, { point, outcome }, { answer: reasons }));
  }
  if (step.promised) {
    const { what, who, by } = step.promised;
    const data = { action: `a${String(index + 1)}`, by: by === null ? null : toIsoDate(by) };
    drafts.push(draft('action-promised', at, data, { what, who }));
  }
  if (step.done !== undefined) drafts.push(draft('action-done', at, { action: `a${String(step.done)}` }, { note: '' }));
  if (step.offered) {
    const { pounds, reason } = step.offered;
    drafts.push(draft('compensation-offered', at, { offer: `o${String(index)}`, pence: pounds * 100 }, { reason }));
  }
  if (step.proposed) {
    const { stage, newDate, reason } = step.proposed;
    drafts.push(draft('extension-proposed', at, { stage, newDate: toIsoDate(newDate) }, { reason }));
  }
  if (step.extended) {
    const { stage, newDate, reason } = step.extended;
    const data = { stage, newDate: toIsoDate(newDate), exceptional: false, ombudsmanDetailsGiven: true };
    drafts.push(draft('extension-agreed', at, data, { reason }));
  }
  if (step.sent !== undefined)
    drafts.push(
      draft('response-sent', at, { stage: step.sent, channel: 'email', letterDate: null, outcome: null }, { text: '' }),
    );
  drafts.push(...endingsOf(step));
  return drafts;
}

function endingsOf(step: Step): EventDraft[] {
  const { at } = step;
  const drafts: EventDraft[] = [];
  if (step.refused) {
    const { what, reason, clauses } = step.refused;
    drafts.push(draft('refused', at, { what, clauses: [...clauses] }, { reason }));
  }
  if (step.restricted) {
    const { what, reason, reviewOn } = step.restricted;
    const data = { reviewOn: reviewOn === null ? null : toIsoDate(reviewOn) };
    drafts.push(draft('restriction-set', at, data, { what, reason }));
  }
  if (step.agreed) {
    const { what, by } = step.agreed;
    drafts.push(draft('informal-resolution-agreed', at, { by: by === null ? null : toIsoDate(by) }, { what }));
  }
  if (step.resolved !== undefined)
    drafts.push(draft('resolved', at, { stage: null, outcome: step.resolved }, { note: '' }));
  if (step.withdrawn !== undefined) drafts.push(draft('withdrawn', at, {}, { reason: step.withdrawn }));
  if (step.panel) {
    const { stage, on, members } = step.panel;
    drafts.push(draft('panel-arranged', at, { stage, on: toIsoDate(on) }, { members: [...members] }));
  }
  if (step.adjustment !== undefined)
    drafts.push(draft('adjustment-recorded', at, {}, { what: step.adjustment, disability: null }));
  if (step.representative) {
    const { name, authority } = step.representative;
    drafts.push(draft('representative-recorded', at, { authority }, { name, address: '', relationship: '' }));
  }
  if (step.checkBack !== undefined)
    drafts.push(
      draft('service-request-recorded', at, { checkBackOn: toIsoDate(step.checkBack), clauses: [] }, { what: '' }),
    );
  if (step.somebodyElse)
    drafts.push(
      draft('need-recorded', at, { rule: 'stage-2-person', need: 'handler-not-of:stage-1', chosen: [] }, { note: '' }),
    );
  if (step.learnt !== undefined) drafts.push(draft('learning-recorded', at, {}, { what: step.learnt }));
  return drafts;
}
