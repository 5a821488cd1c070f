import { describe, expect, test } from 'vitest';

import { displayedMoments } from '../../extension/sites/displayed-date.ts';
import { receivedAt } from '../../extension/sites/gmail-date.ts';

/** Gmail shows times in the browser's zone, which here is this process's. */
const local = (wallTime: string) => new Date(wallTime).getTime();

const SEPTEMBER = local('2026-09-17T14:52');

describe('a displayed time is every moment that it can mean', () => {
  test.each([
    { name: 'British, CLDR’s "Sept"', language: 'en-GB', displayed: '17 Sept 2026, 14:52', expected: [SEPTEMBER] },
    {
      name: 'British, in full',
      language: 'en-GB',
      displayed: 'Thursday, 17 September 2026 at 14:52',
      expected: [SEPTEMBER],
    },
    {
      name: 'American, narrow blank',
      language: 'en-US',
      displayed: 'Sep 17, 2026, 2:52\u202fPM',
      expected: [SEPTEMBER],
    },
    {
      name: 'American, weekday first',
      language: 'en-US',
      displayed: 'Thu, Sep 17, 2026, 2:52 PM',
      expected: [SEPTEMBER],
    },
    { name: 'Australian, small letters', language: 'en-AU', displayed: '17 Sept 2026, 2:52 pm', expected: [SEPTEMBER] },
    { name: 'with points in p.m.', language: 'en-CA', displayed: 'Sep 17, 2026, 2:52 p.m.', expected: [SEPTEMBER] },
    {
      name: 'midnight is 12 AM',
      language: 'en-US',
      displayed: 'Sep 17, 2026, 12:05 AM',
      expected: [local('2026-09-17T00:05')],
    },
    {
      name: 'noon is 12 PM',
      language: 'en-US',
      displayed: 'Sep 17, 2026, 12:05 PM',
      expected: [local('2026-09-17T12:05')],
    },
    {
      name: 'English words in another language’s page',
      language: 'cy',
      displayed: '17 Sept 2026, 14:52',
      expected: [SEPTEMBER],
    },
    {
      name: 'a zone beside the time',
      language: 'en-GB',
      displayed: '14 September 2026 at 11:26:00 UTC+1',
      expected: [Date.UTC(2026, 8, 14, 10, 26)],
    },
    {
      name: 'an American zone beside the time',
      language: 'en-US',
      displayed: 'Monday, September 14, 2026 at 11:26:00 AM GMT+1',
      expected: [Date.UTC(2026, 8, 14, 10, 26)],
    },
    {
      name: 'UTC, as machines write it',
      language: 'en-GB',
      displayed: '2026-09-14 10:26Z',
      expected: [Date.UTC(2026, 8, 14, 10, 26)],
    },
    {
      name: 'a moment with its offset',
      language: 'en-GB',
      displayed: '2026-09-14T11:26:00.000+01:00',
      expected: [Date.UTC(2026, 8, 14, 10, 26)],
    },
    {
      name: 'how long ago, in brackets',
      language: 'de',
      displayed: '17. September 2026, 14:52 (vor 3 Tagen)',
      expected: [SEPTEMBER],
    },
    {
      name: 'how long ago, without',
      language: 'en-GB',
      displayed: '2 days ago, 17 September 2026, 14:52',
      expected: [SEPTEMBER],
    },
    {
      name: 'how long ago, behind',
      language: 'en-GB',
      displayed: '17 September 2026 14:52 · 2 days ago',
      expected: [SEPTEMBER],
    },
    {
      name: 'a number on either side of the month: either day',
      language: 'en-GB',
      displayed: '17 September 3 days ago 2026 14:52',
      expected: [SEPTEMBER, local('2026-09-03T14:52')],
    },
    {
      name: 'a month that the language doesn’t have, and another number: not read',
      language: 'en-GB',
      displayed: '17 syyskuuta 2026, 14:52, 3 päivää',
      expected: [],
    },
    { name: 'Japan’s own years', language: 'ja', displayed: '令和8年9月17日 14:52', expected: [SEPTEMBER] },
    {
      name: 'the years of the reign before: not read',
      language: 'ja',
      displayed: '平成8年9月17日 14:52',
      expected: [],
    },
    { name: 'the year may stand first: not read', language: 'en-GB', displayed: '26/08/04 11:26', expected: [] },
    {
      name: 'Irish summer time is no morning',
      language: 'ga',
      displayed: '17 Meán Fómhair 2026 ag 12:05:00 Am Samhraidh na Breataine',
      expected: [local('2026-09-17T12:05')],
    },
    { name: 'Welsh', language: 'cy', displayed: '17 Medi 2026, 14:52', expected: [SEPTEMBER] },
    { name: 'Korean, AM and PM first', language: 'ko', displayed: '2026. 9. 17. PM 2:52', expected: [SEPTEMBER] },
    { name: 'Greek, without points', language: 'el', displayed: 'Πεμ 17/9/2026 2:52 μμ', expected: [SEPTEMBER] },
    { name: 'Thai, with points', language: 'th', displayed: '17 ก.ย. 2026 14:52', expected: [SEPTEMBER] },
    { name: 'Persian, this calendar', language: 'fa', displayed: '۱۷ سپتامبر ۲۰۲۶، ۱۴:۵۲', expected: [SEPTEMBER] },
    { name: 'German, at a time', language: 'de', displayed: 'Do. 17.09.2026 am 14:52', expected: [SEPTEMBER] },
    { name: 'Polish, beside a day', language: 'pl', displayed: '17 września 2026, 14:52', expected: [SEPTEMBER] },
    { name: 'French', language: 'fr', displayed: '17 sept. 2026, 14:52', expected: [SEPTEMBER] },
    { name: 'French, with h', language: 'fr-CA', displayed: '17 sept. 2026, 14 h 52', expected: [SEPTEMBER] },
    {
      name: 'French, with h and s',
      language: 'fr-CA',
      displayed: '17 sept. 2026, 14 h 52 min 00 s',
      expected: [SEPTEMBER],
    },
    { name: 'Welsh "am" is "at"', language: 'cy', displayed: 'Dydd Iau, 17 Medi 2026 am 14:52', expected: [SEPTEMBER] },
    { name: 'Welsh, twelve hours', language: 'cy', displayed: '17 Medi 2026, 2:52 yh', expected: [SEPTEMBER] },
    { name: 'German, twelve hours', language: 'de', displayed: '17. Sept. 2026, 2:52 PM', expected: [SEPTEMBER] },
    { name: 'Czech, twelve hours', language: 'cs', displayed: '17. 9. 2026 2:52 odp.', expected: [SEPTEMBER] },
    { name: 'Hungarian, twelve hours', language: 'hu', displayed: '2026. szept. 17. du. 2:52', expected: [SEPTEMBER] },
    {
      name: 'half past midnight as 0:30',
      language: 'pl',
      displayed: '17 wrz 2026, 0:30 AM',
      expected: [local('2026-09-17T00:30')],
    },
    {
      name: 'points between: the day is first in Polish',
      language: 'pl',
      displayed: '05.09.2026, 14:52',
      expected: [local('2026-09-05T14:52')],
    },
    {
      name: 'points between, and English',
      language: 'en-US',
      displayed: '05.09.2026, 14:52',
      expected: [local('2026-09-05T14:52'), local('2026-05-09T14:52')],
    },
    {
      name: 'strokes between, in German',
      language: 'de',
      displayed: '05/09/2026, 14:52',
      expected: [local('2026-09-05T14:52'), local('2026-05-09T14:52')],
    },
    {
      name: 'Arabic, the mark’s letter in the month too',
      language: 'ar',
      displayed: '17 سبتمبر 2026، 2:52 م',
      expected: [SEPTEMBER],
    },
    { name: 'Hindi, a month cut short', language: 'hi', displayed: '17 सित॰ 2026, 2:52 pm', expected: [SEPTEMBER] },
    { name: 'Korean, a short year first', language: 'ko', displayed: '26. 9. 17. PM 2:52', expected: [SEPTEMBER] },
    { name: 'a year of another calendar', language: 'fa', displayed: '۲۶ شهریور ۱۴۰۵، ۱۴:۵۲', expected: [] },
    { name: 'German, in figures', language: 'de', displayed: '17.09.2026, 14:52', expected: [SEPTEMBER] },
    { name: 'year first', language: 'lt', displayed: '2026-09-07 14:52', expected: [local('2026-09-07T14:52')] },
    { name: 'Chinese', language: 'zh-CN', displayed: '2026年9月7日 14:52', expected: [local('2026-09-07T14:52')] },
    {
      name: 'twelve hours, and no word that says which half',
      language: 'ko',
      displayed: '2026. 9. 17. 2:52',
      expected: [],
    },
    {
      name: 'a clock of 24 hours where the language has twelve',
      language: 'es-MX',
      displayed: '17 sept 2026, 09:05',
      expected: [local('2026-09-17T09:05')],
    },
    { name: 'Hebrew, "in September"', language: 'iw', displayed: '17 בספט׳ 2026, 14:52', expected: [SEPTEMBER] },
    {
      name: 'Irish, a month of two words',
      language: 'ga',
      displayed: '17 Meán Fómhair 2026 ag 14:52',
      expected: [SEPTEMBER],
    },
    {
      name: 'Vietnamese, weekdays by number',
      language: 'vi',
      displayed: 'Thứ 5 17/09/2026 14:52',
      expected: [SEPTEMBER],
    },
    {
      name: 'Taiwanese, noon has a word of its own',
      language: 'zh-TW',
      displayed: '2026年9月17日 中午12:15',
      expected: [local('2026-09-17T12:15')],
    },
    {
      name: 'Taiwanese, the small hours too',
      language: 'zh-TW',
      displayed: '2026年9月17日 凌晨12:30',
      expected: [local('2026-09-17T00:30')],
    },
    { name: 'a short year of another calendar', language: 'th', displayed: '17/9/69 14:52', expected: [] },
    {
      name: 'Welsh, in the morning',
      language: 'cy',
      displayed: '17 Medi 2026, 09:05',
      expected: [local('2026-09-17T09:05')],
    },
    {
      name: 'German "am" is no morning',
      language: 'de',
      displayed: '12:30 am 17. September 2026',
      expected: [local('2026-09-17T12:30')],
    },
    {
      name: 'Arabic marks of direction',
      language: 'ar',
      displayed: '17\u200f/09\u200f/2026، 2:52 م',
      expected: [SEPTEMBER],
    },
    {
      name: 'day and month can be either',
      language: 'en-GB',
      displayed: '05/09/2026, 14:52',
      expected: [local('2026-09-05T14:52'), local('2026-05-09T14:52')],
    },
    {
      name: 'the same either way',
      language: 'en-GB',
      displayed: '09/09/2026, 14:52',
      expected: [local('2026-09-09T14:52')],
    },
    {
      name: 'Spanish "mar" is a weekday beside a month',
      language: 'es',
      displayed: 'mar, 15 sept 2026, 14:52',
      expected: [local('2026-03-15T14:52'), local('2026-09-15T14:52')],
    },
    { name: 'no such day', language: 'en-GB', displayed: '31 Sept 2026, 14:52', expected: [] },
    { name: 'no such hour', language: 'en-GB', displayed: '17 Sept 2026, 24:52', expected: [] },
    { name: '13 o’clock PM', language: 'en-US', displayed: 'Sep 17, 2026, 13:52 PM', expected: [] },
    { name: 'no year', language: 'en-GB', displayed: '17 Sept, 14:52', expected: [] },
    { name: 'no time', language: 'en-GB', displayed: '17 Sept 2026', expected: [] },
    { name: 'a lang that is no language', language: 'x_!', displayed: '17 Sept 2026, 14:52', expected: [SEPTEMBER] },
    { name: 'nothing', language: 'en-GB', displayed: '', expected: [] },
  ])('$name', ({ language, displayed, expected }) => {
    expect([...displayedMoments(displayed, language)].sort()).toEqual([...expected].sort());
  });
});

describe('the number of a message checks its displayed time', () => {
  const numberOf = (milliseconds: number) => (BigInt(milliseconds) << 20n).toString(16).padStart(16, '0');
  const instant = (milliseconds: number) => new Date(milliseconds).toISOString();
  const nextYear = local('2027-01-04T09:00');
  test.each([
    {
      name: 'they agree: the displayed time',
      displayed: '17 Sept 2026, 14:52',
      hexId: numberOf(SEPTEMBER + 31_000),
      expected: { receivedAt: instant(SEPTEMBER), receivedAtSource: 'displayed' },
    },
    {
      name: 'no number: the displayed time',
      displayed: '17 Sept 2026, 14:52',
      hexId: null,
      expected: { receivedAt: instant(SEPTEMBER), receivedAtSource: 'displayed' },
    },
    {
      name: 'a number before Gmail began is none',
      displayed: '17 Sept 2026, 14:52',
      hexId: '0000000000000001',
      expected: { receivedAt: instant(SEPTEMBER), receivedAtSource: 'displayed' },
    },
    {
      name: 'they differ by more than a day: a person chooses',
      displayed: '17 Sept 2026, 14:52',
      hexId: numberOf(nextYear),
      expected: {
        receivedAt: null,
        receivedAtSource: null,
        receivedAtChoices: [instant(SEPTEMBER), instant(nextYear)],
      },
    },
    {
      name: 'the display is ambiguous and the number agrees with one day',
      displayed: '05/09/2026, 14:52',
      hexId: numberOf(local('2026-05-09T14:52')),
      expected: { receivedAt: instant(local('2026-05-09T14:52')), receivedAtSource: 'displayed' },
    },
    {
      name: 'the display is ambiguous and there is no number',
      displayed: '05/09/2026, 14:52',
      hexId: null,
      expected: {
        receivedAt: null,
        receivedAtSource: null,
        receivedAtChoices: [instant(local('2026-09-05T14:52')), instant(local('2026-05-09T14:52'))],
      },
    },
    {
      name: 'the display can’t be read: the number, and its source',
      displayed: 'yesterday',
      hexId: numberOf(SEPTEMBER),
      expected: { receivedAt: instant(SEPTEMBER), receivedAtSource: 'site-id' },
    },
    { name: 'neither', displayed: '', hexId: null, expected: { receivedAt: null, receivedAtSource: null } },
  ])('$name', ({ displayed, hexId, expected }) => {
    expect(receivedAt(displayed, 'en-GB', hexId)).toEqual(expected);
  });
});
