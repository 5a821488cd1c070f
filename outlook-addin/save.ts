import '../core/panel/panel.css';
import { localDate, toInstant } from '../core/dates.ts';
import { download } from '../core/panel/effects/save-file.ts';
import { pastedFile } from './pasted-file.ts';

/* A page in the browser that makes a file of what was pasted, for clients that save none. */

const field = document.getElementById('pasted');
const said = document.getElementById('said');
const button = document.getElementById('save');
if (!(field instanceof HTMLTextAreaElement) || !said || !button) throw new Error('the page lacks its parts');

button.addEventListener('click', () => {
  const file = pastedFile(field.value, localDate(toInstant(new Date().toISOString())));
  if (!file) {
    said.textContent = 'That isn’t a whole file. Press the button in Duly again, then paste here.';
    field.focus();
    return;
  }
  const { name, type, bytes } = file;
  void download({ name, type, content: new Blob([new Uint8Array(bytes)], { type }) });
  said.textContent = `${name} is saved among your downloads. ${type === 'text/html' ? 'Open it there to read or print it.' : ''}`;
});
