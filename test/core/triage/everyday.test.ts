import { describe, expect, test } from 'vitest';
import { withoutEveryday } from '../../../core/triage/everyday.ts';
import { hazardsIn } from '../../../core/triage/hazards.ts';

const kinds = (text: string): readonly string[] => [
  ...new Set(withoutEveryday(hazardsIn(text, [{ text, start: 0, end: text.length }]), text).map(({ kind }) => kind)),
];

describe('words of a danger in an everyday turn of phrase', () => {
  test.each([
    'The kitchen tap is dripping and it is driving me mad.',
    'There is a dripping tap in the bathroom',
    'My fence panel has fallen down.',
    'The garden gate is broken.',
    'I fell out with my neighbour over the fence.',
    'Could you cut the hedge by the path?',
    'The tree has dropped leaves on the path.',
    'The toilet seat is loose.',
    'I’m not in on Friday, the gas man can come Monday.',
    'The plug in the bath is missing.',
    'I have no objection to the new lights.',
    'I was shocked by the letter, you can’t switch my payment date.',
    'I pressed the button on the app and nothing came.',
    'The smoke from next door’s barbecue drifts in.',
    'The walls are a horrible green.',
    'Thank you for fixing the leak.',
  ])('none is named in: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test.each([
    ['The tap is dripping through the ceiling downstairs.', 'water-leak'],
    ['It leaks from the pipe under the sink.', 'water-leak'],
    ['Nobody has fixed the leak.', 'water-leak'],
    ['Thank you but the boiler is still not working.', 'no-heating'],
    ['The fence has fallen and the toddler can get to the road.', 'structure'],
    ['The gas man said the boiler is not safe.', 'no-heating'],
    ['I was shocked by the switch when I touched the socket.', 'electrics'],
    ['He has a barbecue on the balcony.', 'fire'],
    ['There is green mould on the walls.', 'damp-and-mould'],
    ['I pressed the button on my pendant and nobody came.', 'other'],
    ['The toilet is overflowing into the hall.', 'sewage'],
  ])('a danger is: %s', (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each(['thank you fixing ', 'cut the ', 'dripping a ', 'shocked by ', 'tree drops '])(
    'long repeats of %s take no time',
    (piece) => {
      const text = `${piece.repeat(100_000)}leak`;
      const began = performance.now();
      kinds(text);
      expect(performance.now() - began).toBeLessThan(1_000);
    },
  );
});
