import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../core/dates.ts';
import { checkTemplates } from '../../core/letters/template.ts';
import { canonicalPolicy } from '../../core/policy/canonical.ts';
import { parsePolicy } from '../../core/policy/policy.ts';
import { routeBy } from '../../core/policy/route.ts';
import { FLOOR, policyOn } from '../../policies/index.ts';
import { idOf, newPolicy } from '../../scripts/new-policy.ts';
import type { ScenarioFile } from '../support/scenario.ts';

const files = newPolicy('Small Homes', 'small-homes');
const textOf = (end: string): string => files.find(({ path }) => path.endsWith(end))?.text ?? '';

describe('a new policy', () => {
  test.each([
    { name: 'Small Homes', id: 'small-homes' },
    { name: 'St. Árpád’s & Sons – Homes', id: 'st-arpads-sons-homes' },
    { name: '  ', id: null },
    { name: '-Homes-', id: 'homes' },
    { name: '../../etc', id: 'etc' },
  ])('“$name” is $id', ({ name, id }) => {
    expect(idOf(name)).toBe(id);
  });

  test('can be read at once, and stands in its one form', async () => {
    const policy = parsePolicy({
      version: 'undated',
      document: JSON.parse(textOf('policy.json')),
      clauses: JSON.parse(textOf('clauses.json')),
      templates: {},
    });
    expect(() => checkTemplates(policy, policy)).not.toThrow();
    const floor = await policyOn(FLOOR, toIsoDate('2026-03-26'));
    expect(() => checkTemplates(policy, floor)).not.toThrow();
    expect(canonicalPolicy(JSON.parse(textOf('policy.json')))).toBe(textOf('policy.json'));
  });

  test('its scenarios fail, and say what to write', () => {
    const policy = parsePolicy({
      version: 'undated',
      document: JSON.parse(textOf('policy.json')),
      clauses: JSON.parse(textOf('clauses.json')),
      templates: {},
    });
    const { routes, dates } = JSON.parse(textOf('scenarios/small-homes.json')) as ScenarioFile;
    for (const { signals, route } of routes) {
      const { to } = routeBy(policy, { signals: new Set(signals as never), ageMonths: null });
      expect(route).toMatch(/^WRITE/);
      expect(route.startsWith(to)).toBe(false);
    }
    expect(dates.flatMap((scenario) => scenario.dates ?? []).every((date) => date.startsWith('WRITE'))).toBe(true);
  });
});
