import { CalendarCoverageError } from '../calendar.ts';
import { currentStage, type CaseFile } from '../case/case-file.ts';
import type { EventDraft } from '../case/event.ts';
import { extensionOptions, isBeyondLimit } from '../deadlines/extension.ts';
import type { IsoDate } from '../dates.ts';
import { checkedMoment, sentBy, type ActContext, type CaseAct } from './case-acts.ts';
import type { Rules } from './state.ts';

type LetterSent = Extract<CaseAct, { readonly kind: 'letter-sent' }>;

/**
 * What it means that a letter went out, where the case has a word of its own for it: the answer is the response, the
 * letter about an extension moves the date. Null for every other letter. Throws ActError for a time that can't be.
 */
export function sentLetterDrafts(
  { letter, at, sent }: LetterSent,
  { file, rules }: { readonly file: CaseFile; readonly rules: Rules },
  { actor, now, placed }: ActContext,
): readonly EventDraft[] | null {
  const stage = currentStage(file);
  if (!stage) return null;
  const base = { caseId: file.id, actor, occurredAt: checkedMoment(at, file, now) };
  const text = sent ?? placed?.text ?? file.drafts.findLast(({ kind }) => kind === letter)?.text ?? '';
  if (letter.endsWith('-response')) {
    const channel = sentBy(placed, file, (kind) => kind === letter);
    const data = { stage: stage.stage, channel, letterDate: null, outcome: outcomeOf(file) } as const;
    return [{ ...base, type: 'response-sent', data, personal: { text } }];
  }
  if (letter !== 'extension' || stage.proposed === null) return null;
  const { newDate, reason } = stage.proposed;
  const data = {
    stage: stage.stage,
    newDate,
    exceptional: isExceptional(newDate, file, { ...rules, now: base.occurredAt }),
    // The letter's words come from the policy and the Code, which both want them in it.
    ombudsmanDetailsGiven: true,
  };
  return [{ ...base, type: 'extension-agreed', data, personal: { reason } }];
}

function isExceptional(
  newDate: IsoDate,
  file: CaseFile,
  rules: Pick<Rules, 'policy' | 'calendar'> & { readonly now: LetterDay },
): boolean {
  try {
    const options = extensionOptions(file, rules);
    return options !== null && isBeyondLimit(newDate, options);
  } catch (error) {
    if (error instanceof CalendarCoverageError) return false;
    throw error;
  }
}

type LetterDay = ActContext['now'];

/** The one outcome of all points, where they have one; null where they differ or some are open. */
function outcomeOf({ answers, points }: CaseFile): string | null {
  const [one, ...others] = new Set(answers.map(({ outcome }) => outcome));
  return one !== undefined && others.length === 0 && answers.length === points.length ? one : null;
}
