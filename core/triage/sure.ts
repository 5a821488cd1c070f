/** A feature by name, and the turns of phrase that it stands for: plain text, each linear. */
export function sure(name: string, ...patterns: readonly string[]): readonly [name: string, pattern: RegExp] {
  return [`sure ${name}`, new RegExp(`\\b(?:${patterns.join('|')})`, 'g')];
}
