import type { Message, Span } from '../message.ts';
import type { Settings } from '../settings.ts';
import { channelOf } from './channel.ts';
import { formLines, type FormLine } from './form.ts';
import { languageOf } from './language.ts';
import { layoutOf, type Layout } from './layout.ts';
import { linesOf, trimmed, type Line } from './lines.ts';
import type { FormField, LeftOut, Reading, Sentence } from './reading.ts';
import { sentencesIn, type Stretch } from './sentences.ts';
import { otherSpeakers, turnsOf, type Turn } from './speakers.ts';

/** Of new text longer than this in all, only the beginning and the end are weighed. */
const WEIGHED_WHOLE = 25_000;
const WEIGHED_BEGINNING = 20_000;
const WEIGHED_END = 5_000;

/** Nor more sentences than these: text of two-letter sentences is no letter. */
const SENTENCES_BEGINNING = 800;
const SENTENCES_END = 200;

/** No form and no conversation has more lines. */
const MOST_FIELDS = 2_000;

/**
 * Reads a message: which of its words are new, whose they are, and in which language. Never throws; takes time in
 * proportion to the length of the text, whatever the text is.
 */
export function read(message: Message, settings: Settings): Reading {
  const lines = linesOf(message.text);
  const layout = layoutOf(message, lines, settings);
  const parts = partsOf(message.text, lines, layout);
  const newText = parts.map(({ text }) => text).join('\n');

  const newLines = lines.filter((_, at) => layout.kinds[at] === 'new');
  const isShort = newLines.length <= MOST_FIELDS;
  const turns = isShort ? turnsOf(newLines) : null;
  const isForm = message.channel === 'web-form';
  const form = isShort && !turns ? formLines(newLines, isForm) : null;
  const channel = channelOf(message, { isChat: turns !== null, isForm: !isForm && form !== null });
  const within = turns ? besideTheResident(message, newLines, turns) : besideTheAnswers(form ?? []);

  const weighed = weighedOf(parts);
  const isWhole = weighed === parts;
  const sentences = notTooMany(sentencesIn(message.text, without(weighed, within)));
  const language = languageOf(
    sentences
      .map(({ text }) => text)
      .join(' ')
      .slice(0, 8_000),
  );
  return {
    message,
    channel,
    newText,
    parts,
    leftOut: [...leftOutOf(lines, layout), ...within].sort((left, right) => left.start - right.start),
    sentences,
    fields: form ? form.map((field) => fieldOf(message.text, field)) : [],
    ...layout.passedOn,
    language,
    // What stands between parts is nobody's text: parts that are weighed whole leave nothing out.
    length: {
      total: newText.length,
      weighed: isWhole ? newText.length : weighed.reduce((sum, { start, end }) => sum + end - start, 0),
    },
    unreadable: unreadable(message, newText, language),
  };
}

/** New lines that follow one another are one part; what was marked with `>` gives a part a line. */
function partsOf(text: string, lines: readonly Line[], layout: Layout): readonly Span[] {
  const parts: { start: number; end: number }[] = [];
  let open = false;
  lines.forEach(({ start, end }, at) => {
    const isNew = layout.kinds[at] === 'new';
    const isMarked = layout.marked.has(at);
    const last = parts.at(-1);
    if (isNew && open && last && !isMarked) last.end = end;
    else if (isNew) parts.push({ start: isMarked ? afterMarks(text, start, end) : start, end });
    open = isNew && !isMarked;
  });
  return parts
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}

function afterMarks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === '>' || text[at] === ' ')) at++;
  return at;
}

function leftOutOf(lines: readonly Line[], layout: Layout): readonly LeftOut[] {
  const found: { kind: LeftOut['kind']; start: number; end: number }[] = [];
  lines.forEach(({ start, end }, at) => {
    const kind = layout.kinds[at];
    if (kind === undefined || kind === 'new') return;
    const last = found.at(-1);
    if (last?.kind === kind && layout.kinds[at - 1] === kind) last.end = end;
    else found.push({ kind, start, end });
  });
  return found;
}

/** What advisers and robots say in a conversation, and the names and times before the resident's own lines. */
function besideTheResident(message: Message, lines: readonly Line[], turns: readonly Turn[]): readonly LeftOut[] {
  const others = otherSpeakers(turns, `${message.from?.name ?? ''} ${message.subject}`);
  const begins = new Map(turns.map((turn) => [turn.line, turn]));
  let isOther = false;
  return lines.flatMap(({ start, end, head }, at): LeftOut[] => {
    const turn = begins.get(at);
    if (!turn) return isOther || /^\[?\d{1,2}[:.]\d{2}\]?\s/.test(head) ? [{ kind: 'other-speaker', start, end }] : [];
    isOther = others.has(turn.speaker);
    return [{ kind: 'other-speaker', start, end: isOther ? end : turn.start }];
  });
}

/** The questions of a form, and answers that only say who or where. */
function besideTheAnswers(form: readonly FormLine[]): readonly LeftOut[] {
  return form.map(({ labelStart, start, end, isParticular }) => ({
    kind: 'form-label',
    start: labelStart,
    end: isParticular ? end : start,
  }));
}

function fieldOf(text: string, { label, start, end }: FormLine): FormField {
  const answer = trimmed(text, start, end) ?? { start, end: start };
  return { label, answer: { text: text.slice(answer.start, answer.end), start: answer.start, end: answer.end } };
}

function weighedOf(parts: readonly Span[]): readonly Stretch[] {
  const total = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (total <= WEIGHED_WHOLE) return parts;
  return [...taken(parts, 0, WEIGHED_BEGINNING), ...taken(parts, total - WEIGHED_END, total)];
}

function notTooMany(sentences: readonly Sentence[]): readonly Sentence[] {
  if (sentences.length <= SENTENCES_BEGINNING + SENTENCES_END) return sentences;
  const kept = [...sentences.slice(0, SENTENCES_BEGINNING), ...sentences.slice(-SENTENCES_END)];
  return kept.map((sentence, index) => ({ ...sentence, index }));
}

/** The stretches of the parts that hold characters `from` to `to` of all of them together. */
function taken(parts: readonly Span[], from: number, to: number): readonly Stretch[] {
  let before = 0;
  return parts.flatMap(({ start, end }): Stretch[] => {
    const first = start + Math.max(0, from - before);
    const last = Math.min(end, start + to - before);
    before += end - start;
    return first < last ? [{ start: first, end: last }] : [];
  });
}

/** The stretches less what is left out within them; both in order. */
function without(stretches: readonly Stretch[], leftOut: readonly LeftOut[]): readonly Stretch[] {
  const rest: Stretch[] = [];
  let next = 0;
  for (const { start, end } of stretches) {
    let from = start;
    while (next < leftOut.length && (leftOut[next]?.end ?? 0) <= from) next++;
    for (let at = next; at < leftOut.length; at++) {
      const cut = leftOut[at];
      if (!cut || cut.start >= end) break;
      if (cut.start > from) rest.push({ start: from, end: cut.start });
      from = Math.max(from, cut.end);
    }
    if (from < end) rest.push({ start: from, end });
  }
  return rest;
}

const LITTLE = 160;

const SEE_ATTACHED =
  /\b(?:attached|attachment|enclosed|encl|see (?:the )?(?:letter|photos?|pictures?|file|document|pdf|scan)|scanned?|photos? (?:attached|enclosed)|as per)\b/i;

function unreadable(message: Message, newText: string, language: string): Reading['unreadable'] {
  const said = newText.length > LITTLE ? newText : withoutCourtesies(newText);
  if (
    message.attachments.length > 0 &&
    newText.length <= LITTLE &&
    (said === '' || (SEE_ATTACHED.test(newText) && said.split(' ').length <= 12))
  )
    return 'attachment-only';
  if (newText === '') return 'empty';
  return language === 'en' || language === 'und' ? null : 'language';
}

/** What a few words say beyond greeting, thanks and name. */
function withoutCourtesies(text: string): string {
  return text
    .replace(/\b(?:dear|hi|hiya|hello|good (?:morning|afternoon|evening))\b[^\n,!.]{0,40}[,!.]?/gi, ' ')
    .replace(
      /\b(?:(?:kind|best|many|warm) )?(?:regards|wishes|thanks|thank you|yours (?:sincerely|faithfully|truly)|cheers|sincerely)\b[^\n]{0,60}(?:\n[^\n]{0,40}){0,3}$/i,
      ' ',
    )
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim();
}
