/** Formats as the language does; as British English does for a language that the browser doesn't know. */
export function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(isKnown(language) ? language : 'en-GB', options);
}

/** Whether the browser knows the language. For one that it doesn't know, the browser would take the user's own. */
export function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
