import type { Frame } from 'playwright-core';

import type { CaseEvent } from '../../core/case/event.ts';

/** A busy machine answers late. */
export const PATIENT = { timeout: 20_000 };

/** Waits for the verdict on the message with this subject. */
export async function verdictOn(pane: Frame, subject: string): Promise<void> {
  await pane.locator('.strip h1', { hasText: subject }).waitFor();
  await pane.locator('.verdict h2').waitFor();
}

/** Presses a button of the dock or the page by its words. */
export async function press(pane: Frame, name: string | RegExp): Promise<void> {
  await pane.getByRole('button', { name }).first().click();
}

/** Logs the open message as it is suggested. */
export async function logIt(pane: Frame): Promise<string> {
  await press(pane, 'Log complaint');
  const toast = pane.locator('.toast b');
  await toast.waitFor();
  return (await toast.textContent()) ?? '';
}

/** Writes the acknowledgement as far as the letter asks for it. */
export async function writeLetter(pane: Frame): Promise<void> {
  await press(pane, 'Write the acknowledgement');
  await pane.getByLabel('Handler').fill('Priya Nair');
  const wanted = pane.getByLabel('Outcome wanted');
  if ((await wanted.count()) > 0) await wanted.fill('It finished.');
}

/** Everything that the pane's register holds, in the order of entry. */
export async function eventsIn(pane: Frame): Promise<readonly CaseEvent[]> {
  const events = await pane.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const open = indexedDB.open('duly');
        open.onerror = () => reject(new Error(String(open.error)));
        open.onsuccess = () => {
          const all = open.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => {
            resolve(all.result as unknown[]);
            open.result.close();
          };
          all.onerror = () => reject(new Error(String(all.error)));
        };
      }),
  );
  return (events as CaseEvent[]).sort((left, right) => left.sequence - right.sequence);
}
