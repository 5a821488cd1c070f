import { escapeHtml, NO_BREAK } from '../escape-html.ts';
import { BREAK } from './plain-line.ts';

/*
 * What a template comes out as: paragraphs and lists of plain text with gaps. The same value is shown in the panel, put
 * into the reply as HTML, and sent as text; every character of it is text.
 */

/** A stretch of a line: words, or a gap where a field is missing. The text `\n` is a line break within an item. */
export type Run = { readonly text: string } | { readonly gap: string };

export type Part =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Run[])[]; readonly heading?: true }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] };

const GAP_START = '\ue000';
const GAP_END = '\ue001';
const VALUE_START = '\ue002';
const VALUE_END = '\ue003';

/** The mark of a missing field within a template's output. Values never hold its characters. */
export function gapMark(path: string): string {
  return `${GAP_START}${path}${GAP_END}`;
}

/** Wraps a value that came from outside, so that nothing in it is taken for the template's own structure. */
export function valueMark(text: string): string {
  return `${VALUE_START}${text}${VALUE_END}`;
}

/**
 * Reads a template's output: lines of one paragraph stand together, an empty line ends it, a line that begins with `1. `
 * or `- ` is an item of a list, one with `| ` goes on with the item before, one with `# ` is a heading. Only the template's
 * own characters count as structure.
 */
export function partsOf(output: string): readonly Part[] {
  const parts: Part[] = [];
  let lines: (readonly Run[])[] = [];
  let items: (readonly Run[])[] = [];
  let ordered = false;
  const endParagraph = (): void => {
    if (lines.length > 0) parts.push({ kind: 'paragraph', lines });
    lines = [];
  };
  const endList = (): void => {
    if (items.length > 0) parts.push({ kind: 'list', ordered, items });
    items = [];
  };
  for (const line of output.split('\n').map((text) => text.trim())) {
    const item = /^(?:(\d+)\.|-) (.*)$/.exec(line);
    const last = items.at(-1);
    if (item) {
      endParagraph();
      ordered = item[1] !== undefined;
      items.push(runsOf(item[2] ?? ''));
    } else if (line === '' || line === '|') endParagraph();
    else if (line.startsWith('| ') && last) items.splice(-1, 1, [...last, { text: '\n' }, ...runsOf(line.slice(2))]);
    else if (line.startsWith('# ')) {
      endParagraph();
      endList();
      parts.push({ kind: 'paragraph', lines: [runsOf(line.slice(2))], heading: true });
    } else {
      endList();
      lines.push(runsOf(line));
    }
  }
  endParagraph();
  endList();
  return parts;
}

function runsOf(line: string): readonly Run[] {
  return line
    .split(/(\ue000[^\ue001]*\ue001|\ue004)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === BREAK) return { text: '\n' };
      return piece.startsWith(GAP_START) ? { gap: piece.slice(1, -1) } : { text: piece.replace(/[\ue002\ue003]/g, '') };
    });
}

/** The fields that are missing, each once, in order. */
export function gapsOf(parts: readonly Part[]): readonly string[] {
  const gaps = parts.flatMap(linesOfPart).flatMap((runs) => runs.flatMap((run) => ('gap' in run ? [run.gap] : [])));
  return [...new Set(gaps)];
}

/** The lines of a paragraph, or the items of a list. */
export function linesOfPart(part: Part): readonly (readonly Run[])[] {
  return part.kind === 'list' ? part.items : part.lines;
}

/** As HTML for a reply. Everything is escaped; the only tags are ours. */
export function htmlOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'paragraph') {
        const lines = part.lines.map(htmlLine).join('<br>');
        return part.heading ? `<p><strong>${lines}</strong></p>` : `<p>${lines}</p>`;
      }
      const tag = part.ordered ? 'ol' : 'ul';
      return `<${tag}>${part.items.map((item) => `<li>${htmlLine(item)}</li>`).join('')}</${tag}>`;
    })
    .join('');
}

/** As plain text: paragraphs apart by an empty line, lists numbered. */
export function textOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'paragraph') return part.lines.map(textLine).join('\n');
      return part.items
        .map((item, index) => `${part.ordered ? `${String(index + 1)}.` : '-'} ${indented(textLine(item))}`)
        .join('\n');
    })
    .join('\n\n');
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n   ');
}

/** A case's reference as we write it: in a narrow window it stays in one piece, and as text it stays what it is. */
const REFERENCE = /\b[2-9CDFGHJKMPQRTVWX]{3}(?:-[2-9CDFGHJKMPQRTVWX]{3}){2}\b/g;

/** One line as HTML, escaped. */
export function htmlLine(runs: readonly Run[]): string {
  return escapeHtml(textLine(runs)).replaceAll('\n', '<br>').replace(REFERENCE, `<span style="${NO_BREAK}">$&</span>`);
}

/** One line as text; a gap is nothing. */
export function textLine(runs: readonly Run[]): string {
  return runs.map((run) => ('gap' in run ? '' : run.text)).join('');
}
