import type { CaseFile } from './case-file.ts';

/** How a letter goes out; it decides when it counts as received. */
export type Way = 'email' | 'post';

/** How a letter goes where nobody says otherwise: a resident who wrote by post gets post. */
export function wayBackTo({ messages }: Pick<CaseFile, 'messages'>): Way {
  return messages.at(-1)?.channel === 'letter' ? 'post' : 'email';
}

/** How the last letter of a kind was got ready to go; the usual way where none was. */
export function wayOfDraft(file: CaseFile, isMeant: (kind: string) => boolean): Way {
  const draft = file.drafts.findLast(({ kind }) => isMeant(kind));
  return draft ? (draft.way ?? 'email') : wayBackTo(file);
}
