import { currentStage, type CaseFile } from '../case/case-file.ts';
import { ERASED } from '../case/event.ts';
import { isNewToIt } from '../case/handlers.ts';
import type { FieldSources } from './field-sources.ts';
import type { About } from './questions.ts';
import { nextStageOf, stageOf } from './kinds.ts';
import { otherDayWritten, stageMessage } from './stage-message.ts';
import { FILTER_ENDED } from './letter-dates.ts';
import { hasActions, isInParts, isNothingLeft, outcomeOf, totalOf } from './list-items.ts';

/** Whether the resident asked for larger letters: the printed page and the document follow it. */
export function wantsLargePrint({ adjustments }: CaseFile): boolean {
  return adjustments.some((text) => /\b(?:large|larger|big|bigger)[ -](?:print|type|text|letters|font)\b/i.test(text));
}

/** What a template may ask about a case. */
export function aboutOf({ file, policy, dates, entries, isUnderCode }: FieldSources): About {
  const stage = stageOf(file, policy);
  const record = currentStage(file);
  const has = (signal: string): boolean => file.signals.includes(signal);
  const { extension, due, sentOn } = dates;
  const outcomes = file.points.map(({ id }) => outcomeOf(file, id, entries));
  const isAuthorised = ['written', 'visit', 'call'].includes(file.representative?.authority ?? '');
  const newDate = extension.newDate ?? entries['extension.newDate'] ?? null;
  return {
    danger: has('emergency-hazard'),
    buildingSafety: has('building-safety'),
    healthSafety: has('health-safety'),
    cameByPost: stageMessage(file)?.channel === 'letter',
    receivedLater: otherDayWritten(file) !== null,
    deceased: has('deceased'),
    group: has('group'),
    vulnerable: file.reading?.flags.includes('vulnerable') ?? false,
    authorityHeld: isAuthorised,
    represented: file.representative !== null,
    // Of the details nobody talks to a representative before the resident is known to agree.
    mayTalk: file.representative === null || isAuthorised,
    contactOwed: dates.contactWasDue !== null,
    helperWelcome: file.representative === null && (file.reading?.flags.includes('vulnerable') ?? false),
    chose: file.choice.answer === 'complain',
    adjusted: file.adjustments.some((text) => text !== ERASED),
    phoneFirst: file.adjustments.some((text) => /\b(?:ring|phone|call|telephone)\b[^.]{0,40}\bfirst\b/i.test(text)),
    newIssue: has('new-issue'),
    finalStage: stage !== null && nextStageOf(stage, policy) === null,
    upheld: outcomes.some((outcome) => outcome === 'upheld' || outcome === 'partly-upheld'),
    paid: totalOf(file, entries) !== null,
    paidInParts: isInParts(file, entries),
    nothingOutstanding: isNothingLeft(file, entries),
    hasActions: hasActions(file, entries),
    newReviewer: isNewToIt(file, entries['previous.handler'] ?? ''),
    answered: file.closed !== null || (record !== null && record.response !== null),
    acknowledgedLate: dates.acknowledgeWasDue !== null,
    answerLate: (dates.answer?.day ?? dates.enquiryBy ?? sentOn) < sentOn,
    late: due !== null && record?.response === null && due.day < sentOn,
    noticeLate: (extension.oldDate ?? due?.day ?? sentOn) < sentOn,
    further: extension.isFurther,
    beyondCap: newDate !== null && extension.cap !== null && newDate > extension.cap,
    refused: file.refusal !== null,
    refusesEscalation: file.refusal?.what === 'escalation',
    withdrawn: file.closed?.how === 'withdrawn',
    openActions: file.actions.some(({ doneAt }) => doneAt === null),
    ombudsman: isUnderCode,
    care: !isUnderCode,
    filter: sentOn < FILTER_ENDED,
  };
}
