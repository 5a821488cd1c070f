import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { displeasureIn } from '../../../core/triage/displeasure.ts';
import { plainText } from '../../../core/triage/plain-text.ts';
import { findings } from '../../../core/triage/triage.ts';
import { cpuTime } from '../reading/cpu-time.ts';
import { alderholt, aMessage } from '../reading/a-message.ts';

const said = (text: string) => displeasureIn(plainText(read(aMessage(text), alderholt).sentences), 'resident');
const found = (text: string, probability = 0.02) =>
  findings(read(aMessage(text), alderholt), {
    settings: alderholt,
    neural: { probability, sentences: [], intents: {}, flags: {}, speakers: {} },
  });

describe('the writer’s own displeasure in plain words', () => {
  test.each([
    'The lift has been out for three weeks and I am fed up.',
    'The lift has been out for three weeks. I am fed up.',
    'I’m really not happy with the repair to the bathroom window.',
    'The stairs were not cleaned this month. It’s just not good enough.',
    'We are very disappointed with the new kitchen.',
    'I’ve had enough of waiting for the plumber.',
    'I am sick and tired of ringing about the gate.',
    'Im fed up with the state of the bin store',
    'The scaffolding is still up and we have had enough.',
    'I am unhappy about the rent letter.',
    'There is a smell of gas in the kitchen. I have rung twice and nobody has come out. This is disgusting.',
    'We’ve reported it three times now but still no one has been about the lift.',
    'I emailed you again and again and nothing was done about the gutter.',
  ])('is heard in: %s', (text) => {
    expect(said(text)?.isOfOurs).toBe(true);
  });

  test('of somebody spoken to, with nothing of a home named, a person looks', () => {
    expect(said('I am not happy with you.')).toEqual({ at: 0, isOfOurs: false });
    expect(found('I am not happy with you.')).toMatchObject({ confidence: 'unsure' });
  });

  test.each([
    'I’m not fed up with the lift, don’t worry.',
    'I am not unhappy about the window.',
    'I would be disappointed with a small kitchen.',
    'If I am not happy with the paint I will ring about the door.',
    'I am fed up with next door’s music coming through the wall.',
    'I am sick of the rain getting at the fence.',
    'I’m not happy with the energy company, but the boiler is fine.',
    'I was fed up when the lift was out but it has been running since May.',
    'I am happy with the repair.',
    'That was good enough for the gate.',
    'There is never enough hot water left after two baths.',
    'We’ve had enough paint for the door.',
    'I am disappointed in myself about the rent.',
    'The form says "I am not happy with the repair" and I ticked no.',
    'Testing only, please ignore. I am unhappy with my repair.',
    'Somebody must shut the gate. I’m sick of the whole lot of them.',
    'The police say they’re fed up with the car park.',
    'I rang twice and nobody answered, wrong number I think, so about the boiler:',
    'I rang the council twice and nobody came about the bins.',
    'I have rung twice and nobody has told me what time the choir meets.',
    'I rang you twice and a very kind man came about the boiler.',
  ])('isn’t heard in: %s', (text) => {
    expect(said(text)).toBeNull();
  });

  test.each(['staff', 'organisation', 'machine', 'contractor'] as const)('isn’t %s’s', (speaker) => {
    expect(
      displeasureIn(plainText([{ index: 0, text: 'I am fed up with the lift.', start: 0, end: 26 }]), speaker),
    ).toBeNull();
  });

  test.each([
    ['alone', 'The lift has been out for three weeks and I am fed up.'],
    [
      'with no wish to complain, which takes nothing away',
      'The lift has been out for three weeks and I am fed up. I am not making a complaint, I just want it working.',
    ],
  ])('is dissatisfaction whatever the readers make of it, with its sentence shown: %s', (_, text) => {
    const { dissatisfaction, confidence, evidence } = found(text);
    expect([dissatisfaction.found, confidence]).toEqual([true, 'likely']);
    expect(evidence.map((one) => one.text)).toContain('The lift has been out for three weeks and I am fed up.');
  });

  test.each([
    'i am fed up ',
    'i am so very ',
    'not that i ',
    'we have had ',
    'it is not really ',
    'i have rung you twice and ',
    'i rang in up you ',
  ])('long repeats of %s take no time', (piece) => {
    const text = piece.repeat(50_000);
    const sentences = [{ index: 0, text, start: 0, end: text.length }];
    expect(cpuTime(() => displeasureIn(plainText(sentences), 'resident'))).toBeLessThan(500);
  });
});
