import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInstant, toIsoDate } from '../../../core/dates.ts';
import type { Message } from '../../../core/message.ts';
import { read } from '../../../core/reading/read.ts';
import { decide, findings } from '../../../core/triage/triage.ts';
import type { NeuralScores } from '../../../core/triage/verdict.ts';
import { policyOn } from '../../../policies/index.ts';
import { alderholt, aMessage, fromColleague } from '../reading/a-message.ts';

const found = (text: string, rest: Partial<Message> = {}, neural: NeuralScores | null = null) =>
  findings(read(aMessage(text, rest), alderholt), { settings: alderholt, neural });

const scores = (probability: number): NeuralScores => ({
  probability,
  sentences: [],
  intents: {},
  flags: {},
  speakers: {},
});

const COMPLAINT =
  'Hello\n\nThis is the fourth time I have written about my back gate. Nobody came on Monday, nobody came on Thursday, and I was told twice that somebody would ring me. I have waited in for three days and I am fed up of being ignored.\n\nPlease send somebody to hang it this week.\n\nWilf';
const THANKS =
  'Good morning\n\nJust a line to say thank you to the young man who hung my gate on Tuesday. He was polite and tidy, it works a treat, and I could not be happier.\n\nUna Petrie';
const QUESTION = 'Hi, could you tell me what my rent balance is please, and how I set up a direct debit? Thanks, Al';

describe('dissatisfaction', () => {
  test.each([
    ['attempts that failed', COMPLAINT, true],
    ['a demand in few words', 'Third week with no hot water and not one reply from you. This is a disgrace.', true],
    [
      'an answer that isn’t accepted',
      'I do not accept your stage one response. It does not answer what I asked and I want somebody else to look at it.',
      true,
    ],
    ['thanks', THANKS, false],
    ['a question', QUESTION, false],
    [
      'a first report',
      'Hello, the tap in my bathroom has just started to drip this morning. Could someone come and have a look please? Any day suits. Una',
      false,
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text).dissatisfaction.found).toBe(expected);
  });

  test('the evidence is the resident’s own sentence, with the words that carried it', () => {
    const { evidence } = found(COMPLAINT);
    expect(evidence[0]?.text).toMatch(/nobody came|fed up|fourth time/i);
    expect(evidence[0]?.words.length).toBeGreaterThan(0);
  });

  test('the points stand in the order of the text, each with a short form', () => {
    const { points } = found(COMPLAINT);
    expect(points.map(({ start }) => start)).toEqual(points.map(({ start }) => start).toSorted((a, b) => a - b));
    expect(points.every(({ short }) => short.length <= 140)).toBe(true);
  });

  test('what they want is said in their words', () => {
    expect(found(COMPLAINT).wants?.text).toBe('Please send somebody to hang it this week.');
  });

  test.each([
    ['the next stage, where nothing else is asked for', 'Please take my complaint to stage two.'],
    [
      'what is to be done, where that is said too',
      'I want the gate hung by Friday. Please take my complaint to stage two.',
    ],
  ])('who doesn’t accept an answer wants %s', (_, asked) => {
    const { intent, wants } = found(`I have read your stage one answer and I do not accept it. ${asked}`);
    expect([intent, wants?.text]).toEqual(['escalation', asked.replace(/(?<=Friday\.).*/, '')]);
  });

  test('of thanks there is no point and no kind of failure', () => {
    expect(found(THANKS)).toMatchObject({ points: [], category: null });
  });
});

describe('what could not be read', () => {
  test.each([
    ['another language', 'Dzień dobry, drzwi są zepsute od tygodnia i nikt jeszcze nie przyszedł.', {}],
    ['an attachment alone', 'Please see attached.', { attachments: ['letter.pdf'] }],
    ['nothing', '', {}],
  ])('%s is not read, and found nowhere', (_, text, rest) => {
    expect(found(text, rest)).toMatchObject({ confidence: 'not-read', dissatisfaction: { found: false } });
  });

  test('its dangers are shown all the same', () => {
    const text =
      'Dzień dobry, w kuchni czuć gaz, gas smell, proszę szybko przyjechać, nikt nie odbiera telefonu od rana.';
    expect(found(text).hazards.map(({ kind }) => kind)).toContain('gas');
  });
});

describe('signals for the policies', () => {
  test.each([
    ['said so by “twice”', 'I rang twice and was told someone would ring back. Nobody did.'],
    ['said so by the number of times', 'This is the third time I have reported it and nobody comes.'],
  ])('a danger shown as there now is a matter of safety; what was told before is no first time: %s', (_, before) => {
    const { flags, hazards, signals } = found(
      `She has had no working lift for five weeks, and she cannot get out of her flat. ${before} This is not good enough.`,
    );
    expect(hazards.some(({ urgency }) => urgency === 'now')).toBe(true);
    expect(flags).toContain('tried_before');
    expect([...signals]).toEqual(expect.arrayContaining(['health-safety', 'still-dissatisfied']));
  });
  test.each([
    ['a complaint', COMPLAINT, {}, ['dissatisfaction']],
    ['a question', QUESTION, {}, ['information-request']],
    [
      'a request for a complaint',
      `${COMPLAINT}\nI wish to make a formal complaint.`,
      {},
      ['dissatisfaction', 'asks-formal'],
    ],
    [
      'an answer that isn’t accepted',
      'I do not accept your stage one response to my complaint and I want it to go to stage two.',
      {},
      ['not-satisfied-with-response', 'response-issued'],
    ],
    [
      'a member of Parliament',
      'My constituent Mrs Petrie tells me that her gate has been off for a year and that nobody replies. I should be grateful for your comments.',
      { from: { name: 'Nia Voss MP', address: 'nia.voss.mp@parliament.example' } },
      ['mp'],
    ],
    [
      'a councillor',
      'A resident of my ward has asked me when the lamp in Quay Street will be mended. Could you let me know?',
      { from: { name: 'Cllr Ade Okoro', address: 'a.okoro@alderbc.example' } },
      ['councillor'],
    ],
    [
      'the chief executive',
      COMPLAINT,
      { to: [{ name: 'Chief Executive', address: 'chief.executive@alderholt.example' }] },
      ['executive-contact'],
    ],
  ])('%s', (_, text, rest, expected) => {
    const { signals } = found(text, rest);
    for (const signal of expected) expect([...signals]).toContain(signal);
  });

  test('old matters have an age and its flags', () => {
    const old = found(
      'Two years ago your men broke my gate and you did nothing about it. I was told that somebody would come and nobody came. I am disgusted.',
      { receivedAt: toInstant('2025-06-10T10:00:00+01:00') },
    );
    expect(old.ageMonths).toBe(24);
    expect(old.flags).toEqual(expect.arrayContaining(['older_than_6_months', 'older_than_12_months']));
  });
});

test.each([
  ['what is over', 'In January 2024 I was left without a boiler for two weeks.', []],
  [
    'washing done elsewhere for want of a machine',
    'I am doing my washing at my sister’s as my machine has packed in.',
    [],
  ],
  [
    'washing done elsewhere for want of hot water',
    'We are all having our baths at my sister’s and the wee one sleeps in his coat.',
    ['no-heating'],
  ],
])('of dangers: %s', (_, text, expected) => {
  const flags = { health_safety: 0.95 };
  expect(found(text, {}, { ...scores(0.6), flags }).hazards.map(({ kind }) => kind)).toEqual(expected);
});

describe('an earlier attempt', () => {
  const tried = (text: string) =>
    found(text, {}, { ...scores(0.95), flags: { tried_before: 0.97 } }).flags.includes('tried_before');
  test.each([
    [
      'is none where only something that happened is told',
      'In January 2024 I was left without a boiler for two weeks.',
      false,
    ],
    [
      'is one where somebody was told',
      'In January 2024 I was left without a boiler and I rang you every morning.',
      true,
    ],
    ['may be one in few words', 'Same as March. Una', true],
  ])('%s', (_, text, expected) => {
    expect(tried(text)).toBe(expected);
  });
});

test('a colleague’s own mail about complaints is no complaint', () => {
  const text =
    'Hi all\n\nPlease find attached the draft agenda for Thursday. Item 3 is the quarterly complaints report: 41 received, 12 upheld, two extensions agreed. Comments by noon please.\n\nPriya';
  expect(found(text, { ...fromColleague, subject: 'Agenda' }).dissatisfaction.found).toBe(false);
});

describe('the landlord’s own list of contractors', () => {
  const text =
    'Brask Heating have missed three appointments, nobody rang, and I have waited in every time. I am fed up.';
  test('makes a firm by its name a contractor', () => {
    expect(found(text).flags).toContain('contractor');
    expect([...found(text).signals]).toContain('contractor');
  });
  test('tells a contractor’s own mail', () => {
    const from = { name: 'Office', address: 'office@braskheating.example' };
    expect(found('Both boilers done, certificates attached.', { from }).speaker).toBe('contractor');
  });
});

describe('the neural reader’s scores', () => {
  test('move the probability both ways', () => {
    const alone = found(COMPLAINT).dissatisfaction.probability;
    expect(found(COMPLAINT, {}, scores(0.02)).dissatisfaction.probability).toBeLessThan(alone);
    expect(found(QUESTION, {}, scores(0.98)).dissatisfaction.found).toBe(true);
    expect(found(QUESTION, {}, scores(0.98)).readers).toMatchObject({ neural: 0.98 });
  });

  test('of the sentences choose the evidence', () => {
    const reading = read(aMessage('The gate is off. The lamp is out. Nobody came.'), alderholt);
    const { evidence } = findings(reading, {
      settings: alderholt,
      neural: { ...scores(0.95), sentences: [0.01, 0.99, 0.01] },
    });
    expect(evidence[0]?.text).toBe('The lamp is out.');
  });
});

test('every span is a slice of the message, and the same message gives the same findings', () => {
  const piece = fc.constantFrom(
    'Nobody came again. ',
    'I am 81 and in a wheelchair. ',
    'He hit her. ',
    'Please text me. ',
    'I smell gas\n',
    'İstanbul ',
    '“no” ',
    '👎 ',
    'TOLD TWICE!! ',
    '> old\n',
    'Dear Sir\n',
    'I want a refund of £40. ',
    'ﬃ ',
    '\u0000',
    '’',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const result = found(text);
      const spans = [
        ...result.evidence,
        ...result.evidence.flatMap(({ words }) => words),
        ...result.points,
        ...result.hazards,
        ...result.people,
        ...result.safeguarding,
        ...(result.wants ? [result.wants] : []),
      ];
      for (const span of spans) expect(span.text).toBe(text.slice(span.start, span.end));
      expect(result.dissatisfaction.probability).toBeGreaterThanOrEqual(0);
      expect(result.dissatisfaction.probability).toBeLessThanOrEqual(1);
      expect(found(text)).toEqual(result);
    }),
    { numRuns: 150 },
  );
});

describe('a complaint that is asked for in so many words', () => {
  test.each([
    'I would like to complain.',
    'I want to make a formal complaint.',
    'I wish to make a complaint about the caretaker.',
    'Dear Sir, I wish to complain about the state of the communal garden',
    'This is a stage one complaint about my windows.',
  ])('%j, with little else beside it, is one', (text) => {
    const { dissatisfaction, intent, signals } = found(text);
    expect(dissatisfaction.found).toBe(true);
    expect(intent).toBe('complaint');
    expect([...signals]).toContain('dissatisfaction');
  });
  test.each([
    [
      'I do not want to make a formal complaint, can somebody just sort it please.',
      'can somebody just sort it please.',
    ],
    ['I don’t want to make a complaint, please just come and hang it.', 'please just come and hang it.'],
    ['I do not wish to make a formal complaint.', 'Please send somebody to hang it this week.'],
    ['This is not a formal complaint.', 'Please send somebody to hang it this week.'],
    ['I do not want this logged as a formal complaint.', 'Please send somebody to hang it this week.'],
  ])('is no choice made, no flag, and no outcome where it isn’t wanted: %s', (no, wants) => {
    const {
      choice,
      flags,
      signals,
      wants: said,
    } = found(
      wants.startsWith('Please') ? COMPLAINT.replace('\n\nWilf', ` ${no}\n\nWilf`) : COMPLAINT.replace(/Please.*/, no),
    );
    expect({ choice, formal: flags.includes('formal') || signals.has('asks-formal') }).toEqual({
      choice: 'declined',
      formal: false,
    });
    expect(said?.text).toBe(wants);
  });
  test('is brought to a person whoever writes it, with a way to take it where the policy turns lawyers away', async () => {
    const text =
      'We act for Ms Adair. We enclose a letter of claim under the Pre-Action Protocol for Housing Conditions Claims. Your failure to repair the roof since March is a breach of section 11. Please acknowledge and treat this also as a complaint.';
    const letter = found(text);
    expect(letter).toMatchObject({ choice: 'asked' });
    expect(letter.evidence.map((sentence) => sentence.text)).toContain(
      'Please acknowledge and treat this also as a complaint.',
    );
    expect(['clear', 'likely', 'unsure']).toContain(letter.confidence);
    const eastKent = await policyOn('east-kent', toIsoDate('2026-11-25'));
    const { route, alternatives } = decide(
      { ...letter, signals: new Set([...letter.signals, 'dissatisfaction', 'asks-formal', 'lawyer']) },
      eastKent,
    );
    expect(route.to).toBe('excluded');
    expect(alternatives.map(({ to }) => to)).toContain('stage:stage-1');
  });
  test('is none where it isn’t wanted', () => {
    expect(found('I don’t want to make a complaint, what time is the plumber coming?').dissatisfaction.found).toBe(
      false,
    );
  });
});

describe('the kind of failure', () => {
  test.each([
    ['The caretaker called me a liar in front of the whole landing.', 'rude'],
    ['Your officer spoke to me like a child and hung up.', 'rude'],
    ['I reported the gutter in January. Nothing has been done since and nobody has called me back.', 'not rude'],
    ['I have spoken to four people since May, and still nobody came.', 'not rude'],
  ])('%s: %s', (text, kind) => {
    const { category } = found(text);
    expect(category === 'rude' ? 'rude' : 'not rude').toBe(kind);
    expect(category).not.toBeNull();
  });
});

describe('what the writer wants', () => {
  test.each([
    ['I expect it has been forgotten. The radiators are cold again and nobody came.', null],
    ['The caretaker swore at me twice. I don’t want to get anyone into trouble.', null],
    ['Nobody came again. I want to complain.', null],
    ['I cant go on like this, I don’t want to be here any more. Nobody helps me with the damp.', null],
    [
      'Mrs Tudor rang again re the leak. Plumber did not turn up. She says she is fed up and wants to make a complaint. Would like compensation for ruined flooring.',
      'Would like compensation for ruined flooring.',
    ],
    [
      'I wrote to you twice about the broken gate and had no reply. I am not happy and would like an apology and the gate mended.',
      'I am not happy and would like an apology and the gate mended.',
    ],
    [
      'Nobody came again and I am fed up of ringing. I would like a date for the work.',
      'I would like a date for the work.',
    ],
  ])('%j: %j', (text, wants) => {
    expect(found(text).wants?.text ?? null).toBe(wants);
  });
});

test('of a language that isn’t read the known words of danger are shown, and nothing is made of the rest', () => {
  const { hazards, intent, confidence } = found(
    'Dzień dobry, w domu czuć gaz od wczoraj. Proszę o pomoc, jestem sama.',
  );
  expect(confidence).toBe('not-read');
  expect(intent).toBe('other');
  expect(hazards.map(({ kind }) => kind)).toEqual(['gas']);
});

describe('what the team taught', () => {
  const FEWER = { slope: 1, shift: -1 };
  const taught = (text: string, numbers: typeof FEWER, neural: NeuralScores | null, rest: Partial<Message> = {}) =>
    findings(read(aMessage(text, rest), alderholt), { settings: { ...alderholt, taught: numbers }, neural });
  const HALF =
    'The gate at the back is still as it was, and I have been in touch about it before. Could somebody look?';
  const probabilityOf = (neural: number): number => found(HALF, {}, scores(neural)).dissatisfaction.probability;
  /** A second reader by whose word the message is just found. */
  const justFound = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].find((neural) => probabilityOf(neural) >= 0.5) ?? 0.9;

  test('weighs the readers anew; a message that was found is still brought to a person', () => {
    const before = found(HALF, {}, scores(justFound));
    const after = taught(HALF, FEWER, scores(justFound));
    expect(before.dissatisfaction.found).toBe(true);
    expect(after.dissatisfaction.probability).toBeLessThan(before.dissatisfaction.probability);
    expect(after.dissatisfaction.found || after.confidence === 'unsure').toBe(true);
    expect(after.delivered).toEqual(before.delivered);
    expect(after.delivered.readers).toBe('both');
  });

  test.each([
    ['a danger', 'There is a smell of gas in the kitchen and it is getting worse by the hour.'],
    ['what is asked for in so many words', 'I want to make a formal complaint about the gate.'],
    ['a further stage asked for', 'I do not accept your stage one response. Please escalate my complaint to stage 2.'],
  ])('%s stays as delivered', (_, text) => {
    const [before, after] = [found(text), taught(text, FEWER, null)];
    expect(after.hazards).toEqual(before.hazards);
    expect(after.flags).toEqual(before.flags);
    if (before.delivered.settled) expect(after).toEqual(before);
    else expect(before.hazards.length).toBeGreaterThan(0);
  });

  test('machine mail and what can’t be read stay as delivered', () => {
    const away = 'I am out of the office until Monday and will answer when I am back.';
    const rest = { subject: 'Automatic reply: your complaint' };
    expect(taught(away, { slope: 0.5, shift: 1 }, null, rest)).toEqual(found(away, rest));
    expect(found(away, rest).delivered.settled).toBe(true);
    expect(taught('', { slope: 0.5, shift: 1 }, null).confidence).toBe('not-read');
  });
});
