import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { dangerIn } from '../../../core/triage/danger.ts';
import { linearReading } from '../../../core/triage/linear-reading.ts';
import { saidOtherwise } from '../../../core/triage/said-otherwise.ts';
import type { NeuralScores } from '../../../core/triage/verdict.ts';
import { alderholt, aMessage } from '../reading/a-message.ts';
import { cpuTime } from '../reading/cpu-time.ts';

const linearOf = (text: string) => linearReading(read(aMessage(text), alderholt), alderholt);
const told = (text: string) => saidOtherwise(linearOf(text).features);

describe('a danger that is told without its name', () => {
  test.each([
    ['breath indoors', 'You can see your own breath in the kids’ room.', 'no-heating'],
    ['coats in bed', 'The kids are sleeping in their coats.', 'no-heating'],
    ['washing at the gym', 'We have been washing at the gym for a fortnight.', 'no-heating'],
    ['a bath that fills from below', 'It came up through the bath this morning, brown.', 'sewage'],
    ['a wall that leans', 'The yard wall leans since the spring.', 'structure'],
    ['pieces that fall', 'A piece of the concrete has come down, and more pieces fell on Sunday.', 'structure'],
    ['a fall', 'I fell on it coming out to church.', 'other'],
    ['a bone', 'The wrist is a clean break.', 'other'],
    ['ice', 'The slope is like glass and nobody has been to grit it.', 'other'],
    ['water that is not clean', 'It runs brown and we are on bottled, with a baby.', 'other'],
    ['a chest', 'She is coughing in that room every night.', 'damp-and-mould'],
    ['a fire door', 'The closer was taken off in May.', 'fire'],
    ['a pipe', 'The pipe that you put the tape on never held.', 'water-leak'],
    ['glass', 'The back door has had no glass since July.', 'security'],
    ['Polish', 'Od tygodnia nie działa ogrzewanie, dzieci marzną.', 'no-heating'],
    ['Romanian', 'Este mucegai pe perete în camera copilului.', 'damp-and-mould'],
    ['Portuguese', 'O quarto tem bolor e humidade.', 'damp-and-mould'],
    ['Welsh', 'Mae dŵr yn dod i lawr trwy’r golau.', 'water-leak'],
    ['Urdu in Latin letters', 'AOA, flat mein garam pani nahi aa raha, teesri dafa call kiya.', 'no-heating'],
    ['Arabic', 'التدفئة لا تعمل منذ أسبوع.', 'no-heating'],
    ['Bengali', 'আমাদের হিটিং নষ্ট।', 'no-heating'],
    ['Urdu', 'ہمارے کمرے میں پھپھوندی ہے۔', 'damp-and-mould'],
  ])('%s', (_, text, kind) => {
    const found = told(text);
    expect(found.map((hazard) => hazard.kind)).toContain(kind);
    for (const hazard of found) expect(text.slice(hazard.start, hazard.end)).toBe(hazard.text);
  });

  test.each([
    'Thank you for the card, the choir was lovely.',
    'Could you tell me my rent balance please?',
    'The shower curtain you sent is a good one.',
    'Nobody rang me back.',
  ])('none in: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each(['fell a ', 'sleeping in ', 'pipe a ', 'wall a b c ', 'coming up ', 'nothing a ', 'a'])(
    'long repeats of %s take no time',
    (piece) => {
      const linear = linearOf(piece.repeat(200_000 / piece.length));
      expect(cpuTime(() => saidOtherwise(linear.features))).toBeLessThan(500);
    },
  );
});

describe('what of it is shown', () => {
  const scores = (danger: number): NeuralScores => ({
    probability: 0.1,
    sentences: [],
    intents: {},
    flags: { health_safety: danger, safeguarding: danger / 2, building_safety: danger / 2 },
    speakers: {},
  });
  const shown = (text: string, neural: NeuralScores | null) => {
    const reading = read(aMessage(text), alderholt);
    return dangerIn(reading, linearReading(reading, alderholt), { probability: 0.1, neural }).shown;
  };

  test('a danger that is there now stands, whatever the readers make of the rest', () => {
    expect(shown('Lovely weather. I can smell gas in the hall.', scores(0.0001))).toMatchObject([{ kind: 'gas' }]);
    expect(shown('The CO alarm went off twice.', scores(0.0001))).toMatchObject([{ kind: 'carbon-monoxide' }]);
  });

  test('a possible one is let go where both readers see none', () => {
    const text = 'Thank you all. The choir sings in the lounge on Friday, the door is open, bring a mouse mat.';
    expect(shown(text, null)).not.toEqual([]);
    expect(shown(text, scores(0.0001))).toEqual([]);
    expect(shown(text, scores(0.99))).not.toEqual([]);
  });

  test('one that no known word names is added where the readers see it', () => {
    const text = 'It is about the thing by the stove. It hisses and she went all sleepy.';
    expect(shown(text, scores(0.9999))).toHaveLength(1);
    expect(shown(text, scores(0.0001))).toEqual([]);
  });

  test('of a text that nobody could read, what is recognised is shown', () => {
    const text = 'আমি ডানলিন হাউসের ফ্ল্যাটে থাকি। আমাদের হিটিং নষ্ট। আমার মায়ের বয়স ৭৬ বছর।';
    expect(shown(text, null)).toMatchObject([{ kind: 'no-heating', urgency: 'possible' }]);
    expect(shown(text, scores(0.0001))).toMatchObject([{ kind: 'no-heating' }]);
  });
});
