import type { Span } from '../message.ts';
import type { Sentence } from '../reading/reading.ts';

/*
 * The commonest forms of "nobody came", "for the third time" and "I complain" in the languages that residents write in beside
 * English. Nothing is translated: what is recognised is shown to the person who decides, and keeps a message from passing
 * for one that says nothing.
 */

/** What a phrase of another language means. */
export type Meaning = 'nobody-came' | 'again' | 'complaint';

/** Words of another language that were recognised. */
export interface Recognised extends Span {
  readonly language: string;
  readonly meaning: Meaning;
}

/** As they are written with their marks; both they and the text are compared without. */
const PHRASES: readonly (readonly [language: string, meaning: Meaning, phrases: string])[] = [
  [
    'cy',
    'nobody-came',
    'ddaeth neb|does neb (?:byth )?wedi|nid oes neb wedi|neb wedi (?:dod|bod|galw|cysylltu|ateb|ffonio)',
  ],
  ['cy', 'again', '(?:trydydd|drydydd|pedwerydd) tro|(?:trydedd|drydedd|pedwaredd) waith|(?:tair|dair) gwaith'],
  ['cy', 'complaint', 'cwyno|gwyno|cwyn|gŵyn|nghwyn|anfodlon|anhapus iawn'],
  [
    'pl',
    'nobody-came',
    'nikt (?:do (?:mnie|nas) )?(?:jeszcze )?nie (?:przyszedł|przyjechał|przychodzi|był|odpowiada|odpowiedział|oddzwonił|zadzwonił|naprawił)|nikt się (?:\\w+ )?nie (?:pojawił|odezwał|zgłosił|zjawił)',
  ],
  ['pl', 'again', '(?:trzeci|czwarty|piąty|kolejny|enty) raz|(?:trzy|cztery|kilka) razy'],
  ['pl', 'complaint', 'skarg[aęęi]|skargi|poskarżyć|zażaleni[ea]|reklamacj[aęi]|niezadowolon[ya]'],
  [
    'ro',
    'nobody-came',
    '(?:nu a|n-a) (?:mai )?(?:venit|răspuns|sunat) nimeni|nimeni (?:nu a|n-a|nu) (?:mai )?(?:venit|vine|răspuns|răspunde|sunat|reparat)',
  ],
  ['ro', 'again', 'a (?:treia|patra|cincea) oară|de (?:trei|patru|cinci) ori'],
  ['ro', 'complaint', 'reclamați[ea]|reclamație|plângere|mă plâng|nemulțumit[ăi]?|nemultumit'],
  [
    'pt',
    'nobody-came',
    'ninguém (?:\\w+ )?(?:veio|apareceu|respondeu|ligou|atendeu|resolveu)|não (?:veio|apareceu|respondeu) ninguém',
  ],
  ['pt', 'again', '(?:terceira|quarta|quinta) vez|(?:três|quatro) vezes'],
  ['pt', 'complaint', 'reclamaç(?:ão|ões)|reclamar|queixas?|queixar|insatisfeit[oa]'],
  [
    'ar',
    'nobody-came',
    'لم (?:يأت|يأتي|يحضر|يرد|يتصل)(?: \\S+)? أحد|لا أحد (?:جاء|حضر|يرد|أتى)|ما (?:جاء|اجا|رد) (?:أي )?(?:أحد|حدا)|ماحد (?:جاء|جا|رد)',
  ],
  ['ar', 'again', '(?:للمرة|المرة) (?:الثالثة|الرابعة|الخامسة)|(?:ثلاث|أربع) مرات'],
  ['ar', 'complaint', 'شكوى|شكوتي|أشتكي|غير راض|مستاء'],
  [
    'ur',
    'nobody-came',
    'کوئی (?:بھی )?نہیں (?:آیا|آتا|آئے|پہنچا)|کسی نے (?:بھی )?(?:جواب|فون|رابطہ) نہیں|ابھی تک (?:کوئی )?نہیں آ',
  ],
  ['ur', 'again', '(?:تیسری|چوتھی|پانچویں) (?:بار|دفعہ|مرتبہ)|(?:تین|چار) (?:بار|دفعہ|مرتبہ)'],
  ['ur', 'complaint', 'شکایت|شکایات'],
  ['bn', 'nobody-came', 'কেউ(?: \\S+)? (?:আসেনি|আসেননি|আসে ?নি|আসে না|আসছে না|উত্তর|জবাব|ফোন)|কেউই আসেনি'],
  ['bn', 'again', '(?:তৃতীয|চতুর্থ|পঞ্চম)়? ?বার|(?:তিন|চার) ?বার'],
  ['bn', 'complaint', 'অভিযোগ|নালিশ|অসন্তুষ্ট'],
];

/** Letters of the other scripts that are looked for: Arabic and Bengali stand in these rows. */
const BEYOND_LATIN = /[\u0590-\u0dff]/;

const PATTERNS = PHRASES.map(([language, meaning, phrases]) => ({
  language,
  meaning,
  isLatin: !BEYOND_LATIN.test(phrases),
  pattern: new RegExp(`(?<![\\p{L}\\p{M}])(?:${folded(phrases)})`, 'gu'),
}));

const LOOKED_AT = 8_000;
const MOST = 4;

/** The phrases of other languages that a text's sentences have, each meaning once, in the order of the text. */
export function recognisedIn(sentences: readonly Sentence[]): readonly Recognised[] {
  // Nearly all mail has none of them: asked of all the text at once, so that each sentence is only asked for what is there.
  const all = folded(
    sentences
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 2 * LOOKED_AT)
      .toLowerCase(),
  );
  const present = PATTERNS.filter(({ pattern, isLatin }) => {
    pattern.lastIndex = 0;
    return (isLatin || BEYOND_LATIN.test(all)) && pattern.test(all);
  });
  if (present.length === 0) return [];
  const found: Recognised[] = [];
  let looked = 0;
  for (const { text, start } of sentences) {
    looked += text.length;
    if (looked > LOOKED_AT || found.length >= MOST) break;
    const plain = folded(text.toLowerCase());
    // A letter that is longer in small would shift all places behind it.
    if (plain.length !== text.length) continue;
    for (const { language, meaning, pattern } of present) {
      pattern.lastIndex = 0;
      const match = pattern.exec(plain);
      if (!match || found.some((one) => one.meaning === meaning)) continue;
      const from = match.index;
      const to = wordEnd(text, from + match[0].length);
      found.push({ language, meaning, text: text.slice(from, to), start: start + from, end: start + to });
    }
  }
  return found.toSorted((left, right) => left.start - right.start);
}

/** Letters without their marks, one for one: ł is l, أ is ا, য় is য. */
function folded(text: string): string {
  return text.replace(/[^\x00-\x7f]/g, (letter) => {
    if (letter === 'ł') return 'l';
    const bare = letter.normalize('NFD').charAt(0);
    return bare === '' ? letter : bare;
  });
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\p{L}\p{M}]/u.test(text.charAt(end))) end++;
  return end;
}
