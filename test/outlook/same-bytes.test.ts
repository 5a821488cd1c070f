import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';

import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { seededSource } from '../../cli/seeded-source.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { inLondon, toInstant } from '../../core/dates.ts';
import type { Message } from '../../core/message.ts';
import { demoThreadAddress } from '../../demo/page.ts';
import { serveDemo } from '../../demo/serve.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { SETTINGS, openOutlook, type OutlookBrowser } from './outlook-browser.ts';
import { eventsIn, PATIENT, press, writeLetter } from './pane.ts';
import { simulatedItem } from './simulated-item.ts';
import { PROFILES } from './simulated-outlook.ts';

/*
 * One message, logged and acknowledged in the extension, in the add-in and on the command line, at the same moment and
 * with the same ids: the entries and the letter are the same bytes. Only what a host alone has differs: its ids of the
 * message, and what is hashed over them. The first reader reads, here as there: the second one's answer comes before or after
 * the button is pressed.
 */

const SEED = '7';
const root = process.cwd();
let chrome: ExtensionBrowser;
let outlook: OutlookBrowser;
let folder: string;

beforeAll(async () => {
  spawnSync(execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale'], { cwd: root, stdio: 'ignore' });
  folder = mkdtempSync(join(tmpdir(), 'duly-same-'));
  [chrome, outlook] = await Promise.all([launchExtension(), openOutlook()]);
});
afterAll(async () => {
  await Promise.all([chrome.close(), outlook.close()]);
  rmSync(folder, { recursive: true });
});

test(
  'the same entries and the same letter in the extension, the add-in and the command line',
  { timeout: 240_000 },
  async () => {
    const now = toInstant(new Date().toISOString());

    await serveDemo(chrome.context);
    const page = await chrome.context.newPage();
    await page.goto(demoThreadAddress('complaint'));
    await expect
      .poll(async () => (await chrome.ask(page, 'current-message', { mapping: null })).kind, PATIENT)
      .toBe('message');
    const current = await chrome.ask(page, 'current-message', { mapping: null });
    if (current.kind !== 'message') throw new Error(current.kind);
    const { message } = current;

    const panel = await chrome.openPanel(page);
    await panel.addInitScript(WITHOUT_WORKERS);
    await panel.clock.setFixedTime(now);
    await panel.evaluate(
      (setup) =>
        (
          globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
        ).chrome.storage.local.set({ setup }),
      { settings: SETTINGS, landlord: 'west-kent', isDone: true },
    );
    await panel.reload();
    await panel.clock.setFixedTime(now);
    const inExtension = await journey(panel);

    const opened = await outlook.open(PROFILES.web, itemOf(message), { now });
    const inOutlook = await journey(opened.pane);
    expect(common(inOutlook)).toEqual(common(inExtension));

    const logged = onCommandLine(
      'log',
      [{ ...lineOf(message), policy: 'west-kent', decision: { route: 'stage-1' }, now, actor: SETTINGS.officer.name }],
      ['--seed', SEED, '--reader', 'linear', '--device', inOutlook[0]?.deviceId ?? ''],
    ) as { readonly events: readonly CaseEvent[] };
    expect(common(logged.events)).toEqual(common(inOutlook.slice(0, logged.events.length)));

    const inserted = inOutlook.findIndex(({ type }) => type === 'letter-inserted');
    const written = onCommandLine('letter', [
      { policy: 'west-kent', kind: 'acknowledgement', events: inOutlook.slice(0, inserted), now },
    ]) as { readonly text: string };
    const letterOf = (events: readonly CaseEvent[]): string =>
      events.flatMap((event) => (event.type === 'letter-inserted' && event.personal ? [event.personal.text] : []))[0] ??
      '';
    expect(letterOf(inOutlook).length).toBeGreaterThan(200);
    expect(letterOf(inExtension)).toBe(letterOf(inOutlook));
    expect(written.text).toBe(letterOf(inOutlook));
    await opened.close();
  },
);

/** The closer reading has a worker of its own, and can't be had without. */
const WITHOUT_WORKERS = 'Object.defineProperty(globalThis, "Worker", { value: undefined })';

/** Logs the open message and puts the letter into the reply, with ids and salts from the seed; gives what was entered. */
async function journey(panel: Page | Frame): Promise<readonly CaseEvent[]> {
  const pane = 'mainFrame' in panel ? panel.mainFrame() : panel;
  await pane.locator('.verdict h2').waitFor();
  await pane.evaluate((bytes) => {
    let at = 0;
    crypto.getRandomValues = <Filled extends ArrayBufferView | null>(into: Filled): Filled => {
      if (into instanceof Uint8Array) into.set(bytes.slice(at, (at += into.length)));
      return into;
    };
  }, chance());
  await press(pane, /^Log/);
  await pane.locator('.toast b').waitFor();
  await writeLetter(pane);
  await press(pane, 'Insert in reply');
  await pane.getByRole('heading', { name: 'Not sent yet' }).waitFor();
  return eventsIn(pane);
}

/**
 * The bytes that the command line draws from its seed. A panel draws its device's id after the case's, which the command
 * line is given: sixteen bytes more stand there.
 */
function chance(): readonly number[] {
  const bytes = [...seededSource(SEED).random(8_192)];
  return [...bytes.slice(0, 16), ...Array.from({ length: 16 }, (_, index) => index), ...bytes.slice(16)];
}

/** An event without what only its host knows, and without the hashes over that. */
function common(events: readonly CaseEvent[]): readonly string[] {
  return events.map((event) => {
    const { hash: _hash, previousHash: _previous, personalDigest: _digest, ...rest } = event;
    if (rest.type !== 'received' && rest.type !== 'joined') return JSON.stringify(ordered(rest));
    const { messageId: _id, siteMessageId: _site, threadId: _thread, receivedAtSource: _source, ...data } = rest.data;
    const { messageId: _personalId, ...personal } = rest.personal ?? {};
    return JSON.stringify(ordered({ ...rest, data, personal }));
  });
}

/** The same value with its keys in one order: they come out of a store as they went in, which isn't said anywhere. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]): [string, unknown] => [key, ordered(item)]),
  );
}

/** The message as it lies in a mailbox of Outlook. */
function itemOf(message: Message): ReturnType<typeof simulatedItem> {
  const escaped = message.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const received = new Date(message.receivedAt ?? '');
  const stamp = received.toUTCString().replace('GMT', '+0000');
  return simulatedItem({
    subject: message.subject,
    from: message.from ?? { name: '', address: '' },
    to: message.to,
    cc: message.cc,
    html: `<div>${escaped.split('\n').join('<br>')}</div>`,
    text: message.text,
    created: received.toISOString(),
    headers: `Received: from relay.example by mx.example; ${stamp}\r\nMessage-ID: <floor-1@mail.example>\r\n`,
    attachments: message.attachments.map((name) => ({ name, isInline: false })),
  });
}

function lineOf(message: Message): object {
  const { from, to, cc, subject, text, receivedAt, attachments, channel } = message;
  return {
    from,
    to,
    cc,
    subject,
    body: text,
    date: receivedAt === null ? null : inLondon(receivedAt),
    attachments,
    channel,
  };
}

function onCommandLine(command: string, lines: readonly object[], more: readonly string[] = []): unknown {
  const settings = join(folder, 'settings.json');
  writeFileSync(settings, JSON.stringify(SETTINGS));
  const { stdout, stderr, status } = spawnSync(
    execPath,
    [join(root, 'scripts', 'duly.mjs'), command, '--jsonl', '--settings', settings, ...more],
    { cwd: root, input: lines.map((line) => JSON.stringify(line)).join('\n'), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
