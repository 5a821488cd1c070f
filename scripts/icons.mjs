/* Draws the icons of the extension and of the add-in: the ring-tick of the panel, in its teal. Run by hand when it changes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { findBrowser } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = [
  [join(root, 'extension', 'icons'), [16, 32, 48, 128]],
  [join(root, 'outlook-addin', 'public', 'icons'), [16, 32, 64, 80, 128]],
];
const TEAL = '#0b6660';

/** At 16 px a ring would blur: the disc is filled and the tick is bold. Larger icons have room for a ring in it. */
function svg(size) {
  const ring = size > 16 ? '<circle cx="8" cy="8" r="5.6" fill="none" stroke="#fff" stroke-width="0.9"/>' : '';
  const stroke = size > 16 ? 1.5 : 2;
  const tick = size > 16 ? 'M5.6 8.2 7.3 9.9 10.5 6.2' : 'M4.5 8.3 7 10.8 11.5 5.4';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">
    <circle cx="8" cy="8" r="7.75" fill="${TEAL}"/>${ring}
    <path d="${tick}" fill="none" stroke="#fff" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

const browser = await chromium.launch({ executablePath: findBrowser()?.path, args: ['--no-sandbox'] });
for (const [folder, sizes] of FOLDERS) {
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg(size)}`);
    writeFileSync(join(folder, `duly-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
