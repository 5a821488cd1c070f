/** Whom a letter greets where an office wrote for somebody: "Office of Jane Marlow MP" is no one to say Dear to. */
export function greeted(name: string): string {
  return name
    .trim()
    .replace(/^(?:the )?office of (?:the )?/i, '')
    .replace(/[’']s office$/i, '');
}
