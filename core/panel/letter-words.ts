import { lowerFirst } from '../date-words.ts';
/** What a letter is called in the panel, where its kind isn't an acknowledgement's. */
const TITLES: Readonly<Record<string, string>> = {
  refusal: 'Refusal letter',
  'handled-differently': 'Letter on how it is handled',
  'matter-closed': 'Letter that the matter is closed',
  signpost: 'Letter on who can help',
  'contractor-first': 'Letter on the contractor',
  enquiry: 'Reply',
  'survey-follow-up': 'Reply',
  'service-request': 'Reply',
  extension: 'Extension letter',
};

/** "Acknowledgement", "Refusal letter": what a kind of letter is called. */
export function letterTitle(kind: string | null): string {
  if (kind === null || kind === 'informal' || kind.includes('acknowledgement')) return 'Acknowledgement';
  if (kind.endsWith('-response')) return 'Response';
  return TITLES[kind] ?? `Letter: ${kind.replaceAll('-', ' ')}`;
}

/** The same within a sentence: "the refusal letter". */
export function theLetter(kind: string | null): string {
  const title = letterTitle(kind);
  return `the ${lowerFirst(title)}`;
}
