import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { letterDocx } from '../../../core/letters/docx.ts';
import { letter, LetterError, type Letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { printPage } from '../../../core/letters/print.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { ANSWERED, TYPED } from '../../support/any-letter.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { LetterCase } from '../../support/scenario.ts';

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const policy = await policyOn('west-kent', DAY);
const settings = parseSettings({ officer: { name: 'Joanna Marsh', phone: '01632 960412' } });

function write(given: Partial<LetterCase> = {}, more: Partial<LetterRequest> = {}): Letter {
  const whole: LetterCase = {
    receivedAt: '2026-03-24T18:42:00+00:00',
    channel: 'letter',
    address: '4 Quay Street, Sevenoaks, TN13 1AA',
    points: ['The floor was taken up on 23 February.', 'Nobody came back.'],
    wants: 'A date for the floor to be finished',
    handler: 'Priya Nair',
    ...given,
  };
  return letter({
    kind: 'acknowledgement',
    file: fileOf(...eventsOfScenario(whole, policy)),
    policy,
    floor,
    calendar: calendarOf(policy),
    settings,
    now: moment('2026-03-25T09:30:00+00:00'),
    ...more,
  });
}

describe('a resident who wrote by post gets post', () => {
  test('with their address, the day of posting, and when it counts as received', () => {
    const { sheet, missing } = write();
    expect(missing).toEqual([]);
    expect(sheet).toEqual({
      way: 'post',
      from: ['West Kent Housing Association', '101 London Road', 'Sevenoaks', 'TN13 1AX', '01732 749400'],
      to: ['Ruth Amankwah', '4 Quay Street', 'Sevenoaks', 'TN13 1AA'],
      date: 'Wednesday 25 March 2026',
      postedOn: '2026-03-25',
      // Two working days after posting, by the policy.
      receivedOn: '2026-03-27',
      reference: 'K5F-K92-3T2',
      isLargePrint: false,
    });
  });

  test('without an address it can’t go, and an email address is none', () => {
    for (const address of ['', 'ruth.amankwah@mail.example']) {
      const { missing, asks } = write({ address });
      expect(missing.map(({ path, label, place }) => [path, label, place])).toEqual([
        ['postal.address', 'Postal address', 'case'],
      ]);
      expect(asks.map(({ path }) => path)).toEqual(['postal.address']);
    }
    const typed = write({ address: '' }, { entries: { 'postal.address': '4 Quay Street\nSevenoaks\n\nTN13 1AA' } });
    expect(typed.sheet.to).toEqual(['Ruth Amankwah', '4 Quay Street', 'Sevenoaks', 'TN13 1AA']);
    expect(typed.draft).not.toBeNull();
  });

  test('unless somebody says otherwise; and a reply by email needs no address', () => {
    expect(write({ address: '' }, { way: 'email' }).sheet.way).toBe('email');
    expect(write({ channel: 'email', address: 'ruth@mail.example' }).missing).toEqual([]);
    expect(write({ channel: 'email', address: '' }, { way: 'post' }).missing.map(({ path }) => path)).toEqual([
      'postal.address',
    ]);
  });
});

describe('the page to print', () => {
  const page = printPage(write());

  test('is a whole page: A4, from whom, to whom, when, and the letter', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(page).toContain('@page { size: A4;');
    expect(page).toContain('<address>Ruth Amankwah<br>4 Quay Street<br>Sevenoaks<br>TN13 1AA</address>');
    expect(page).toContain('<p class="date">Wednesday 25 March 2026</p>');
    expect(page).toContain('<li>“Nobody came back.”</li>');
    expect(page).toContain('<body class="usual">');
  });

  test('loads nothing and runs nothing', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/i);
  });

  test('is larger where the resident asked for that', () => {
    const then = [{ at: '2026-03-25T09:27:00+00:00', adjustment: 'I need large print' }];
    expect(printPage(write({ then }))).toContain('<body class="large">');
  });

  test('of a letter with a gap there is none', () => {
    expect(() => printPage(write({ wants: '' }))).toThrow(LetterError);
  });

  test('shows whatever a name or an address holds as text', () => {
    const nasty = printPage(
      write({ name: '<script>alert(1)</script>', address: '</address><img src=x onerror=alert(1)>, TN13 1AA' }),
    );
    expect(nasty).not.toMatch(/<script|<img/);
    expect(nasty).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('the document', () => {
  const answer = (): Letter =>
    write({ then: ANSWERED }, { kind: 'stage-1-response', entries: TYPED, now: moment('2026-03-30T09:30:00+01:00') });

  test('holds the letter, word for word', async () => {
    const files = unzipped(await letterDocx(answer()));
    const words = textOfXml(files.get('word/document.xml') ?? '');
    expect(words).toContain(
      'Ruth Amankwah\n4 Quay Street\nSevenoaks\nTN13 1AA\nMonday 30 March 2026\nDear Ruth Amankwah',
    );
    expect(words).toContain('“Nobody came back.”\nWe do not uphold this.');
    expect(words).toContain('PO Box 1484, Unit D, Preston, PR2 0ET.');
    expect(files.get('word/styles.xml')).toContain('Arial');
  });

  test('is the same, byte for byte, whenever it is made', async () => {
    const first = await letterDocx(answer());
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(Buffer.compare(Buffer.from(first), Buffer.from(await letterDocx(answer())))).toBe(0);
  });

  test('says nothing of who made it but the landlord’s name', async () => {
    const files = unzipped(await letterDocx(answer()));
    const core = files.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>West Kent Housing Association</dc:creator>');
    expect(core).toContain('2026-03-30T12:00:00Z');
    for (const text of files.values()) expect(text).not.toMatch(/Un-named|docx\.js/i);
  });

  test('holds whatever the message says as text, and stays a document', async () => {
    const nasty = 'a]]>\u0000\u0008\ufffe\ud800<w:p>&amp;</w:t> \u202e';
    const files = unzipped(await letterDocx(write({ points: [nasty], name: '<b>&' })));
    const xml = files.get('word/document.xml') ?? '';
    expect(xml).not.toMatch(/[\u0000-\u0008\ufffe\uffff\u202e]|<b>/);
    expect(xml).toContain('a]]&gt;');
    expect(textOfXml(xml)).toContain('&lt;w:p&gt;&amp;amp;&lt;/w:t&gt;');
  });

  test('of a letter with a gap there is none', async () => {
    await expect(letterDocx(write({ wants: '' }))).rejects.toThrow(LetterError);
  });
});

/** The files of a zip by name, as text. */
function unzipped(bytes: Uint8Array): Map<string, string> {
  const view = Buffer.from(bytes);
  const files = new Map<string, string>();
  let at = view.readUInt32LE(view.length - 6);
  for (let count = view.readUInt16LE(view.length - 12); count > 0; count--) {
    const [size, length, extra, comment, local] = [at + 20, at + 28, at + 30, at + 32, at + 42].map((place, index) =>
      index === 0 || index === 4 ? view.readUInt32LE(place) : view.readUInt16LE(place),
    ) as [number, number, number, number, number];
    const name = view.toString('utf8', at + 46, at + 46 + length);
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const data = view.subarray(start, start + size);
    files.set(name, (view.readUInt16LE(local + 8) === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + length + extra + comment;
  }
  return files;
}

/** The words of a document, a line for each paragraph and break. */
function textOfXml(xml: string): string {
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\n+/g, '\n');
}
