/**
 * Follows the colours that Outlook was given: light or dark by its background. Contrast themes come as forced colours,
 * by themselves. Clients that say nothing (before Mailbox 1.14) leave it to the system.
 */
export function followTheme(root: HTMLElement): void {
  const follow = (theme: Partial<Office.OfficeTheme> | undefined): void => {
    const isDark = isDarkColour(theme?.bodyBackgroundColor ?? '');
    if (isDark === null) delete root.dataset['theme'];
    else root.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  follow((Office.context as Partial<Office.Context>).officeTheme);
  const { OfficeThemeChanged } = Office.EventType as Partial<typeof Office.EventType>;
  if (OfficeThemeChanged === undefined || !Office.context.requirements.isSetSupported('Mailbox', '1.14')) return;
  Office.context.mailbox.addHandlerAsync(OfficeThemeChanged, (event: { readonly officeTheme?: Office.OfficeTheme }) => {
    follow(event.officeTheme);
  });
}

/** Whether a colour as Office gives it ("#1f1f1f") is a dark one; null for what is no colour. */
export function isDarkColour(colour: string): boolean | null {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
