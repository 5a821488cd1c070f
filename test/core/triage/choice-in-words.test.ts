import { describe, expect, test } from 'vitest';
import { choiceSaidIn } from '../../../core/triage/choice-in-words.ts';
import { plainText } from '../../../core/triage/plain-text.ts';
import { sentencesIn } from '../../../core/reading/sentences.ts';

const of = (text: string) => choiceSaidIn(plainText(sentencesIn(text, [{ start: 0, end: text.length }])))?.said ?? null;

describe('what a message says of the choice to complain', () => {
  test.each([
    'I do not want to make a formal complaint, can somebody just sort it please.',
    'I don’t want to make a complaint, please just come.',
    'I do not wish to make a formal complaint.',
    'This is not a formal complaint.',
    'I do not want this logged as a formal complaint.',
    'I would rather not complain, but nobody has been.',
    'I do not want to make a complaint yet.',
    'Please don’t treat this as a complaint.',
    'Please do not log a formal complaint.',
    'I am not making a complaint, I only want the bin moved.',
    'I’m not complaining, it is just slippery.',
    'No need for a formal complaint, just send someone.',
    'This isn’t a complaint as such.',
    'I have no wish to complain about the lads.',
    'I have no intention of making a formal complaint.',
    'I’d prefer not to make a formal complaint about him.',
    'I want it mended rather than make a formal complaint.',
    'I am not asking for this to be recorded as an official complaint.',
    'It doesn’t need to be a formal complaint.',
    'We never wanted to raise a complaint. Just cut the grass.',
    'No formal complaint please, only a new bin.',
    'I wasn’t going to put in a complaint.',
  ])('it isn’t wanted: %s', (text) => {
    expect(of(text)).toBe('declined');
  });

  test.each([
    'I want to make a complaint about it now.',
    'I wish to make a formal complaint.',
    'I would like to complain about the plumber.',
    'Please treat this as a formal complaint.',
    'Please acknowledge and treat this also as a complaint.',
    'Please log this as a complaint.',
    'I am writing to complain about the noise.',
    'This is a formal complaint.',
    'This is my complaint about the lift.',
    'Formal complaint: lift out for a week.',
    'I’m making a formal complaint.',
    'We would like to lodge a complaint.',
    'I want this logged as a complaint.',
    'I want this to be a formal complaint.',
    'Kindly register this as an official complaint.',
    'I need to put in a complaint about the repairs team.',
    'I don’t like to complain, but I want to make a complaint about this.',
    'I did not want to complain. Now I do: please log it as a formal complaint.',
    'I have not had an answer to my last complaint, so I am raising a complaint again.',
    'You have not dealt with it. I wish to complain formally.',
    'Complaint about the state of the stairs.',
    'She says she is fed up and wants to make a complaint.',
    'TT rang re the boiler, v. unhappy, wants to complain.',
    'Mrs Tudor would like to raise a formal complaint.',
    'Caller said he wants this logging as a complaint.',
    'Cust. irate, demands formal complaint be logged.',
    'Mum is very upset and wishes to lodge a complaint.',
    'Would like to make a complaint re missed appts.',
  ])('it is asked for: %s', (text) => {
    expect(of(text)).toBe('asked');
  });

  test.each([
    'How do I make a complaint if nobody comes?',
    'If she wants to make a complaint she can ring us.',
    'When a resident wants to make a complaint, send the form.',
    'Anyone who wants to complain may write to us.',
    'She asked how to make a complaint.',
    'She was asked to make a complaint in writing.',
    'Nobody wants to complain about him.',
    'She no longer wants to make a complaint.',
    'Ms Roe asked whether it would be logged as a complaint.',
    'If nobody comes by Friday I will make a formal complaint.',
    'Come by Friday or I will be making a formal complaint.',
    'I will be making a formal complaint if this goes on.',
    'I have not had an answer to my complaint.',
    'Nobody has dealt with my complaint.',
    'The lift is out again and nobody tells us anything.',
  ])('nothing is said of it, or only threatened or asked: %s', (text) => {
    expect(of(text)).toBeNull();
  });
});
