import { sentenceAt, spanOf } from './checked-text.ts';
import { isKind, ofCode, type Checked, type Finding, type FindingId } from './finding.ts';
import { decisionsIn, refusalsIn } from './refusal-words.ts';

/** One kind of words that a letter shouldn't hold. */
interface WordRule {
  readonly id: FindingId;
  readonly severity: 'must' | 'should';
  readonly pattern: RegExp;
  readonly message: string;
  readonly code?: readonly string[];
  /** Words before it in the same sentence that take the sting out: "You do not have to fill in a form". */
  readonly unless?: RegExp;
  /** Only in such a letter. */
  readonly when?: (checked: Checked) => boolean;
}

/** What a letter shouldn't say, by the Code and by the Ombudsman's guidance on plain and fair letters. */
export function checkWords(checked: Checked): readonly Finding[] {
  return [
    ...refusal(checked),
    ...RULES.flatMap((rule) => found(rule, checked)),
    ...capitals(checked),
    ...length(checked),
  ];
}

const NOT = /\b(?:not|n't|no|never|without|nor|needn't)\b/;
const MAY = /\b(?:can|may|could|if you (?:like|wish|prefer)|help)\b/;

/** Letters whose purpose is to say that something isn't taken, or is dealt with in another way. */
const DECLINES = new Set([
  'refusal',
  'signpost',
  'matter-closed',
  'service-request',
  'closing',
  'panel-bypass',
  'restriction',
  'acknowledge-only',
  'contractor-first',
  'enquiry',
  'survey-follow-up',
  'handled-differently',
]);

const RULES: readonly WordRule[] = [
  {
    id: 'formal',
    severity: 'should',
    pattern: /\b(?:in)?formal(?:ly)?\b/g,
    message: 'Say “complaint”. There are no formal and informal ones.',
    code: ['5.2'],
  },
  {
    id: 'asks-for-reasons',
    severity: 'must',
    pattern:
      /\b(?:you (?:must|need to|have to|are required to|should)|please) (?:also )?(?:tell|explain|state|give|provide|set out|say|confirm|outline)\b[^.!?\n]{0,60}\b(?:why|reasons?|grounds)\b|\b(?:explaining|stating|setting out|giving|outlining) (?:us )?(?:the |your )?(?:why|reasons?|grounds)\b/g,
    message: 'Nobody has to give reasons for the next stage.',
    code: ['6.12'],
    unless: NOT,
  },
  {
    id: 'asks-for-a-form',
    severity: 'must',
    pattern: /\b(?:complete|fill (?:in|out)|return|submit|use)\b[^.!?\n]{0,40}\bforms?\b/g,
    message: 'Residents can complain in any way. Offer a form; don’t ask for it.',
    code: ['3.2'],
    unless: new RegExp(`${NOT.source}|${MAY.source}`),
  },
  {
    id: 'asks-for-evidence-first',
    severity: 'should',
    pattern:
      /\b(?:before|until) (?:we|i) (?:can )?(?:start|begin|look|investigate|take|consider)\b[^.!?\n]{0,80}\b(?:evidence|photo\w*|proof|receipts?)\b|\b(?:evidence|photo\w*|proof|receipts?)\b[^.!?\n]{0,60}\bbefore (?:we|i) (?:can )?(?:start|begin|look|investigate|take|consider)\b/g,
    message: 'A complaint is looked into at once; ask for evidence on the way.',
    code: ['6.2'],
    when: ({ kind }) => kind !== 'authority-request',
  },
  {
    id: 'finding-too-early',
    severity: 'should',
    pattern:
      /\b(?:we|i) (?:got|did) (?:it|this|that|things) wrong\b|\bour (?:failures?|failings?|mistakes?)\b|\bwe (?:have )?failed\b/g,
    message: 'Nothing has been found yet. Be sorry for what the resident went through.',
    when: (checked) => isKind(checked, 'acknowledgement'),
  },
  {
    id: 'blame',
    severity: 'must',
    pattern:
      /\b(?:lifestyle|your own fault|you failed to|you neglected|you should have (?:reported|told|contacted|kept|rung|made|let)|due to your (?:failure|lack)|(?:drying|dry) (?:clothes|washing|laundry) (?:indoors|inside)|open your windows|you (?:do|did) not (?:heat|ventilate))\b/g,
    message: 'It blames the resident.',
  },
  {
    id: 'phrase',
    severity: 'should',
    pattern:
      /\b(?:any inconvenience|inconvenience (?:caused|this may have)|you alleged?|alleged(?:ly)?|allegations?|as previously (?:advised|stated|mentioned)|should you wish|valued (?:customer|tenant|resident)|it would appear|(?:someone|somebody) will be in touch|in due course|shortly|in the near future|(?:gesture of goodwill|goodwill (?:gesture|payment))|please be advised|rest assured|the (?:organisation|association)|formal response|with regards? to|at this moment in time|please do not hesitate|for the avoidance of doubt|endeavou?r|outside the scope)\b/g,
    message: 'Say it in plain words.',
  },
  {
    id: 'abbreviation',
    severity: 'should',
    pattern:
      /(?<![\w.@/-])(?:wds?|asb|tmo|s20|hos|hhsrs|eod|sla|kpi|nfa|uprn|dpa|foi|sar|lgsco|cqc|bsr)(?![\w@-]|\.\w)/g,
    message: 'Write it out: the resident may not know what it stands for.',
  },
  {
    id: 'weak-reason',
    severity: 'should',
    pattern:
      /\b(?:backlogs?|workloads?|(?:high|large) (?:volumes?|numbers?|demand)|staff (?:sickness|shortages?|absences?)|annual leave)\b/g,
    message: 'Being busy is no reason. Say what you are waiting for.',
    code: ['6.4'],
    when: ({ kind }) => kind === 'extension',
  },
  {
    id: 'no-reply',
    severity: 'must',
    pattern: /\b(?:do-?not-?reply|no-?reply)@/g,
    message: 'Nobody can answer to that address.',
  },
  {
    id: 'gap',
    severity: 'must',
    pattern:
      /\[[^\][\n]{0,80}\]|\{\{[^{}\n]{0,80}\}\}|_{3,}|\.{5,}|\bx{3,}\b|\b(?:tbc|tba)\b|\bdd\/mm(?:\/yy(?:yy)?)?\b|<<[^<>\n]{1,60}>>|\binsert (?:name|date|reference|details)\b/g,
    message: 'Something is still to be filled in.',
  },
];

/** A letter that isn't there to turn something away says that it does, or that it came already to an end. */
function refusal(checked: Checked): Finding[] {
  const { kind, text } = checked;
  if (DECLINES.has(kind)) return [];
  const refused = refusalsIn(text);
  const decided = isKind(checked, 'acknowledgement')
    ? decisionsIn(text).filter((one) => !refused.some(({ start, end }) => one.start < end && start < one.end))
    : [];
  const found = [...refused, ...decided].toSorted((left, right) => left.start - right.start);
  if (found.length === 0) return [];
  const message =
    'It refuses something. That is a decision for a person, and has a letter of its own with the Ombudsman’s details.';
  return [{ id: 'refusal', severity: 'must', clauses: ofCode(checked, '2.4', '5.11'), message, found, insert: null }];
}

function found(rule: WordRule, checked: Checked): Finding[] {
  if (rule.when && !rule.when(checked)) return [];
  const { text } = checked;
  const spans = [...text.ours.matchAll(rule.pattern)]
    .filter(({ index }) => {
      const { start } = sentenceAt(text, index);
      return !rule.unless?.test(text.ours.slice(Math.max(start, index - 120), index));
    })
    .map(({ 0: words, index }) => spanOf(text, index, index + words.length));
  if (spans.length === 0) return [];
  const { id, severity, message } = rule;
  return [{ id, severity, clauses: ofCode(checked, ...(rule.code ?? [])), message, found: spans, insert: null }];
}

/** Two words in capitals, one after the other, shout. */
function capitals({ text }: Checked): Finding[] {
  const spans = [...text.text.matchAll(/\b[A-Z]{2,20}(?:[ ,]+[A-Z]{2,20})+\b/g)].map(({ 0: words, index }) =>
    spanOf(text, index, index + words.length),
  );
  if (spans.length === 0) return [];
  return [{ id: 'capitals', severity: 'should', clauses: [], message: 'Capitals shout.', found: spans, insert: null }];
}

/** More than a page can hold. An answer needs as many words as it needs. */
function length(checked: Checked): Finding[] {
  const words = checked.text.text.split(/\s+/).length;
  if (isKind(checked, 'response') || words <= 450) return [];
  const message = `It has ${String(words)} words, more than a page.`;
  return [{ id: 'long', severity: 'should', clauses: [], message, found: [], insert: null }];
}
