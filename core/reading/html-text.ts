import { Tokenizer } from 'htmlparser2';
import { Hidden } from './hidden.ts';

/** What is no text, though letters stand in it. */
const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
]);

const BLOCKS: ReadonlySet<string> = new Set(
  'p div tr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer main aside address pre form fieldset center hr'.split(
    ' ',
  ),
);

/** Quotations nested deeper than this are all quotation. */
const DEEPEST = 20;

/**
 * The text of an HTML mail as a mail program would show it without pictures: lines broken at blocks, quotations marked
 * with `> `, nothing that its tags hide. Nothing in it is run or fetched. Linear in the length of the text.
 */
export function htmlToText(html: string): string {
  // A hidden element without an end would take the rest of the mail with it: all of it is read instead.
  return written(html, new Hidden()) ?? written(html, null) ?? '';
}

/** Null where a hidden element doesn't end; `hidden` is null to look past what is hidden. */
function written(html: string, hidden: Hidden | null): string | null {
  const writer = new LineWriter();
  // The tokenizer and not the parser: the parser's stack of open tags makes deep nesting cost its square.
  let dropped = 0;
  let preformatted = 0;
  let name = '';
  const nothing = (): void => undefined;
  const nameAt = (start: number, end: number): string =>
    html.slice(start, Math.min(end, start + LONGEST_NAME)).toLowerCase();
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = nameAt(start, end);
        const isInside = hidden?.isInside;
        hidden?.openTag(name);
        if (isInside) return;
        if (name === 'body') dropped = 0;
        else if (DROPPED.has(name)) dropped++;
        else if (name === 'br') writer.breakLine();
        else if (name === 'blockquote') writer.quote(1);
        else if (name === 'li') writer.startLine('- ');
        else if (name === 'td' || name === 'th') writer.space();
        else if (BLOCKS.has(name)) writer.startBlock(name === 'p');
        if (name === 'pre') preformatted++;
      },
      onopentagend() {
        hidden?.openTagEnd();
      },
      onselfclosingtag() {
        if (DROPPED.has(name) && !hidden?.isInside) dropped = Math.max(0, dropped - 1);
      },
      ontext(start, end) {
        if (dropped > 0 || hidden?.isInside) return;
        if (preformatted > 0) writer.writeLines(html.slice(start, end));
        else writer.write(html.slice(start, end));
      },
      ontextentity(codepoint) {
        if (dropped === 0 && !hidden?.isInside) writer.write(String.fromCodePoint(codepoint));
      },
      onclosetag(start, end) {
        const closed = nameAt(start, end);
        hidden?.closeTag(closed);
        if (hidden?.isInside) return;
        if (DROPPED.has(closed)) dropped = Math.max(0, dropped - 1);
        else if (closed === 'blockquote') writer.quote(-1);
        else if (closed === 'pre') {
          preformatted = Math.max(0, preformatted - 1);
          writer.startBlock(false);
        } else if (closed === 'li' || BLOCKS.has(closed)) writer.startBlock(closed === 'p');
      },
      onattribname(start, end) {
        hidden?.attributeName(nameAt(start, end));
      },
      onattribdata(start, end) {
        hidden?.attributeText(html.slice(start, end));
      },
      onattribentity(codepoint) {
        hidden?.attributeText(String.fromCodePoint(codepoint));
      },
      onattribend: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return hidden?.isInside ? null : writer.text();
}

/** No tag that matters has a longer name. */
const LONGEST_NAME = 20;

/** Gathers the words of a page into lines, with white space folded as a browser folds it. */
class LineWriter {
  private readonly lines: string[] = [];
  private pieces: string[] = [];
  private endsInSpace = true;
  private depth = 0;
  private blankBefore = false;

  write(text: string): void {
    const folded = text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    this.add(this.endsInSpace ? folded.trimStart() : folded);
  }

  /** Text whose lines are its own: in `pre`, as plain-text mail comes. */
  writeLines(text: string): void {
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) this.breakLine();
      this.write(line);
    }
  }

  space(): void {
    if (!this.endsInSpace) this.add(' ');
  }

  breakLine(): void {
    if (this.pieces.every((piece) => piece.trim() === '')) this.blankBefore = this.lines.length > 0;
    this.flush();
  }

  startLine(mark: string): void {
    this.flush();
    this.add(mark);
  }

  startBlock(isParagraph: boolean): void {
    this.flush();
    if (isParagraph && this.lines.length > 0) this.blankBefore = true;
  }

  quote(step: 1 | -1): void {
    this.flush();
    if (this.blankBefore) this.lines.push('');
    this.blankBefore = false;
    this.depth = Math.max(0, this.depth + step);
  }

  text(): string {
    this.flush();
    return this.lines.join('\n');
  }

  /** Pieces, joined once: to look at the end of a string that grows costs its whole length each time. */
  private add(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.endsInSpace = piece.endsWith(' ');
  }

  private flush(): void {
    const line = this.pieces.join('').trim();
    this.pieces = [];
    this.endsInSpace = true;
    if (line === '' || line === '-') return;
    const marks = '> '.repeat(Math.min(this.depth, DEEPEST));
    if (this.blankBefore) this.lines.push(marks.trimEnd());
    this.lines.push(marks + line);
    this.blankBefore = false;
  }
}
