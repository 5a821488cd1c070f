/** One date asks for dozens of formats, and the browser takes long to make each. */
const made = new Map<string, Intl.DateTimeFormat>();

/** Formats as the language does; as British English does for a language that the browser doesn't know. */
export function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options);
  const format = made.get(name) ?? new Intl.DateTimeFormat(isKnown(language) ? language : 'en-GB', options);
  made.set(name, format);
  return format;
}

/** Whether the browser knows the language. For one that it doesn't know, the browser would take the user's own. */
export function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
