import { readdirSync, readFileSync, writeFileSync, rmSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalForm, canonicalPolicy } from '../core/policy/canonical.ts';
import { checkTemplates } from '../core/letters/template.ts';
import { citations, readingsPointedTo } from '../core/policy/references.ts';
import { FLOOR, loadPolicy, policyIds } from '../policies/index.ts';
import { cyclesIn, importsOf, root, sourcesIn } from './support/imports.ts';
import stillToCome from './still-to-come.json' with { type: 'json' };
import { clausesNamed, codeClausesNamed, scenarioFiles } from './support/scenario.ts';

/*
 * The house rules, as a test: who may import whom, no cycles, nothing forgotten. What it finds it names.
 */

/** The rooms, innermost first; a file belongs to the first whose folder it is in. */
const ROOMS = [
  'core/register',
  'core/reader',
  'core/panel',
  'core',
  'policies',
  'extension',
  'outlook-addin',
  'cli',
  'demo',
  'test',
];

const ENGINE_PACKAGES: Readonly<Record<string, RegExp>> = {
  'date-fns': /^core\/dates\.ts$/,
  '@date-fns/utc': /^core\/dates\.ts$/,
  valibot:
    /^core\/(policy\/|case\/(event(-fields|-types)?|delivered-record)\.ts$|settings\.ts$|calendar-file\.ts$|gov-uk-list\.ts$)/,
  'jsonc-parser': /^core\/policy\//,
  liquidjs: /^core\/letters\//,
  docx: /^core\/letters\/docx\.ts$/,
  'postal-mime': /^core\/reading\//,
  htmlparser2: /^core\/reading\//,
  '@noble/hashes': /^core\/case\//,
  uuid: /^core\/case\//,
};

const MAY: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  core: { rooms: ['core'], packages: Object.keys(ENGINE_PACKAGES) },
  'core/register': { rooms: ['core', 'core/register'], packages: ['idb', 'minisearch', 'papaparse'] },
  'core/reader': { rooms: ['core', 'core/reader'], packages: ['onnxruntime-web'] },
  'core/panel': { rooms: ['core', 'core/panel', 'core/register'], packages: ['preact', 'valibot'] },
  policies: { rooms: ['core', 'policies'], packages: [] },
  extension: {
    rooms: ['core', 'core/register', 'core/reader', 'core/panel', 'policies', 'extension'],
    packages: ['webextension-polyfill', 'preact', 'dom-accessibility-api', '@medv/finder'],
  },
  'outlook-addin': {
    rooms: ['core', 'core/register', 'core/reader', 'core/panel', 'policies', 'outlook-addin'],
    packages: ['preact'],
  },
  cli: { rooms: ['core', 'core/register', 'core/reader', 'policies', 'cli'], packages: ['@noble/hashes'] },
};

function roomOf(file: string): string {
  return ROOMS.find((room) => file.startsWith(`${room}/`)) ?? 'root';
}

const files = ['core', 'policies', 'extension', 'outlook-addin', 'cli'].flatMap(sourcesIn);

describe('who may import whom', () => {
  test.each(Object.keys(MAY))('%s', (room) => {
    const allowed = MAY[room] ?? { rooms: [], packages: [] };
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap(importsOf)
      .filter(({ from, to }) => {
        if (to.startsWith('node:')) return room !== 'cli';
        if (to.includes('/') && !to.startsWith('@'))
          return !allowed.rooms.includes(roomOf(to)) && !(room === 'policies' && to.endsWith('.json'));
        return !allowed.packages.includes(to) || (room === 'core' && !ENGINE_PACKAGES[to]?.test(from));
      })
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test('no file imports itself, not by any way round', () => {
    expect(cyclesIn(files)).toEqual([]);
  });

  test('the engine cannot name the document: a file that does fails to compile', () => {
    // In the engine's own folder, so that its own tsconfig is the one that refuses it.
    const probe = join(root, 'core', 'zz-probe.ts');
    mkdirSync(join(root, '.cache'), { recursive: true });
    const config = join(root, '.cache', 'probe.tsconfig.json');
    writeFileSync(probe, 'export const title = document.title;\n');
    writeFileSync(
      config,
      JSON.stringify({ extends: '../core/tsconfig.json', include: [], files: ['../core/zz-probe.ts'] }),
    );
    try {
      const { stdout, status } = spawnSync(
        process.execPath,
        [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', config],
        { encoding: 'utf8' },
      );
      expect(status).not.toBe(0);
      expect(stdout).toContain("Cannot find name 'document'");
    } finally {
      rmSync(probe);
      rmSync(config);
    }
  }, 60_000);

  test('no landlord’s name is in code', () => {
    const names = /east.?kent|kirklees|wrekin|west.?kent|connect housing/i;
    const inCode = files
      .filter((file) => !file.startsWith('policies/'))
      .filter((file) => names.test(withoutComments(readFileSync(join(root, file), 'utf8'))));
    expect(inCode).toEqual([]);
  });
});

describe('nothing is forgotten', () => {
  const scenarios = new Map(scenarioFiles().map((file) => [file.policy, file]));

  test('every policy has scenarios', () => {
    expect(policyIds.filter((id) => !scenarios.has(id))).toEqual([]);
  });

  test.each(policyIds)('%s: every clause that decides something is reached by a scenario', async (id) => {
    const [policy] = (await loadPolicy(id)).versions;
    const file = scenarios.get(id);
    const compared = id === FLOOR ? [...scenarios.values()].flatMap(codeClausesNamed) : [];
    const named = new Set([...(file ? clausesNamed(file) : []), ...compared]);
    const cited = [...citations(policy)];
    const decides = new Set(cited.filter(({ path }) => !/^(reports|outside)\b/.test(path)).map(({ clause }) => clause));
    const reached = (clause: string): boolean => named.has(clause);
    expect([...decides].filter((clause) => !reached(clause))).toEqual([]);

    // What only reports carry out is still to come; a clause that leaves this list must be reached.
    const others = Object.keys(policy.clauses).filter((clause) => !reached(clause));
    expect(others.sort()).toEqual([...(STILL_TO_COME[id] ?? []).flatMap(({ clauses }) => clauses)].sort());
  });

  test('every clause that is cited exists, and every clause of a landlord’s policy is cited', async () => {
    for (const id of policyIds.filter((one) => one !== FLOOR)) {
      const [policy] = (await loadPolicy(id)).versions;
      const cited = new Set([...citations(policy)].map(({ clause }) => clause));
      expect(Object.keys(policy.clauses).filter((clause) => !cited.has(clause))).toEqual([]);
    }
  });

  test('every reading of a policy is pointed to by what rests on it', async () => {
    for (const id of policyIds) {
      for (const policy of (await loadPolicy(id)).versions) {
        const used = new Set(readingsPointedTo(policy));
        expect(
          (policy.readings ?? []).map(({ code }) => code).filter((code) => !used.has(code)),
          id,
        ).toEqual([]);
      }
    }
  });

  test('every letter’s words parse, name only fields that there are, and hold what the policy demands', async () => {
    const floor = (await loadPolicy(FLOOR)).versions[0];
    for (const id of policyIds) for (const policy of (await loadPolicy(id)).versions) checkTemplates(policy, floor);
  });

  test('every site that is read has a saved page', () => {
    const sites = ['sites', 'record-sites']
      .flatMap((list) => importsOf(`extension/sites/${list}.ts`))
      .filter(({ to, typeOnly }) => !typeOnly && to.startsWith('extension/sites/'))
      .map(({ to }) => to.replace(/^extension\/sites\/(.*)\.ts$/, '$1'));
    const pages = readdirSync(join(root, 'test/pages'));
    expect(sites.length).toBeGreaterThan(0);
    expect(sites.filter((site) => !pages.includes(site))).toEqual([]);
  });
});

test('a policy’s files stand in their one form', () => {
  for (const id of policyIds) {
    for (const version of readdirSync(join(root, 'policies', id))) {
      const text = (name: string): string => readFileSync(join(root, 'policies', id, version, name), 'utf8');
      const [document, clauses] = [text('policy.json'), text('clauses.json')];
      expect(canonicalPolicy(JSON.parse(document)), `${id}/${version}/policy.json`).toBe(document);
      expect(canonicalForm(JSON.parse(clauses) as object), `${id}/${version}/clauses.json`).toBe(clauses);
    }
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** Clauses that no scenario reaches yet, by what will carry them; one that is reached must leave the list. */
const STILL_TO_COME: Readonly<
  Record<string, readonly { readonly part: string; readonly clauses: readonly string[] }[]>
> = stillToCome;
