import { describe, expect, test } from 'vitest';

import { toIsoDate } from '../../../core/dates.ts';
import { policyView, searched } from '../../../core/policy/policy-view.ts';
import { landlords, policyOn } from '../../../policies/index.ts';

const DAY = toIsoDate('2026-03-26');
const ids = (await landlords()).map(({ id }) => id);

describe('a policy in plain words', () => {
  test.each(ids)(
    '%s: no name that only the program knows, and each line of the policy’s own has its clause',
    async (id) => {
      for (const { title, lines } of policyView(await policyOn(id, DAY)))
        for (const { what, detail, clauses } of lines) {
          expect(`${what} ${detail}`).not.toMatch(/\b(?:[a-z]+-){2,}[a-z]+\b/);
          if (['May be declined', 'Where a message goes', 'What must come first'].includes(title))
            expect(clauses.length, what).toBeGreaterThan(0);
        }
    },
  );

  test.each([
    { id: 'east-kent', line: 'If it is about a complaint that is open: the open case' },
    { id: 'east-kent', line: 'If it is dissatisfaction and a request for a formal complaint: Stage One' },
    {
      id: 'west-kent',
      line: 'If it is about a complaint that is open, and from an MP or from a councillor: the open case',
    },
    {
      id: 'wrekin',
      line: 'If it is from somebody whose contact is restricted, and neither a new issue nor new information: the open case',
    },
  ])('$id: $line', async ({ id, line }) => {
    const lines = policyView(await policyOn(id, DAY)).flatMap((section) => section.lines.map(({ what }) => what));
    expect(lines).toContain(line);
  });

  test('is found by what it says, by a clause’s number and by the document’s words', async () => {
    const policy = await policyOn('west-kent', DAY);
    const titles = (query: string) => searched(policyView(policy), query, policy).map(({ title }) => title);
    expect(titles('probate')).toContain('What must come first');
    expect(titles('13.1')).toContain('Other dates');
    expect(titles('no such thing')).toEqual([]);
  });
});
