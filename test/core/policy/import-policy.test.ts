import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { exportPolicy } from '../../../core/policy/policy-file.ts';
import { importPolicy, PolicyFileError, type FileMistake } from '../../../core/policy/import-policy.ts';
import { parsePolicy, type Policy } from '../../../core/policy/policy.ts';
import { policyVersions } from '../../../core/policy/versions.ts';
import { FLOOR, landlords, loadPolicy, policyOn } from '../../../policies/index.ts';
import { smallPolicy, smallPolicyWith } from '../../support/small-policy.ts';

const floor = await policyOn(FLOOR, toIsoDate('2026-03-26'));
const own = await landlords();

function small(document: object = smallPolicy(), templates: Readonly<Record<string, string>> = {}): Policy {
  return parsePolicy({
    version: 'undated',
    document,
    clauses: { '1': { quote: 'We answer.', from: 'small.txt' } },
    templates,
  });
}

/** The file of a small policy, with some of its text replaced. */
function fileWith(from: string, to: string): string {
  const text = exportPolicy(policyVersions([small()]));
  expect(text).toContain(from);
  return text.replace(from, to);
}

function mistakesIn(text: string): readonly FileMistake[] {
  try {
    importPolicy(text, floor);
  } catch (error) {
    if (error instanceof PolicyFileError) return error.mistakes;
    throw error;
  }
  return [];
}

/** `13:14 versions[0].policy.timers[0].on: …`, and the words that stand at the place. */
function printed(text: string): readonly string[] {
  return mistakesIn(text).map(({ path, line, column, reason }) => {
    const there = text.split('\n')[line - 1]?.slice(column - 1, column + 11) ?? '';
    return `${path || 'file'}: ${reason} @ ${there}`;
  });
}

describe('one file and back', () => {
  test.each(own.map(({ id }) => id))('%s', async (id) => {
    const versions = await loadPolicy(id);
    const text = exportPolicy(versions);
    const read = importPolicy(text, floor);
    expect(read).toEqual(versions);
    expect(exportPolicy(read)).toBe(text);
  });

  test('several versions, and a letter of several lines', () => {
    const words = '== response-date\nBy {{ dates.respondBy }}.\n\n== closing\nYours';
    const second = small(smallPolicyWith(['effectiveFrom'], '2026-04-01'), { acknowledgement: words });
    const versions = policyVersions([small(), { ...second, version: '2026-04-01' }]);
    const text = exportPolicy(versions);
    expect(importPolicy(text, floor)).toEqual(versions);
    expect(text).toContain('          "By {{ dates.respondBy }}.",\n');
  });

  test('a byte-order mark and another layout change nothing', () => {
    const text = exportPolicy(policyVersions([small()]));
    expect(importPolicy(`\uFEFF${JSON.stringify(JSON.parse(text))}`, floor)).toEqual(policyVersions([small()]));
  });
});

describe('a file that can’t be used says where, and nothing of it is', () => {
  test.each([
    { name: 'nothing', text: '', expected: ['file: is empty @ '] },
    { name: 'no JSON', text: 'Complaints policy', expected: ['file: is no word of JSON @ Complaints p'] },
    {
      name: 'a comma too many',
      text: fileWith('"outside": []', '"outside": [],'),
      expected: ['file: a key in quotation marks is expected here @ },'],
    },
    {
      name: 'a file saved as UTF-16, read as UTF-8',
      text: `\uFFFD\uFFFD${Array.from(fileWith('"outside"', '"outside"')).join('\u0000')}`,
      expected: [
        expect.stringMatching(
          /^file: the file is saved as UTF-16: save it as UTF-8, and bring it in again @ /,
        ) as string,
      ],
    },
    {
      name: 'days of a week that there aren’t',
      text: fileWith('"workingWeek": [1, 2, 3, 4, 5]', '"workingWeek": [0, 2.5, 8]'),
      expected: [
        'versions[0].policy.calendar.workingWeek[0]: 0 is too small: 1 is the least @ 0, 2.5, 8], ',
        'versions[0].policy.calendar.workingWeek[1]: 2.5 is no whole number @ 2.5, 8], "cl',
        'versions[0].policy.calendar.workingWeek[2]: 8 is too great: 7 is the most @ 8], "closure',
      ],
    },
    {
      name: 'a week without a working day',
      text: fileWith('"workingWeek": [1, 2, 3, 4, 5]', '"workingWeek": []'),
      expected: ['versions[0].policy.calendar.workingWeek: is empty @ "workingWeek'],
    },
    {
      name: 'one of several words',
      text: fileWith('"bankHolidays": "england-and-wales"', '"bankHolidays": "wales"'),
      expected: [
        'versions[0].policy.calendar.bankHolidays: "wales" is not one of "england-and-wales", "scotland", "northern-ireland" @ "bankHoliday',
      ],
    },
    {
      name: 'a comment',
      text: fileWith('"outside"', '// what no program can do\n"outside"'),
      expected: ['file: JSON has no comments @ // what no p'],
    },
    {
      name: 'another form of file',
      text: fileWith('"dulyPolicy": 1', '"dulyPolicy": 2'),
      expected: ['dulyPolicy: is not 1, the form of file that is read here @ "dulyPolicy"'],
    },
    {
      name: 'a key given twice',
      text: fileWith('"name": "Small Homes"', '"name": "Small Homes",\n"name": "Large Homes"'),
      expected: ['versions[0].policy.name: is there twice @ "name": "Lar'],
    },
    {
      name: 'a key that isn’t known',
      text: fileWith('"medium": "any"', '"medium": "any", "colour": "green"'),
      expected: ['versions[0].policy.definition.colour: is no key that is known here: "colour" @ "colour": "g'],
    },
    {
      name: 'a key that is missing, and a value of the wrong kind',
      text: fileWith('"on": "complaint-received", ', '').replace('"count": 10', '"count": "ten"'),
      expected: [
        'versions[0].policy.timers[0].on: is missing @ {"id": "resp',
        'versions[0].policy.timers[0].within.count: "ten" is not a number @ "count": "te',
      ],
    },
    {
      name: 'a clause, a stage and a reading that aren’t there',
      text: fileWith('"to": "stage:stage-1"', '"to": "stage:stage-9"').replace(
        '"clause": ["1"], "on"',
        '"clause": ["9.9"], "ambiguous": "X-1", "on"',
      ),
      expected: [
        'versions[0].policy.routes[0].to: there is no stage "stage-9" @ "to": "stage',
        'versions[0].policy.timers[0].clause: there is no clause "9.9" @ "clause": ["',
        'versions[0].policy.timers[0].ambiguous: there is no reading "X-1" @ "ambiguous":',
      ],
    },
    {
      name: 'a clause that is neither quoted nor in short',
      text: fileWith('"from": "small.txt"', '"form": "small.txt"'),
      expected: [
        'versions[0].clauses.1: is neither a quotation (quote, from, perhaps summary) nor a paraphrase (paraphrase, checked) @ "1": {"quote',
      ],
    },
    {
      name: 'a letter that the policy doesn’t have',
      text: fileWith('"letters": {}', '"letters": {"acknowledgment": ["Dear you"]}'),
      expected: ['versions[0].letters.acknowledgment: there is no letter "acknowledgment" @ "acknowledgm'],
    },
    {
      name: 'a letter with a field that doesn’t exist',
      text: fileWith(
        '"letters": {}',
        '"letters": {"acknowledgement": ["== response-date", "By {{ dates.answerBy }}"]}',
      ),
      expected: ['versions[0].letters.acknowledgement: there is no field dates.answerBy @ "By {{ dates'],
    },
    {
      name: 'a landlord that makes itself the floor',
      text: fileWith('"about": {"clause"', '"about": {"baseline": true, "clause"'),
      expected: ['versions[0].policy.about.baseline: is not for a landlord’s own policy @ "baseline": '],
    },
    {
      name: 'two versions from one day',
      text: (() => {
        const text = exportPolicy(policyVersions([small()]));
        const [, body = ''] = /"versions": \[\n([\s\S]*)\n {2}\]/.exec(text) ?? [];
        return text.replace(body, `${body},\n${body}`);
      })(),
      expected: [
        'versions[1].policy.effectiveFrom: versions[0] and versions[1] have no effectiveFrom; only one may go without @ {',
      ],
    },
    {
      name: 'hostile: nested a hundred thousand deep',
      text: '['.repeat(100_000),
      expected: ['file: is too long, or nested too deeply, for a policy @ [[[[[[[[[[[['],
    },
    {
      name: 'hostile: a name that is the language’s own',
      text: fileWith('"outside": []', '"outside": [], "__proto__": {"law": true}'),
      expected: ['versions[0].policy.__proto__: is no name that can be used @ "__proto__":'],
    },
    {
      name: 'hostile: clauses and letters by such names, which reading would drop',
      text: fileWith('"1": {"quote"', '"__proto__": {"quote": "x", "from": "y"}, "1": {"quote"').replace(
        '"letters": {}',
        '"letters": {"constructor": ["== greeting"]}',
      ),
      expected: [
        'versions[0].clauses.__proto__: is no name that can be used @ "__proto__":',
        'versions[0].letters.constructor: is no name that can be used @ "constructor',
      ],
    },
    {
      name: 'hostile: characters that can’t be seen, which turn or cut what is shown',
      text: fileWith('"name": "Small Homes"', '"name": "Small \\u202eHomes"').replace('"We answer."', '"We\\u0000."'),
      expected: [
        'versions[0].policy.name: holds a character that can’t be seen @ "name": "Sma',
        'versions[0].clauses.1.quote: holds a character that can’t be seen @ "quote": "We',
      ],
    },
    {
      name: 'a day that there isn’t, and more days than any calendar has',
      text: fileWith('"name": "Small Homes"', '"effectiveFrom": "2026-02-30",\n"name": "Small Homes"').replace(
        '"count": 10',
        '"count": 1e308',
      ),
      expected: [
        'versions[0].policy.effectiveFrom: is not a day that there is: "2026-02-30" @ "effectiveFr',
        expect.stringContaining('versions[0].policy.timers[0].within.count: ') as string,
      ],
    },
    {
      name: 'a loop through numbers, which would never end',
      text: fileWith(
        '"letters": {}',
        '"letters": {"acknowledgement": ["== response-date", "{% for i in (1..99999999) %}x{% endfor %}"]}',
      ),
      expected: [
        'versions[0].letters.acknowledgement: a loop goes through a list, and not through numbers @ "{% for i in',
      ],
    },
    {
      name: 'a stage after which the same comes again',
      text: fileWith(
        '"id": "stage-1", ',
        '"id": "stage-1", "next": {"clause": ["1"], "stage": "stage-1", "when": ["still-dissatisfied"]}, ',
      ),
      expected: ['versions[0].policy.stages[0].next.stage: leads back to this stage @ "stage": "st'],
    },
  ])('$name', ({ text, expected }) => {
    expect(printed(text)).toEqual(expected);
  });

  test('the message names the first mistake and counts the others', () => {
    const text = fileWith('"on": "complaint-received", ', '').replace('"count": 10', '"count": "ten"');
    expect(() => importPolicy(text, floor)).toThrow(
      'line 19, column 11, versions[0].policy.timers[0].on: is missing (and 1 more)',
    );
  });
});

describe('words that can’t be read', () => {
  test('a file that isn’t UTF-8 is refused where its first character is lost', () => {
    const bytes = Buffer.from(fileWith('We answer.', 'We won’t wait.').replace('’', "'"), 'latin1');
    bytes[bytes.indexOf("won't") + 3] = 0x92;
    expect(printed(bytes.toString('utf8'))).toEqual([
      expect.stringMatching(/^file: a character is lost: the file isn’t UTF-8.* @ \uFFFDt wait/),
    ]);
  });

  test.each(['\u200b', '\u2060', '\\u200B', '\\ufffd', '\ufffd'])('%j in a text', (character) => {
    expect(mistakesIn(fileWith('We answer.', `We ${character}answer.`))).toHaveLength(1);
  });
});

test('a wrong field in a letter is placed at its own line', () => {
  const words = '== response-date\nBy {{ dates.respondBy }}.\n\n== closing\nYours\n{{ nobody.knows }}';
  const text = exportPolicy(policyVersions([small(smallPolicy(), { acknowledgement: words })]));
  expect(printed(text).filter((line) => line.includes('nobody'))).toEqual([expect.stringContaining('@ "{{ nobody.k')]);
});
