import { expect, test } from 'vitest';
import { checkedText } from '../../../core/letters/check/checked-text.ts';
import { decisionsIn, refusalsIn } from '../../../core/letters/check/refusal-words.ts';

/* Words that turn a complaint away, and words that only look like it. */

const TURNED_AWAY = [
  'We cannot treat this as a complaint.',
  'We will not be investigating your complaint.',
  'We have decided not to take this forward as a complaint.',
  'This is not something we can look into.',
  'We regret that we are not in a position to consider this further.',
  'Unfortunately this falls outside our complaints policy.',
  'We are unable to accept your complaint.',
  'We cannot accept your complaint.',
  'I am not able to look into this matter.',
  'We won’t be taking your complaint any further.',
  'We are not going to investigate it.',
  'We do not consider this to be a complaint.',
  'We do not regard this as a complaint.',
  'Your concerns cannot be considered under our procedure.',
  'It will not be logged as a complaint.',
  'This does not fall within our complaints policy.',
  'Your email does not meet the definition of a complaint.',
  'What you describe is not a complaint.',
  'We decline to consider your request.',
  'We can’t escalate your complaint.',
  'It is not possible for us to investigate this.',
  'We see no grounds to investigate.',
  'As your complaint is more than 12 months old, we won’t consider it.',
  'We are refusing to register your complaint.',
  'We no longer deal with complaints of this kind, so this is not a matter we can take on.',
  'We shall not be opening a complaint.',
  'Your complaint cannot be escalated to stage two.',
];

const TURNED_DOWN = [
  'Your complaint has been declined.',
  'We consider this matter closed.',
  'We do not uphold your complaint.',
  'We have not upheld your complaint.',
  'Your complaint is not upheld.',
  'Your complaint was rejected.',
  'We now regard your complaint as resolved.',
  'We have closed your complaint.',
  'I am closing this case.',
  'We reject your complaint.',
  'We must decline your request.',
  'There will be no further action on your complaint.',
  'Your case is now closed.',
];

const INNOCENT = [
  'We will not close your complaint until you tell us that it is put right.',
  'If we cannot accept part of it, we will tell you why.',
  'We have not yet been able to look into it.',
  'We are not yet able to look into this.',
  'We will tell you if we cannot investigate any part of your complaint.',
  'We will look into your complaint.',
  'Priya Nair will investigate your complaint and has not dealt with it before.',
  'You do not have to accept our answer.',
  'This does not mean that we will not investigate your complaint.',
  'I am sorry that nobody looked into this.',
  'The contractor did not look into the leak.',
  'We will not take this further without speaking to you.',
  'We accept your complaint.',
  'Your complaint has been accepted at stage one.',
  'Your complaint has been logged.',
  'We do not need a form to consider your complaint.',
  'You said that they will not investigate it.',
  'Your complaint will be closed only when you have our answer.',
  'We will not let this take longer than it must.',
  'We do not ask for reasons before we look into it.',
  'Whether or not we uphold your complaint, we will tell you why.',
  'We will tell you which points we uphold.',
  'You can go to the Ombudsman if you think that we are not dealing with your complaint.',
  'We take every complaint seriously.',
  'We cannot yet say by when the floor is laid.',
  'We cannot visit on Friday 3 April 2026, which is a bank holiday.',
  'We don’t hold your telephone number.',
  'We have not closed your complaint.',
  'The window was not closed.',
  'We will not share this with anybody else.',
  'Somebody will look into this who was not involved before.',
  'We did not record your telephone call, so tell me if anything is missing.',
];

test.each(TURNED_AWAY)('%s turns it away', (words) => {
  expect(refusalsIn(checkedText(`Dear Ruth\n\n${words}\n`)).length).toBeGreaterThan(0);
});

test.each(TURNED_DOWN)('%s turns it down', (words) => {
  expect(decisionsIn(checkedText(`Dear Ruth\n\n${words}\n`)).length).toBeGreaterThan(0);
});

test.each(INNOCENT)('%s is innocent', (words) => {
  const text = checkedText(`Dear Ruth\n\n${words}\n`);
  expect([...refusalsIn(text), ...decisionsIn(text)].map((span) => span.text)).toEqual([]);
});

test('a long letter without a stop is read in the time of its length', () => {
  const text = checkedText('we will not be able to take this your complaint '.repeat(4_000));
  const started = performance.now();
  refusalsIn(text);
  decisionsIn(text);
  expect(performance.now() - started).toBeLessThan(4_000);
});
