export const HERE: string;
export const MANIFEST: string;
export function manifestFor(host: string): string;
