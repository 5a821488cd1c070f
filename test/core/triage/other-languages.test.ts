import { describe, expect, test } from 'vitest';
import { emptyMessage } from '../../../core/message.ts';
import { read } from '../../../core/reading/read.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { findings } from '../../../core/triage/triage.ts';
import { recognisedIn } from '../../../core/triage/other-languages.ts';

const reading = (text: string) => read({ ...emptyMessage(), text }, NO_SETTINGS);
const found = (text: string) => findings(reading(text), { settings: NO_SETTINGS, neural: null });

describe('other languages', () => {
  test.each([
    ['cy', 'Does neb wedi dod i drwsio’r boeler, a dyma’r trydydd tro i mi ysgrifennu. Rwyf am wneud cwyn.'],
    ['pl', 'Dzień dobry, nikt nie przyszedł naprawić pieca. Piszę już trzeci raz i chcę złożyć skargę.'],
    [
      'ro',
      'Bună ziua, nu a venit nimeni să repare centrala. Este a treia oară când vă scriu. Vreau să fac o reclamație.',
    ],
    ['pt', 'Bom dia, ninguém veio arranjar a caldeira. É a terceira vez que escrevo. Quero fazer uma reclamação.'],
    ['ar', 'مرحبا، لم يأت أحد لإصلاح الغلاية. أكتب لكم للمرة الثالثة. أريد تقديم شكوى.'],
    ['ur', 'السلام علیکم، بوائلر ٹھیک کرنے کوئی نہیں آیا۔ میں تیسری بار لکھ رہا ہوں۔ میں شکایت کرنا چاہتا ہوں۔'],
    ['bn', 'বয়লার ঠিক করতে কেউ আসেনি। আমি তৃতীয়বার লিখছি। আমি অভিযোগ করতে চাই।'],
  ])('%s: the language, and nobody came, again, a complaint', (language, text) => {
    const { recognised = [], confidence, language: told } = found(text);
    expect([told, confidence]).toEqual([language, 'not-read']);
    expect(recognised.map((one) => [one.language, one.meaning])).toEqual([
      [language, 'nobody-came'],
      [language, 'again'],
      [language, 'complaint'],
    ]);
    for (const { text: words, start, end } of recognised) expect(text.slice(start, end)).toBe(words);
  });

  test.each([
    'nikt nie przyszedl',
    'Hi there, thank you for the card and the news about the summer fair, it was lovely. Ninguem veio.',
  ])('without marks or in an English message, it is never taken for nothing: %s', (text) => {
    const { recognised = [], confidence, dissatisfaction } = found(text);
    expect(recognised.map(({ meaning }) => meaning)).toEqual(['nobody-came']);
    expect(dissatisfaction.found || confidence === 'unsure' || confidence === 'not-read').toBe(true);
  });

  test('English has none of them', () => {
    const text = 'Nobody came for the third time and I want to complain. Cheers, Owen from Cwmbran';
    expect(recognisedIn(reading(text).sentences)).toEqual([]);
  });
});
