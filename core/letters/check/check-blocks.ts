import type { LetterBlock } from '../letter.ts';
import { hadNoPart } from '../../case/handlers.ts';
import { blockInWords } from '../block-words.ts';
import { outcomeOf } from '../list-items.ts';
import { gapsOf, textOf } from '../markup.ts';
import { stageOf } from '../kinds.ts';
import { DECISION, ordersNamed } from './check-points.ts';
import { isSaid, placesOf, shareOf } from './checked-text.ts';
import { isKind, type Checked, type Finding } from './finding.ts';

/** What the policy and the Code want in the letter and it doesn't say, with the paragraph that says it. */
export function checkBlocks(checked: Checked): readonly Finding[] {
  const { own } = checked;
  const demanded = [...own.checked, ...own.lacking];
  const seen = new Set<string>();
  return demanded.flatMap(({ block, clauses }): Finding[] => {
    const written = own.blocks.find(({ names }) => names.includes(block));
    // One paragraph that does two things is missing once.
    const name = written?.id ?? block;
    const there = isWhole(written, checked) || isThere(block, written, checked);
    if (seen.has(name) || there === true) return [];
    seen.add(name);
    const all = demanded.filter((one) => (written?.names ?? [block]).includes(one.block)).flatMap((one) => one.clauses);
    const isReady = written && gapsOf(written.parts).length === 0 && !waitsForOutcome(written, checked);
    const insert = isReady ? textOf(written.parts) : null;
    // Words alone can't tell a reason that is given from one that is only spoken of.
    const isUnsure = there === 'unsure';
    const message = isUnsure ? `Check: does it say ${blockInWords(block)}?` : `It doesn’t say ${blockInWords(block)}.`;
    return [
      {
        id: isUnsure ? 'block-unsure' : 'block-missing',
        severity: isUnsure ? 'should' : 'must',
        clauses: [...new Set([...clauses, ...all])],
        message,
        found: [],
        insert,
      },
    ];
  });
}

/** What is put right follows from what was decided: while a point is open, no text of ours can say it. */
function waitsForOutcome({ names }: LetterBlock, { file, entries }: Checked): boolean {
  return names.includes('remedy') && file.points.some(({ id }) => outcomeOf(file, id, entries) === '');
}

function isThere(block: string, written: LetterBlock | undefined, checked: Checked): boolean | 'unsure' {
  const { text, file, entries, dates } = checked;
  const says = (pattern: RegExp): boolean => pattern.test(text.ours);
  switch (block) {
    case 'stage':
      return namesStage(checked);
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
      return namesNextStage(checked);
    case 'choice':
    case 'do-you-wish-to-complain':
      return says(
        /\b(?:your choice|would you like|would you rather|would rather|if you (?:want|would like|prefer|are unhappy)|it is for you to decide|up to you)\b/,
      );
    case 'what-we-are-responsible-for':
      return says(
        /\b(?:ours|for us) to (?:answer|deal|sort|put|look)|\ball (?:of (?:it|this|that) )?is ours\b|\b(?:not )?responsib|\b(?:somebody|someone|anybody) else\b|\bfor (?:another|the other)\b/,
      );
    case 'reason-not-accepted':
      return gives(
        [file.refusal?.reason, entries['refusal.reason']],
        /\b(?:because|this is why|reasons?|as (?:it|this|that|you)|since (?:it|this|that|you)|due to)\b/,
        checked,
      );
    case 'considered':
      return (
        isMostlySaid(block, written, checked) ||
        says(
          /\byour (?:own )?(?:case|circumstances|situation)\b|\b(?:we|i) (?:have )?(?:looked|considered|weighed|thought)\b/,
        )
      );
    case 'best-course-of-action':
      return isMostlySaid(block, written, checked) || says(/\b(?:you (?:can|could|may)|instead|contact|ring)\b/);
    case 'other-reviewer':
      // Who did deal with it before is told by name.
      if (file.handler !== null && hadNoPart(file.handler, file.stages.slice(0, -1)) === false) return true;
      return says(
        /\b(?:not|never|no) (?:previously )?(?:dealt|been (?:involved|part)|involved|had (?:any|a) part|part in|worked on)\b|\bhad no part\b|\bindependent (?:review|person|manager|officer|director)|\b(?:somebody|someone) (?:else|new|different) (?:will|who|looks|reviews)\b|\b(?:another|a different) (?:person|manager|member|officer|director)\b|\bpanel\b/,
      );
    case 'agreement':
      // Asked for where it is owed: with the days.
      return true;
    case 'delay-reason':
      return gives(
        [dates.extension.reason, entries['extension.reason']],
        /\b(?:because|reason|this is why|due to|waiting for|as we are|until)\b/,
        checked,
      );
    case 'single-contact':
      return says(
        /\bsingle (?:point of )?contact\b|\b(?:only|one) (?:person|contact)\b|\byour contact (?:is|will be)\b|\bonly (?:contact|write to|speak to|ring|email)\b|\b(?:contact|write to|speak to|ring|email) only\b|\b(?:anybody|anyone|nobody|no one) else\b/,
      );
    default:
      return isMostlySaid(block, written, checked);
  }
}

/** The paragraph stands there as it would be written from the case. */
function isWhole(written: LetterBlock | undefined, { text }: Checked): boolean {
  const lines = written
    ? textOf(written.parts)
        .split('\n')
        .filter((line) => line.trim() !== '')
    : [];
  return lines.length > 0 && lines.every((line) => placesOf(text, line).length > 0);
}

/** A reason: the one that is known of; else something that sounds like one, which is for a person to judge. */
function gives(
  known: readonly (string | null | undefined)[],
  soundsLike: RegExp,
  { text }: Checked,
): boolean | 'unsure' {
  if (known.some((reason) => (reason ?? '').trim() !== '' && isSaid(text, reason ?? ''))) return true;
  return soundsLike.test(text.ours) ? 'unsure' : false;
}

/** An answer names its own stage; that it names the next one too doesn't say which this is. */
function namesStage(checked: Checked): boolean {
  const { text, file, policy } = checked;
  const stage = stageOf(file, policy);
  const order = stage?.order;
  if (!stage?.next && /\bfinal (?:answer|response|stage)\b|\blast stage\b/.test(text.ours)) return true;
  // A letter that says it is at another one is told so.
  if (/\bat (?:the )?(?:stage (?:one|two|three|[123])|(?:first|second|third) stage)\b/.test(text.ours)) return true;
  const named = ordersNamed(text.ours);
  return isKind(checked, 'response') && order !== undefined && order <= 3 ? named.includes(order) : named.length > 0;
}

/** Where it goes next: by its number, or asked for in other words. */
function namesNextStage({ text, file, policy }: Checked): boolean {
  const order = stageOf(file, policy)?.order ?? 1;
  if (ordersNamed(text.ours).some((named) => named > order) || /\bnext\b[^.!?\n]{0,20}\bstage\b/.test(text.ours))
    return true;
  return text.sentences.some(({ start, end }) => {
    const sentence = text.ours.slice(start, end);
    return (
      /\b(?:review|panel|managing director|further|look at it again)\b/.test(sentence) &&
      /\b(?:you (?:can|may|could|want|would like)|if you|ask|unhappy|not (?:happy|satisfied)|dissatisfied)\b/.test(
        sentence,
      )
    );
  });
}

/** Staff say it in their own words: half of what carries its meaning is enough. */
function isMostlySaid(block: string, written: LetterBlock | undefined, { text }: Checked): boolean {
  return written ? shareOf(text, textOf(written.parts)) >= 0.5 : isSaid(text, block.replaceAll('-', ' '));
}
