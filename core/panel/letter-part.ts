import { letter } from '../letters/letter.ts';
import { LetterCard } from './LetterCard.tsx';
import { PlacedCard } from './PlacedCard.tsx';

/** The part of the panel for letters: their writer and their cards; fetched when the first letter is wanted. */
export const letters = { write: letter, LetterCard, PlacedCard };

export type LetterCards = Pick<typeof letters, 'LetterCard' | 'PlacedCard'>;
