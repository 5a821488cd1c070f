import { setTimeout as sleep } from 'node:timers/promises';

import { setup } from '../outlook/build-task-pane.ts';
import { openOutlook } from '../outlook/outlook-browser.ts';
import { simulatedItem } from '../outlook/simulated-item.ts';
import { PROFILES } from '../outlook/simulated-outlook.ts';

/* From Office.js's being ready to the verdict on the panel, in the simulated Outlook. */

const RUNS = 9;
const LIMIT = 300;

/** Notes when Office.js says that it is ready and when a verdict first stands on the panel. */
const WATCH = `
(() => {
  const times = (window.dulyTimes = { ready: null, verdict: null });
  const wait = setInterval(() => {
    if (typeof Office === 'undefined' || !Office.onReady) return;
    clearInterval(wait);
    Office.onReady(() => { times.ready = performance.now(); });
  }, 1);
  const look = () => {
    if (times.verdict === null && document.querySelector('.verdict h2')) times.verdict = performance.now();
    if (times.verdict === null) requestAnimationFrame(look);
  };
  look();
})();`;

await setup();
const browser = await openOutlook({ readsClosely: true });
const found: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const opened = await browser.open(PROFILES.web, simulatedItem(), { before: WATCH, now: null });
  await opened.pane.locator('.verdict h2').waitFor();
  const times = await opened.pane.evaluate(
    () => (window as unknown as { dulyTimes: { ready: number; verdict: number } }).dulyTimes,
  );
  found.push(times.verdict - times.ready);
  await opened.close();
  await sleep(100);
}
await browser.close();

found.sort((left, right) => left - right);
const at = (part: number): string => `${(found[Math.floor((found.length - 1) * part)] ?? NaN).toFixed(0)} ms`;
console.log('Task pane in the simulated Outlook, from Office.js ready to the verdict');
console.table({ 'ready → verdict': { median: at(0.5), slowest: at(1), runs: RUNS, limit: `${String(LIMIT)} ms` } });
if ((found[Math.floor((found.length - 1) / 2)] ?? Infinity) > LIMIT) process.exitCode = 1;
