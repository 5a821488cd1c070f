/*
 * What a text says of who and where, in a form in which two texts can be compared: postcodes, streets with their numbers,
 * telephone numbers. Nothing is guessed: "14 Elm Close" and "14 Elm Road" are two homes.
 */

/** Of one text so many characters are looked at, and of each kind so many are kept: a circular with a list is no address. */
const LOOKED_AT = 20_000;
const MOST = 6;

const POSTCODE = /\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b/gi;

/** UK postcodes in texts, without their space, each once. */
export function postcodesIn(texts: readonly string[]): readonly string[] {
  return each(texts, POSTCODE, ([code]) => code.toUpperCase().replace(/[\s-]/g, ''));
}

const PHONE = /(?<![\d.,£/])(?:\+44 ?(?:\(0\) ?)?|0)[1-37](?:[ -]?\d){8,9}(?!\d)/g;

/** Telephone numbers of the UK, as figures that begin with 0, each once. */
export function phonesIn(texts: readonly string[]): readonly string[] {
  return each(texts, PHONE, ([number]) => number.replace(/^\+44 ?(?:\(0\) ?)?/, '0').replace(/\D/g, ''));
}

const KINDS: Readonly<Record<string, string>> = {
  rd: 'road',
  st: 'street',
  ave: 'avenue',
  cl: 'close',
  ln: 'lane',
  dr: 'drive',
  ct: 'court',
  hse: 'house',
  gdns: 'gardens',
  pl: 'place',
  cres: 'crescent',
  sq: 'square',
};
const KIND =
  'road|rd|street|st|avenue|ave|close|cl|lane|ln|drive|dr|court|ct|house|hse|way|gardens|gdns|place|pl|terrace|crescent|cres|grove|walk|rise|park|square|sq|mews|view|row|green|parade|wharf|tower|heights|lodge|mount|path|croft|bank|gate|fields|meadows';

/** A flat's or house's number, a name in capitals, and what kind of street or house it is. */
const STREET = new RegExp(
  `\\b(?:(?:[Ff]lat|FLAT|[Aa]pt|[Aa]partment|[Uu]nit) ?(\\d{1,3}[A-Za-z]?),? {1,2})?(?:(\\d{1,4}[A-Za-z]?),? )?((?:[A-Z][\\p{L}'’]{1,20} ){1,3})((?:${KIND.replace(/[a-z]+/g, capitalOrSmall)}))\\b`,
  'gu',
);

function capitalOrSmall(word: string): string {
  return `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
}

/**
 * Addresses of homes in texts: number, street and flat as one key, each once. A street without any number is no home. The
 * landlord's own list of streets finds those that have no such ending, however they are written.
 */
export function homesIn(texts: readonly string[], streets: readonly string[] = []): readonly string[] {
  const found = each(texts, STREET, ([, flat = '', number = '', name = '', kind = '']) => {
    if (flat === '' && number === '') return null;
    const street = `${name}${KINDS[kind.toLowerCase()] ?? kind}`.toLowerCase().replace('’', "'");
    return homeKey(flat, number, street);
  });
  const listed = streets.flatMap((street) => homesOn(texts, street));
  return [...new Set([...found, ...listed])].slice(0, MOST);
}

function homesOn(texts: readonly string[], street: string): readonly string[] {
  const name = street.trim().toLowerCase().replace(/\s+/g, ' ').replace('’', "'");
  if (name.length < 4) return [];
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const full = KINDS[last] === undefined ? name : [...words.slice(0, -1), KINDS[last]].join(' ');
  return texts.flatMap((text) => {
    const flat = text.slice(0, LOOKED_AT).toLowerCase().replaceAll('’', "'");
    const homes: string[] = [];
    for (let at = flat.indexOf(name); at >= 0 && homes.length < MOST; at = flat.indexOf(name, at + name.length)) {
      const number = /(?:(?:flat|apt|apartment|unit) ?(\d{1,3}[a-z]?),? {1,2})?(\d{1,4}[a-z]?),? $/.exec(
        flat.slice(Math.max(0, at - 30), at),
      );
      if (number) homes.push(homeKey(number[1] ?? '', number[2] ?? '', full));
    }
    return homes;
  });
}

function homeKey(flat: string, number: string, street: string): string {
  return [
    ...(flat === '' ? [] : [`flat ${flat.toLowerCase()}`]),
    ...(number === '' ? [] : [number.toLowerCase()]),
    street,
  ].join(' ');
}

function each(
  texts: readonly string[],
  pattern: RegExp,
  keyOf: (match: RegExpMatchArray & { 0: string }) => string | null,
): readonly string[] {
  const found = new Set<string>();
  for (const text of texts)
    for (const match of text.slice(0, LOOKED_AT).matchAll(pattern)) {
      if (found.size >= MOST) return [...found];
      const key = keyOf(match);
      if (key !== null) found.add(key);
    }
  return [...found];
}
