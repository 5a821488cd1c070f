import type { SeenMessage } from '../../register/seen.ts';
import { whoOf } from './seen-words.ts';

/** What a message is about, and whose it is. */
export function SeenName({ message }: { readonly message: SeenMessage }) {
  return (
    <>
      <b>
        <bdi>{message.subject === '' ? 'No subject' : message.subject}</bdi>
      </b>{' '}
      <bdi>{whoOf(message)}</bdi>
    </>
  );
}
