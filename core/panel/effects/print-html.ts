import { saveFile, savesFiles } from './save-file.ts';

/**
 * Shows a page of our own in a tab and asks the browser to print it. Where no tab may be opened (a task pane) it is printed
 * from a frame that nobody sees; where nothing is printed either, the page is given as a file, to be printed from there.
 */
export async function printHtml(html: string, name: string): Promise<void> {
  if (!savesFiles()) {
    await saveFile(name, html, 'text/html');
    return;
  }
  const view = window.open('', '_blank') ?? hiddenFrame();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const styles = [...page.querySelectorAll('style')];
  const css = styles.map(({ textContent }) => textContent).join('\n');
  // The extension's own pages, and what they open, take no styles that stand in a page; a sheet that is handed over is one.
  for (const element of [...styles, ...page.querySelectorAll('meta')]) element.remove();
  const { document: shown } = view;
  shown.replaceChild(shown.adoptNode(page.documentElement), shown.documentElement);
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  shown.adoptedStyleSheets = [sheet];
  // The panel goes on first: it stands still while the browser's window for printing is open.
  setTimeout(() => {
    view.focus();
    view.print();
  }, 50);
}

function hiddenFrame(): Window {
  const frame = document.createElement('iframe');
  frame.className = 'vh';
  frame.title = 'The letter';
  frame.tabIndex = -1;
  document.body.append(frame);
  if (!frame.contentWindow) throw new Error('This program opens no page to print.');
  return frame.contentWindow;
}
