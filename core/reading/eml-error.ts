/** Mail that can't be taken apart; says why. */
export class EmlError extends Error {
  override readonly name = 'EmlError';
}
