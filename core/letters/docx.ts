import type * as docx from 'docx';
import { toIsoDate, type IsoDate } from '../dates.ts';
import { LetterError, type Letter } from './letter.ts';
import { textLine, type Part, type Run } from './markup.ts';
import { fixedTimes } from './zip-times.ts';

/*
 * A letter as a document for a word processor: for residents who want it in another size or colour, and for offices whose
 * post goes through one. The library is fetched when somebody asks for a document, and not before.
 */

type Library = typeof docx;

/** A4, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_134, bottom: 1_134, left: 1_418, right: 1_418 };

/**
 * The document of a letter that is ready, as the bytes of a `.docx` file; the same letter gives the same bytes. Rejects
 * with LetterError for one that lacks a field.
 */
export async function letterDocx(letter: Letter): Promise<Uint8Array> {
  if (!letter.draft) throw new LetterError(`The letter lacks ${letter.missing.map(({ label }) => label).join(', ')}`);
  const library: Library = await import('docx');
  const { Document, Packer, AlignmentType, LevelFormat } = library;
  const { isLargePrint, from, postedOn } = letter.sheet;
  // Half points.
  const size = isLargePrint ? 36 : 24;
  const parts = letter.blocks.flatMap((block) => block.parts);
  const level = { level: 0, text: '%1.', alignment: AlignmentType.START };
  const style = { paragraph: { indent: { left: 567, hanging: 567 } } };
  const document = new Document({
    creator: from[0] ?? '',
    title: `Letter ${letter.sheet.reference}`,
    styles: {
      default: { document: { run: { font: 'Arial', size, language: { value: 'en-GB' } } } },
    },
    numbering: {
      // Each list counts from one.
      config: parts.map((_part, index) => ({
        reference: numberingOf(index),
        levels: [{ ...level, format: LevelFormat.DECIMAL, style }],
      })),
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        children: [...headOf(letter, library), ...parts.flatMap((part, index) => paragraphsOf(part, index, library))],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreOf(from[0] ?? '', letter.sheet.reference, postedOn) };
  return fixedTimes(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core])), postedOn);
}

function headOf({ sheet }: Letter, { Paragraph, TextRun, AlignmentType }: Library): docx.Paragraph[] {
  const right = sheet.from.map(
    (text, index) =>
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(runOf(text, index === 0))] }),
  );
  const to = sheet.to.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  const date = new Paragraph({ spacing: { before: 480, after: 480 }, children: [new TextRun(sheet.date)] });
  return [...right, new Paragraph({ spacing: { after: 240 } }), ...to, date];
}

function paragraphsOf(part: Part, index: number, library: Library): docx.Paragraph[] {
  const { Paragraph } = library;
  if (part.kind === 'list') {
    const kind = part.ordered ? { numbering: { reference: numberingOf(index), level: 0 } } : { bullet: { level: 0 } };
    return part.items.map(
      (item) => new Paragraph({ ...kind, spacing: { after: 80 }, children: runsOf([item], false, library) }),
    );
  }
  const isHeading = part.heading === true;
  const spacing = isHeading ? { before: 240, after: 80 } : { after: 160 };
  return [new Paragraph({ spacing, keepNext: isHeading, children: runsOf(part.lines, isHeading, library) })];
}

/** The lines of a paragraph, each after the first on a line of its own. */
function runsOf(lines: readonly (readonly Run[])[], isBold: boolean, { TextRun }: Library): docx.TextRun[] {
  return lines
    .flatMap((line) => textLine(line).split('\n'))
    .map((text, index) => new TextRun({ ...runOf(text, isBold), ...(index === 0 ? {} : { break: 1 }) }));
}

function runOf(text: string, isBold: boolean): docx.IRunOptions {
  return { text, bold: isBold };
}

function numberingOf(index: number): string {
  return `list-${String(index)}`;
}

/** The file's own record of itself. The library would write the time of making into it. */
function coreOf(creator: string, reference: string, date: IsoDate): string {
  const at = `${toIsoDate(date)}T12:00:00Z`;
  const escaped = (text: string): string => text.replace(/[<>&]/g, (one) => `&#${String(one.charCodeAt(0))};`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Letter ${escaped(reference)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}
