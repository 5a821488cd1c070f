/* Writes the files of a new policy: `npm run new:policy NAME`. Never over a file that is there. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { idOf, newPolicy } from './new-policy.ts';

const USAGE =
  'npm run new:policy "Small Homes" writes a folder for that landlord’s policy, and scenarios that say what to fill in.\n';
const asksHelp = process.argv.slice(2).some((word) => /^(?:--?h(?:elp)?|help)$/.test(word));
const name = process.argv.slice(2).join(' ').trim();
const id = idOf(name);
const files = id === null || asksHelp ? [] : newPolicy(name, id);
const there = files.filter(({ path }) => existsSync(path));

if (asksHelp) {
  process.stdout.write(USAGE);
} else if (id === null) {
  process.stderr.write(`say the landlord’s name: ${USAGE}`);
  process.exitCode = 2;
} else if (there.length > 0) {
  process.stderr.write(`${there.map(({ path }) => path).join(', ')}: is there already\n`);
  process.exitCode = 1;
} else {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  process.stdout.write(
    [
      ...files.map(({ path }) => `  ${path}`),
      '',
      `Now fill in clauses.json and policy.json from ${name}’s document; policies/README.md says what each key means.`,
      'npm run check fails until the scenarios say what follows from it.',
      '',
    ].join('\n'),
  );
}
