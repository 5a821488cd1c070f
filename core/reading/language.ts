/*
 * Which language a text is in, by its commonest small words: cheap, and sure enough to say "this is not English, a
 * person who reads it should". Nothing is translated.
 */

/** Small words that stand in few other languages of the list. */
const PROFILES: Readonly<Record<string, readonly string[]>> = {
  en: 'the and to of is in it you that for was on have with not be this are my at your we from but they has been had would will just can me if what so there do when as an or by one all no out up her his she he were who about which more could our their any then now get got been please im dont ive thanks'.split(
    ' ',
  ),
  cy: "yn mae ac ar i’r i'r yr ei eu wedi bod fy chi eich ond dim nid sydd oedd gan ddim nhw hyn hynny am ni fel gyda cael hefyd ers neb mewn pan beth rwyf dw dwi ydw ydy yw diolch bore ŵr tŷ ysgrifennu wythnos".split(
    ' ',
  ),
  pl: 'nie na się jest że do już mam proszę od jak po ale czy przez dzień dobry za tylko bardzo który które jestem nikt pan pani bo tym jeszcze moje mnie u są był było dla dziękuję trzeci raz pisze zawsze ktos to w z i o'.split(
    ' ',
  ),
  ro: 'nu este să și si pe cu la am sunt că ca din pentru mai vă va rog nimeni ziua bună bun fost dar avem după când acum foarte mulțumesc casa sau fără asta ați le'.split(
    ' ',
  ),
  pt: 'não que de uma um para com por está isso mas foi os as em no na meu minha já muito boa tenho ninguém vez são ser mais quero obrigado obrigada vocês aqui'.split(
    ' ',
  ),
  es: 'que de la el los las en por con una un para está pero no se mi me ya muy es buenas desde nadie vez lo del cuando gracias tengo usted sin mas hace'.split(
    ' ',
  ),
  fr: 'je vous le la les de des et est pas que une un pour dans nous mon ma avec sur depuis il elle ne plus bonjour merci mais été personne très chez'.split(
    ' ',
  ),
  it: 'che di non il la un una per con sono è ho ma si mi anche del della nessuno grazie buongiorno questo da più stato casa'.split(
    ' ',
  ),
  de: 'und der die das ich nicht ist ein eine zu den mit sie wir haben auf für seit wurde kein keine bitte auch noch es im war niemand danke'.split(
    ' ',
  ),
  lt: 'ir yra ne kad aš mano į iš su jau bet tai ar nuo labai ačiū prašau niekas dar kaip jūs buvo'.split(' '),
  so: 'waa iyo oo ka ku in uu aan la ayaa waxaan guriga mahadsanid maya lakin'.split(' '),
  sq: 'dhe nuk është për një me në që të më kam por ka jam ju faleminderit shtëpia'.split(' '),
  tr: 've bir bu için değil çok ama var yok ben evde teşekkürler lütfen hala kimse gelmedi'.split(' '),
  hu: 'nem és hogy egy van az meg már csak még de köszönöm kérem senki volt'.split(' '),
  sk: 'nie som je to sa že na by ale už aj prosím ďakujem nikto dobrý deň bol pre ako'.split(' '),
  nl: 'het een van niet ik is en dat voor met zijn op maar wij geen nog ook heeft niemand'.split(' '),
};

const WORD_TO_LANGUAGES = new Map<string, string[]>();
for (const [language, words] of Object.entries(PROFILES)) {
  for (const word of words) WORD_TO_LANGUAGES.set(word, [...(WORD_TO_LANGUAGES.get(word) ?? []), language]);
}

/** Scripts, by the range of their characters, and the language that is meant here when one prevails. */
const SCRIPTS: readonly (readonly [from: number, to: number, language: string])[] = [
  [0x0370, 0x03ff, 'el'],
  [0x0400, 0x04ff, 'uk'],
  [0x0590, 0x05ff, 'he'],
  [0x0600, 0x06ff, 'ar'],
  [0x0750, 0x077f, 'ar'],
  [0x0900, 0x097f, 'hi'],
  [0x0980, 0x09ff, 'bn'],
  [0x0a00, 0x0a7f, 'pa'],
  [0x0a80, 0x0aff, 'gu'],
  [0x0b80, 0x0bff, 'ta'],
  [0x0d80, 0x0dff, 'si'],
  [0x0e00, 0x0e7f, 'th'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1200, 0x137f, 'am'],
  [0x3040, 0x30ff, 'ja'],
  [0x4e00, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
];

const ENOUGH_WORDS = 4;
const LOOKED_AT = 4_000;

/** The language that most of a text is in, ISO 639-1; `und` where too little is there to say, or it is none of the known. */
export function languageOf(text: string): string {
  const sample = text.slice(0, LOOKED_AT).toLowerCase();
  const script = scriptOf(sample);
  if (script) return script;
  const words = sample.match(/[\p{L}'’]+/gu) ?? [];
  if (words.length < ENOUGH_WORDS) return 'und';
  const counts = new Map<string, number>();
  for (const word of words) {
    for (const language of WORD_TO_LANGUAGES.get(word.replace('’', "'")) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  const english = counts.get('en') ?? 0;
  let best = 'en';
  let most = english;
  for (const [language, count] of counts) if (count > most) [best, most] = [language, count];
  if (most / words.length < 0.1) return words.length < 12 ? 'und' : english > 0 ? 'en' : 'und';
  // English loses only to a language that is clearly ahead: a borrowed greeting makes no other language.
  return best !== 'en' && most < english * 1.4 + 2 ? 'en' : best;
}

/** The language of the script that most letters are of; null for Latin. */
function scriptOf(sample: string): string | null {
  const counts = new Map<string, number>();
  let latin = 0;
  let marks = '';
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code >= 97 && code <= 122) latin++;
    if (code < 0x370) continue;
    const script = SCRIPTS.find(([from, to]) => code >= from && code <= to)?.[2];
    if (!script) continue;
    counts.set(script, (counts.get(script) ?? 0) + 1);
    if (/[ٹڈڑںےگچپژکیыэъёіїєґ]/.test(sample.charAt(at))) marks += sample.charAt(at);
  }
  const [script, count] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? ['', 0];
  // Letters of other scripts often stand for a syllable, so a third of the letters is most of the text.
  if (count < 4 || count < latin * 0.5) return null;
  if (script === 'ar') return /[ٹڈڑںے]/.test(marks) ? 'ur' : /[گچپژکی]/.test(marks) ? 'fa' : 'ar';
  if (script === 'uk') return /[ыэъё]/.test(marks) && !/[іїєґ]/.test(marks) ? 'ru' : 'uk';
  return script;
}
