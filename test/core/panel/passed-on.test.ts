import { expect, test } from 'vitest';

import { emptyMessage } from '../../../core/message.ts';
import { passedOn, pasteHint } from '../../../core/panel/passed-on.ts';

const message = { ...emptyMessage(), from: { name: 'Martin Szabo', address: 'martin.szabo@westkent.example' } };
const INES = { name: 'Ines Carvalho', address: 'ines.carvalho@example.net' };

test('a message that was passed on names its writer, and whom a reply would go to', () => {
  const passed = passedOn({ message, writtenBy: INES });
  expect(passed).toEqual({ writer: INES.name, address: INES.address, by: 'Martin Szabo' });
  expect(pasteHint(passed)).toBe(
    'Write a new email to ines.carvalho@example.net, then paste. A reply would go to Martin Szabo.',
  );
});

test('what the sender wrote is answered by a reply', () => {
  expect(passedOn({ message, writtenBy: null })).toBeNull();
  expect(passedOn({ message, writtenBy: { name: '', address: 'Martin.Szabo@WestKent.example' } })).toBeNull();
  expect(pasteHint(null)).toBe('Press Reply, then paste.');
});

test('a writer without an address is named', () => {
  expect(pasteHint(passedOn({ message, writtenBy: { name: 'Ines Carvalho', address: '' } }))).toContain(
    'to Ines Carvalho, then',
  );
});
