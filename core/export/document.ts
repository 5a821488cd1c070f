import { toBase64 } from '../base64.ts';
import { escapeHtml } from '../escape-html.ts';
import { sizeInWords } from '../size-words.ts';

/*
 * A document of one self-contained HTML file: nothing is fetched, nothing runs, and everything that somebody wrote stands
 * in it as text.
 */

/** A part of a document. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** Words as somebody wrote them, with their lines. */
  | { readonly kind: 'quoted'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A file within the file, to be saved; what is in it was written by anybody. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/** The name of a case's email as a file; `place` among its messages, from 1. */
export function originalName(reference: string, place: number): string {
  return `${reference}-email-${String(place)}.eml`;
}

/** The file: opened from disk it may fetch and run nothing, whatever stands in it. */
export function htmlDocument(title: string, blocks: readonly Block[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
body { font: 11pt/1.5 Arial, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; border-top: 1px solid; padding-top: .75rem; margin-top: 2rem } h3 { font-size: 1rem }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid; padding-left: .75rem; margin: .5rem 0 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid }
dt { font-weight: bold } dd { margin: 0 0 .5rem } h2, h3, tr, dt { break-inside: avoid; break-after: avoid }
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${blocks.map(htmlOf).join('\n')}
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level)}>${escapeHtml(block.text)}</h${String(block.level)}>`;
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'quoted':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
    // Of no kind that a browser shows or runs: pressed on, it can only be saved.
    case 'file':
      return `<p><a download="${escapeHtml(block.name)}" href="data:application/octet-stream;base64,${toBase64(block.bytes)}">${escapeHtml(block.name)}</a>, ${sizeInWords(block.bytes.length)}</p>`;
    case 'table':
      return `<table><thead>${rowOf(block.heads, 'th')}</thead><tbody>${block.rows.map((row) => rowOf(row, 'td')).join('')}</tbody></table>`;
  }
}

function rowOf(cells: readonly string[], tag: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
}
