/*
 * Runs a bench by its name: `npm run bench -- triage`. Without one, every bench of test/bench that is listed here but the
 * register's, which fills a browser's store for many minutes.
 */
import { run } from './bundle.mjs';

const BENCHES = ['deadlines', 'triage', 'panel', 'outlook', 'register', 'reader', 'page'];
const LONG = ['register'];

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
for (const name of asked.length > 0 ? asked : BENCHES.filter((name) => !LONG.includes(name))) {
  if (!BENCHES.includes(name)) {
    process.stderr.write(`there is no bench ${JSON.stringify(name)}; there are ${BENCHES.join(', ')}\n`);
    process.exit(2);
  }
  await run(`test/bench/${name}.ts`, [
    'test/bench',
    'test/support',
    'test/outlook',
    'outlook-addin',
    'extension',
    'demo',
  ]);
}
