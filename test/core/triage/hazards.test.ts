import { describe, expect, test } from 'vitest';
import { hazardsIn } from '../../../core/triage/hazards.ts';
import { cpuTime } from '../reading/cpu-time.ts';

const whole = (text: string) => hazardsIn(text, [{ text, start: 0, end: text.length }]);
const kinds = (text: string): string[] => [...new Set(whole(text).map(({ kind, urgency }) => `${kind} ${urgency}`))];

describe('a danger that words name', () => {
  test.each([
    ['gas', 'I can smell gas in the hall', 'gas now'],
    ['gas, the other way round', 'there is a funny smell and I think it is gas', 'gas now'],
    ['carbon monoxide', 'the CO alarm went off twice', 'carbon-monoxide now'],
    ['sparks', 'the socket by the bed sparked when I plugged the kettle in', 'electrics now'],
    ['water in a light', 'water is coming down through the light fitting', 'electrics now'],
    ['bare wires', 'he left bare wires hanging by the door', 'electrics now'],
    ['no heating', 'we have had no heating since Friday', 'no-heating possible'],
    ['no heating, with a baby', 'no heating since Friday and the baby is three weeks old', 'no-heating now'],
    ['a burst pipe', 'water is pouring out under the sink', 'water-leak now'],
    ['a leak', 'it leaks through the bathroom ceiling', 'water-leak possible'],
    ['mould', 'black mould behind the wardrobe', 'damp-and-mould possible'],
    ['a ceiling', 'half the ceiling has come down', 'structure now'],
    ['a rail', 'the handrail on the stairs is loose', 'structure possible'],
    ['sewage', 'the toilet is overflowing into the hall', 'sewage possible'],
    ['asbestos', 'he drilled into the artex', 'asbestos possible'],
    ['rats', 'rats in the bin store', 'pests possible'],
    ['a door that will not lock', 'the front door won’t lock', 'security possible'],
    ['a lift', 'the lift is out of order and I am stuck on nine', 'lift now'],
    ['capitals', 'SMELL OF GAS', 'gas now'],
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toContain(expected);
  });
});

test.each([
  'Thank you for the lovely card.',
  'Could you tell me my rent balance please?',
  'I am writing about the gas bill.',
])('none is named in: %s', (text) => {
  expect(whole(text)).toEqual([]);
});

test('words in different sentences far apart name none together', () => {
  expect(
    kinds(
      'The gas man came on Monday. He was very kind and we had a long chat about gardens. The roses smell wonderful.',
    ),
  ).toEqual([]);
});

test('it is found however late it stands, with its place', () => {
  const text = `${'The hedge wants cutting. '.repeat(20_000)}Also I smell gas.`;
  const [hazard] = whole(text);
  expect(hazard).toMatchObject({ kind: 'gas', urgency: 'now' });
  expect(text.slice(hazard?.start, hazard?.end)).toBe('smell gas');
});

test('only the given parts are looked at', () => {
  const text = 'fine now\n> I smell gas';
  expect(hazardsIn(text, [{ text: 'fine now', start: 0, end: 8 }])).toEqual([]);
});

test('two million characters of nothing but dangers take a moment and give few', () => {
  const text = 'gas smell no heating boiler leak socket water through ceiling '.repeat(33_000);
  expect(
    cpuTime(() => {
      expect(whole(text).length).toBeLessThan(80);
    }),
  ).toBeLessThan(1_500);
});
