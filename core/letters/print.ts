import { LetterError, type Letter } from './letter.ts';
import { escapeHtml } from '../escape-html.ts';
import { htmlLine, type Part } from './markup.ts';
import { oneLine } from './plain-line.ts';

/*
 * A letter as a page to be printed: A4, the address where a window envelope shows it, letters of 12 points, or 18 where
 * the resident asked for large print. The page runs nothing and loads nothing.
 */

/** The page of a letter that is ready. Throws LetterError for one that lacks a field. */
export function printPage(letter: Letter): string {
  if (!letter.draft) throw new LetterError(`The letter lacks ${letter.missing.map(({ label }) => label).join(', ')}`);
  const { from, to, date, reference, isLargePrint } = letter.sheet;
  const [name = '', ...rest] = from;
  const parts = letter.blocks.flatMap((block) => block.parts);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(oneLine(`Letter ${reference}, ${date}`))}</title>
<style>${STYLE}</style>
</head>
<body class="${isLargePrint ? 'large' : 'usual'}">
<header><p><strong>${escapeHtml(name)}</strong>${rest.map((line) => `<br>${escapeHtml(line)}`).join('')}</p></header>
<address>${to.map(escapeHtml).join('<br>')}</address>
<p class="date">${escapeHtml(date)}</p>
<main>
${parts.map(partOnPage).join('\n')}
</main>
</body>
</html>
`;
}

function partOnPage(part: Part): string {
  if (part.kind === 'list') {
    const tag = part.ordered ? 'ol' : 'ul';
    return `<${tag}>${part.items.map((item) => `<li>${htmlLine(item)}</li>`).join('')}</${tag}>`;
  }
  const lines = part.lines.map(htmlLine).join('<br>');
  return part.heading ? `<h2>${lines}</h2>` : `<p>${lines}</p>`;
}

/** Nothing in italics, nothing justified: easier to read for everybody. */
const STYLE = `
@page { size: A4; margin: 20mm 25mm; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font-family: Arial, Helvetica, sans-serif; }
body { margin: 0 auto; max-width: 160mm; line-height: 1.45; overflow-wrap: anywhere; }
body.usual { font-size: 12pt; }
body.large { font-size: 18pt; line-height: 1.5; }
header { text-align: right; }
header p { margin: 0; }
address { min-height: 30mm; margin: 5mm 0 8mm; font-style: normal; }
.date { margin: 0 0 8mm; }
main p, main ol, main ul { margin: 0 0 0.8em; }
main li { margin: 0 0 0.4em; break-inside: avoid; }
h2 { margin: 1.2em 0 0.4em; font-size: 1em; break-after: avoid; }
main > p:nth-last-of-type(-n + 2) { break-inside: avoid; break-before: avoid; }
@media screen { body { padding: 20mm 0; } }
`;
