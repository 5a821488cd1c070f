import PostalMime, { type Email } from 'postal-mime';
import { EmlError } from './eml-error.ts';
import { asUtf8WhereItIs, calledWindows1252, withoutControls, withUtf8Headers } from './mail-charset.ts';
import { withoutExcess } from './mail-lines.ts';

/** Parts within parts: no mail program nests deeper. */
const DEEPEST = 50;

/** Signs that text was decoded as what it isn't: bytes lost, or UTF-8 taken for windows-1252 (`â€™`, `Ã©`). */
const WRONGLY_DECODED = /\ufffd|\u00e2[\u0080\u20ac]|\u00c3[\u0080-\u00bf]/;

/**
 * A mail taken apart, its text right whatever its headers say of its letters; mails within it are attachments. Rejects
 * with EmlError for what can't be taken apart, and for what would take too long.
 */
export async function parsedMail(bytes: Uint8Array): Promise<Email> {
  const raw = withUtf8Headers(withoutExcess(bytes));
  const email = await parsed(raw);
  const isWrong = WRONGLY_DECODED.test(email.text ?? '') || WRONGLY_DECODED.test(email.html ?? '');
  const { text, html } = isWrong ? await parsed(calledWindows1252(raw)) : email;
  const right = isWrong ? asUtf8WhereItIs : withoutControls;
  return {
    ...email,
    text: text === undefined ? undefined : right(text),
    html: html === undefined ? undefined : right(html),
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST });
  } catch (error) {
    throw new EmlError(error instanceof Error ? error.message : 'cannot be read');
  }
}
