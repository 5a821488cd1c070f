/** Offers what was made here as a file; the browser asks where to. Nothing leaves the computer by it. */
export function saveFile(name: string, content: string | Uint8Array | Blob, type: string): void {
  // A copy of its own: a Blob takes no bytes that another thread might share.
  const part = content instanceof Uint8Array ? new Uint8Array(content) : content;
  const url = URL.createObjectURL(
    new Blob([part], { type: typeof content === 'string' ? `${type};charset=utf-8` : type }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
