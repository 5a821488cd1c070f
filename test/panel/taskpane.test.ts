import { afterAll, beforeAll, expect, test } from 'vitest';

import { openGallery, type GalleryBrowser } from './gallery-page.ts';

/* The task pane in a plain tab: the real register, the real reader, and everything by paste and copy. */

let gallery: GalleryBrowser;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

test('a pasted complaint is logged, acknowledged by copy, and still there after a reload', async () => {
  const page = await gallery.openTaskPane();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.getByLabel('Your name').fill('Joanna Marsh');
  await page.getByLabel('Phone, as letters give it').fill('01632 960412');
  await page.getByLabel('Landlord').selectOption({ label: 'West Kent Housing Association' });
  await button('Start').click();

  await button('Paste a message').click();
  await page
    .getByLabel('The message')
    .fill(
      'I want to make a complaint. The flooring in my bathroom was taken up in February and nobody came back to finish it. ' +
        'I rang three times and each time I was promised a call back that never came. I want it finished.',
    );
  await page.getByLabel('Who is it from?').fill('Ruth Amankwah');
  await page.getByLabel('Their email address').fill('ruth@mail.example');
  await page.getByLabel('Subject').fill('Bathroom floor');
  await button('Read what I pasted').click();
  await page.locator('.verdict h2').waitFor();

  // The day wasn't said: it is asked for before anything is logged.
  await button('Choose the day').click();
  await page.getByLabel('Another day').check();
  const yesterday = await page.evaluate(() => {
    const date = new Date(Date.now() - 86_400_000);
    return [date.getDate(), date.getMonth() + 1, date.getFullYear()].map(String);
  });
  for (const [label, index] of [
    ['Day', 0],
    ['Month', 1],
    ['Year', 2],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(yesterday[index] ?? '');
  await button('Log complaint').click();
  await page.getByText('Logged as').first().waitFor();

  await button('Write the acknowledgement').click();
  await page.getByLabel('Handler').fill('Priya Nair');
  if ((await page.getByLabel('Outcome wanted').count()) > 0)
    await page.getByLabel('Outcome wanted').fill('It finished.');
  await page.locator('.dock').getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Dear Ruth Amankwah');
  await button('I’ve sent it').click();
  await page.getByText('Acknowledgement recorded').first().waitFor();

  await page.reload();
  await button(/^Due/).click();
  await page.getByText('Make contact').first().waitFor();
  expect(await page.locator('.row').first().textContent()).toContain('Ruth Amankwah');
  expect(gallery.errors()).toEqual([]);
});
