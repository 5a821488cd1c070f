import { htmlToText } from './html-text.ts';

/** What stands in place of the text for programs that show none of the HTML. */
const STAND_IN =
  /\bhtml[ -](?:e-?mails?|mail|reader|viewer|version|format|compatible|capable|enabled)\b|\b(?:support|display|show|view|read)s?\s+html\b|\bin (?:your|a) (?:web )?browser\b/i;

const LONGEST_STAND_IN = 400;

/** The text of a mail: its plain text, or that of its HTML where the plain text is none or but a small part of it. */
export function mailBody({
  text = '',
  html,
}: {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}): string {
  const plain = text.replace(/\r\n?/g, '\n');
  if (html === undefined) return plain;
  const shown = htmlToText(html);
  const said = plain.trim();
  if (said === '') return shown;
  const isStandIn = shown !== '' && said.length <= LONGEST_STAND_IN && STAND_IN.test(said) && !shown.includes(said);
  return isStandIn || shown.length > 2 * said.length + 100 ? shown : plain;
}
