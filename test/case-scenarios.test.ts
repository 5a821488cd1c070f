import { describe, expect, test } from 'vitest';
import { checklist, type ListedNeed, type ListedRule } from '../core/case/checklist.ts';
import { recordFields, type RecordField } from '../core/case/record-fields.ts';
import { formatDate, toInstant, toIsoDate, type IsoDate } from '../core/dates.ts';
import { extensionOptions, type ExtensionOption } from '../core/deadlines/extension.ts';
import { againstCode } from '../core/policy/against-code.ts';
import type { Finding, ShownClause } from '../core/policy/finding.ts';
import { policyInWords } from '../core/policy/in-words.ts';
import { calendarOf, FLOOR, policyOn } from '../policies/index.ts';
import { fileOfCase } from './support/case-scenario.ts';
import { scenarioFiles } from './support/scenario.ts';

/** The day on which the scenarios' policies are asked. */
const DAY = toIsoDate('2026-03-26');
const NOW = toInstant('2026-04-30T09:00:00+01:00');

const numbered = (clauses: readonly string[]): string =>
  clauses.map((clause) => clause.slice(clause.indexOf('/') + 1)).join('+');
const withWeekday = (date: IsoDate): string => formatDate(date, 'EEE yyyy-MM-dd');

function needText(rule: ListedRule, { words, isMet }: ListedNeed): string {
  const state = isMet ? 'met' : rule.isOptional ? 'may' : rule.override ? 'overridden' : 'waits';
  return `${numbered(rule.clauses)} ${state}: ${words}`;
}

function optionText({ clauses, consent, latest, isExceptional, isUsedUp, needs }: ExtensionOption): string {
  return [
    `${numbered(clauses)} ${consent}`,
    latest ? `by ${withWeekday(latest)}` : 'without a number',
    ...(isExceptional ? ['exceptional'] : []),
    ...(isUsedUp ? ['used up'] : []),
    ...(needs.length > 0 ? [`needs ${needs.join(', ')}`] : []),
  ].join(' ');
}

function fieldText({ clauses, field, value, options, isRequired, isComputed, reminds }: RecordField): string {
  return [
    `${numbered(clauses)} ${field}: ${value ?? '–'}`,
    ...(options.length > 0 ? [`of ${options.join(', ')}`] : []),
    ...(isRequired ? ['required'] : []),
    ...(isComputed ? ['computed'] : []),
    ...(reminds ? ['reminds'] : []),
  ].join(' ');
}

/** Where the policy says nothing of it, the clause nearest to it stands in brackets. */
function findingText({ kind, own, nearest, code }: Finding): string {
  const names = (clauses: readonly ShownClause[]): string => numbered(clauses.map(({ clause }) => clause));
  return `${own.length > 0 ? names(own) : `– (${names(nearest)})`} ${kind} ${names(code)}`;
}

for (const { policy: id, rules = [], extensions = [], records = [], says = [], findings = [] } of scenarioFiles()) {
  describe(id, async () => {
    const policy = await policyOn(id, DAY);

    test.each(rules)('rule: $action, $name', ({ case: given, action, given: about, list }) => {
      const found = checklist(action, { file: fileOfCase(given, policy), policy, now: NOW, given: about ?? {} });
      const lines = found.rules.flatMap((rule) => rule.needs.map((need) => needText(rule, need)));
      expect(lines.sort()).toEqual([...list].sort());
      expect(found.isHeldBack).toBe(list.some((line) => line.includes(' waits: ')));
    });

    test.each(extensions)('extension: $name', async ({ case: given, now, options, inTime, code }) => {
      const found = extensionOptions(fileOfCase(given, policy), {
        policy,
        calendar: calendarOf(policy),
        now: toInstant(now),
        floor: await policyOn(FLOOR, DAY),
      });
      expect(found?.options.map(optionText)).toEqual(options);
      if (inTime !== undefined) expect(found?.isInTime).toBe(inTime);
      if (code !== undefined) expect(found?.codeLatest && withWeekday(found.codeLatest)).toBe(code);
    });

    test.each(records)('records: $name', ({ case: given, now, fields }) => {
      const found = recordFields(fileOfCase(given, policy), policy, toInstant(now)).map(fieldText);
      for (const line of fields) expect(found).toContain(line);
    });

    test('where it falls below the Code', async () => {
      const found = againstCode(policy, await policyOn(FLOOR, DAY), calendarOf(policy));
      expect(found.map(findingText)).toEqual(findings);
    });

    test.each(says)('says: $name', ({ lines }) => {
      const found = policyInWords(policy).flatMap((part) =>
        part.lines.map(({ clauses, words }) => `${numbered(clauses)} ${words}`),
      );
      for (const line of lines) expect(found).toContain(line);
    });
  });
}
