import { currentStage } from '../../case/case-file.ts';
import { stageOf } from '../kinds.ts';
import type { LetterBlock } from '../letter.ts';
import { gapsOf, textOf } from '../markup.ts';
import { isSaid, placesOf, sentenceAt, shareOf, spanOf } from './checked-text.ts';
import { isKind, ofCode, type Checked, type Finding } from './finding.ts';

/** What the policy and the Code want in the letter and it doesn't say, with the paragraph that says it. */
export function checkBlocks(checked: Checked): readonly Finding[] {
  const { own } = checked;
  const demanded = [...own.checked, ...own.lacking];
  const seen = new Set<string>();
  return demanded.flatMap(({ block, clauses }): Finding[] => {
    const written = own.blocks.find(({ names }) => names.includes(block));
    // One paragraph that does two things is missing once.
    const name = written?.id ?? block;
    if (seen.has(name) || isThere(block, written, checked)) return [];
    seen.add(name);
    const all = demanded.filter((one) => (written?.names ?? [block]).includes(one.block)).flatMap((one) => one.clauses);
    const insert = written && gapsOf(written.parts).length === 0 ? textOf(written.parts) : null;
    const message = `It doesn’t say ${BLOCK_WORDS[block] ?? block.replaceAll('-', ' ')}.`;
    return [
      {
        id: 'block-missing',
        severity: 'must',
        clauses: [...new Set([...clauses, ...all])],
        message,
        found: [],
        insert,
      },
    ];
  });
}

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
      return [{ id: 'point-missing', severity: 'must', clauses, message, found: [], insert: `“${point.text.trim()}”` }];
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
  const before = file.stages.slice(0, -1).flatMap((record) => [record.handler, record.reviewer]);
  if (stage.order > 1 && handler !== '' && before.some((name) => same(name, handler))) {
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

/** What a block says, for a sentence that begins with "It doesn't say". */
const BLOCK_WORDS: Readonly<Record<string, string>> = {
  stage: 'at which stage it is',
  'complaint-details': 'what the complaint is',
  'outcome-sought': 'what the resident would like',
  'response-date': 'by which day you answer',
  'new-date': 'the new day of the answer',
  'handler-name': 'who deals with it',
  'ombudsman-advice': 'that the Ombudsman gives advice at any time, and how to reach it',
  'ombudsman-contact': 'how to reach the Ombudsman',
  ombudsman: 'how to take it to the Ombudsman',
  'what-we-are-responsible-for': 'what of it is yours to answer',
  decision: 'what you decided',
  reasons: 'why you decided so',
  remedy: 'what you offer to put it right',
  'outstanding-actions': 'what is still to be done, by whom and when',
  'how-to-escalate': 'how to go to the next stage',
  'next-stage': 'what the next stage is',
  'escalation-window': 'until when the next stage can be asked for',
  'what-remains': 'that the resident may say what remains, and need not',
  'delay-reason': 'why it takes longer',
  progress: 'how far it is',
  'reason-not-accepted': 'why it isn’t taken as a complaint',
  considered: 'what you weighed in this case',
  'best-course-of-action': 'what the resident can do instead',
  'building-safety': 'that the Building Safety Regulator gives advice, and how to reach it',
  choice: 'that a complaint is the resident’s choice',
  'do-you-wish-to-complain': 'that a complaint is the resident’s choice',
  authority: 'which authority you need',
  'support-available': 'which help there is',
  'process-exhausted': 'that your own process ends here',
};

function isThere(block: string, written: LetterBlock | undefined, checked: Checked): boolean {
  const { text, file } = checked;
  const says = (pattern: RegExp): boolean => pattern.test(text.ours);
  switch (block) {
    case 'stage':
      return says(
        /\b(?:stage (?:one|two|three|[123])|(?:first|second|third|last|final) stage|final answer|final response)\b/,
      );
    case 'complaint-details':
    case 'response-date':
    case 'new-date':
      // These are looked at one by one elsewhere.
      return true;
    case 'outcome-sought':
      return (
        (file.wants !== null && isSaid(text, file.wants)) ||
        says(
          /\b(?:you (?:would like|want(?:ed)?|asked|are looking for|seek)|outcome|put (?:it|this|things) right for you)\b/,
        )
      );
    case 'handler-name':
      return file.handler !== null && placesOf(text, file.handler).length > 0;
    case 'ombudsman-advice':
    case 'ombudsman-contact':
    case 'ombudsman':
    case 'regulator-details':
      return says(/\bombudsman\b|\bcare quality commission\b|\bcqc\b/);
    case 'reasons':
      return isKind(checked, 'response') || isMostlySaid(block, written, checked);
    case 'decision':
      return isKind(checked, 'response') ? says(DECISION) : isMostlySaid(block, written, checked);
    case 'remedy':
      return says(
        /\b(?:sorry|apolog\w*|put (?:it|this|things|that) right|£ ?\d|compensation|offer|remedy|nothing to put right)/,
      );
    case 'outstanding-actions':
      return (
        file.actions.some(({ what }) => isSaid(text, what)) ||
        says(
          /\b(?:still to be done|nothing (?:is left|more)|outstanding|no further action|keep you (?:informed|updated|posted)|next steps?)\b/,
        )
      );
    case 'how-to-escalate':
    case 'next-stage':
    case 'escalation-window':
      return says(/\b(?:next stage|stage (?:two|three|2|3)|(?:second|third) stage|review|panel|managing director)\b/);
    case 'choice':
    case 'do-you-wish-to-complain':
      return says(
        /\b(?:your choice|would you like|would you rather|would rather|if you (?:want|would like|prefer|are unhappy)|it is for you to decide|up to you)\b/,
      );
    case 'delay-reason':
      return says(/\b(?:because|reason|this is why|due to|waiting for|as we are|until)\b/);
    default:
      return isMostlySaid(block, written, checked);
  }
}

/** Staff say it in their own words: half of what carries its meaning is enough. */
function isMostlySaid(block: string, written: LetterBlock | undefined, { text }: Checked): boolean {
  return written ? shareOf(text, textOf(written.parts)) >= 0.5 : isSaid(text, block.replaceAll('-', ' '));
}

const DECISION =
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

function same(left: string | null, right: string): boolean {
  return (left ?? '').trim().toLowerCase() === right.trim().toLowerCase();
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
