import { expect, test } from 'vitest';

import { asPastedText, pastedFile } from '../../outlook-addin/pasted-file.ts';

/* Files that Outlook for Mac can't save: copied with their names, and saved by a page in the browser. */

const LETTER = { name: '7RK “4MD” letter.docx', type: 'application/zip', bytes: Uint8Array.of(0, 255, 10, 13, 80, 75) };

test('a file comes out as it went in, whatever was pasted around it', () => {
  expect(pastedFile(`\n ${asPastedText(LETTER)}\n`, '2026-03-25')).toEqual(LETTER);
});

test('a backup is pasted as it is', () => {
  const backup = '{"type":"received"}\n{"end":{"events":1}}';
  expect(pastedFile(`${backup}\n`, '2026-03-25')).toEqual({
    name: 'duly-2026-03-25.jsonl',
    type: 'application/jsonl',
    bytes: new TextEncoder().encode(`${backup}\n`),
  });
});

test.each([
  ['nothing', ''],
  ['other words', 'Dear Ruth'],
  ['a file that is cut off', asPastedText(LETTER).slice(0, -6)],
  ['a file without its last letters', asPastedText(LETTER).replace(/.... 6$/, ' 6')],
  ['a backup that is cut off', '{"type":"received"}\n{"end":{"ev'],
])('%s is no file', (_name, text) => {
  expect(pastedFile(text, '2026-03-25')).toBeNull();
});
