import { describe, expect, test } from 'vitest';
import { withoutEveryday } from '../../../core/triage/everyday.ts';
import { hazardsIn } from '../../../core/triage/hazards.ts';
import { cpuTime } from '../reading/cpu-time.ts';

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
    'The window cleaner won’t come when it rains.',
    'I had my window down and heard them laughing.',
    'Mr Prior came out on to the step in his coat.',
    'We walked off down the path together.',
    'He would not take petrol money.',
    'Could you change the carers’ parking? The tablets are fine.',
    'This will not lead to delay, the lead officer says.',
    'I could not lift the box.',
    'It is twenty-one degrees in here and lovely.',
    'The bairns had cold beans for tea.',
    'Please send the fire risk assessment to our client.',
    'The smoke alarm was tested on Monday.',
    'Our last house was black with mould and the boiler never worked.',
    'The boiler was broken and it was fixed the same day.',
    'In January 2024 I was left without a boiler for two weeks.',
    'I had no heating for three weeks in the winter of 2023.',
    'Join our webinar: damp and mould for landlords.',
    'How many complaints about damp have you had since 2020?',
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
    ['The window has fallen out of the frame and smashed on the path.', 'structure'],
    ['I slipped going down the steps, they are loose.', 'structure'],
    ['Mum’s tablets were not given again this morning.', 'other'],
    ['The lead pipes have never been replaced.', 'other'],
    ['The lift is broken and I cannot lift the pram.', 'lift'],
    ['No heating and it is 8 degrees in the bedroom.', 'no-heating'],
    ['The fire risk assessment says that the doors are wedged and nobody acts.', 'fire'],
    ['Our last house had mould and this one has it too.', 'damp-and-mould'],
    ['In January 2024 I was left without a boiler for two weeks. It has broken down again.', 'no-heating'],
    ['I have had no heating since January 2024.', 'no-heating'],
    ['In January 2024 the boiler stopped.', 'no-heating'],
    ['The boiler was fixed in May but it is broken again.', 'no-heating'],
    ['They said the leak was fixed but it still drips on the floor.', 'water-leak'],
  ])('a danger is: %s', (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each([
    'thank you fixing ',
    'cut the ',
    'dripping a ',
    'shocked by ',
    'tree drops ',
    'was fixed ',
    'our old house ',
    'came down the ',
    'webinar damp ',
    'carer not ',
    'in 2024 was for ',
    'was of weeks ',
  ])('long repeats of %s take no time', (piece) => {
    const text = `${piece.repeat(100_000)}leak`;
    expect(cpuTime(() => kinds(text))).toBeLessThan(1_000);
  });
});
