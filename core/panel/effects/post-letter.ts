import { panelDate } from '../../date-words.ts';
import type { Letter } from '../../letters/letter.ts';
import { letterDocx } from '../../letters/docx.ts';
import { printPage } from '../../letters/print.ts';
import { isStillOpen } from './log.ts';
import { enterChanges, placed, withLetter } from './place-letter.ts';
import { printHtml } from './print-html.ts';
import type { Run } from './run.ts';
import { saveFile } from './save-file.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the letter for the post, on paper or as a document, and enters that it was made. Nothing is posted by it. */
export async function postLetter(run: Run, how: 'printed' | 'document'): Promise<void> {
  await withLetter(run, async (ready) => {
    const { letter, draft } = ready;
    if (!(await isStillOpen(run, 'inserted', draft))) return;
    await enterChanges(run, ready);
    if (how === 'printed') await printHtml(printPage(letter), `${letter.sheet.reference}-letter.html`);
    else await saveFile(`${letter.sheet.reference}-letter.docx`, await letterDocx(letter), DOCX);
    await placed(run, ready, { how, hint: receiptWords(letter) });
  });
}

/** When the policy takes it as received; empty where that is the day of posting. */
function receiptWords({ sheet: { postedOn, receivedOn } }: Letter): string {
  return receivedOn === postedOn
    ? ''
    : `Posted today, it counts as received on ${panelDate(receivedOn, postedOn)} by the policy.`;
}
