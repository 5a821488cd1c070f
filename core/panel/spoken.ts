import type { Message } from '../message.ts';
import type { PanelState, Looked } from './state.ts';
import { CONFIDENCE_WORDS, HAZARD_WORDS, headingOf, lowerFirst } from './verdict-words.ts';

/** What a screen reader hears when a message was read: dangers at once, the verdict when there is time. */
export function spokenFor(message: Message, { verdict, cases, found }: Looked): PanelState['spoken'] {
  const who = message.from?.name || message.from?.address || 'Somebody';
  const [hazard] = verdict.hazards;
  const danger = hazard
    ? `${hazard.urgency === 'now' ? 'Danger now' : 'Possible hazard'}: ${HAZARD_WORDS[hazard.kind]}.`
    : '';
  const safeguarding = verdict.safeguarding.length > 0 ? 'Safeguarding: possible abuse.' : '';
  const alert = [danger, safeguarding].filter((words) => words !== '').join(' ');
  if (found) return { alert, polite: `${who}: already logged` };
  const heading = lowerFirst(headingOf(verdict, cases[0]?.reference ?? null));
  return { alert, polite: `${who}: ${heading}, ${CONFIDENCE_WORDS[verdict.confidence].toLowerCase()}` };
}
