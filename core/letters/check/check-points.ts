import { currentStage } from '../../case/case-file.ts';
import { handlersOf, isSamePerson } from '../../case/handlers.ts';
import { stageOf } from '../kinds.ts';
import { textOf } from '../markup.ts';
import { isSaid, placesOf, sentenceAt, spanOf } from './checked-text.ts';
import { isKind, ofCode, type Checked, type Finding } from './finding.ts';

/** The points, one by one: each is named, and in an answer decided. */
export function checkPoints(checked: Checked): readonly Finding[] {
  const { text, own } = checked;
  const isAnswer = isKind(checked, 'response');
  if (!own.blocks.some(({ names }) => names.includes('complaint-details'))) return [];
  const clauses = isAnswer ? ofCode(checked, '6.7') : ofCode(checked, '5.6');
  const points = checked.file.points.filter((point) => point.text.trim() !== '');
  return points.flatMap((point, index): Finding[] => {
    const number = points.length > 1 ? ` (point ${String(index + 1)})` : '';
    if (!isSaid(text, point.text)) {
      const message = `It doesn’t speak of “${short(point.text)}”${number}.`;
      const insert = `You told us: “${point.text.trim()}”`;
      return [{ id: 'point-missing', severity: 'must', clauses, message, found: [], insert }];
    }
    if (!isAnswer || isDecided(point.text, points[index + 1]?.text, checked)) return [];
    const found = placesOf(text, point.text).slice(0, 1);
    const message = `It doesn’t say what you decided about “${short(point.text)}”${number}.`;
    return [{ id: 'decision-missing', severity: 'must', clauses, message, found, insert: null }];
  });
}

/** In an answer: what we undertake has a day. */
export function checkActions(checked: Checked): readonly Finding[] {
  const { text } = checked;
  if (!isKind(checked, 'response')) return [];
  return [...text.ours.matchAll(UNDERTAKING)].flatMap(({ 0: words, index }): Finding[] => {
    const { start, end } = sentenceAt(text, index);
    if (
      /\d{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]{3,9}|\d[/.-]\d|\b(?:today|tomorrow)\b/.test(text.lower.slice(start, end))
    )
      return [];
    return [
      {
        id: 'action-without-date',
        severity: 'should',
        clauses: ofCode(checked, '7.3', '6.6'),
        message: 'It promises something without a day.',
        found: [spanOf(text, index, index + words.length)],
        insert: null,
      },
    ];
  });
}

/** The stage that the letter says it is at, and who deals with it there. */
export function checkStage(checked: Checked): readonly Finding[] {
  const { text, file, policy } = checked;
  const stage = stageOf(file, policy);
  if (!stage?.formal || !(isKind(checked, 'acknowledgement') || isKind(checked, 'response'))) return [];
  // An answer names the next stage too: "we will take it to stage two".
  const where = isKind(checked, 'response') ? AT : AT_OR_TO;
  const named = [...text.ours.matchAll(where)];
  const orders = named.map((match) => ORDERS[match[1] ?? match[2] ?? ''] ?? 0);
  const [first] = named;
  const findings: Finding[] = [];
  if (first && !orders.includes(stage.order)) {
    const message = `The case is at ${stage.name.toLowerCase()}; the letter says otherwise.`;
    const found = [spanOf(text, first.index, first.index + first[0].length)];
    findings.push({
      id: 'stage-wrong',
      severity: 'must',
      clauses: stageClauses(checked),
      message,
      found,
      insert: null,
    });
  }
  const handler = file.handler ?? currentStage(file)?.reviewer ?? '';
  const before = file.stages.slice(0, -1).flatMap(handlersOf);
  if (stage.order > 1 && handler !== '' && before.some((name) => isSamePerson(name, handler))) {
    const clauses = [
      ...(stage.handler?.independentOf ? stage.handler.clause.map((one) => `${policy.id}/${one}`) : []),
      ...ofCode(checked, '6.13'),
    ];
    const message = `${handler} dealt with it at the stage before.`;
    findings.push({
      id: 'same-person',
      severity: 'must',
      clauses,
      message,
      found: placesOf(text, handler).slice(0, 1),
      insert: null,
    });
  }
  return findings;
}

/** One complaint has one acknowledgement at a stage; another one says that it replaces the first. */
export function checkSecond(checked: Checked): readonly Finding[] {
  const { own, text } = checked;
  if (!own.corrects || /\b(?:replaces?|corrects?|puts? (?:it|this|that) right|i wrote to you)\b/.test(text.ours))
    return [];
  const correction = own.blocks.find(({ names }) => names.includes('correction'));
  return [
    {
      id: 'second-acknowledgement',
      severity: 'must',
      clauses: [],
      message: 'It was acknowledged already, and this letter doesn’t say that it replaces the first.',
      found: [],
      insert: correction ? textOf(correction.parts) : null,
    },
  ];
}

/** Words of an undertaking of ours, with a verb of work. */
const UNDERTAKING =
  /\b(?:we|i|our [a-z]{3,20}(?: [a-z]{3,20})?) (?:will|shall|are going to|am going to) (?:also )?(?:fix|repair|lay|replace|send|visit|inspect|paint|pay|install|clear|clean|survey|arrange|complete|carry out|refund|renew|treat|remove|order|book|finish)\b/g;

const AT = /\bat (?:the )?(?:stage (one|two|three|[123])|(first|second|third) stage)\b/g;
const AT_OR_TO = /\b(?:at|to) (?:the )?(?:stage (one|two|three|[123])|(first|second|third) stage)\b/g;

/** Which stages a text names, as their numbers. */
export function ordersNamed(text: string): readonly number[] {
  return [...text.matchAll(/\b(?:stage (one|two|three|[123])|(first|second|third) stage)\b/g)].map(
    ([, after, before]) => ORDERS[after ?? before ?? ''] ?? 0,
  );
}

const ORDERS: Readonly<Record<string, number>> = {
  one: 1,
  '1': 1,
  first: 1,
  two: 2,
  '2': 2,
  second: 2,
  three: 3,
  '3': 3,
  third: 3,
};

/** Words of a decision on what was complained of. */
export const DECISION =
  /\b(?:uph[oe]ld\w*|(?:got|did|have done) (?:it|this|that|part of (?:it|this|that)|things) wrong|we (?:have )?(?:found|find|agree|accept|decided|do not agree)|i (?:have )?(?:found|find|agree|accept|decided|do not agree)|our decision|we were at fault|(?:was|were|is|are) (?:not )?(?:justified|at fault))\b/;

/** Between this point and the next the letter decides something; where the points aren't told apart, anywhere. */
function isDecided(point: string, next: string | undefined, { text }: Checked): boolean {
  const start = placesOf(text, point)[0]?.start ?? 0;
  const after = next === undefined ? undefined : placesOf(text, next).find((place) => place.start > start);
  return DECISION.test(text.ours.slice(start, after?.start ?? text.ours.length));
}

function stageClauses({ own }: Checked): readonly string[] {
  return own.blocks.find(({ names }) => names.includes('stage'))?.clauses ?? [];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
