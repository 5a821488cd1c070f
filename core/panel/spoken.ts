import { lowerFirst } from '../date-words.ts';
import type { Message } from '../message.ts';
import { dangerInWords } from './danger-words.ts';
import type { PanelState, Looked } from './state.ts';
import { CONFIDENCE_WORDS, headingOf } from './verdict-words.ts';

/** What a screen reader hears when a message was read: dangers at once, the verdict when there is time. */
export function spokenFor(message: Message, { verdict, cases, found }: Looked): PanelState['spoken'] {
  const who = message.from?.name || message.from?.address || 'Somebody';
  const alert = alertOf(verdict);
  if (found) return { alert, polite: `${who}: already logged` };
  const heading = lowerFirst(headingOf(verdict, cases[0]?.reference ?? null));
  return { alert, polite: `${who}: ${heading}, ${CONFIDENCE_WORDS[verdict.confidence].toLowerCase()}` };
}

/** What is heard at once: the danger as its banner leads with it, and possible harm to somebody. */
export function alertOf({ hazards, safeguarding }: Looked['verdict']): string {
  const danger = hazards.length > 0 ? `${dangerInWords(hazards)}.` : '';
  const harm = safeguarding.length > 0 ? 'Safeguarding: possible harm to somebody.' : '';
  return [danger, harm].filter((words) => words !== '').join(' ');
}

/**
 * What is heard when the same message was looked at again: what a closer reading made of it, where that is something else.
 * That it is logged meanwhile was said by whoever logged it.
 */
export function spokenAgain(
  spoken: PanelState['spoken'],
  message: Message,
  { before, after }: { readonly before: Looked; readonly after: Looked },
): PanelState['spoken'] {
  if (before.found || after.found) return spoken;
  if (before.second !== 'differs' && after.second === 'differs')
    return { ...spoken, polite: 'A closer reading came to something else. Nothing was changed.' };
  const was = spokenFor(message, before);
  const is = spokenFor(message, after);
  if (was.alert === is.alert && was.polite === is.polite) return spoken;
  return {
    alert: was.alert === is.alert ? spoken.alert : is.alert,
    polite: was.polite === is.polite ? spoken.polite : is.polite,
  };
}
