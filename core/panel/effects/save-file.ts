/** What became of a file: among the downloads, or copied for a page in the browser that saves what is pasted. */
export type Saved = 'saved' | 'copied';

/** A file that was made here. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly content: Blob;
}

type Way = (file: MadeFile) => Promise<Saved>;

let way: Way = download;

/** For a program that saves no files: what it does instead. Outlook for Mac lets a link to a file do nothing, silently. */
export function saveFilesBy(other: Way): void {
  way = other;
}

/** Whether files are saved, and pages printed, from here. */
export function savesFiles(): boolean {
  return way === download;
}

/**
 * Offers what was made here as a file; the browser asks where to. Nothing leaves the computer by it. Rejects where there is
 * no way to give it to anybody.
 */
export function saveFile(name: string, content: string | Uint8Array | Blob, type: string): Promise<Saved> {
  // A copy of its own: a Blob takes no bytes that another thread might share.
  const part = content instanceof Uint8Array ? new Uint8Array(content) : content;
  return way({
    name,
    type,
    content: new Blob([part], { type: typeof content === 'string' ? `${type};charset=utf-8` : type }),
  });
}

/** Saves a file by a link, as a press on one would. */
export function download({ name, content }: MadeFile): Promise<Saved> {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return Promise.resolve('saved');
}

/** What became of a file, in words. */
export function savedWords(saved: Saved): string {
  return saved === 'saved'
    ? 'saved among your downloads'
    : 'copied: paste it into the page that has opened, which saves it';
}
