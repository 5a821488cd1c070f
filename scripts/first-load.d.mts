export function loadedBy(entry: string): ReadonlySet<string>;
export function nameOf(id: string): string;
