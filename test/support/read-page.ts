/* Saved pages, read by the built extension in a real Chromium: a line of JSON for each state of each page. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import type { Correspondent } from '../../core/message.ts';
import type { RecordValue } from '../../core/record.ts';
import type { PageReport } from '../../extension/page-requests.ts';
import { mappingFor, parseMappings, type PageMapping } from '../../extension/record/mapping.ts';
import { launchExtension, type ExtensionBrowser } from './extension.ts';
import { openPageFile, perform, type SavedPage } from './saved-page.ts';

/** Fields of a record that are printed also where the page doesn't hold them. */
const ALWAYS = ['name', 'address', 'reference', 'tenancy', 'phone', 'phone2', 'email', 'notes'];

const { files, mappings } = argumentsOf(process.argv.slice(2));
const sidecars = files.map((file) => ({ file, saved: JSON.parse(readFileSync(file, 'utf8')) as SavedPage }));

// Dates on pages have no zone: they are in the browser's, so there is a browser for each.
for (const timeZone of new Set(sidecars.map(({ saved }) => saved.timezoneId ?? 'Europe/London'))) {
  const browser = await launchExtension({ timeZone, folder: resolve('dist/extension') });
  try {
    for (const { file, saved } of sidecars) {
      if ((saved.timezoneId ?? 'Europe/London') === timeZone) await readStates(browser, file, saved);
    }
  } finally {
    await browser.close();
  }
}

async function readStates(browser: ExtensionBrowser, file: string, saved: SavedPage): Promise<void> {
  const states = saved.states ?? [{ name: null, actions: [] }];
  for (const { name, actions } of states) {
    const line: Record<string, unknown> = { name: saved.name, ...(name !== null && { state: name }) };
    try {
      const page = await openPageFile(browser.context, file.replace(/\.json$/, '.html'), saved);
      try {
        const mapping = mappingFor(mappings, saved.url);
        await browser.reach(page);
        await page.waitForTimeout(saved.readAfterMs ?? 0);
        await perform(page, actions);
        // What is looked at straight after a click is looked at as it is then; else a page may still be opening.
        const isAtOnce = actions.at(-1)?.do === 'click' || actions.at(-1)?.do === 'jsclick';
        const report = await settled(() => browser.ask(page, 'inspect', { mapping }), isAtOnce);
        Object.assign(line, lineOf(report));
      } finally {
        await page.close();
      }
    } catch (error) {
      Object.assign(line, {
        read: null,
        foundBy: {},
        errors: [error instanceof Error ? error.message : String(error)],
      });
    }
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

async function settled(ask: () => Promise<PageReport>, isAtOnce: boolean): Promise<PageReport> {
  let report = await ask();
  for (let waited = 0; !isAtOnce && report.reading.kind === 'loading' && waited < 4_000; waited += 250) {
    await new Promise((done) => setTimeout(done, 250));
    report = await ask();
  }
  return report;
}

/** What a line says beside its name. Fields that the page doesn't hold are null. */
function lineOf({ reading }: PageReport): Record<string, unknown> {
  const blank = {
    from: null,
    to: null,
    cc: null,
    subject: null,
    receivedAt: null,
    threadId: null,
    messageId: null,
    newText: null,
    quotedText: { present: false },
    crm: null,
  };
  switch (reading.kind) {
    case 'none':
      return { read: null, foundBy: {}, errors: [] };
    case 'unreadable':
      return { read: blank, foundBy: {}, errors: reading.missing.map((part) => `not found: ${part}`) };
    case 'loading':
      return { read: { ...blank, subject: reading.subject }, foundBy: {}, errors: [] };
    case 'record': {
      const valueOf = (field: string): RecordValue | undefined => reading.values.find((value) => value.field === field);
      const { subject, received, ...crm } = foundByOf(reading.values);
      return {
        read: {
          ...blank,
          subject: valueOf('subject')?.value ?? null,
          receivedAt: reading.receivedAt,
          ...choices(reading.receivedAtChoices),
          crm: crmOf(reading.values),
        },
        foundBy: { ...(subject && { subject }), ...(received && { receivedAt: received }), ...prefixed(crm) },
        errors: reading.lost.map((field) => `not found: ${field}`),
      };
    }
    case 'message': {
      const { message, foundBy, record } = reading;
      const { newText, leftOut } = read(message, NO_SETTINGS);
      const quoted = leftOut.find(({ kind }) => kind === 'quoted-message');
      // The ruled line above it is the page's.
      const quotedLines = quoted ? message.text.slice(quoted.start, quoted.end).trim().split('\n') : [];
      const quotedLine = quotedLines.find((line) => !/^[\s_-]*$/.test(line)) ?? '';
      return {
        read: {
          from: message.from && person(message.from),
          to: foundBy['to'] === undefined ? null : message.to.map(person),
          cc: foundBy['cc'] === undefined ? null : message.cc.map(person),
          subject: message.subject,
          receivedAt: message.receivedAt,
          ...choices(message.receivedAtChoices ?? []),
          threadId: message.threadId,
          messageId: message.siteMessageId,
          newText,
          quotedText: quoted ? { present: true, startsWith: quotedLine } : { present: false },
          crm: record ? crmOf(record) : null,
        },
        foundBy: { ...foundBy, ...prefixed(record ? foundByOf(record) : {}) },
        errors: [],
      };
    }
  }
}

/** Days to choose from, where the page's date can mean several: then nobody has chosen yet. */
function choices(moments: readonly string[]): Record<string, unknown> {
  return moments.length > 0 ? { receivedAtChoices: moments } : {};
}

function person({ name, address }: Correspondent): Record<string, unknown> {
  return { name, address: address === '' ? null : address };
}

function crmOf(values: readonly RecordValue[]): Record<string, string | null> {
  const found = values.filter(({ field }) => field !== 'subject' && field !== 'received');
  return {
    ...Object.fromEntries(ALWAYS.map((field) => [field, null])),
    ...Object.fromEntries(found.map(({ field, value }) => [field, value])),
  };
}

function foundByOf(values: readonly RecordValue[]): Record<string, string> {
  return Object.fromEntries(values.map(({ field, by }) => [field, by]));
}

function prefixed(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([field, by]) => [`crm.${field}`, by]));
}

function argumentsOf(words: readonly string[]): { files: readonly string[]; mappings: readonly PageMapping[] } {
  const found: string[] = [];
  const mapped: PageMapping[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--mapping') {
      at += 1;
      mapped.push(...parseMappings(JSON.parse(readFileSync(resolve(words[at] ?? ''), 'utf8'))));
    } else found.push(resolve(word));
  }
  if (found.length === 0) {
    process.stderr.write('say which pages: npm run -s read-page -- NAME.json… [--mapping FILE]\n');
    process.exit(2);
  }
  return { files: found, mappings: mapped };
}
