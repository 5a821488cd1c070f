import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { findings } from '../../../core/triage/triage.ts';
import { isAutomatic } from '../../../core/triage/automatic.ts';
import { alderholt, aMessage } from '../reading/a-message.ts';

const readOf = (subject: string, address: string, text = 'I am out of the office until Monday.') =>
  read(aMessage(text, { subject, from: { name: 'Jan', address } }), alderholt);

test.each([
  ['an automatic reply', 'Automatic reply: Your complaint', 'jan@other.example', true],
  ['out of office', 'Out of Office: your repair', 'jan@other.example', true],
  ['another language', 'Odpowiedź automatyczna: Skarga', 'jan@other.example', true],
  ['a delivery report', 'Undeliverable: your complaint', 'x@other.example', true],
  ['the postman', 'Your message', 'mailer-daemon@mail.example', true],
  ['an answer to one', 'Re: Automatic reply: Your complaint', 'kim@post.example', false],
  ['a complaint of one', 'I only get an automatic reply', 'kim@post.example', false],
  ['mail about them', 'Out of office etiquette', 'sam@alderholt.example', false],
  ['plain mail', 'Boiler', 'kim@post.example', false],
])('%s', (_, subject, address, expected) => {
  expect(isAutomatic(readOf(subject, address))).toBe(expected);
});

describe('what a mailbox answers by itself', () => {
  const judged = (subject: string, text: string) =>
    findings(readOf(subject, 'jan@other.example', text), { settings: alderholt, neural: null });

  test('is a machine’s, and nobody need look at it', () => {
    const found = judged('Automatic reply: Your complaint', 'I am out of the office until Monday. Contact Bob.');
    expect(found.speaker).toBe('machine');
    expect(found.dissatisfaction.found).toBe(false);
    expect(found.confidence).not.toBe('unsure');
  });

  test('where it complains all the same, it is found', () => {
    const text =
      'Nobody came again, this is the third time and I have waited in all day. I want to make a formal complaint.';
    expect(judged('Automatic reply: your visit', text).dissatisfaction.found).toBe(true);
  });
});
