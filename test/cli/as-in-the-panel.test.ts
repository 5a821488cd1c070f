import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFile } from '../../core/case/case-file.ts';
import { newChain, newId, seal } from '../../core/case/chain.ts';
import { localDate, toInstant } from '../../core/dates.ts';
import { acknowledgementKindOf } from '../../core/letters/kinds.ts';
import { letter } from '../../core/letters/letter.ts';
import { emptyMessage, type Message } from '../../core/message.ts';
import { deskFor } from '../../core/panel/desk.ts';
import { letterView } from '../../core/panel/letter-view.ts';
import { logDrafts } from '../../core/panel/log-drafts.ts';
import { look } from '../../core/look.ts';
import { NO_SETTINGS, type Settings } from '../../core/settings.ts';
import { neuralScores } from '../../cli/neural-reader.ts';
import { seededSource } from '../../cli/seeded-source.ts';
import { read } from '../../core/reading/read.ts';
import { calendarOf, FLOOR, policyOn } from '../../policies/index.ts';

/*
 * One engine: what the panel enters for a message and writes to its sender is what the command line gives, byte for byte, for
 * the same time and the same ids.
 */

const NOW = toInstant('2026-03-25T09:26:00+00:00');
const DEVICE = '0195d3a0-1c2b-7d3e-8f40-5a6b7c8d9e0f';
const OFFICER = 'Priya Nair';
const HANDLER = 'Dan Okafor';
const settings: Settings = {
  ...NO_SETTINGS,
  landlord: { ...NO_SETTINGS.landlord, name: 'Alderholt Homes', domains: ['alderholt.example'], phone: '01632 960100' },
  officer: { name: OFFICER, email: 'priya@alderholt.example', phone: '01632 960101', team: 'Customer Services' },
};
const message: Message = {
  ...emptyMessage(),
  from: { name: 'Ruth Amankwah', address: 'ruth@mail.example' },
  to: [{ name: '', address: 'help@alderholt.example' }],
  subject: 'Bathroom floor',
  text: 'Dear team\n\nNobody came back to finish my bathroom floor. I have rung three times since February and I want to make a complaint. I would like a date for the work.\n\nRuth Amankwah',
  receivedAt: toInstant('2026-03-24T18:42:00+00:00'),
  receivedAtSource: 'header',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duly-same-'));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function duly(args: readonly string[], line: object): Record<string, unknown> {
  const { stdout, stderr } = spawnSync(
    'node',
    ['scripts/duly.mjs', ...args, '--jsonl', '--settings', join(folder, 'settings.json')],
    { input: `${JSON.stringify(line)}\n`, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe.each(['west-kent', 'east-kent', 'kirklees', 'connect', 'wrekin'])('%s', (id) => {
  test('the same events, and the same acknowledgement', async () => {
    const day = localDate(NOW);
    const [policy, floor] = await Promise.all([policyOn(id, day), policyOn(FLOOR, day)]);
    const source = seededSource('7');
    source.setNow(NOW);
    const neural = await neuralScores(read(message, settings), settings);
    const { reading, verdict } = look(message, { settings, policy, known: new Set(), neural });
    const rules = { policy, floor, calendar: calendarOf(policy), laws: [] };
    const looked = { reading, verdict, rules, cases: [], found: null, registerFailed: null, second: 'done' } as const;
    const desk = deskFor('one', message);
    const { drafts } = logDrafts(
      { desk: { ...desk, edits: { ...desk.edits, handler: HANDLER } }, message, looked },
      { caseId: newId(source), actor: { name: OFFICER }, now: NOW },
    );
    const { events } = seal(drafts, newChain(DEVICE), source);
    const file = caseFile(events);

    const logged = duly(['log', '--seed', '7', '--device', DEVICE], {
      from: message.from,
      to: ['help@alderholt.example'],
      subject: message.subject,
      date: message.receivedAt,
      body: message.text,
      policy: id,
      decision: { route: verdict.route.to, handler: HANDLER },
      now: NOW,
      actor: OFFICER,
    });
    expect(logged['events']).toEqual(JSON.parse(JSON.stringify(events)));

    const opened = { events, file, rules };
    const view = letterView(opened, desk.letter, { kind: null, write: letter, settings, now: NOW });
    if (view.kind !== 'letter') throw new Error(view.kind);
    const kind = acknowledgementKindOf(file, policy);
    const written = duly(['letter'], { policy: id, kind, events, now: NOW });
    const { draft, missing } = view.letter;
    expect(missing).toEqual([]);
    expect(written).toEqual(
      draft ? { html: draft.html, text: draft.text } : { missing: missing.map(({ path }) => path) },
    );
  });
});
