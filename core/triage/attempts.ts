import type { Reading } from '../reading/reading.ts';
import type { PlainText } from './plain-text.ts';

/*
 * Whether a text says anything from which an earlier attempt to put it right could be told: somebody was told, came or was
 * to come, it happened again, it goes on. Wide: it only keeps what no word speaks of from being concluded.
 */

const TELLS =
  /\b(?:again|still|yet|already|previous\w*|earlier|before|back|last|since|times?|twice|another|other|once|keeps?|kept|second|third|fourth|fifth|sixth|\dth|2nd|3rd|report\w*|told|tell|rang|rung|ring\w*|call\w*|phon\w*|e?-?mail\w*|wrote|writ\w*|letters?|text\w*|messag\w*|spoke\w*|speak\w*|ask\w*|said|say\w*|see|contact\w*|complain\w*|chas\w*|promis\w*|book\w*|appointments?|visit\w*|came|come|coming|turn\w*|nobody|no-?one|sent|send|repl\w*|respon\w*|answer\w*|attempt\w*|tried|fix\w*|mend\w*|repair\w*|wait\w*|engineers?|plumbers?|plasterers?|joiners?|electricians?|m[ae]n|lads?|contractors?|logged|ref\w*|job|cancel\w*|rebook\w*|hear|heard|request\w*|raised|arranged|agreed|inspect\w*|survey\w*|someone|somebody|they|you|u|response|decision|outcome|stage|queue|hold|reception|offic\w*|help\w*|sort\w*|done|finish\w*|clos\w*|went|day|days|week\w*|month\w*|year\w*|missed|notes?|news|slips?|sleeves?|been)\b/;
/** How long it lasted is no attempt. */
const LASTED =
  /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few) (?:whole |full )?(?:days?|nights?|weeks?|months?|years?)\b/g;
const FEWEST_WORDS = 8;

/** False where an English text of more than a few words tells of no earlier attempt at all. */
export function mayTellOfAnAttempt({ text }: PlainText, { language }: Pick<Reading, 'language'>): boolean {
  if (language !== 'en' || TELLS.test(text.replace(LASTED, ''))) return true;
  return (text.match(/\p{L}+/gu) ?? []).length < FEWEST_WORDS;
}
