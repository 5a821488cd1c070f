import type { LetterBlock } from '../letter.ts';
import { hadNoPart } from '../../case/handlers.ts';
import { blockInWords } from '../block-words.ts';
import { gapsOf, textOf } from '../markup.ts';
import { DECISION } from './check-points.ts';
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
    if (seen.has(name) || isThere(block, written, checked)) return [];
    seen.add(name);
    const all = demanded.filter((one) => (written?.names ?? [block]).includes(one.block)).flatMap((one) => one.clauses);
    const insert = written && gapsOf(written.parts).length === 0 ? textOf(written.parts) : null;
    const message = `It doesn’t say ${blockInWords(block)}.`;
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
    case 'what-we-are-responsible-for':
      return says(
        /\b(?:ours|for us) to (?:answer|deal|sort|put|look)|\ball (?:of (?:it|this|that) )?is ours\b|\b(?:not )?responsib|\b(?:somebody|someone|anybody) else\b|\bfor (?:another|the other)\b/,
      );
    case 'reason-not-accepted':
      return (
        isMostlySaid(block, written, checked) ||
        says(/\b(?:because|this is why|reasons?|as (?:it|this|that|you)|since (?:it|this|that|you)|due to)\b/)
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
      return says(/\b(?:because|reason|this is why|due to|waiting for|as we are|until)\b/);
    default:
      return isMostlySaid(block, written, checked);
  }
}

/** Staff say it in their own words: half of what carries its meaning is enough. */
function isMostlySaid(block: string, written: LetterBlock | undefined, { text }: Checked): boolean {
  return written ? shareOf(text, textOf(written.parts)) >= 0.5 : isSaid(text, block.replaceAll('-', ' '));
}
