import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { duly } from './duly.ts';

/* Mail files logged from the command line, as somebody would who agrees with the policy. */

const folder = mkdtempSync(join(tmpdir(), 'duly-log-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function mail(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    [
      'From: Wilf Brennan <wilf@letterbox.example>',
      'To: help@alderholt.example',
      'Subject: Boiler',
      'Date: Thu, 26 Mar 2026 18:42:00 +0000',
      `Message-ID: <${name}@letterbox.example>`,
      '',
      text,
    ].join('\r\n'),
  );
  return file;
}

const SETTINGS = join(folder, 'settings.json');
writeFileSync(
  SETTINGS,
  JSON.stringify({
    landlord: { name: 'Alderholt Homes', domains: ['alderholt.example'], phone: '01632 960100' },
    officer: { name: 'Priya Nair', email: 'priya@alderholt.example', phone: '01632 960121', team: 'Complaints' },
  }),
);
const COMPLAINT = mail(
  'complaint.eml',
  'I want to make a formal complaint. Your contractor missed two appointments for my boiler and nobody has rung me back.',
);
const THANKS = mail('thanks.eml', 'Thank you so much for the lovely garden party on Saturday. Wilf');
const BACKUP = join(folder, 'backup.jsonl');

function log(...args: readonly string[]) {
  return duly([
    ...['log', '--policy', 'west-kent', '--reader', 'linear', '--settings', SETTINGS],
    ...['--now', '2026-03-27T09:30:00Z', ...args],
  ]);
}

test('who dealt with it before is the caller’s to say: without that the letter of the next stage leaves it out', () => {
  const SECOND = mail('second.eml', 'I am not happy with your answer and want to take my complaint to stage two.');
  const asked = ['--route', 'stage-2', '--handler', 'Joan Ellis', '--wants', 'the boiler mended'];
  const unsaid = log(...asked, SECOND).out;
  expect(unsaid).toContain('Joan Ellis in our Customer Resolution Team will look at it afresh');
  expect(unsaid).not.toContain('Joan Ellis has not dealt with it before');
  expect(unsaid).toContain(
    'Still needed: the letter doesn’t say\n  that somebody who has not dealt with it before looks at it (west-kent/7.7, hos-code-2024/6.13)\n',
  );
  const said = log(...asked, '--earlier-handler', 'Priya Nair', SECOND).out;
  expect(said).toContain('Joan Ellis has not dealt with it before.');
  expect(said).not.toContain('Still needed');
  expect(log(...asked, '--earlier-handler', 'joan ellis', SECOND).out).toContain('Still needed');
});

test('the case, its dates with their working and its letter; kept in the backup, once', () => {
  const first = log('--handler', 'Joan Ellis', '--wants', 'the boiler mended', '--into', BACKUP, COMPLAINT);
  expect(first.err).toBe(`1 case logged into ${BACKUP}.\n`);
  expect(first.out).toMatch(
    /^complaint\.eml\n(?:.*\n)*\w{3}-\w{3}-\w{3} {2}West Kent Housing Association: Stage one\n {2}- “/,
  );
  expect(first.out).toContain('handler: Joan Ellis');
  expect(first.out).toContain('Acknowledge by Thu 2 Apr (7.2)\n  5 working days after Thu 26 Mar');
  expect(first.out).toMatch(/Letter: .+\n\nDear Wilf Brennan\n[^]*the boiler mended/);
  const again = log('--into', BACKUP, COMPLAINT);
  expect(again.err).toContain('complaint.eml: this message is logged already');
  expect(again.status).toBe(1);
  expect(duly(['register', 'verify', BACKUP]).out).toMatch(/^5 events, 1 case, 1 device\n/);
});

test('danger comes first, with the time by which it must be made safe', () => {
  const gas = mail(
    'gas.eml',
    'There is a strong smell of gas in our hall since this morning. Nobody answers your telephone.',
  );
  const { out } = log('--route', 'stage-1', gas);
  expect(out).toMatch(/^gas\.eml\nDanger now: gas: “.*gas.*”\n/);
  expect(out).toContain('Make safe by Fri 27 Mar, 18:42');
});

test('without --into nothing is kept, and it says so', () => {
  const kept = readFileSync(BACKUP, 'utf8');
  expect(log(COMPLAINT).err).toBe('Nothing of this is kept: --into BACKUP keeps it.\n');
  expect(readFileSync(BACKUP, 'utf8')).toBe(kept);
});

test('what isn’t for the machine to decide is logged only when a person says as what; the others go on', () => {
  const into = join(folder, 'second.jsonl');
  const mixed = log('--into', into, THANKS, COMPLAINT);
  expect(mixed.err).toMatch(/thanks\.eml: .*choose with --route: .*stage-1/);
  expect(mixed.status).toBe(1);
  expect(mixed.out).toMatch(/^complaint\.eml\n/);
  expect(log('--route', 'service-request', THANKS).out).toContain('service request');
  expect(log('--route', 'excluded', THANKS).err).toContain('"excluded" is no decision');
});

test('what a colleague passed on is logged only with the day that staff first had it', () => {
  const file = join(folder, 'forwarded.eml');
  writeFileSync(
    file,
    [
      'From: Marcus Bell <marcus.bell@alderholt.example>',
      'To: help@alderholt.example',
      'Subject: Fwd: Boiler',
      'Date: Thu, 26 Mar 2026 18:42:00 +0000',
      'Message-ID: <forwarded@alderholt.example>',
      '',
      'One for you I think?',
      '',
      '---------- Forwarded message ---------',
      'From: Wilf Brennan <wilf@letterbox.example>',
      'Date: Fri, 20 Mar 2026 at 19:15',
      'Subject: Boiler',
      'To: Marcus Bell <marcus.bell@alderholt.example>',
      '',
      'I want to make a formal complaint. Your contractor missed two appointments for my boiler.',
    ].join('\r\n'),
  );
  const triaged = duly(['triage', '--policy', 'west-kent', '--reader', 'linear', '--settings', SETTINGS, file]);
  expect(triaged.out).toContain('A colleague passed this on; it was sent to them on Fri 20 Mar 2026 (2026-03-20).');
  const args = ['--handler', 'Joan Ellis', '--wants', 'the boiler mended'];
  const refused = log(...args, file);
  expect(refused.status).toBe(1);
  expect(refused.err).toContain('Clocks run from the day any of your staff first had it. Say that day with --received');
  const settled = log(...args, '--received', '2026-03-20', file);
  expect(settled.out).toContain('Acknowledge by Fri 27 Mar (7.2)\n  5 working days after Fri 20 Mar');
  expect(settled.out).toContain('Friday 20 March 2026');
});

test('what is missing is named, and nothing is written', () => {
  const into = join(folder, 'none.jsonl');
  expect(duly(['log', COMPLAINT]).err).toContain('--policy is missing');
  expect(duly(['log', '--policy', 'west-kent', '--into', into, COMPLAINT]).err).toContain('who logs it?');
  expect(log('--chain', BACKUP, COMPLAINT).err).toContain('--chain goes with --jsonl');
  expect(log('--into', into, join(folder, 'missing.eml')).err).toContain('missing.eml');
  expect(existsSync(into)).toBe(false);
});

describe('a backup that is added to', () => {
  test('the same words without a Message-ID are found again', () => {
    const into = join(folder, 'twice.jsonl');
    const bare = join(folder, 'bare.eml');
    writeFileSync(bare, readFileSync(COMPLAINT, 'utf8').replace(/^Message-ID.*\r\n/m, ''));
    expect(log('--into', into, bare).status).toBe(0);
    expect(log('--into', into, bare).err).toContain('the same sender, subject, minute and words');
  });

  test('a device goes on with its own chain', () => {
    const into = join(folder, 'device.jsonl');
    const device = '0197b0a0-0000-7000-8000-000000000001';
    log('--into', into, '--device', device, COMPLAINT);
    log('--into', into, '--device', device, '--route', 'service-request', THANKS);
    const { out, status } = duly(['register', 'verify', into]);
    expect(status).toBe(0);
    expect(out).toMatch(/2 cases, 1 device\n/);
  });

  test('what isn’t whole isn’t added to, nor what is no backup', () => {
    const lines = readFileSync(BACKUP, 'utf8').trimEnd().split('\n');
    const broken: readonly (readonly [string, string])[] = [
      ['a line less', [...lines.slice(1)].join('\n')],
      ['no end', lines.slice(0, -1).join('\n')],
      ['another file', '{"end": 1, "mine": "important"}'],
    ];
    for (const [name, text] of broken) {
      const into = join(folder, `${name}.jsonl`);
      writeFileSync(into, `${text}\n`);
      const { err, status } = log('--into', into, COMPLAINT);
      expect(err).toContain('isn’t added to, because it isn’t whole');
      expect(status).not.toBe(0);
      expect(readFileSync(into, 'utf8')).toBe(`${text}\n`);
    }
  });

  test('another run that writes into it is waited out by the person, not overwritten', () => {
    const into = join(folder, 'locked.jsonl');
    writeFileSync(`${into}.lock`, '');
    expect(log('--into', into, COMPLAINT).err).toContain(`another run is writing into ${into}`);
    rmSync(`${into}.lock`);
    expect(log('--into', into, join(folder, 'nowhere.eml'), COMPLAINT).err).toContain(
      'nowhere.eml: there is no such file or folder',
    );
    expect(duly(['register', 'verify', into]).out).toMatch(/ 1 case,/);
  });
});
