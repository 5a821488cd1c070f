import { expect, test } from 'vitest';
import { adjustmentsIn } from '../../../core/case/adjustments.ts';
import { read } from '../../../core/reading/read.ts';
import { findings } from '../../../core/triage/triage.ts';
import { alderholt, aMessage } from '../reading/a-message.ts';

const of = (text: string): readonly string[] => {
  const reading = read(aMessage(text), alderholt);
  const { people } = findings(reading, { settings: alderholt, neural: null });
  return adjustmentsIn(
    reading.sentences,
    people.filter(({ kind }) => kind === 'adjustment'),
  );
};

test.each([
  {
    name: 'the whole sentence, so that a time or a reason stays with it, and each thing once, as it is asked for',
    text: 'I am partially sighted and I asked you in June to send me letters in large print. You sent me another one in tiny print. I also have COPD and my carer only comes in the mornings so please do not phone after 12. Please send everything in large print from now on.',
    expected: [
      'I also have COPD and my carer only comes in the mornings so please do not phone after 12.',
      'Please send everything in large print from now on.',
    ],
  },
  {
    name: 'two things of one sentence are that sentence once',
    text: 'Nobody came again. Please write in large print and do not ring me.',
    expected: ['Please write in large print and do not ring me.'],
  },
  {
    name: 'of a long sentence the clause',
    text: 'Nobody came on Monday and nobody came on Tuesday and nobody came on Friday although I had been told by the office three times that somebody would be here, so please do not phone me before ten in the morning, because I work nights and so does my husband at the same place.',
    expected: ['so please do not phone me before ten in the morning'],
  },
  { name: 'nothing where nothing is asked', text: 'Nobody came again.', expected: [] },
])('adjustments: $name', ({ text, expected }) => {
  expect(of(text)).toEqual(expected);
});
