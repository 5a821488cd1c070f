import type { Line } from './lines.ts';

/** A question of a form and where its answer stands; the answer may take up several lines, or none. */
export interface FormLine {
  readonly label: string;
  readonly labelStart: number;
  readonly start: number;
  readonly end: number;
  /** The answer says who or where, not what: a name, an address, a date. */
  readonly isParticular: boolean;
}

const LABEL =
  /^[-–•*\s]{0,4}((?:(?:q\s?\d{1,2}|tp\d{2}|\d{1,2}|section [a-z])[.):]?\s+)?[\p{Lu}][^:?*\n]{0,90}?(?:\([^)]{0,40}\))?)\s?\*?\s?(?:([:?]{1,2})|\s{3,})\s*(?:\*\s*)?/iu;

const PARTICULAR =
  /^(?:(?:q\s?\d{1,2}|section [a-z])[.):]?\s+)?(?:your |full |tenant(?:'s|s)? |contact |customer |date of |day ?time |mobile |home |first |last |patient )?(?:title|name|surname|address|e-?mail|phone|telephone|tel|mobile|post ?code|house|flat|property|block|location|ref(?:erence)?(?: (?:no|number))?|tenancy(?: ref(?:erence)?| number| no)?|account(?: number)?|customer number|job|order|case(?: number)?|form|date|time|dob|birth|preferred contact|contact(?: me)?|best time.*|upload|attachments?|photos?|signed|signature|declaration|relationship.*|category|topic|subject|platform|user|username|respondent|trade|contractor|owner|created|target|status|call(?:er|ed| type| rcvd)?|operator|wing|number|cell)\b(?!.{0,30}\b(?:problem|happened|wrong|message)\b)/i;

/**
 * The fields of a form, in order; null where the text is none. `isForm` = the host knows that it is one; otherwise at
 * least three lines, and half of them, must look like fields.
 */
export function formLines(lines: readonly Line[], isForm: boolean): readonly FormLine[] | null {
  const starts: { readonly at: number; readonly label: string; readonly answer: number }[] = [];
  lines.forEach(({ head, start }, at) => {
    const field = LABEL.exec(head);
    const label = field?.[1] ?? '';
    if (field && label.length > 1 && (isForm || label.split(/\s+/).length <= 12) && !isProse(label, field[2])) {
      starts.push({ at, label, answer: start + field[0].length });
    }
  });
  if (starts.length === 0) return null;
  if (!isForm && (starts.length < 3 || starts.length < lines.length / 2)) return null;
  return starts.map(({ at, label, answer }, index) => {
    const last = lines[(starts[index + 1]?.at ?? lines.length) - 1];
    const labelStart = lines[at]?.start ?? answer;
    const end = Math.max(answer, last?.end ?? answer);
    return { label, labelStart, start: Math.min(answer, end), end, isParticular: PARTICULAR.test(label) };
  });
}

/** A sentence with a colon or a question mark in it, in the first person, is the resident's own. */
function isProse(label: string, mark: string | undefined): boolean {
  const words = label.split(/\s+/).length;
  return (
    words > 16 ||
    (/\b(?:i|i'm|i've|my|me)\b/i.test(label) && words > 3) ||
    (mark === '?' && words > 14) ||
    /[,.;!]\s/.test(label.replace(/^(?:q?\d{1,2}|section [a-z])[.)]\s/i, ''))
  );
}
