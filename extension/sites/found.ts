/** By what each field was found, by the field's name; a field that the page doesn't hold has no entry. */
export type FoundBy = Readonly<Record<string, string>>;

/** A value and the way by which it was found. */
export interface Found<T> {
  readonly value: T;
  readonly by: string;
}

/** Looks in one way after another, the surest first. Null when none finds anything. */
export function firstFound<T>(
  ways: readonly (readonly [by: string, find: () => T | null | undefined])[],
): Found<T> | null {
  for (const [by, find] of ways) {
    const value = find();
    if (value !== null && value !== undefined) return { value, by };
  }
  return null;
}

/** The provenance of what was found, without what wasn't. */
export function foundBy(fields: Readonly<Record<string, string | null | undefined>>): FoundBy {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] != null));
}
