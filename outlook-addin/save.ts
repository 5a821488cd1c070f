import '../core/panel/panel.css';
import { localDate, toInstant } from '../core/dates.ts';
import { download } from './save-file.ts';

/* A page in the browser that makes a file of what was pasted, for clients that save none. */

const field = document.getElementById('pasted');
const said = document.getElementById('said');
const button = document.getElementById('save');
if (!(field instanceof HTMLTextAreaElement) || !said || !button) throw new Error('the page lacks its parts');

button.addEventListener('click', () => {
  const text = field.value.trim();
  // A backup ends with how many entries it holds: what lacks that is cut off, or something else.
  const isWhole = /(?:^|\n)\{"end":\{[^\n]*\}\}$/.test(text);
  if (!isWhole) {
    said.textContent = 'That isn’t a whole backup. Press “Back up now” in Duly again, then paste here.';
    field.focus();
    return;
  }
  download(`duly-${localDate(toInstant(new Date().toISOString()))}.jsonl`, `${text}\n`);
  said.textContent = 'Saved among your downloads.';
});
