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
  'other-reviewer': 'that somebody who has not dealt with it before looks at it',
  'fully-addressed': 'that every complaint was answered in full',
  'no-further-discussion': 'that it will not be discussed further',
};

/** What a block says, for a sentence that begins with "It doesn’t say". */
export function blockInWords(block: string): string {
  return BLOCK_WORDS[block] ?? block.replaceAll('-', ' ');
}
